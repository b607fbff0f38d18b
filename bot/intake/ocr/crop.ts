import type { RawImage } from '../types.ts'
import type { TextLine } from './text-line.ts'

/** The height of a line as recognition takes it, in pixels. */
const HEIGHT = 48
const NARROWEST = 16
/** A machine-readable line of a passport is 37 times as wide as it is high; nothing is squeezed below this. */
const WIDEST = 2400

/** A line cut out of a picture and straightened: three planes (blue, green, red) of `HEIGHT` rows, -1 to 1. */
export interface Crop {
  readonly data: Float32Array
  readonly shape: readonly [1, 3, number, number]
}

/** Cuts a line out of a picture, along its reading direction and with its own proportions; outside the picture is grey. */
export function crop(image: RawImage, line: TextLine): Crop {
  const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, (HEIGHT * line.width) / Math.max(1, line.height))))
  const pixels = HEIGHT * width
  const data = new Float32Array(3 * pixels)
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)]
  const [across, down] = [line.width / width, line.height / HEIGHT]
  // more than one sample a pixel where the picture has more to tell: a thin stroke would fall between them
  const samples = Math.min(4, Math.max(1, Math.round(Math.max(across, down))))
  const weight = 2 / (255 * samples * samples)
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      for (let sample = 0; sample < samples * samples; sample++) {
        const along = (column + ((sample % samples) + 0.5) / samples) * across - line.width / 2
        const below = (row + (Math.floor(sample / samples) + 0.5) / samples) * down - line.height / 2
        add(image, line.x + along * cos - below * sin, line.y + along * sin + below * cos, data, at, pixels)
      }
      for (let channel = 0; channel < 3; channel++) {
        const value = data[at + channel * pixels] ?? 0
        data[at + channel * pixels] = value * weight - 1
      }
    }
  }
  return { data, shape: [1, 3, HEIGHT, width] }
}

/** Adds the colour at a place between pixels (bilinear) to the crop's three planes. */
function add({ data, width, height }: RawImage, x: number, y: number, into: Float32Array, at: number, plane: number): void {
  const left = Math.floor(x - 0.5)
  const top = Math.floor(y - 0.5)
  if (left < -1 || top < -1 || left >= width || top >= height) {
    for (let channel = 0; channel < 3; channel++) into[at + channel * plane] = (into[at + channel * plane] ?? 0) + 127
    return
  }
  const fx = x - 0.5 - left
  const fy = y - 0.5 - top
  const x0 = Math.max(0, left)
  const x1 = Math.min(width - 1, left + 1)
  const upper = Math.max(0, top) * width
  const lower = Math.min(height - 1, top + 1) * width
  for (let channel = 0; channel < 3; channel++) {
    const from = 2 - channel
    const above = (data[3 * (upper + x0) + from] ?? 0) * (1 - fx) + (data[3 * (upper + x1) + from] ?? 0) * fx
    const below = (data[3 * (lower + x0) + from] ?? 0) * (1 - fx) + (data[3 * (lower + x1) + from] ?? 0) * fx
    const index = at + channel * plane
    into[index] = (into[index] ?? 0) + above * (1 - fy) + below * fy
  }
}
