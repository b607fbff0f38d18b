import type { PhotoFault } from '../../../flows/fields/document-outcome.ts'
import type { DocumentReading, TextBox } from '../types.ts'
import type { WhiteSpot } from './glare.ts'
import type { QualityFigures } from './measure.ts'

/** Where each fault begins; measured on drawn documents (docs/documents.md), so look at them again with real photos. */
export const LIMITS = {
  /** grey level that the lightest twentieth of a photo must reach; below the second nobody reads anything in it */
  brightness: 40,
  black: 8,
  /** edges are not in focus below it, and below the second nothing can be read */
  focus: 0.025,
  nothingInFocus: 0.009,
  /** the camera moved where the directions are less alike than this, and the edges not quite sharp; far less is enough */
  steadiness: 0.27,
  sharp: 0.13,
  smeared: 0.13,
  /** how far the texts must reach, as a share of the picture's width or height */
  reach: 0.36,
  /** confidence of a text that is not imagined */
  sure: 0.9,
  /** how near to the border print may stand, as a share of the side that ends there */
  margin: 0.012,
  /** white spot without print, as a share of the picture, and of the rectangle around it: lamps are round, margins are not */
  glare: 0.011,
  solid: 0.5,
  /** where it leaves no text at all; less is a bright sky */
  allWhite: 0.3,
} as const

/**
 * What is wrong with a photo that could not be verified, the first thing that is: a dark photo is also blurred, a
 * blurred one has no text. Undefined where nothing is for certain. Without a reading only the figures speak, and only
 * where they leave no doubt: somebody who could have read it might have found nothing wrong.
 */
export function photoFault(figures: QualityFigures, reading: DocumentReading | undefined): PhotoFault | undefined {
  const { brightness, focus, white } = figures
  if (brightness < (reading === undefined ? LIMITS.black : LIMITS.brightness)) return 'dark'
  if (reading === undefined) return focus !== undefined && focus < LIMITS.nothingInFocus ? 'blurred' : undefined
  const upright = uprightSize(figures, reading)
  const print = printArea(reading.boxes, upright)
  if (isFarAway(figures, reading, print)) return 'too-small'
  if (isBlurred(figures, reading)) return 'blurred'
  if (isCutOff(reading.boxes, upright)) return 'cut-off'
  if (white !== undefined && isGlare(white) && liesOnPrint(white, reading.turned, print)) return 'glare'
  return undefined
}

/**
 * Far away, lines melt into one box: their height says nothing, how far they reach does. On a tablecloth with a pattern
 * all looks like print, so that the few words that were read count, too.
 */
function isFarAway({ focus, reach }: QualityFigures, { boxes }: DocumentReading, print: Area | undefined): boolean {
  if (focus === undefined || focus < LIMITS.focus) return false
  if (reach < LIMITS.reach) return true
  if (print === undefined || boxes.filter(({ confidence }) => confidence >= LIMITS.sure).length < 2) return false
  return Math.max(print.right - print.left, print.bottom - print.top) < LIMITS.reach
}

/** A view without a word in it may well have edges in one direction only: a horizon, blinds. */
function isBlurred({ focus, steadiness }: QualityFigures, { boxes }: DocumentReading): boolean {
  if (focus === undefined || steadiness === undefined) return false
  if (focus < LIMITS.focus || steadiness < LIMITS.smeared) return true
  return boxes.length > 0 && focus < LIMITS.sharp && steadiness < LIMITS.steadiness
}

function isGlare({ share, left, right, top, bottom }: WhiteSpot): boolean {
  return share >= LIMITS.glare && share >= LIMITS.solid * (right - left) * (bottom - top)
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Boxes stand in the upright picture, figures in the one that was given. */
function uprightSize({ width, height }: QualityFigures, { turned: degrees }: DocumentReading): Size {
  return degrees % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** Two or more texts end where the picture does, or one long one. */
function isCutOff(boxes: readonly TextBox[], { width, height }: Size): boolean {
  const atBorder = boxes.filter(
    (box) =>
      box.x < LIMITS.margin * width ||
      box.x + box.width > (1 - LIMITS.margin) * width ||
      box.y < LIMITS.margin * height ||
      box.y + box.height > (1 - LIMITS.margin) * height,
  )
  return atBorder.length >= 2 || atBorder.some((box) => box.width > 5 * box.height)
}

type Area = Omit<WhiteSpot, 'share'>

/** The part of the picture, in shares of its sides, that all texts lie in; undefined where there are none. */
function printArea(boxes: readonly TextBox[], { width, height }: Size): Area | undefined {
  if (boxes.length === 0) return undefined
  return {
    left: Math.min(...boxes.map(({ x }) => x)) / width,
    right: Math.max(...boxes.map((box) => box.x + box.width)) / width,
    top: Math.min(...boxes.map(({ y }) => y)) / height,
    bottom: Math.max(...boxes.map((box) => box.y + box.height)) / height,
  }
}

/** A white wall beside the document hides nothing: the spot must lie among the texts, where there are any. */
function liesOnPrint(white: WhiteSpot, degrees: DocumentReading['turned'], print: Area | undefined): boolean {
  if (print === undefined) return white.share >= LIMITS.allWhite
  const spot = turned(white, degrees)
  return spot.right > print.left && spot.left < print.right && spot.bottom > print.top && spot.top < print.bottom
}

/** Where the spot lies after the picture was turned clockwise. */
function turned({ left, top, right, bottom }: WhiteSpot, degrees: DocumentReading['turned']): Area {
  if (degrees === 90) return { left: 1 - bottom, right: 1 - top, top: left, bottom: right }
  if (degrees === 180) return { left: 1 - right, right: 1 - left, top: 1 - bottom, bottom: 1 - top }
  if (degrees === 270) return { left: top, right: bottom, top: 1 - right, bottom: 1 - left }
  return { left, top, right, bottom }
}
