import { asciiDigits, visible } from '../engine/words.ts'
import { longestInput } from './refusals.ts'

/** What NIK and KK number share: 6 digits of region, 6 of date, 4 of serial. */
export interface IdentityNumber {
  readonly number: string
  /** province, regency and district */
  readonly region: string
  /** the day as written, of a woman's NIK 40 too high */
  readonly day: number
  readonly month: number
  readonly shortYear: number
  readonly serial: string
}

/** What keeps a text from being 16 digits; `digits` = how many there are. */
export type NotSixteen = { readonly problem: 'empty' | 'letters' } | { readonly problem: 'length'; readonly digits: number }

/**
 * Takes 16 digits out of a text with the spaces, dots and dashes people write between them, and the words
 * before them ("NIK saya: 3326 0741 …"). It stays a string: numbers of provinces 91-96 exceed the safe integers.
 */
export function parseSixteen(text: string): IdentityNumber | NotSixteen {
  const bare = asciiDigits(visible(text.slice(0, longestInput)))
    .replace(/^(?:(?:nik|nomor|no|kk|ktp|saya|adalah|number|my|is)\b[\s.:=]*)+/iu, '')
    .replace(/[\s.,:_'"\p{Pd}]/gu, '')
  if (bare === '') return { problem: 'empty' }
  if (!/^\d+$/u.test(bare)) return { problem: 'letters' }
  if (bare.length !== 16) return { problem: 'length', digits: bare.length }
  return {
    number: bare,
    region: bare.slice(0, 6),
    day: Number(bare.slice(6, 8)),
    month: Number(bare.slice(8, 10)),
    shortYear: Number(bare.slice(10, 12)),
    serial: bare.slice(12),
  }
}

/** The number in groups of four, as people read it out: 3326 0141 0790 0001. */
export function groupedNumber(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The number as it may be shown where it was not typed: 3326••••••••0001. */
export function maskedNumber(number: string): string {
  return `${number.slice(0, 4)}${'•'.repeat(8)}${number.slice(-4)}`
}

/** Whether some year with these last two digits has that day; 1900 is no leap year, 2000 is. */
export function possibleDate(day: number, month: number, shortYear: number): boolean {
  const lengths = [31, shortYear % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (lengths[month - 1] ?? 0)
}

/** Whether the date part of a NIK (a woman's day is 40 too high) is the birth date, given as yyyy-mm-dd. */
export function dateMatches(number: string, birthDate: string): boolean {
  const day = Number(number.slice(6, 8))
  const written = `${number.slice(10, 12)}-${number.slice(8, 10)}-${String(day > 40 ? day - 40 : day).padStart(2, '0')}`
  return written === birthDate.slice(2)
}
