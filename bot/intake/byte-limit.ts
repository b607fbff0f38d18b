import type { PhotoProblem } from './problem.ts'

/** No file beyond this is taken in, whatever a document slot allows: 30 MB, in bytes. */
export const HARD_LIMIT_BYTES = 30 * 1024 * 1024

/** The most bytes that a slot takes: its own limit where it states one, never more than the hard limit. */
export function byteLimit(ofSlot: number | undefined): number {
  return Math.min(ofSlot ?? HARD_LIMIT_BYTES, HARD_LIMIT_BYTES)
}

/** Checks the number of bytes against the limit in bytes. */
export function bytesProblem(bytes: Uint8Array, limit: number): PhotoProblem | undefined {
  if (bytes.length === 0) return 'empty'
  return bytes.length > limit ? 'too-large' : undefined
}
