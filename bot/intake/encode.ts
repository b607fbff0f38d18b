import { sharp } from './libvips.ts'
import { LONGEST_SIDE } from './decode.ts'
import type { RawImage } from './types.ts'

/** How a photo is kept, the best first: longest side in pixels and JPEG quality. The later are for slots with small limits. */
const FORMS = [
  { side: LONGEST_SIDE, quality: 82 },
  { side: LONGEST_SIDE, quality: 70 },
  { side: 1600, quality: 75 },
  { side: 1280, quality: 70 },
  { side: 1000, quality: 65 },
  { side: 800, quality: 60 },
] as const
/** The longer side of a thumbnail, in pixels, and its JPEG quality: enough to tell two documents apart in a list. */
const THUMBNAIL = { side: 320, quality: 75 } as const

/** A JPEG without any metadata; `width` and `height` in pixels. */
export interface PlainJpeg {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

/** The photo as it is kept: the best form that has at most `maxBytes` bytes; undefined when even the smallest has more. */
export async function encodePhoto(raw: RawImage, maxBytes: number): Promise<PlainJpeg | undefined> {
  const longest = Math.max(raw.width, raw.height)
  for (const form of FORMS) {
    // A form that would not make this photo smaller than the one before it is tried for its quality only.
    const photo = await encode(raw, { ...form, side: Math.min(form.side, longest) })
    if (photo.jpeg.length <= maxBytes) return photo
  }
  return undefined
}

/** A small picture of it, for lists. */
export function encodeThumbnail(raw: RawImage): Promise<PlainJpeg> {
  return encode(raw, THUMBNAIL)
}

async function encode(
  { data, width, height }: RawImage,
  form: { readonly side: number; readonly quality: number },
): Promise<PlainJpeg> {
  const image = sharp(data, { raw: { width, height, channels: 3 } })
  if (form.side < Math.max(width, height)) image.resize({ width: form.side, height: form.side, fit: 'inside' })
  const { data: jpeg, info } = await image.jpeg({ quality: form.quality }).toBuffer({ resolveWithObject: true })
  return { jpeg, width: info.width, height: info.height }
}
