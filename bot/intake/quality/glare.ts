import type { Luma } from './reduced-luma.ts'

/** A white spot without any print in it: its size as a share of the picture, its place in shares of width and height. */
export interface WhiteSpot {
  readonly share: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Grey level from which a sensor says nothing any more. */
const WHITE = 250
/** Pixels of a cell's side; a cell is white when all of it is. */
const CELL = 6

/** The largest connected white spot, if there is any. Print that still shows breaks a spot up. */
export function largestWhiteSpot({ data, width, height }: Luma): WhiteSpot | undefined {
  const [columns, rows] = [Math.floor(width / CELL), Math.floor(height / CELL)]
  const white = new Uint8Array(columns * rows).fill(1)
  for (let y = 0; y < rows * CELL; y++) {
    const row = Math.floor(y / CELL) * columns
    for (let x = 0; x < columns * CELL; x++) {
      if ((data[y * width + x] ?? 0) < WHITE) white[row + Math.floor(x / CELL)] = 0
    }
  }
  let largest: { cells: number; left: number; top: number; right: number; bottom: number } | undefined
  for (let start = 0; start < white.length; start++) {
    if (white[start] !== 1) continue
    const spot = spread(white, columns, start)
    if (spot.cells > (largest?.cells ?? 0)) largest = spot
  }
  return (
    largest && {
      share: largest.cells / (columns * rows),
      left: largest.left / columns,
      top: largest.top / rows,
      right: (largest.right + 1) / columns,
      bottom: (largest.bottom + 1) / rows,
    }
  )
}

/** Counts the white cells that hang together with `start`, and takes them off the map. */
function spread(white: Uint8Array, columns: number, start: number) {
  const first = { x: start % columns, y: Math.floor(start / columns) }
  const spot = { cells: 0, left: first.x, top: first.y, right: first.x, bottom: first.y }
  const waiting = [start]
  white[start] = 0
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const [x, y] = [cell % columns, Math.floor(cell / columns)]
    spot.cells++
    spot.left = Math.min(spot.left, x)
    spot.right = Math.max(spot.right, x)
    spot.top = Math.min(spot.top, y)
    spot.bottom = Math.max(spot.bottom, y)
    for (const next of [x > 0 ? cell - 1 : -1, x < columns - 1 ? cell + 1 : -1, cell - columns, cell + columns]) {
      if (white[next] !== 1) continue
      white[next] = 0
      waiting.push(next)
    }
  }
  return spot
}
