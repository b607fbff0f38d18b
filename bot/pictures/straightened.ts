import { sharp } from '../intake/libvips.ts'

const QUALITY = 85
/** The ground that shows where the turned picture does not reach: a middle grey, that is no paper and no shadow. */
const GROUND = '#808080'

/** Turns a photo by so many degrees clockwise, so that the lines of its document lie level. Nothing is cut off. */
export function straightened(jpeg: Uint8Array, degrees: number): Promise<Uint8Array> {
  return sharp(jpeg).rotate(degrees, { background: GROUND }).jpeg({ quality: QUALITY }).toBuffer()
}
