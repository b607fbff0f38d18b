import type { Field, FieldContext } from '../engine/field.ts'
import { dateMatches, groupedNumber, maskedNumber, parseSixteen, possibleDate } from './identity-number.ts'
import type { NotSixteen } from './identity-number.ts'
import { refusals, textOf } from './refusals.ts'

const texts = [
  'field-kk-empty',
  'field-kk-letters',
  'field-kk-length',
  'field-kk-date',
  'field-kk-serial',
  'field-kk-is-nik',
  'field-kk-same-as-nik',
] as const
const refuse = refusals(texts)

/** A KK number, or why it cannot be one. `is-nik` = it has the day + 40 that only a woman's NIK has. */
export type KkResult = { readonly kk: string } | NotSixteen | { readonly problem: 'date' | 'serial' | 'is-nik' }

/** Reads a family card number: 6 region digits, DDMMYY of the day it was recorded (no + 40), serial from 0001. */
export function parseKk(text: string): KkResult {
  const found = parseSixteen(text)
  if ('problem' in found) return found
  if (!possibleDate(found.day, found.month, found.shortYear)) {
    return { problem: possibleDate(found.day - 40, found.month, found.shortYear) ? 'is-nik' : 'date' }
  }
  return found.serial === '0000' ? { problem: 'serial' } : { kk: found.number }
}

/** Whether NIK and KK number look exchanged: the KK number carries the birth date (yyyy-mm-dd) and the NIK does not. */
export function numbersSwapped(numbers: { readonly nik: string; readonly kk: string; readonly birthDate: string }): boolean {
  return dateMatches(numbers.kk, numbers.birthDate) && !dateMatches(numbers.nik, numbers.birthDate)
}

/**
 * The family card number, kept as digits; `masked` where it was not typed in the chat; `secret` where it opens something:
 * the message that brings it is deleted. `nik` names the answer it must differ from.
 */
export function kk(options: { readonly nik?: string; readonly masked?: boolean; readonly secret?: boolean } = {}): Field<string> {
  const sameAsNik = (number: string, context: FieldContext): boolean =>
    options.nik !== undefined && context.answers[options.nik] === number
  return {
    type: 'kk',
    accepts: ['text'],
    ...(options.secret === true && { secret: true }),
    ...(options.nik === undefined ? {} : { dependsOn: [options.nik] }),
    read: (input, context) => {
      const found = parseKk(textOf(input))
      if ('kk' in found) return sameAsNik(found.kk, context) ? refuse('field-kk-same-as-nik') : { is: 'value', value: found.kk }
      return refuse(`field-kk-${found.problem}`, 'digits' in found ? { digits: found.digits } : undefined)
    },
    holds: (value, context) => typeof value === 'string' && 'kk' in parseKk(value) && !sameAsNik(value, context),
    show: options.masked ? maskedNumber : groupedNumber,
    texts,
  }
}
