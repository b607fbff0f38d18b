import { sharp } from '../../bot/intake/libvips.ts'
import type { RawImage } from '../../bot/intake/types.ts'
import type { Box } from './canvas.ts'

/** A document as it is printed, and what is printed on it. */
export interface Drawn<Truth> {
  readonly picture: RawImage
  readonly truth: Truth
  /** radius of its corners, in pixels of the picture */
  readonly radius: number
  /** where the number stands that it is known by, if it has one */
  readonly number?: Box
}

/** A picture as a PNG file, to be looked at or to be put into something else. */
export function png({ data, width, height }: RawImage): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
}

/** A picture as a JPEG file. */
export function jpegOf({ data, width, height }: RawImage, quality = 88): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer()
}
