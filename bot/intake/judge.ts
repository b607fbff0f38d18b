import { kindsOf, type PhotoFault, type SlotRules } from '../../flows/fields/document-outcome.ts'
import type { QualityFigures } from './quality/measure.ts'
import { photoFault } from './quality/photo-fault.ts'
import type { DocumentReading } from './types.ts'

/** What is thought of a photo: see `outcomeSchema`. */
export type Judgement =
  { readonly verdict: 'good' | 'undecided'; readonly fault?: never } | { readonly verdict: 'fault'; readonly fault: PhotoFault }

const GOOD: Judgement = { verdict: 'good' }
const UNDECIDED: Judgement = { verdict: 'undecided' }
const faulty = (fault: PhotoFault): Judgement => ({ verdict: 'fault', fault })

/**
 * One verdict of a photo from what was measured and what was read. What could be verified is good whatever it looks
 * like; a fault is named only where it is seen; anything else is for an officer. `reading` is undefined where reading
 * failed or took too long: then only the figures speak. Pure; never throws.
 */
export function judge(
  figures: QualityFigures,
  reading: DocumentReading | undefined,
  rules: Pick<SlotRules, 'kind' | 'also' | 'checks'>,
): Judgement {
  const { checks } = rules
  const kinds = kindsOf(rules)
  const kind = kinds.find((one) => one === reading?.kind) ?? rules.kind
  const isAsked = kind !== 'any' && checks.includes('kind')
  // Its words say for certain that it is another document.
  if (isAsked && reading !== undefined && isKnown(reading.kind) && !kinds.some((one) => one === reading.kind))
    return faulty('wrong-document')
  if (reading !== undefined && isProven(reading, kind, checks)) return GOOD
  const fault = checks.includes('legible') ? photoFault(figures, reading) : undefined
  if (fault !== undefined) return faulty(fault)
  if (!isAsked) return UNDECIDED
  if (reading?.kind === 'other') return faulty('wrong-document')
  if (reading?.kind === 'none') return faulty('no-document')
  return UNDECIDED
}

function isKnown(kind: DocumentReading['kind']): boolean {
  return kind === 'ktp' || kind === 'kk' || kind === 'passport'
}

/** Whether what was read leaves nothing to be asked of the photo. */
function isProven(reading: DocumentReading, kind: SlotRules['kind'], checks: SlotRules['checks']): boolean {
  const { nik, name, kk } = reading.checks
  if (nik === 'same' || kk === 'same') return true
  const { read } = reading
  // Read for certain, but not what was typed: the photo is legible, what it says is for an officer to see.
  if ([nik, name, kk].includes('different')) return false
  if (kind === 'passport') return name === 'same' || (name === undefined && read.passport !== undefined)
  if (nik !== undefined || kk !== undefined) return false
  if (kind === 'ktp') return read.nik !== undefined
  if (kind === 'kk') return read.kk !== undefined
  return checks.includes('legible') && isLegible(reading)
}

/** Lines that are read for certain, and how many it takes to call a paper legible. */
const SURE = 0.9
const SURE_LINES = 4

/** Nothing is known of the paper but that it has words: most of those that were read were read for certain. */
function isLegible({ boxes }: DocumentReading): boolean {
  const read = boxes.filter(({ text }) => text.length > 2)
  const sure = read.filter(({ confidence }) => confidence >= SURE)
  return sure.length >= SURE_LINES && sure.length * 4 >= read.length * 3
}
