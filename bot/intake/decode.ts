import type { Sharp } from 'sharp'
import { sharp } from './libvips.ts'
import { refused, type Refused } from './problem.ts'
import { tornShare } from './torn-end.ts'
import type { RawImage } from './types.ts'

/** The longer side of a kept photo, in pixels: small print on an identity card stays legible. */
export const LONGEST_SIDE = 2000
/** Seconds that decoding may take; libvips gives up after them. */
const SECONDS = 5
/** The share of a photo that may be missing at its end; a lost end marker costs less than one block. */
const LOSS = 0.01

/**
 * Decodes an image, once, to upright sRGB pixels with white for what was transparent, at most 2000 pixels long. All that
 * is kept of a photo is made from these; whatever was not pixels is gone: camera data, the place where it was taken,
 * comments, and anything hidden behind or inside the image. A photo that merely lost its last bytes is taken.
 * Check the header first (pixel-limit.ts): this decodes what it is given.
 */
export async function decode(bytes: Uint8Array): Promise<RawImage | Refused> {
  try {
    return await pixels(sharp(bytes, { failOn: 'error', sequentialRead: true, limitInputPixels: false }))
  } catch (error) {
    return isEndMissing(error) ? decodeTorn(bytes) : refused(decodingProblem(error))
  }
}

async function decodeTorn(bytes: Uint8Array): Promise<RawImage | Refused> {
  try {
    if ((await tornShare(bytes)) > LOSS) return refused('damaged')
    return await pixels(sharp(bytes, { failOn: 'none', sequentialRead: true, limitInputPixels: false }))
  } catch (error) {
    return refused(decodingProblem(error))
  }
}

async function pixels(image: Sharp): Promise<RawImage> {
  const { data, info } = await image
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: SECONDS })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Tells a decoder that ran out of time from one that met bad data, by what libvips says. */
export function decodingProblem(error: unknown): 'timeout' | 'damaged' {
  return error instanceof Error && error.message.startsWith('timeout:') ? 'timeout' : 'damaged'
}

// What libjpeg says when the data end before the image does.
function isEndMissing(error: unknown): boolean {
  return error instanceof Error && /premature end of (?:JPEG image|input file)/i.test(error.message)
}
