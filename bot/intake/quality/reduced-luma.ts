import type { RawImage } from '../types.ts'

/** A picture in shades of grey, 0 to 255. */
export interface Luma {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * The picture in shades of grey (ITU-R BT.601), its longer side at most `side` pixels: each pixel is the mean of those it
 * stands for, so that noise is averaged out and what is measured does not depend on the telephone.
 */
export function reducedLuma({ data, width, height }: RawImage, side: number): Luma {
  const scale = Math.max(1, Math.max(width, height) / side)
  const wide = Math.max(1, Math.floor(width / scale))
  const high = Math.max(1, Math.floor(height / scale))
  const columns = Uint32Array.from({ length: wide + 1 }, (_, x) => Math.floor((x * width) / wide))
  const reduced = new Uint8Array(wide * high)
  const sums = new Uint32Array(wide)
  for (let y = 0; y < high; y++) {
    const top = Math.floor((y * height) / high)
    const bottom = Math.floor(((y + 1) * height) / high)
    sums.fill(0)
    for (let row = top; row < bottom; row++) {
      let at = row * width * 3
      for (let x = 0; x < wide; x++) {
        const end = (row * width + (columns[x + 1] ?? 0)) * 3
        let sum = 0
        for (; at < end; at += 3) sum += 77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)
        sums[x] = (sums[x] ?? 0) + sum
      }
    }
    for (let x = 0; x < wide; x++) {
      const pixels = ((columns[x + 1] ?? 0) - (columns[x] ?? 0)) * (bottom - top)
      reduced[y * wide + x] = (sums[x] ?? 0) / (pixels * 256)
    }
  }
  return { data: reduced, width: wide, height: high }
}
