import type { TypedIdentity } from '../../../flows/fields/document-outcome.ts'
import { parseNik } from '../../../flows/fields/nik.ts'
import type { DocumentReading } from '../types.ts'
import { mayBeIncomplete } from './incomplete.ts'
import { ktpText, ktpValues } from './ktp.ts'
import { compareName } from './name-check.ts'
import { compareNumber, lookAtNumber, numberRun, ROOMY, sureNumber, type NumberEvidence } from './number-check.ts'
import type { Page } from './page.ts'
import type { ReadLine } from './recognition.ts'

/** Fewer digits in a row are a date or half a number. */
const FEWEST_DIGITS = 13

/** What was found in a document, and what came of the comparisons. */
export type Findings = Pick<DocumentReading, 'read' | 'checks'>

/** An identity card as it was read, before anything is compared. */
export interface ReadCard {
  readonly values: ReturnType<typeof ktpValues>
  /** empty where no line looks like a NIK */
  readonly nik: NumberEvidence
}

/** Reads an identity card: its values by their labels, and its NIK, the uppermost long number, more closely. */
export async function readCard(page: Page, read: readonly ReadLine[]): Promise<ReadCard> {
  const trusted = read.map((line) => (mayBeIncomplete(page.image, line) ? doubted(line) : line))
  const [line] = read.filter((one) => digitsIn(one) >= FEWEST_DIGITS).sort((a, b) => a.y - b.y)
  const run = line && numberRun(line)
  const nik = line === undefined || run === undefined ? [] : await lookAtNumber(page, line, run, ROOMY)
  return { values: ktpValues(trusted, page.tilt), nik }
}

/** What is sure of a card, and whether it is what was typed. */
export function cardFindings({ values, nik: evidence }: ReadCard, typed: TypedIdentity): Findings {
  const nik = sureNumber(evidence)
  const { name } = values
  return {
    read: { ...(nik !== undefined && 'nik' in parseNik(nik) && { nik }), ...ktpText(values) },
    checks: {
      ...(typed.nik !== undefined && { nik: compareNumber(evidence, typed.nik) }),
      ...(typed.name !== undefined && { name: compareName(name?.text ?? '', name?.legible === true, typed.name) }),
    },
  }
}

/** A line that may go on where nothing was to be seen says nothing for sure. */
function doubted(line: ReadLine): ReadLine {
  return { ...line, glyphs: line.glyphs.map((glyph) => ({ ...glyph, probability: 0 })) }
}

function digitsIn(line: ReadLine): number {
  return numberRun(line)?.digits ?? 0
}
