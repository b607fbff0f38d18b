import type { Comparison } from '../../../flows/fields/document-outcome.ts'
import { likeliest, logLikelihood, type Probabilities } from './ctc.ts'
import type { Page } from './page.ts'
import { ASCII, type ReadLine } from './recognition.ts'
import type { TextLine } from './text-line.ts'

/** What the model takes a digit for in OCR-A and in small print. */
const LOOKALIKES: readonly string[] = ['OoQDU', 'Iil|!L', 'Zz', '', '', 'Ss', 'Gb', '', 'B&', 'gq']
/** Prefixes followed in the search for the likeliest number. */
const BEAM = 12
/** Digits of a NIK and of a family card's number. */
const LENGTH = 16

/**
 * One number of 16 digits as seen in several crops of its line: class 0 is the blank, class n + 1 is the digit n, and
 * everything that is no digit counts as blank.
 */
export type NumberEvidence = readonly Probabilities[]

/** The limits of the comparison, in natural logarithms of likelihood (mean of the crops); see docs/documents.md. */
const LEGIBLE = -5
const SAME = 1
const DIFFERENT = 6
/** From here on, and with such a lead over every other number, a number is taken as read. */
const CLEAR = -3
const SURE = 1.5

/** Crops of a number: how far each reaches beyond its ends, in digits, and how high it is against the line that was found. */
type Crops = readonly (readonly [margin: number, height: number])[]

/** With air above and below: cut tightly, the foot of an OCR-A 1 reads like that of a 2 or a 3 (docs/documents.md). */
export const ROOMY: Crops = [
  [1.1, 1.16],
  [1.3, 1.3],
  [1.3, 1.45],
]
/** Where other rows stand close above and below, which more room would show. */
export const CLOSE: Crops = [
  [0.7, 1],
  [0.9, 0.86],
  [1.1, 1.16],
]

/** Where in a line its number stands: the longest run that reads like one, from `from` to `to` along the line (0 to 1). */
export interface NumberRun {
  readonly from: number
  readonly to: number
  readonly digits: number
}

/**
 * Finds the longest run of digits and what may be taken for them; signs and spaces between them do not end it. What looks
 * like a digit within a word ("No.", "NIK") is a letter.
 */
export function numberRun({ glyphs }: Pick<ReadLine, 'glyphs'>): NumberRun | undefined {
  let best: NumberRun | undefined
  let run: number[] = []
  let isInWord = false
  for (const { character, at } of glyphs) {
    const isLetter = /\p{L}/u.test(character)
    if (isLetter && (isInWord || !LOOKALIKES.some((lookalikes) => lookalikes.includes(character)))) {
      isInWord = true
      run = []
      continue
    }
    isInWord &&= isLetter
    if (/[:;]/.test(character)) run = []
    if (!/[0-9\p{L}|!&]/u.test(character)) continue
    run.push(at)
    if (run.length > (best?.digits ?? 0)) best = { from: run[0] ?? at, to: at, digits: run.length }
  }
  return best
}

/** Cuts a line down to its number and looks at it in several crops. */
export async function lookAtNumber(page: Page, line: ReadLine, run: NumberRun, crops: Crops): Promise<NumberEvidence> {
  const pitch = (run.to - run.from) / Math.max(1, run.digits - 1)
  const evidence: Probabilities[] = []
  for (const [margin, height] of crops) {
    const part = section(line, run.from - margin * pitch, run.to + margin * pitch, height)
    evidence.push(digitsOnly((await page.read(part)).ascii))
  }
  return evidence
}

/** The part of a line between two places along it (0 to 1), `height` times as high. */
export function section(line: TextLine, from: number, to: number, height: number): TextLine {
  const shift = ((from + to) / 2 - 0.5) * line.width
  return {
    x: line.x + shift * Math.cos(line.angle),
    y: line.y + shift * Math.sin(line.angle),
    width: (to - from) * line.width,
    height: line.height * height,
    angle: line.angle,
  }
}

/** The classes of ASCII brought down to the ten digits. */
export function digitsOnly({ steps, classes, data }: Probabilities): Probabilities {
  const digits = new Float64Array(steps * 11)
  for (let step = 0; step < steps; step++) {
    let rest = 1
    for (const [digit, lookalikes] of LOOKALIKES.entries()) {
      let sum = 0
      for (const character of `${digit}${lookalikes}`) sum += data[step * classes + ASCII.indexOf(character) + 1] ?? 0
      digits[step * 11 + digit + 1] = sum
      rest -= sum
    }
    digits[step * 11] = Math.max(0, rest)
  }
  return { steps, classes: 11, data: digits }
}

/** How the evidence weighs a number against the likeliest one. */
export interface NumberWeight {
  readonly best: string
  /** mean log-likelihood of the likeliest number */
  readonly legible: number
  /** by how much it is likelier than the second likeliest, and than the number that is asked about */
  readonly lead: number
  readonly ratio: number
}

/** Weighs a number of 16 digits; undefined where no 16 digits are to be seen. */
export function weigh(evidence: NumberEvidence, asked: string): NumberWeight | undefined {
  const candidates = new Set(evidence.flatMap((crop) => likeliest(crop, LENGTH, BEAM).map(numberOf)))
  const weighed = [...candidates].map((number) => ({ number, log: meanLog(evidence, number) })).sort((a, b) => b.log - a.log)
  const [first, second] = weighed
  if (first === undefined) return undefined
  const lead = second === undefined ? Infinity : first.log - second.log
  return { best: first.number, legible: first.log, lead, ratio: Math.max(0, first.log - meanLog(evidence, asked)) }
}

/**
 * Whether a typed number is the one to be seen. It is another one only where that one was read for certain: in a blurred
 * photo a 9 may look like a 1 in every crop, but seldom without leaving another digit in doubt.
 */
export function compareNumber(evidence: NumberEvidence, typed: string): Comparison {
  const weight = weigh(evidence, typed)
  if (weight === undefined || weight.legible <= LEGIBLE) return 'unsure'
  if (weight.ratio < SAME) return 'same'
  return weight.ratio >= DIFFERENT && isSure(weight) ? 'different' : 'unsure'
}

/** The number, where no other one is nearly as likely. */
export function sureNumber(evidence: NumberEvidence): string | undefined {
  const weight = weigh(evidence, '')
  return weight !== undefined && isSure(weight) ? weight.best : undefined
}

function isSure({ legible, lead }: NumberWeight): boolean {
  return legible > CLEAR && lead >= SURE
}

function meanLog(evidence: NumberEvidence, number: string): number {
  const reading = [...number].map((digit) => Number(digit) + 1)
  // a crop in which the number is impossible must not outvote the others without end
  const logs = evidence.map((crop) => Math.max(-60, logLikelihood(crop, reading)))
  return logs.reduce((sum, log) => sum + log, 0) / logs.length
}

function numberOf(reading: readonly number[]): string {
  return reading.map((index) => String(index - 1)).join('')
}
