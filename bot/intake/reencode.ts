import { sharp } from './libvips.ts'
import { refused, type PhotoProblem, type Refused } from './problem.ts'

/** The longer side of a kept photo, in pixels: small print on an identity card stays legible. */
const LONGEST_SIDE = 2000
const QUALITY = 82
/** Seconds that decoding may take; libvips gives up after them. */
const SECONDS = 5

/** A photo as it is kept: upright, sRGB, without metadata. `width` and `height` in pixels. */
export type Photo = { readonly ok: true; readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

/**
 * Decodes an image and writes its pixels anew as a plain JPEG. Whatever was not pixels is gone: camera data, the place
 * where it was taken, comments, and anything hidden behind or inside the image. Transparency becomes white.
 * Check the header first (pixel-limit.ts): this decodes what it is given.
 */
export async function reencode(bytes: Uint8Array): Promise<Photo | Refused> {
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error', sequentialRead: true, limitInputPixels: false })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true })
    return { ok: true, jpeg: data, width: info.width, height: info.height }
  } catch (error) {
    return refused(decodingProblem(error))
  }
}

/** Tells a decoder that ran out of time from one that met bad data, by what libvips says. */
export function decodingProblem(error: unknown): PhotoProblem {
  return error instanceof Error && error.message.startsWith('timeout:') ? 'timeout' : 'damaged'
}
