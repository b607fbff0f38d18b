import { parse, type ParseResult } from 'mrz'
import type { DocumentText } from '../../../flows/fields/document-outcome.ts'
import { isoDate, latestWithShortYear } from '../../../flows/fields/calendar.ts'
import { greedy, type Probabilities } from './ctc.ts'
import { letters, likeness } from './likeness.ts'
import { withoutGaps } from './ktp.ts'
import { ASCII, type ReadLine } from './recognition.ts'

/** The characters of machine-readable zones (ICAO Doc 9303-3, section 4.3). */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'
/** Characters of a line of a passport's zone (TD3). */
const LENGTH = 44
/** A line of the zone is this many times as wide as high, at least; without its fillers it is not much. */
const NARROWEST = 8

/** A printed line that is so much like the zone's name is that name: the zone's small print loses a letter here and there. */
const SAME_NAME = 0.7

/** A line of the zone as it was read; `sure`: no character of it was a guess. */
export interface ZoneLine {
  readonly text: string
  readonly sure: boolean
}

/** What is sure of a passport. */
export interface PassportReading {
  readonly text: DocumentText
  /** the name's spellings that it may be compared with, and whether they were read surely */
  readonly names: readonly string[]
  readonly isNameSure: boolean
  /** whether number and both dates agree with their check digits */
  readonly isComplete: boolean
}

/** The lines of the machine-readable zone; a line of it whose fillers were not found is short. */
export function zoneLines(lines: readonly ReadLine[]): { readonly upper?: ReadLine; readonly lower?: ReadLine } {
  const found = lines
    .filter(({ width, height }) => width > NARROWEST * height)
    .map((line) => ({ line, text: zoneLine(line.ascii).text }))
    .filter(({ text }) => text.length >= 12 && text.includes('<'))
  const upper = found.find(({ text }) => /^P[A-Z<][A-Z<0-9]{3}.*<</.test(text))
  const lower = found
    .filter(({ line, text }) => text.length >= 28 && (upper === undefined || line.y > upper.line.y))
    .sort((a, b) => a.line.y - b.line.y)[0]
  return { ...(upper && { upper: upper.line }), ...(lower && { lower: lower.line }) }
}

/** Reads a line with the zone's alphabet only. */
export function zoneLine({ steps, classes, data }: Probabilities): ZoneLine {
  const columns = Array.from(ALPHABET, (character) => ASCII.indexOf(character) + 1)
  const narrow = new Float64Array(steps * (columns.length + 1))
  for (let step = 0; step < steps; step++) {
    const from = step * classes
    const to = step * (columns.length + 1)
    let rest = 1
    for (const [index, column] of columns.entries()) {
      // small letters are capitals that were read as such
      const small = /[A-Z]/.test(ALPHABET[index] ?? '') ? (data[from + column + 32] ?? 0) : 0
      const value = (data[from + column] ?? 0) + small
      narrow[to + index + 1] = value
      rest -= value
    }
    narrow[to] = Math.max(0, rest)
  }
  const glyphs = greedy({ steps, classes: columns.length + 1, data: narrow })
  return {
    text: glyphs.map((glyph) => ALPHABET[glyph.class - 1] ?? '').join(''),
    sure: glyphs.every(({ class: index, probability }) => ALPHABET[index - 1] === '<' || probability >= 0.5),
  }
}

/**
 * Reads a passport's machine-readable zone (TD3, ICAO Doc 9303-4). A number or a date counts only where its own check
 * digit agrees, which one wrong reading in ten does by chance: then either all of them must agree, or the line was read
 * surely, or it is printed above as well (`printed`). Of several readings of the lower line the one with most that agree is
 * taken. A name has no check digit: it counts where it is printed above, and is compared as it stands there, too. `today` (yyyy-mm-dd) tells the century of the birth date.
 */
export function passportReading(
  upper: ZoneLine | undefined,
  lowers: readonly ZoneLine[],
  printed: readonly string[],
  today: string,
): PassportReading {
  const first = (upper?.text ?? 'P<').padEnd(LENGTH, '<').slice(0, LENGTH)
  const chosen = lowers
    .flatMap(({ text, sure }) => lowerLines(text).map((second) => ({ result: parseZone(first, second), sure })))
    .sort((a, b) => proofs(b.result) - proofs(a.result))[0]
  const parsed = chosen?.result
  const isComplete = proofs(parsed) === Object.keys(CHECKED).length
  const field = (name: keyof ParseResult['fields']) => parsed?.fields[name] ?? undefined
  const proven = (name: keyof typeof CHECKED) => {
    const value = parsed !== undefined && isProven(parsed, name) ? field(name) : undefined
    const isTrusted = isComplete || chosen?.sure === true || printed.some((text) => text.includes(value ?? ' '))
    return isTrusted ? value : undefined
  }
  const [given = '', last = ''] = [field('firstName'), field('lastName')].map((name) => name ?? '')
  const full = `${given} ${last}`.trim()
  const isNameSure = upper?.sure === true
  const isPrinted = printed.some((text) => letters(text) === letters(full))
  return {
    text: withoutGaps({
      passport: proven('documentNumber'),
      birthDate: birthDate(proven('birthDate'), today),
      expires: expiryDate(proven('expirationDate')),
      country: isNameSure && field('issuingState') === field('nationality') ? field('issuingState') : undefined,
      name: isNameSure && full !== '' && isPrinted ? full : undefined,
    }),
    names: full === '' ? [] : [full, `${last} ${given}`.trim(), ...printed.filter((text) => likeness(text, full) >= SAME_NAME)],
    isNameSure,
    isComplete,
  }
}

/** Whether a passport is still valid on a day; both yyyy-mm-dd. Without a date that was proven it is for an officer to see. */
export function expiry(expires: string | undefined, today: string): 'valid' | 'expired' | 'unsure' {
  if (expires === undefined) return 'unsure'
  return expires >= today ? 'valid' : 'expired'
}

const CHECKED = {
  documentNumber: 'documentNumberCheckDigit',
  birthDate: 'birthDateCheckDigit',
  expirationDate: 'expirationDateCheckDigit',
} as const

function isProven({ details }: ParseResult, name: keyof typeof CHECKED): boolean {
  const valid = (field: string) => details.some((detail) => detail.field === field && detail.valid)
  return valid(name) && valid(CHECKED[name])
}

function proofs(result: ParseResult | undefined): number {
  if (result === undefined) return -1
  return (Object.keys(CHECKED) as (keyof typeof CHECKED)[]).filter((name) => isProven(result, name)).length
}

function parseZone(first: string, second: string): ParseResult | undefined {
  try {
    return parse([first, second], { autocorrect: true })
  } catch {
    return undefined
  }
}

/**
 * What the lower line may have been: runs of fillers lose or gain some in reading. The first 28 characters and the last
 * two are what matters; a number of eight characters has a filler behind it that is easily lost.
 */
function lowerLines(text: string): readonly string[] {
  const fit = (line: string) =>
    line.length === LENGTH
      ? line
      : `${line.slice(0, 28)}${line.slice(28, -2).replace(/<+$/, '').padEnd(14, '<').slice(0, 14)}${line.slice(-2)}`
  const spread = `${text.slice(0, 8)}<${text.slice(8)}`
  return [text, spread].map(fit).filter((line) => line.length === LENGTH)
}

function birthDate(short: string | undefined, today: string): string | undefined {
  const found = /^(\d\d)(\d\d)(\d\d)$/.exec(short ?? '')
  if (found === null) return undefined
  return latestWithShortYear(Number(found[1]), Number(found[2]), Number(found[3]), Date.parse(today))
}

function expiryDate(short: string | undefined): string | undefined {
  const found = /^(\d\d)(\d\d)(\d\d)$/.exec(short ?? '')
  // machine-readable passports are younger than 1980, and none is valid for more than ten years
  return found === null ? undefined : isoDate(2000 + Number(found[1]), Number(found[2]), Number(found[3]))
}
