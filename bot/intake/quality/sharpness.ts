import type { Luma } from './reduced-luma.ts'

/** Pixels of a tile's side. */
const TILE = 24
/** Grey levels that a tile must span to be taken for print or an edge; less is ground, or noise. */
const CONTRAST = 24

/**
 * A tile that has print, or an edge: its middle, in pixels, and the mean energy of the second difference over the
 * contrast squared, along each of four directions (across, down, falling, rising).
 */
export interface Tile {
  readonly x: number
  readonly y: number
  readonly energies: readonly [number, number, number, number]
}

/** The tiles that have print or an edge. */
export function printTiles({ data, width, height }: Luma): Tile[] {
  const found: Tile[] = []
  for (let top = 1; top + TILE < height; top += TILE) {
    for (let left = 1; left + TILE < width; left += TILE) {
      let [low, high, across, down, falling, rising] = [255, 0, 0, 0, 0, 0]
      for (let y = top; y < top + TILE; y++) {
        for (let x = left, at = y * width + left; x < left + TILE; x++, at++) {
          const here = data[at] ?? 0
          if (here < low) low = here
          if (here > high) high = here
          const twice = 2 * here
          const dx = (data[at - 1] ?? 0) - twice + (data[at + 1] ?? 0)
          const dy = (data[at - width] ?? 0) - twice + (data[at + width] ?? 0)
          const df = (data[at - width - 1] ?? 0) - twice + (data[at + width + 1] ?? 0)
          const dr = (data[at - width + 1] ?? 0) - twice + (data[at + width - 1] ?? 0)
          across += dx * dx
          down += dy * dy
          falling += df * df
          rising += dr * dr
        }
      }
      const contrast = high - low
      if (contrast < CONTRAST) continue
      const whole = TILE * TILE * contrast * contrast
      found.push({
        x: left + TILE / 2,
        y: top + TILE / 2,
        energies: [across / whole, down / whole, falling / whole, rising / whole],
      })
    }
  }
  return found
}

/** How sharp the edges are across themselves: the 85th percentile of the tiles. Low where the lens was not in focus. */
export function focusOf(tiles: readonly Tile[]): number | undefined {
  const sorted = tiles.map(({ energies }) => Math.max(...energies)).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(0.85 * sorted.length))]
}

/**
 * How alike the four directions are in the whole picture, 0 to 1. A camera that moved leaves edges along its way sharp
 * and wipes out the others, so that no measure which adds up the directions sees it.
 */
export function steadinessOf(tiles: readonly Tile[]): number | undefined {
  const sums = [0, 1, 2, 3].map((direction) => tiles.reduce((sum, { energies }) => sum + (energies[direction] ?? 0), 0))
  const most = Math.max(...sums)
  return most > 0 ? Math.min(...sums) / most : undefined
}
