import type { RefusalReason } from '../../flows/fields/document-outcome.ts'
import { sharp } from './libvips.ts'

const MEGAPIXEL = 1_000_000
/** Measured: a progressive JPEG is decoded whole (108 MP took 1 GB); a baseline one is shrunk while it is read. */
const PIXELS = { jpeg: 120 * MEGAPIXEL, progressiveJpeg: 40 * MEGAPIXEL, other: 50 * MEGAPIXEL }

/** Checks how many pixels the image's header announces; nothing is decoded. */
export async function headerProblem(bytes: Uint8Array): Promise<RefusalReason | undefined> {
  try {
    const header = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata()
    const limit = header.format !== 'jpeg' ? PIXELS.other : header.isProgressive ? PIXELS.progressiveJpeg : PIXELS.jpeg
    return header.width * header.height > limit ? 'pixels' : undefined
  } catch {
    return 'damaged'
  }
}
