import type { RawImage } from '../../bot/intake/types.ts'

/** Smears a picture along a straight line of `length` pixels at `angle` (radians), as a moving camera does. */
export function motionBlur(picture: RawImage, length: number, angle: number): RawImage {
  const { data, width, height } = picture
  const taps = Math.max(1, Math.round(length))
  const steps = Array.from({ length: taps }, (_, tap) => {
    const way = tap - (taps - 1) / 2
    return [Math.round(Math.cos(angle) * way), Math.round(Math.sin(angle) * way)] as const
  })
  const sums = new Uint32Array(width * 3)
  const smeared = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (const [dx, dy] of steps) {
      const row = Math.min(height - 1, Math.max(0, y + dy)) * width
      // Beyond the border the last pixel goes on.
      for (let x = 0, at = 0; x < width; x++, at += 3) {
        const from = (row + Math.min(width - 1, Math.max(0, x + dx))) * 3
        sums[at] = (sums[at] ?? 0) + (data[from] ?? 0)
        sums[at + 1] = (sums[at + 1] ?? 0) + (data[from + 1] ?? 0)
        sums[at + 2] = (sums[at + 2] ?? 0) + (data[from + 2] ?? 0)
      }
    }
    const start = y * width * 3
    for (let at = 0; at < sums.length; at++) smeared[start + at] = (sums[at] ?? 0) / taps
  }
  return { data: smeared, width, height }
}
