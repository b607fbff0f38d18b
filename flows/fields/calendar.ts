import { normalise, sameWord } from '../engine/words.ts'

/** Papua's UTC+9: where in Indonesia a day begins first. */
const firstZone = 9 * 3_600_000

/** The date as yyyy-mm-dd, or undefined when the calendar has no such day. */
export function isoDate(year: number, month: number, dayOfMonth: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  return year >= 1000 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
    ? date.toISOString().slice(0, 10)
    : undefined
}

/** Today as yyyy-mm-dd, where Indonesia's day began first, so that nobody's today is a future date. */
export function today(now: number): string {
  return new Date(now + firstZone).toISOString().slice(0, 10)
}

/** Full years from an ISO date to today. */
export function yearsSince(iso: string, now: number): number {
  const current = today(now)
  const years = Number(current.slice(0, 4)) - Number(iso.slice(0, 4))
  return current.slice(5) < iso.slice(5) ? years - 1 : years
}

/** An ISO date as people write it: DD-MM-YYYY. */
export function shownDate(iso: string): string {
  return iso.split('-').reverse().join('-')
}

/** The latest real date with a two-digit year that is not in the future, or undefined when no century has it. */
export function latestWithShortYear(shortYear: number, month: number, dayOfMonth: number, now: number): string | undefined {
  const limit = today(now)
  for (const century of [2000, 1900, 1800]) {
    const iso = isoDate(century + shortYear, month, dayOfMonth)
    if (iso !== undefined && iso <= limit) return iso
  }
  return undefined
}

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan', 'djanuari'],
  ['februari', 'february', 'feb', 'pebruari', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may', 'mai'],
  ['juni', 'june', 'jun', 'djuni'],
  ['juli', 'july', 'jul', 'djuli'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'agust', 'aug'],
  ['september', 'sep', 'sept', 'spt'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

function monthOf(word: string): number | undefined {
  const exact = months.findIndex((names) => names.includes(word))
  const index = exact >= 0 ? exact : months.findIndex((names) => names.some((name) => sameWord(name, word)))
  return index < 0 ? undefined : index + 1
}

/** Why a text is no date. `month-first` = it would be one with day and month exchanged. */
export type DateProblem = 'format' | 'impossible' | 'month-first'

interface Parts {
  readonly day: number
  readonly month: number
  readonly year: string
}

function partsOf(text: string): Parts | undefined {
  const short = normalise(text)
    .replace(/^(?:tanggal|tgl|lahir|pada|hari|date|of|birth|born|on|[:., ])+/u, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/u, '$1')
  const iso = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/u.exec(short)
  if (iso !== null) return { year: iso[1] ?? '', month: Number(iso[2]), day: Number(iso[3]) }
  const plain =
    /^(\d{1,2})\s*[-/., ]\s*(\d{1,2})\s*[-/., ]\s*(\d{4}|\d{2})$/u.exec(short) ?? /^(\d{2})(\d{2})(\d{4})$/u.exec(short)
  if (plain !== null) return { day: Number(plain[1]), month: Number(plain[2]), year: plain[3] ?? '' }
  const named = /^(\d{1,2})[-/., ]*(\p{L}{3,12})[-/.,' ]*(\d{4}|\d{2})$/u.exec(short)
  const english = /^(\p{L}{3,12})[. ]*(\d{1,2})[, ]+(\d{4}|\d{2})$/u.exec(short)
  const [word, number, year] = named !== null ? [named[2], named[1], named[3]] : [english?.[1], english?.[2], english?.[3]]
  const month = word === undefined ? undefined : monthOf(word)
  return month === undefined ? undefined : { day: Number(number), month, year: year ?? '' }
}

/**
 * Reads a date as people write it: 17-08-1985, 17/8/1985, 17081985, 1985-08-17, 17 Agustus 1985, 17 Agt 85,
 * 3 Nopember 1970, August 17, 1985. A two-digit year is the latest that is not in the future.
 */
export function parseDate(text: string, now: number): { readonly iso: string } | { readonly problem: DateProblem } {
  const parts = partsOf(text)
  if (parts === undefined) return { problem: 'format' }
  const resolve = (month: number, dayOfMonth: number): string | undefined =>
    parts.year.length === 4
      ? isoDate(Number(parts.year), month, dayOfMonth)
      : latestWithShortYear(Number(parts.year), month, dayOfMonth, now)
  const iso = resolve(parts.month, parts.day)
  if (iso !== undefined) return { iso }
  const exchanged = parts.month > 12 && resolve(parts.day, parts.month) !== undefined
  return { problem: exchanged ? 'month-first' : 'impossible' }
}
