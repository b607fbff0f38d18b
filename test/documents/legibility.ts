import type { Fault } from './fault.ts'
import type { Photograph } from './photograph.ts'

/**
 * From which strength on the NIK can no longer be read: the text reader, given the exact place of the number, straightened
 * and brightened, gets more than two of its sixteen digits wrong on most cards (docs/documents.md has the figures). Of a
 * dark photo a program can read more than people can, who see nothing but black.
 */
const ILLEGIBLE_FROM: Partial<Record<Fault['kind'], number>> = { dark: 0.9, defocus: 0.55, motion: 0.35, 'too-small': 0.85 }
/** Points along the number that are looked at; hidden from two digits on. */
const POINTS = 48
const HIDDEN = 2 / 16
const WHITE = 250

/** Whether the number on a photographed document can be read by anybody. */
export function isLegible(photo: Photograph, fault: Fault | undefined): boolean {
  if (fault === undefined) return true
  const from = ILLEGIBLE_FROM[fault.kind]
  return from === undefined ? hiddenShare(photo) < HIDDEN : fault.strength < from
}

/** Which part of the number lies outside of the picture or under a white spot, 0 to 1. Fails for a document without one. */
function hiddenShare({ number, raw }: Photograph): number {
  if (number === undefined) throw new Error('this document has no number that could be hidden')
  const [a, b, c, d] = number
  let hidden = 0
  for (let point = 0; point < POINTS; point++) {
    const along = (point + 0.5) / POINTS
    const place = (axis: 0 | 1) => (a[axis] + d[axis]) / 2 + (along * (b[axis] + c[axis] - a[axis] - d[axis])) / 2
    const [x, y] = [Math.round(place(0)), Math.round(place(1))]
    const isOutside = x < 0 || y < 0 || x >= raw.width || y >= raw.height
    const at = (y * raw.width + x) * 3
    if (isOutside || Math.min(raw.data[at] ?? 0, raw.data[at + 1] ?? 0, raw.data[at + 2] ?? 0) >= WHITE) hidden++
  }
  return hidden / POINTS
}
