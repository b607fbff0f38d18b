import { HARD_LIMIT_BYTES } from '../../bot/intake/byte-limit.ts'
import type { SlotRules } from '../../flows/fields/document-outcome.ts'

/** A slot that takes whatever can be taken at all, up to so many pages. */
export function anyFile(maxPages: number): SlotRules {
  const types: SlotRules['types'] = ['jpeg', 'png', 'webp', 'heic', 'pdf']
  return { slot: 'any', kind: 'any', types, maxBytes: HARD_LIMIT_BYTES, maxPages, shrink: true, checks: [] }
}
