import type { RefusalReason, SlotRules } from '../../flows/fields/document-outcome.ts'
import type { Sniffed } from './sniff.ts'

/** No file beyond this is taken in, whatever a document slot allows: 30 MB, in bytes. */
export const HARD_LIMIT_BYTES = 30 * 1024 * 1024

type Limits = Pick<SlotRules, 'maxBytes' | 'shrink' | 'types'>

/** The most bytes that are fetched for a slot, before it is known what they are: a photo may be beyond the slot's own limit. */
export function fetchLimit({ maxBytes, shrink, types }: Limits): number {
  const isOnlyPdf = types.every((type) => type === 'pdf')
  return shrink && !isOnlyPdf ? HARD_LIMIT_BYTES : Math.min(maxBytes, HARD_LIMIT_BYTES)
}

/** Checks the number of bytes of a file against its slot: what can be made smaller may be larger. */
export function bytesProblem(
  bytes: number,
  type: Sniffed,
  { maxBytes, shrink }: Omit<Limits, 'types'>,
): RefusalReason | undefined {
  if (bytes === 0) return 'empty'
  const limit = shrink && type !== 'pdf' ? HARD_LIMIT_BYTES : Math.min(maxBytes, HARD_LIMIT_BYTES)
  return bytes > limit ? 'too-large' : undefined
}
