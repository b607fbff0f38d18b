import { sharp } from '../libvips.ts'
import type { RawImage } from '../types.ts'
import { detectLines, detectSheet } from './detection.ts'
import type { Models } from './models.ts'
import { readLine, type ReadLine } from './recognition.ts'
import { direction, normalAngle, readAlong, turnLine, type TextLine, type Turn } from './text-line.ts'

/** Lines that are read to find out which way is up; the longest ones tell best. */
const SAMPLE = 4
/** The mean confidence of lines that stand upright; upside down they come to less than half of it. */
const LEGIBLE = 0.75

/** A picture turned upright, and where its lines stand. */
export interface Page {
  readonly image: RawImage
  /** by how much the given picture was turned clockwise */
  readonly turned: Turn
  /** the largest first */
  readonly lines: readonly TextLine[]
  /** the direction in which they run, in radians clockwise of level */
  readonly tilt: number
  /** one of the lines, where it was read */
  known(line: TextLine): ReadLine | undefined
  /** Reads one of the lines, or one made from it; each is read once. */
  read(line: TextLine): Promise<ReadLine>
}

/** Finds the lines of a picture and which way is up. `side`: as in `detectLines`. */
export async function openPage(given: RawImage, models: Models, side: number): Promise<Page> {
  const found = await detectLines(given, models.detection, side)
  const along = direction(found)
  const sample = found.toSorted((a, b) => longest(b) - longest(a)).slice(0, SAMPLE)
  const first = await readAlongAngle(given, sample, along, models)
  const second = legibility(first) < LEGIBLE ? await readAlongAngle(given, sample, along + Math.PI, models) : []
  const isUpsideDown = legibility(second) > legibility(first)
  const angle = normalAngle(isUpsideDown ? along + Math.PI : along)
  const turned = turnTo(angle)
  const image = await turn(given, turned)
  const known = new Map<TextLine, ReadLine>()
  const lines = found.map((line) => {
    const upright = turnLine(readAlong(line, angle), turned, given)
    const read = (isUpsideDown ? second : first)[sample.indexOf(line)]
    if (read !== undefined) known.set(upright, { ...read, ...upright })
    return upright
  })
  return pageOf({ image, turned, lines, tilt: normalAngle(angle + (turned * Math.PI) / 180) }, known, models)
}

/** The same page with the lines that a nearer look finds. `side`: as in `detectSheet`. */
export async function lookNearer({ image, turned }: Page, models: Models, side: number): Promise<Page> {
  const found = await detectSheet(image, models.detection, side)
  const tilt = direction(found)
  return pageOf({ image, turned, tilt, lines: found.map((line) => readAlong(line, tilt)) }, new Map(), models)
}

function pageOf(page: Omit<Page, 'known' | 'read'>, known: Map<TextLine, ReadLine>, models: Models): Page {
  const read = async (line: TextLine): Promise<ReadLine> => {
    const reading = known.get(line) ?? (await readLine(page.image, line, models))
    known.set(line, reading)
    return reading
  }
  return { ...page, known: (line) => known.get(line), read }
}

async function readAlongAngle(image: RawImage, lines: readonly TextLine[], angle: number, models: Models): Promise<ReadLine[]> {
  const read: ReadLine[] = []
  for (const line of lines) read.push(await readLine(image, readAlong(line, angle), models))
  return read
}

/** How surely lines were read, 0 to 1; a line in which nothing was read counts. */
function legibility(read: readonly ReadLine[]): number {
  return read.length === 0 ? 0 : read.reduce((sum, { confidence }) => sum + confidence, 0) / read.length
}

function longest({ width, height }: TextLine): number {
  return Math.max(width, height)
}

function turnTo(angle: number): Turn {
  const quarters = (4 - Math.round(angle / (Math.PI / 2))) % 4
  return quarters === 1 ? 90 : quarters === 2 ? 180 : quarters === 3 ? 270 : 0
}

async function turn(image: RawImage, by: Turn): Promise<RawImage> {
  if (by === 0) return image
  const { data, info } = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .rotate(by)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
