import { distance } from 'fastest-levenshtein'
import type { Comparison } from './document-outcome.ts'

/** Longer texts are no address of a document; the rest of one is not looked at. */
const LONGEST = 200
/** Share of the words of the shorter address that the other one has too. */
const ALIKE = 2 / 3
/** The same letters in a row, where reading has lost the spaces. */
const SAME_LETTERS = 0.85
/** Below it no misreading and no abbreviation explains the difference. */
const OTHER_NAME = 0.5

/** Words for what kind of road, house or quarter it is, as people write them: they tell no address from another. */
const KINDS: ReadonlySet<string> = new Set(
  [
    'jl,jln,jalan,jal,raya,gg,gng,gang,lrg,lorong,no,nomor,nomer,nmr,nr,blok,blk,kav,kavling,rumah,rmh',
    'dsn,dusun,dk,dkh,dukuh,dukuhan,kp,kpg,kampung,ds,desa,kel,kelurahan,kec,kecamatan,kab,kabupaten,kota,prov,provinsi',
    'perum,perumahan,prm,komp,komplek,kompleks,kplk,lk,link,lingkungan,lt,lantai,rt,rw',
  ].flatMap((line) => line.toUpperCase().split(',')),
)
const ROMAN: ReadonlyMap<string, string> = new Map(
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'].map((sign, i) => [sign, String(i + 1)]),
)

/** "RT 003/RW 002", "RT.3 RW.2", "RT/RW 003/002", "RT 3/2" */
const BOTH = /\bR\.?T\.?\s*(?:\/\s*R\.?W\.?)?[\s.:]*(\d{1,3})\s*[/\\-]\s*(\d{1,3})\b/
const RT = /\bR\.?T\.?[\s.:]*(\d{1,3})\b/
const RW = /\bR\.?W\.?[\s.:]*(\d{1,3})\b/

interface Address {
  readonly words: readonly string[]
  readonly numbers: ReadonlySet<string>
  readonly rt: string | undefined
  readonly rw: string | undefined
}

/**
 * Whether a typed address (street and house, RT and RW) is the printed one. Spelling, order of signs and the usual short
 * forms do not matter, and either may leave something out; `different` only where another street, another RT or RW, or
 * another house number is named. What may be a misreading or a part is `unsure`. Pure; never throws.
 */
export function compareAddress(typed: string, printed: string): Comparison {
  const [one, other] = [parts(typed), parts(printed)]
  if (differ(one.rt, other.rt) || differ(one.rw, other.rw)) return 'different'
  const streets = compareWords(one.words, other.words)
  if (streets !== 'same') return streets
  const isOtherHouse =
    one.numbers.size > 0 && other.numbers.size > 0 && ![...one.numbers].some((number) => other.numbers.has(number))
  return isOtherHouse ? 'different' : 'same'
}

/** Whether a chosen region is the printed one; cards name the kind of a regency, and abbreviate. */
export function compareRegion(chosen: string, printed: string): Comparison {
  const [one, other] = [letters(withoutKind(chosen)), letters(withoutKind(printed))]
  if (one === '' || other === '') return 'unsure'
  if (one === other) return 'same'
  const isShortForm = isWithin(one, other) || isWithin(other, one)
  return !isShortForm && likeness(one, other) < OTHER_NAME ? 'different' : 'unsure'
}

// "HST" stands within "HULU SUNGAI TENGAH": its letters come one after the other there.
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

function withoutKind(name: string): string {
  return name.slice(0, LONGEST).replace(/^\s*KAB(?:UPATEN\b|\.)?\s+/i, '')
}

function parts(text: string): Address {
  const plain = text.slice(0, LONGEST).normalize('NFKD').toUpperCase().replaceAll(/\p{M}/gu, '')
  const both = BOTH.exec(plain)
  const [rt, rw] = both === null ? [RT.exec(plain)?.[1], RW.exec(plain)?.[1]] : [both[1], both[2]]
  const rest = [BOTH, RT, RW].reduce((left, form) => left.replace(form, ' '), plain)
  const said = (rest.match(/[A-Z]+|\d+/g) ?? []).map((token) => ROMAN.get(token) ?? token)
  return {
    words: said.filter((token) => !/\d/.test(token) && !KINDS.has(token)),
    numbers: new Set(said.filter((token) => /\d/.test(token)).map(count)),
    rt: rt === undefined ? undefined : count(rt),
    rw: rw === undefined ? undefined : count(rw),
  }
}

function count(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other
}

// Of the longer address the shorter one is a part: some write village and district behind the street.
function compareWords(one: readonly string[], other: readonly string[]): Comparison {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  if (few.length === 0) return 'unsure'
  if (likeness(few.join(''), many.join('')) >= SAME_LETTERS || many.join('').includes(few.join(''))) return 'same'
  const found = few.filter((word) => many.some((known) => isSameWord(word, known))).length
  if (found / few.length >= ALIKE) return 'same'
  // A single letter, or a word that was hardly read, is no other street.
  return found === 0 && few.some((word) => word.length >= 4) && likeness(few.join(''), many.join('')) < OTHER_NAME
    ? 'different'
    : 'unsure'
}

function isSameWord(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return long.startsWith(short) || (short.length >= 4 && distance(short, long) <= Math.floor(long.length / 4))
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
}

function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length)
  return longer === 0 ? 0 : 1 - distance(one, other) / longer
}
