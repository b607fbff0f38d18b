import type { Point, Size, TextLine } from './text-line.ts'

/** Differentiable Binarization (Liao et al., 2020), with PaddleOCR's figures for PP-OCRv4. */
const TEXT = 0.3
const SURE = 0.6
/** The network marks the core of a line; this is how far, by area over circumference, the line reaches beyond it. */
const GROWTH = 1.6
/** Cores that are flatter than this, in pixels of the map, are no text that could be read. */
const FLATTEST = 3
/** A page of noise is not followed into every speck. */
const MOST_LINES = 400

/** How likely each pixel belongs to a text, row by row, 0 to 1. */
export interface TextMap extends Size {
  readonly data: Float32Array
}

/** The lines of text in a map, in its pixels, from the largest to the smallest; which end is the beginning is not known. */
export function textRegions(map: TextMap): TextLine[] {
  return cores(map)
    .map(smallestRectangle)
    .filter(({ width, height }) => Math.min(width, height) >= FLATTEST)
    .map(grown)
    .sort((a, b) => b.width * b.height - a.width * a.height)
    .slice(0, MOST_LINES)
}

/** Connected parts of the map that are surely text: of each, the outermost pixels of its rows. */
function cores({ data, width, height }: TextMap): Point[][] {
  const seen = new Uint8Array(width * height)
  const stack: number[] = []
  const visit = (index: number): void => {
    if (seen[index] === 1 || (data[index] ?? 0) <= TEXT) return
    seen[index] = 1
    stack.push(index)
  }
  const found: Point[][] = []
  for (let start = 0; start < data.length; start++) {
    visit(start)
    if (stack.length === 0) continue
    const rows = new Map<number, { left: number; right: number }>()
    let sum = 0
    let count = 0
    for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
      const x = index % width
      const y = (index - x) / width
      sum += data[index] ?? 0
      count++
      const row = rows.get(y)
      if (row === undefined) rows.set(y, { left: x, right: x })
      else if (x < row.left) row.left = x
      else if (x > row.right) row.right = x
      for (let dy = -1; dy <= 1; dy++) {
        if (y + dy < 0 || y + dy >= height) continue
        const middle = index + dy * width
        visit(middle)
        if (x > 0) visit(middle - 1)
        if (x < width - 1) visit(middle + 1)
      }
    }
    if (sum / count >= SURE) found.push(corners(rows))
  }
  return found
}

function corners(rows: ReadonlyMap<number, { readonly left: number; readonly right: number }>): Point[] {
  return [...rows].flatMap(([y, { left, right }]) => [
    { x: left, y },
    { x: left, y: y + 1 },
    { x: right + 1, y },
    { x: right + 1, y: y + 1 },
  ])
}

/** The rectangle of the smallest area around points; one of its sides lies on a side of their convex hull. */
export function smallestRectangle(points: readonly Point[]): TextLine {
  const hull = convexHull(points)
  let best: TextLine | undefined
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length] ?? from
    const candidate = rectangleAlong(hull, Math.atan2(to.y - from.y, to.x - from.x))
    if (best === undefined || candidate.width * candidate.height < best.width * best.height) best = candidate
  }
  return best ?? { x: 0, y: 0, width: 0, height: 0, angle: 0 }
}

function rectangleAlong(points: readonly Point[], angle: number): TextLine {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const along = points.map(({ x, y }) => x * cos + y * sin)
  const across = points.map(({ x, y }) => y * cos - x * sin)
  const [left, right, top, bottom] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)]
  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2]
  return {
    x: middle * cos - centre * sin,
    y: middle * sin + centre * cos,
    width: right - left,
    height: bottom - top,
    angle,
  }
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return sorted.length < 2 ? sorted : [...half(sorted), ...half(sorted.toReversed())]
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  return a !== undefined && b !== undefined && (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
}

function grown(line: TextLine): TextLine {
  const by = (line.width * line.height * GROWTH) / (2 * (line.width + line.height))
  return { ...line, width: line.width + 2 * by, height: line.height + 2 * by }
}
