import type { RawImage } from '../../bot/intake/types.ts'
import type { Point } from './geometry.ts'
import { seeded, type Seeded } from './seeded.ts'

/** How much light falls, and whether a lamp is mirrored; lengths in pixels. */
export interface Light {
  readonly exposure: number
  readonly lamp?: { readonly centre: Point; readonly radius: number }
}

const GRAINS = 1 << 16
/** Normally distributed noise that is drawn once. */
let grains: Float32Array | undefined

/** What the sensor makes of what the lens gives: uneven light, a white spot where it is too much, noise, 8 bits. */
export function expose({ data, width, height }: RawImage, random: Seeded, { exposure, lamp }: Light): RawImage {
  const grain = (grains ??= normal(GRAINS))
  const [gx, gy] = [random.between(-0.22, 0.22) / width, random.between(-0.22, 0.22) / height]
  const tint = [random.between(0.96, 1.04), 1, random.between(0.9, 1.06)]
  const noise = random.between(1, 3.2)
  const stretch = random.between(0.6, 1.6)
  const [lx, ly] = lamp?.centre ?? [0, 0]
  const near = lamp ? lamp.radius * 2.2 : 0
  const seen = new Uint8Array(data.length)
  let state = random.integer(0, GRAINS - 1)
  for (let y = 0, at = 0; y < height; y++) {
    const dy = (y - ly) * stretch
    for (let x = 0; x < width; x++, at += 3) {
      const light = exposure * (1 + gx * (x - width / 2) + gy * (y - height / 2))
      let mirrored = 0
      if (lamp && Math.abs(dy) < near && Math.abs(x - lx) < near) {
        const far = Math.hypot(x - lx, dy) / lamp.radius
        // White up to the radius, then falling off.
        mirrored = far < 1 ? 255 : 255 * Math.max(0, 1 - (far - 1) / 0.9) ** 2
      }
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
      for (let c = 0; c < 3; c++) {
        const value =
          (data[at + c] ?? 0) * light * (tint[c] ?? 1) + mirrored + (grain[(state >> (c * 4)) & (GRAINS - 1)] ?? 0) * noise
        seen[at + c] = value < 0 ? 0 : value > 255 ? 255 : value
      }
    }
  }
  return { data: seen, width, height }
}

/** Box and Muller, 1958. */
function normal(count: number): Float32Array {
  const random = seeded(1958)
  return Float32Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random.number())) * Math.cos(2 * Math.PI * random.number()),
  )
}
