import type { Field } from '../engine/field.ts'
import { isoDate, parseDate, shownDate, today, yearsSince, type DateProblem } from './calendar.ts'
import { longestInput, refusals, textOf } from './refusals.ts'

const texts = [
  'field-day-format',
  'field-day-impossible',
  'field-day-month-first',
  'field-day-future',
  'field-day-past',
  'field-day-far',
] as const
const refuse = refusals(texts)
/** Years from today, back or ahead; what is farther is a slip. */
const FARTHEST = 50

/** A day as yyyy-mm-dd, or why it cannot be one. */
export type DayResult = { readonly iso: string } | { readonly problem: DateProblem | 'future' | 'past' | 'far' }

/**
 * Reads a day in the spellings of `parseDate`: `past` = today or before, `coming` = today or later. A two-digit year is
 * the one that fits.
 */
export function parseDay(text: string, which: 'past' | 'coming', now: number): DayResult {
  const found = parseDate(text.length > longestInput ? '' : text, now)
  if ('problem' in found) return found
  const isShort = !text.normalize('NFKC').includes(found.iso.slice(0, 4)) && !/\d{4}/.test(text)
  const iso = which === 'coming' && isShort && found.iso < today(now) ? centuryLater(found.iso) : found.iso
  if (iso === undefined) return { problem: 'impossible' }
  if (Math.abs(yearsSince(iso, now)) > FARTHEST) return { problem: 'far' }
  if (which === 'past' && iso > today(now)) return { problem: 'future' }
  if (which === 'coming' && iso < today(now)) return { problem: 'past' }
  return { iso }
}

function centuryLater(iso: string): string | undefined {
  return isoDate(Number(iso.slice(0, 4)) + 100, Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

/** A day that has come or is to come, kept as yyyy-mm-dd and shown as DD-MM-YYYY. */
export function day(which: 'past' | 'coming'): Field<string> {
  return {
    type: `day-${which}`,
    accepts: ['text'],
    read: (input, { env }) => {
      const found = parseDay(textOf(input), which, env.now)
      return 'iso' in found ? { is: 'value', value: found.iso } : refuse(`field-day-${found.problem}`)
    },
    holds: (value, { env }) => typeof value === 'string' && 'iso' in parseDay(value, which, env.now),
    show: shownDate,
    texts,
  }
}
