import type { Field } from '../engine/field.ts'
import { isoDate, latestWithShortYear } from './calendar.ts'
import { dateMatches, groupedNumber, maskedNumber, parseSixteen, possibleDate } from './identity-number.ts'
import type { NotSixteen } from './identity-number.ts'
import { refusals, textOf } from './refusals.ts'

const texts = [
  'field-nik-empty',
  'field-nik-letters',
  'field-nik-length',
  'field-nik-day',
  'field-nik-month',
  'field-nik-date',
  'field-nik-serial',
] as const
const refuse = refusals(texts)

/** A NIK, or why it cannot be one. */
export type NikResult = { readonly nik: string } | NotSixteen | { readonly problem: 'day' | 'month' | 'date' | 'serial' }

/**
 * Reads a NIK (UU 24/2013 art. 13; PP 40/2019): 6 region digits, DDMMYY with a woman's day + 40, serial from 0001.
 * Refuses only what no NIK can be. A region or birth date that looks wrong is for the officer to judge: a NIK keeps
 * the place and date of its first registration (PP 40/2019 art. 30(2)); see `nikFlags`.
 */
export function parseNik(text: string): NikResult {
  const found = parseSixteen(text)
  if ('problem' in found) return found
  const day = found.day > 40 ? found.day - 40 : found.day
  if (day < 1 || day > 31) return { problem: 'day' }
  if (found.month < 1 || found.month > 12) return { problem: 'month' }
  if (!possibleDate(day, found.month, found.shortYear)) return { problem: 'date' }
  if (found.serial === '0000') return { problem: 'serial' }
  return { nik: found.number }
}

/**
 * The birth date that a NIK tells, as yyyy-mm-dd. The century comes from the birth date that was typed, where it has
 * the same two digits; else it is the latest that is not in the future. Undefined only for what `parseNik` refuses.
 */
export function birthDateOfNik(nik: string, now: number, typed?: string): string | undefined {
  const written = Number(nik.slice(6, 8))
  const day = written > 40 ? written - 40 : written
  const month = Number(nik.slice(8, 10))
  const shortYear = nik.slice(10, 12)
  if (typed !== undefined && typed.slice(2, 4) === shortYear) {
    const iso = isoDate(Number(typed.slice(0, 4)), month, day)
    if (iso !== undefined) return iso
  }
  return latestWithShortYear(Number(shortYear), month, day, now)
}

/** What an officer should look at; never a reason to refuse. */
export type NikFlag = 'birth-date-differs' | 'region-unknown'

/** Compares a NIK with what else is known: the typed birth date (yyyy-mm-dd), and whether its 6-digit district ever existed. */
export function nikFlags(
  nik: string,
  known: { readonly birthDate?: string; readonly regionKnown: (code: string) => boolean },
): readonly NikFlag[] {
  return [
    ...(known.birthDate !== undefined && !dateMatches(nik, known.birthDate) ? ['birth-date-differs' as const] : []),
    ...(known.regionKnown(nik.slice(0, 6)) ? [] : ['region-unknown' as const]),
  ]
}

/** The 16-digit population number, kept as digits; `masked` where it was not typed in the chat. */
export function nik(options: { readonly masked?: boolean } = {}): Field<string> {
  return {
    type: 'nik',
    accepts: ['text'],
    read: (input) => {
      const found = parseNik(textOf(input))
      if ('nik' in found) return { is: 'value', value: found.nik }
      return refuse(`field-nik-${found.problem}`, 'digits' in found ? { digits: found.digits } : undefined)
    },
    holds: (value) => typeof value === 'string' && 'nik' in parseNik(value),
    show: options.masked ? maskedNumber : groupedNumber,
    texts,
  }
}
