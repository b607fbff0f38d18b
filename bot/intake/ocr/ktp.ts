import type { DocumentText } from '../../../flows/fields/document-outcome.ts'
import { beginning, drop, rightOf } from './layout.ts'
import { beginsWith, letters, type Beginning } from './likeness.ts'
import type { ReadGlyph, ReadLine } from './recognition.ts'

/** What a KTP's lines begin with, as letters; those that are not asked for keep their text from being taken for another's. */
const LABELS = {
  name: 'NAMA',
  birth: 'TEMPATTGLLAHIR',
  sex: 'JENISKELAMIN',
  address: 'ALAMAT',
  neighbourhood: 'RTRW',
  village: 'KELDESA',
  district: 'KECAMATAN',
  religion: 'AGAMA',
  status: 'STATUSPERKAWINAN',
  work: 'PEKERJAAN',
  citizenship: 'KEWARGANEGARAAN',
  term: 'BERLAKUHINGGA',
} as const
type Label = keyof typeof LABELS

/** A text is sure when no character of it is a guess, and few are doubtful. */
const EACH = 0.7
const ALL = 0.95
/** A text is legible when it cannot be a wholly other one. */
const LEGIBLE_EACH = 0.4
const LEGIBLE_ALL = 0.85
/** Nothing on a card is longer; what is, was put together wrongly. */
const LONGEST = 120

/** A value of the card: whether each of its characters was read surely, and whether it was read well enough to be told from others. */
export interface Value {
  readonly text: string
  readonly sure: boolean
  readonly legible: boolean
}

/**
 * Reads the values of an identity card by their labels: what stands behind a label in its box or level with it to the
 * right. `tilt`: direction of the lines in radians. Whatever could not be found is left out.
 */
export function ktpValues(lines: readonly ReadLine[], tilt: number): Partial<Record<Label | 'province' | 'regency', Value>> {
  const labels = withoutFalseName(findLabels(lines), tilt)
  const taken = new Set([...labels.values()].map(({ line }) => line))
  const free = lines.filter((line) => !taken.has(line))
  const values: Partial<Record<Label | 'province' | 'regency', Value>> = { ...heading(lines, tilt) }
  for (const [label, found] of labels) {
    const glyphs = behind(found, free, tilt)
    if (label === 'address') glyphs.push(...continued(found, free, labels.get('neighbourhood')?.line, tilt))
    const value = valueOf(glyphs)
    if (value.text !== '') values[label] = value
  }
  return values
}

interface FoundLabel {
  readonly line: ReadLine
  /** its glyphs behind the label */
  readonly rest: readonly ReadGlyph[]
}

/** Each label once: where several lines begin with it, the one that has least beside it. */
function findLabels(lines: readonly ReadLine[]): Map<Label, FoundLabel> {
  const found = new Map<Label, FoundLabel>()
  for (const line of lines) {
    const label = labelOf(line.text)
    const rest = label && afterLabel(line, label.length)
    if (label === undefined || rest === undefined) continue
    const known = found.get(label.name)
    if (known === undefined || rest.length < known.rest.length) found.set(label.name, { line, rest })
  }
  return found
}

/** The name is the first of the labelled values. What stands below another label is a damaged "Alamat", and no name. */
function withoutFalseName(labels: Map<Label, FoundLabel>, tilt: number): Map<Label, FoundLabel> {
  const name = labels.get('name')?.line
  const isBelow = (line: ReadLine): boolean => name !== undefined && drop(line, name, tilt) > name.height / 2
  return new Map([...labels].filter(([label]) => label !== 'name' || ![...labels.values()].some(({ line }) => isBelow(line))))
}

/** The label that a text begins with; "lama" is a damaged "Alamat" rather than a damaged "Nama". */
function labelOf(text: string): ({ readonly name: Label } & Beginning) | undefined {
  return (Object.entries(LABELS) as [Label, string][])
    .flatMap(([name, word]) => {
      const beginning = beginsWith(text, word)
      return beginning === undefined ? [] : [{ name, ...beginning }]
    })
    .sort((a, b) => a.wrong - b.wrong)[0]
}

/** What follows a label of so many letters. Without a colon between them only little may follow: a name may begin like a label. */
function afterLabel({ glyphs }: ReadLine, length: number): readonly ReadGlyph[] | undefined {
  let seen = 0
  const end = glyphs.findIndex(({ character }) => {
    seen += letters(character).length
    return seen >= length
  })
  const rest = glyphs.slice(end + 1)
  const colon = rest.findIndex(({ character }) => /[:;]/.test(character))
  if (colon >= 0 && colon <= 3) return rest.slice(colon + 1)
  return letters(textOf(rest)).length <= 2 ? [] : undefined
}

/** The glyphs of a label's value, boxes parted by a space. */
function behind({ line, rest }: FoundLabel, others: readonly ReadLine[], tilt: number): ReadGlyph[] {
  const glyphs = [...rest]
  let end = line
  for (const next of rightOf(line, others, tilt)) {
    if (isSpeck(next)) continue
    // what stands far away is another column: the photo's place and date
    if (glyphs.length > 0 && beginning(next, tilt) - beginning(end, tilt) - end.width > 1.5 * line.height) break
    glyphs.push(SPACE, ...next.glyphs)
    end = next
  }
  return glyphs
}

/** A colon in a box of its own, or a bit of the card's pattern. */
function isSpeck({ text, confidence }: ReadLine): boolean {
  return text.trim().length < 2 && confidence < ALL
}

/** A long address goes on below its first line, above RT/RW. */
function continued(
  { line }: FoundLabel,
  others: readonly ReadLine[],
  neighbourhood: ReadLine | undefined,
  tilt: number,
): readonly ReadGlyph[] {
  const [first] = rightOf(line, others, tilt)
  if (first === undefined || neighbourhood === undefined) return []
  const onRow = new Set(rightOf(neighbourhood, others, tilt))
  const next = others.filter((other) => {
    const isBetween = drop(first, other, tilt) > line.height / 2 && drop(other, neighbourhood, tilt) > line.height / 2
    return isBetween && !onRow.has(other) && Math.abs(beginning(other, tilt) - beginning(first, tilt)) < 2 * line.height
  })
  return next.flatMap(({ glyphs }) => [SPACE, ...glyphs])
}

/** The two headlines: province, and below it the regency as it is printed (KABUPATEN … or KOTA …). */
function heading(lines: readonly ReadLine[], tilt: number): { province?: Value; regency?: Value } {
  const line = lines.find(({ text }) => beginsWith(text, 'PROVINSI') !== undefined)
  if (line === undefined) return {}
  const length = beginsWith(line.text, 'PROVINSI')?.length ?? 0
  const province = valueOf(line.glyphs.slice(indexAfterLetters(line.glyphs, length)))
  const [next] = lines
    .filter((other) => other !== line && drop(line, other, tilt) > line.height / 2 && drop(line, other, tilt) < 2 * line.height)
    .sort((a, b) => Math.abs(a.x - line.x) - Math.abs(b.x - line.x))
  if (next === undefined || letters(next.text).length < 4 || beginsWith(next.text, 'NIK') !== undefined) return { province }
  const regency = valueOf(next.glyphs)
  return { province, regency: { ...regency, text: regency.text.replace(/^(KABUPATEN|KOTA(?! ))\s*(?=\p{L})/u, '$1 ') } }
}

function indexAfterLetters(glyphs: readonly ReadGlyph[], count: number): number {
  let seen = 0
  const index = glyphs.findIndex(({ character }) => (seen += letters(character).length) > count)
  return index < 0 ? glyphs.length : index
}

const SPACE: ReadGlyph = { character: ' ', at: 0, probability: 1 }

function textOf(glyphs: readonly ReadGlyph[]): string {
  return glyphs.map(({ character }) => character).join('')
}

/** The text without the colon and the dots around it, its spaces put right. */
function valueOf(glyphs: readonly ReadGlyph[]): Value {
  const isEdge = ({ character }: ReadGlyph): boolean => /^[\s:;.,'"_-]*$/.test(character)
  const first = glyphs.findIndex((glyph) => !isEdge(glyph))
  const last = glyphs.findLastIndex((glyph) => !isEdge(glyph))
  const value = first < 0 ? [] : glyphs.slice(first, last + 1)
  const text = textOf(value)
    .replace(/([.,])(?=[\p{L}\d])/gu, '$1 ')
    .replace(/\s+/g, ' ')
  const read = value.filter(({ character }) => /[\p{L}\p{Nd}]/u.test(character))
  const mean = read.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, read.length)
  const every = (least: number, meanLeast: number): boolean =>
    text.length <= LONGEST && mean >= meanLeast && read.every(({ probability }) => probability >= least)
  return { text: text.slice(0, LONGEST), sure: every(EACH, ALL), legible: every(LEGIBLE_EACH, LEGIBLE_ALL) }
}

/** What is sure of the card's values, in the form that a registration takes. */
export function ktpText(values: ReturnType<typeof ktpValues>): DocumentText {
  const sure = (label: keyof typeof values): string | undefined => {
    const value = values[label]
    return value?.sure === true && value.text !== '' ? value.text : undefined
  }
  const words = (label: keyof typeof values): string | undefined => {
    const text = sure(label)
    return text !== undefined && /^[\p{L}\s.,'()/-]+$/u.test(text) ? text : undefined
  }
  const birth = birthOf(sure('birth'))
  return withoutGaps({
    name: words('name'),
    birthPlace: birth?.place,
    birthDate: birth?.date,
    address: addressOf(sure('address'), sure('neighbourhood')),
    village: words('village'),
    district: words('district'),
    regency: words('regency'),
    province: words('province'),
  })
}

/** "TEGAL, 17-08-1985" as place and yyyy-mm-dd; undefined where the date is none. */
export function birthOf(text: string | undefined): { readonly place?: string; readonly date: string } | undefined {
  const found = /^(.*?)[\s.,]*(\d{2})[-. /](\d{2})[-. /](\d{4})$/u.exec(text ?? '')
  if (found === null) return undefined
  const [, place = '', day, month, year] = found
  const date = `${year}-${month}-${day}`
  const time = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date) return undefined
  return /^[\p{L}\s.'()/-]+$/u.test(place) ? { place, date } : { date }
}

/** Street and house with RT and RW behind it, as addresses are written; RT/RW only where it is two numbers. */
function addressOf(street: string | undefined, neighbourhood: string | undefined): string | undefined {
  if (street === undefined) return undefined
  const found = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(neighbourhood ?? '')
  return found === null ? street : `${street} RT ${found[1]}/RW ${found[2]}`
}

/** A record without the keys that have no value. */
export function withoutGaps<Key extends string>(record: Record<Key, string | undefined>): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<Record<Key, string>>
}
