import type { Colour } from './canvas.ts'
import type { Seeded } from './seeded.ts'

const SIDE = 512
/** Smooth noise that repeats, 0 to 1, one for all desks. */
let noise: Float32Array | undefined

/** What a document lies on: the colour of the table at a place, in thousandths of the photo's width. */
export function desk(random: Seeded): (x: number, y: number, into: Float32Array) => void {
  const field = (noise ??= smoothNoise(SIDE))
  const wood = random.number() < 0.6
  const tone = random.pick<Colour>(
    wood
      ? [
          [128, 88, 56],
          [164, 122, 82],
          [92, 62, 44],
          [188, 158, 122],
        ]
      : [
          [96, 100, 104],
          [176, 174, 168],
          [60, 74, 92],
          [140, 60, 58],
          [214, 210, 202],
        ],
  )
  const [stretch, depth] = wood ? [0.09, 0.36] : [0.8, 0.12]
  const [dx, dy] = [random.integer(0, SIDE - 1), random.integer(0, SIDE - 1)]
  const across = random.number() < 0.5
  const at = (x: number, y: number) => field[((((y | 0) % SIDE) + SIDE) % SIDE) * SIDE + ((((x | 0) % SIDE) + SIDE) % SIDE)] ?? 0
  return (x, y, into) => {
    const [along, over] = across ? [x, y] : [y, x]
    const grain = at(along * stretch + dx, over * 0.8 + dy) * 0.7 + at(along * stretch * 5 + dy, over * 3 + dx) * 0.3
    const light = 1 - depth / 2 + depth * grain
    for (let c = 0; c < 3; c++) into[c] = (tone[c] ?? 0) * light
  }
}

/** Value noise of four octaves on a square that can be tiled. */
function smoothNoise(side: number): Float32Array {
  const sum = new Float32Array(side * side)
  let state = 7
  for (const cell of [64, 32, 16, 8]) {
    const cells = side / cell
    const knots = Float32Array.from({ length: cells * cells }, () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    })
    const knot = (x: number, y: number) => knots[(y % cells) * cells + (x % cells)] ?? 0
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const [cx, cy] = [Math.floor(x / cell), Math.floor(y / cell)]
        const [u, v] = [ease(x / cell - cx), ease(y / cell - cy)]
        const top = knot(cx, cy) * (1 - u) + knot(cx + 1, cy) * u
        const bottom = knot(cx, cy + 1) * (1 - u) + knot(cx + 1, cy + 1) * u
        const at = y * side + x
        sum[at] = (sum[at] ?? 0) + ((top * (1 - v) + bottom * v) * cell) / 120
      }
    }
  }
  return sum
}

function ease(t: number): number {
  return t * t * (3 - 2 * t)
}
