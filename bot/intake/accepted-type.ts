import type { FileType, RefusalReason, SlotRules } from '../../flows/fields/document-outcome.ts'
import type { Sniffed } from './sniff.ts'

/** What a slot that takes telephone photos by their newest format takes too: AVIF comes in the same container as HEIC. */
const AS: Partial<Record<Sniffed, FileType>> = { jpeg: 'jpeg', png: 'png', webp: 'webp', heic: 'heic', avif: 'heic', pdf: 'pdf' }

/** Whether a slot takes what the bytes are; if not, why, so that the advice fits. */
export function typeProblem(sniffed: Sniffed, { types }: Pick<SlotRules, 'types'>): RefusalReason | undefined {
  const type = AS[sniffed]
  if (type !== undefined && types.includes(type)) return undefined
  if (sniffed === 'svg' || sniffed === 'app' || sniffed === 'pdf') return sniffed
  if (types.every((one) => one === 'pdf')) return 'pdf-only'
  return type === undefined ? 'not-an-image' : 'type'
}
