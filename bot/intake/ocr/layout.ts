import type { ReadLine } from './recognition.ts'

/** A shorter line, by width over height, has no direction of its own that could be trusted. */
const LONG = 5

/**
 * The lines that stand to the right of a line and level with it, from left to right. Photos are taken askew and cards lie in
 * perspective: level means along the longer one's own direction, or along the page's `tilt` (radians) where both are short.
 */
export function rightOf(line: ReadLine, others: readonly ReadLine[], tilt: number): ReadLine[] {
  return others
    .filter((other) => other !== line && gap(line, other, tilt) > 0 && Math.abs(drop(line, other, tilt)) < line.height / 2)
    .sort((a, b) => gap(line, a, tilt) - gap(line, b, tilt))
}

/** By how many pixels another line stands below a line. */
export function drop(line: ReadLine, other: ReadLine, tilt: number): number {
  const longer = line.width > other.width ? line : other
  const angle = longer.width > LONG * longer.height ? longer.angle : tilt
  return (other.y - line.y) * Math.cos(angle) - (other.x - line.x) * Math.sin(angle)
}

/** The gap in pixels from the end of a line to the beginning of another; a little more than there is, as boxes are wider than their text. */
export function gap(line: ReadLine, other: ReadLine, tilt: number): number {
  return along(other, tilt) - other.width / 2 - (along(line, tilt) + line.width / 2) + 0.6 * line.height
}

/** Where a line begins, in pixels along the tilted page. */
export function beginning(line: ReadLine, tilt: number): number {
  return along(line, tilt) - line.width / 2
}

function along({ x, y }: ReadLine, tilt: number): number {
  return x * Math.cos(tilt) + y * Math.sin(tilt)
}
