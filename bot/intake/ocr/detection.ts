import { sharp } from '../libvips.ts'
import type { RawImage } from '../types.ts'
import type { Network } from './models.ts'
import { textRegions } from './text-regions.ts'
import type { Size, TextLine } from './text-line.ts'

/** The network halves a picture five times. */
const STEP = 32
/** A picture is not made larger than this many times: there is nothing more to see. */
const LARGEST_GROWTH = 2
/** What PaddleOCR trained with: blue, green, red. */
const MEAN = [0.485, 0.456, 0.406]
const DEVIATION = [0.229, 0.224, 0.225]

/** A document that fills less of the picture's longer side than this is looked at again, nearer. */
const SMALL = 0.6
/** How far around the lines that were found there may be more of the document, as a share of where they stand. */
const AROUND = 0.25

/**
 * Finds the lines of text in a picture, whatever way up; positions in pixels of the picture, the largest line first.
 * `side`: to how many pixels the longer side is brought for it; 736 finds all lines of a card that fills the photo. Of one
 * that does not, it finds the large print: there it is looked at again.
 */
export async function detectLines(image: RawImage, detection: Network, side: number): Promise<TextLine[]> {
  const whole = { left: 0, top: 0, width: image.width, height: image.height }
  const found = await detectIn(image, whole, detection, side)
  const part = around(found, image)
  const isSmall = Math.max(part.width, part.height) < SMALL * Math.max(image.width, image.height)
  return isSmall && found.length > 0 ? detectIn(image, part, detection, side) : found
}

/** By how much the halves of a sheet reach into each other, as a share of its height: no line is higher. */
const OVERLAP = 0.05

/**
 * Finds the lines of a sheet that stands upright, in its upper and its lower half one after the other: small print needs a
 * nearer look, and the network's memory grows with what it sees at once. `side`: of a half, as in `detectLines`.
 */
export async function detectSheet(image: RawImage, detection: Network, side: number): Promise<TextLine[]> {
  const middle = Math.floor(image.height / 2)
  const lap = Math.min(middle, Math.ceil(image.height * OVERLAP))
  const upper = { left: 0, top: 0, width: image.width, height: Math.min(image.height, middle + lap) }
  const lower = { left: 0, top: middle - lap, width: image.width, height: image.height - middle + lap }
  const found = [
    ...(await detectIn(image, upper, detection, side)).filter(({ y }) => y < middle),
    ...(await detectIn(image, lower, detection, side)).filter(({ y }) => y >= middle),
  ]
  return found.sort((a, b) => b.width * b.height - a.width * a.height)
}

interface Part extends Size {
  readonly left: number
  readonly top: number
}

/** The part of the picture in which lines stand, with a margin. */
function around(lines: readonly TextLine[], { width, height }: Size): Part {
  const reach = (size: 'cos' | 'sin') => (line: TextLine) =>
    (Math.abs(Math[size](line.angle)) * line.width + Math.abs(Math[size === 'cos' ? 'sin' : 'cos'](line.angle)) * line.height) / 2
  const [left, right] = [
    Math.min(...lines.map((line) => line.x - reach('cos')(line))),
    Math.max(...lines.map((line) => line.x + reach('cos')(line))),
  ]
  const [top, bottom] = [
    Math.min(...lines.map((line) => line.y - reach('sin')(line))),
    Math.max(...lines.map((line) => line.y + reach('sin')(line))),
  ]
  const margin = AROUND * Math.max(right - left, bottom - top)
  const [x, y] = [Math.max(0, Math.floor(left - margin)), Math.max(0, Math.floor(top - margin))]
  return {
    left: x,
    top: y,
    width: Math.min(width, Math.ceil(right + margin)) - x,
    height: Math.min(height, Math.ceil(bottom + margin)) - y,
  }
}

async function detectIn(image: RawImage, part: Part, detection: Network, side: number): Promise<TextLine[]> {
  const scale = Math.min(side / Math.max(part.width, part.height), LARGEST_GROWTH)
  const width = steps(part.width * scale)
  const height = steps(part.height * scale)
  const small = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .extract(part)
    .resize({ width, height, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()
  const { data } = await detection(planes(small, width * height), [1, 3, height, width])
  const [across, down] = [part.width / width, part.height / height]
  return textRegions({ data, width, height })
    .map((line) => stretched(line, across, down))
    .map((line) => ({ ...line, x: line.x + part.left, y: line.y + part.top }))
}

function steps(pixels: number): number {
  return Math.max(STEP, Math.round(pixels / STEP) * STEP)
}

function planes(rgb: Uint8Array, pixels: number): Float32Array {
  const input = new Float32Array(3 * pixels)
  for (let channel = 0; channel < 3; channel++) {
    const scale = 1 / (255 * (DEVIATION[channel] ?? 1))
    const offset = (MEAN[channel] ?? 0) / (DEVIATION[channel] ?? 1)
    for (let i = 0; i < pixels; i++) input[channel * pixels + i] = (rgb[3 * i + 2 - channel] ?? 0) * scale - offset
  }
  return input
}

/** The rectangle after the map was stretched; the two factors differ by rounding only, so that it stays a rectangle. */
function stretched(line: TextLine, across: number, down: number): TextLine {
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)]
  return {
    x: line.x * across,
    y: line.y * down,
    width: line.width * Math.hypot(cos * across, sin * down),
    height: line.height * Math.hypot(sin * across, cos * down),
    angle: Math.atan2(sin * down, cos * across),
  }
}
