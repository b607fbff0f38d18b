import type { Field, FieldContext } from '../engine/field.ts'
import { parseDate, shownDate, today, yearsSince } from './calendar.ts'
import type { DateProblem } from './calendar.ts'
import { longestInput, refusals, textOf } from './refusals.ts'

const texts = [
  'field-birth-date-format',
  'field-birth-date-impossible',
  'field-birth-date-month-first',
  'field-birth-date-future',
  'field-birth-date-old',
] as const
const refuse = refusals(texts)
const oldest = 120

/** A birth date as yyyy-mm-dd, or why it cannot be one. */
export type BirthDateResult = { readonly iso: string } | { readonly problem: DateProblem | 'future' | 'old' }

/** Reads a birth date in the spellings of `parseDate`; not in the future of `now` (ms), at most 120 years ago. */
export function parseBirthDate(text: string, now: number): BirthDateResult {
  const found = parseDate(text.length > longestInput ? '' : text, now)
  if ('problem' in found) return found
  if (found.iso > today(now)) return { problem: 'future' }
  return yearsSince(found.iso, now) > oldest ? { problem: 'old' } : found
}

/** A birth date, kept as yyyy-mm-dd and shown as DD-MM-YYYY. */
export function birthDate(): Field<string> {
  return {
    type: 'birth-date',
    accepts: ['text'],
    read: (input, { env }) => {
      const found = parseBirthDate(textOf(input), env.now)
      if ('problem' in found) return refuse(`field-birth-date-${found.problem}`)
      return { is: 'value', value: found.iso }
    },
    holds: (value, { env }: FieldContext) => typeof value === 'string' && 'iso' in parseBirthDate(value, env.now),
    show: shownDate,
    texts,
  }
}
