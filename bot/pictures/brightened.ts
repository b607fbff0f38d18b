import { sharp } from '../intake/libvips.ts'

/** Beyond these shares of the pixels (per cent) black and white are cut off: a lamp in the picture must not keep it dark. */
const ENDS = { lower: 1, upper: 99.5 }
/** Lifts what lies between black and white; evening out place by place costs twenty times as much and shows less. */
const LIFT = 1.8
const QUALITY = 85

/**
 * Brightens a dark photo for whoever must read it. Changes how a document looks, never what it says: the photo as it was
 * sent stays beside it.
 */
export function brightened(jpeg: Uint8Array): Promise<Uint8Array> {
  return sharp(jpeg).normalise(ENDS).gamma(1, LIFT).jpeg({ quality: QUALITY }).toBuffer()
}
