import { sharp } from './libvips.ts'

/** How far a pixel may be from the grey of what was never decoded; colour profiles move it a little. */
const TOLERANCE = 3
/** What a JPEG decoder makes of blocks that are not there: every coefficient 0 (ITU-T T.81, A.3.3 and F.2.1.5). */
const GREY = 128
/** Rows of a reduced image that one row of blocks may fill (8 or 16 lines, reduced by 8). */
const BLOCK_ROWS = 2

/**
 * The share (0 to 1) of a JPEG that is missing at its end: decoders fill it with grey. It is read at an eighth of the
 * size, where a block is one pixel, and before the image is turned. A progressive JPEG comes in passes over the whole
 * image: what it misses is sharpness everywhere, so that it counts as missing entirely. Fails when nothing can be decoded.
 */
export async function tornShare(bytes: Uint8Array): Promise<number> {
  const image = sharp(bytes, { failOn: 'none', sequentialRead: true, limitInputPixels: false, ignoreIcc: true })
  const { width: full, isProgressive } = await image.metadata()
  if (isProgressive) return 1
  const { data, info } = await image
    .resize({ width: Math.max(1, Math.round(full / 8)), kernel: 'nearest' })
    .toColourspace('srgb')
    .timeout({ seconds: 5 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return greyAtEnd(data, info.width, info.height) / (info.width * info.height)
}

// In reading order from the end: whole rows, and the right part of the row of blocks in which the data broke off.
function greyAtEnd(rgb: Uint8Array, width: number, height: number): number {
  let grey = 0
  let partial = 0
  for (let y = height - 1; y >= 0 && partial < BLOCK_ROWS; y--) {
    const run = greyRun(rgb, y * width, width)
    if (run === 0) break
    if (run < width) partial++
    grey += run
  }
  return grey
}

function greyRun(rgb: Uint8Array, start: number, width: number): number {
  for (let x = width - 1; x >= 0; x--) {
    for (let at = (start + x) * 3, end = at + 3; at < end; at++)
      if (Math.abs((rgb[at] ?? 0) - GREY) > TOLERANCE) return width - 1 - x
  }
  return width
}
