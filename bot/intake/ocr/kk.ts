import { distance } from 'fastest-levenshtein'
import type { Comparison, DocumentText } from '../../../flows/fields/document-outcome.ts'
import { drop } from './layout.ts'
import { holdsWord } from './likeness.ts'
import { CLOSE, compareNumber, lookAtNumber, numberRun, sureNumber, type NumberEvidence } from './number-check.ts'
import type { Page } from './page.ts'
import type { ReadLine } from './recognition.ts'
import type { TextLine } from './text-line.ts'

/** Width over height of a box with 16 digits, alone or with "No." or a name in the same box, and what they usually have. */
const NARROWEST = 4.5
const WIDEST = 20
const USUAL = 5.8
/** Boxes that are read in search of the members' column of NIKs. */
const MOST_SEARCHED = 36
/** Fewer digits in a row are a date, a postal code, or half a number. */
const FEWEST_DIGITS = 13

/** A family card's own number, and its line of the member whose NIK was typed or comes nearest to it. */
export interface FamilyCardNumbers {
  readonly kk?: NumberEvidence
  readonly member?: NumberEvidence
}

/**
 * Finds the numbers on a family card; only boxes that have a number's shape are read. `read`: the lines read so far.
 * `nik`: the member that is looked for.
 */
export async function familyCardNumbers(
  page: Page,
  read: readonly ReadLine[],
  nik: string | undefined,
): Promise<FamilyCardNumbers> {
  const isOwn = isBelowHeadline(read, page.tilt)
  const numbers: ReadLine[] = []
  const done = new Set<TextLine>(page.lines.filter((line) => read.some((one) => one.x === line.x && one.y === line.y)))
  const waiting = page.lines
    .filter((line) => !done.has(line) && shape(line) > NARROWEST && shape(line) < WIDEST)
    .sort((a, b) => Math.abs(Math.log(shape(a) / USUAL)) - Math.abs(Math.log(shape(b) / USUAL)))
  for (const line of read) if (isNumber(line)) numbers.push(line)
  for (let searched = 0; searched < MOST_SEARCHED; searched++) {
    const column = numbers.find((line) => !isOwn(line))
    const next = waiting.findIndex((line) => column === undefined || isInColumn(line, column))
    const [line] = next < 0 ? [] : waiting.splice(next, 1)
    if (line === undefined) break
    const found = await page.read(line)
    if (isNumber(found)) numbers.push(found)
  }
  const own = numbers.find(isOwn)
  const [member] = nik === undefined ? [] : numbers.filter((line) => !isOwn(line)).sort((a, b) => apart(a, nik) - apart(b, nik))
  return {
    ...(own !== undefined && { kk: await look(page, own) }),
    ...(member !== undefined && { member: await look(page, member) }),
  }
}

/** Whether the card's own number is among the lines that were read. */
export function hasOwnNumber(read: readonly ReadLine[], tilt: number): boolean {
  const isOwn = isBelowHeadline(read, tilt)
  return read.some((line) => isOwn(line) && isNumber(line))
}

/** The card's own number stands right below its headline. */
function isBelowHeadline(read: readonly ReadLine[], tilt: number): (line: ReadLine) => boolean {
  const headline = read.find(({ text }) => holdsWord(text, 'KARTUKELUARGA'))
  return (line) => headline !== undefined && drop(headline, line, tilt) > 0 && drop(headline, line, tilt) < 2.5 * headline.height
}

/** How far what was read at first is from a number. */
function apart({ text }: ReadLine, number: string): number {
  return distance(text.replace(/\D/g, ''), number)
}

function shape({ width, height }: TextLine): number {
  return width / Math.max(1, height)
}

function isNumber(line: ReadLine): boolean {
  return (numberRun(line)?.digits ?? 0) >= FEWEST_DIGITS
}

function isInColumn(line: TextLine, { x, width }: TextLine): boolean {
  return Math.abs(line.x - x) < (line.width > 1.5 * width ? line.width : width) / 2
}

async function look(page: Page, line: ReadLine): Promise<NumberEvidence> {
  const run = numberRun(line)
  return run === undefined ? [] : lookAtNumber(page, line, run, CLOSE)
}

/**
 * Whether the person is among the members. That they are missing is never said: a line that was not found may be
 * theirs, so that an officer looks.
 */
export function compareMember(member: NumberEvidence | undefined, typed: string): Comparison {
  return member !== undefined && compareNumber(member, typed) === 'same' ? 'same' : 'unsure'
}

/** What is sure of a family card. */
export function familyCardText({ kk }: FamilyCardNumbers): DocumentText {
  const number = kk && sureNumber(kk)
  return number === undefined ? {} : { kk: number }
}
