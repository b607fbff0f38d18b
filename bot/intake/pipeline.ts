// What runs in the threads of the pool for pictures: its functions are what can be asked of it.
import { createHash } from 'node:crypto'
import type { SlotRules } from '../../flows/fields/document-outcome.ts'
import { typeProblem } from './accepted-type.ts'
import { bytesProblem } from './byte-limit.ts'
import { decode } from './decode.ts'
import { encodePhoto, encodeThumbnail, type PlainJpeg } from './encode.ts'
import { sharp } from './libvips.ts'
import { headerProblem } from './pixel-limit.ts'
import { refused, type Refused } from './problem.ts'
import { measureQuality, type QualityFigures } from './quality/measure.ts'
import { sniff } from './sniff.ts'
import type { RawImage } from './types.ts'

/** What a slot allows of a file's form. */
export type FormRules = Pick<SlotRules, 'types' | 'maxBytes' | 'shrink'>

/** A photo as it is kept (upright, sRGB, without metadata), and what can be measured of it. */
export interface Picture {
  readonly ok: true
  readonly photo: PlainJpeg
  readonly thumbnail: PlainJpeg
  readonly figures: QualityFigures
}

/** A received photo: the SHA-256 of what was sent, in hexadecimal, goes with it. */
export interface TakenPicture extends Picture {
  readonly sha256: string
}

/**
 * Takes the bytes of a file that should be a photo to clean JPEGs, or says why not. The cheap questions come first:
 * nothing is decoded before type, size and header were found acceptable, and it is decoded once.
 */
export async function takePicture(task: {
  readonly bytes: Uint8Array
  readonly rules: FormRules
}): Promise<TakenPicture | Refused> {
  const { bytes, rules } = task
  const type = await sniff(bytes)
  const problem = bytesProblem(bytes.length, type, rules) ?? typeProblem(type, rules) ?? (await headerProblem(bytes))
  if (problem !== undefined) return refused(problem)
  const raw = await decode(bytes)
  if ('ok' in raw) return raw
  const picture = await makePicture({ raw, maxBytes: rules.maxBytes })
  return picture.ok ? { ...picture, sha256: createHash('sha256').update(bytes).digest('hex') } : picture
}

/** Makes of pixels what is kept; refuses where they cannot be made to fit into `maxBytes`. */
export async function makePicture(task: { readonly raw: RawImage; readonly maxBytes: number }): Promise<Picture | Refused> {
  const { raw, maxBytes } = task
  const photo = await encodePhoto(raw, maxBytes)
  if (photo === undefined) return refused('too-large')
  return { ok: true, photo, thumbnail: await encodeThumbnail(raw), figures: measureQuality(raw) }
}

/** Looks at a JPEG of our own, which stays as it is: a page of a PDF, or a photo that is kept already. */
export async function lookAt(task: { readonly jpeg: Uint8Array }): Promise<Pick<Picture, 'thumbnail' | 'figures'>> {
  const raw = await pixelsOf(sharp(task.jpeg))
  return { thumbnail: await encodeThumbnail(raw), figures: measureQuality(raw) }
}

/** Turns a photo of our own clockwise, since its text does not stand upright. */
export async function turnPicture(task: {
  readonly jpeg: Uint8Array
  readonly degrees: 90 | 180 | 270
  readonly maxBytes: number
}): Promise<Pick<Picture, 'photo' | 'thumbnail'> | undefined> {
  const raw = await pixelsOf(sharp(task.jpeg).rotate(task.degrees))
  const photo = await encodePhoto(raw, task.maxBytes)
  return photo && { photo, thumbnail: await encodeThumbnail(raw) }
}

async function pixelsOf(image: ReturnType<typeof sharp>): Promise<RawImage> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
