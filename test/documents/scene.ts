import { sharp } from '../../bot/intake/libvips.ts'
import type { RawImage } from '../../bot/intake/types.ts'
import { desk } from './desk.ts'
import type { Drawn } from './drawn.ts'
import { inverse, projectionOnto, type Quad } from './geometry.ts'
import type { Seeded } from './seeded.ts'

/** Lays a document onto a table, its corners where `quad` says, and gives what a perfect camera would see. */
export async function layOnDesk(
  { picture, radius }: Pick<Drawn<unknown>, 'picture' | 'radius'>,
  quad: Quad,
  { width, height }: { readonly width: number; readonly height: number },
  random: Seeded,
): Promise<RawImage> {
  const wide = Math.max(8, Math.round(Math.max(length(quad[0], quad[1]), length(quad[3], quad[2]))))
  const card = await scaled(picture, wide)
  const round = (radius * card.width) / picture.width
  const back = inverse(projectionOnto(quad, card.width, card.height))
  const colour = desk(random)
  const thousandth = 1000 / width
  const shade = random.between(4, 14) / thousandth
  const ground = new Float32Array(3)
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const w = back[6] * x + back[7] * y + back[8]
      const u = (back[0] * x + back[1] * y + back[2]) / w
      const v = (back[3] * x + back[4] * y + back[5]) / w
      const inside = within(u, v, card.width, card.height, round) + 0.5
      if (inside < 1) {
        colour(x * thousandth, y * thousandth, ground)
        // The card's shadow: darkest at its edge.
        const shadow = inside > -shade ? 0.6 + 0.4 * Math.min(1, -inside / shade) : 1
        for (let c = 0; c < 3; c++) data[at + c] = (ground[c] ?? 0) * shadow
      }
      if (inside > 0) sample(card, u, v, Math.min(1, inside), data, at)
    }
  }
  return { data, width, height }
}

/** How far inside a rectangle with round corners a point lies, in pixels; negative outside. */
function within(u: number, v: number, width: number, height: number, radius: number): number {
  const x = Math.min(u, width - u)
  const y = Math.min(v, height - v)
  if (x >= radius || y >= radius) return Math.min(x, y)
  return radius - Math.hypot(radius - x, radius - y)
}

/** Mixes the colour between four pixels into the pixel at `at`; `share` 0 to 1. */
function sample({ data, width, height }: RawImage, u: number, v: number, share: number, into: Uint8Array, at: number): void {
  const x = Math.min(width - 1.001, Math.max(0, u - 0.5))
  const y = Math.min(height - 1.001, Math.max(0, v - 0.5))
  const [left, top] = [x | 0, y | 0]
  const [fx, fy] = [x - left, y - top]
  const one = (top * width + left) * 3
  const next = one + width * 3
  for (let c = 0; c < 3; c++) {
    const upper = (data[one + c] ?? 0) * (1 - fx) + (data[one + c + 3] ?? 0) * fx
    const lower = (data[next + c] ?? 0) * (1 - fx) + (data[next + c + 3] ?? 0) * fx
    into[at + c] = (into[at + c] ?? 0) * (1 - share) + (upper * (1 - fy) + lower * fy) * share
  }
}

const length = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1])

async function scaled({ data, width, height }: RawImage, wide: number): Promise<RawImage> {
  const { data: pixels, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: wide })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: pixels, width: info.width, height: info.height }
}
