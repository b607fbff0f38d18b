import type { DocumentKind, TypedIdentity } from '../../../flows/fields/document-outcome.ts'
import { sharp } from '../libvips.ts'
import type { DocumentReading, RawImage, TextBox } from '../types.ts'
import { documentKind } from './document-kind.ts'
import { compareMember, familyCardNumbers, familyCardText, hasOwnNumber } from './kk.ts'
import { cardFindings, readCard, type Findings } from './card.ts'
import { models, type Models } from './models.ts'
import { compareNames } from './name-check.ts'
import { compareNumber, section } from './number-check.ts'
import { lookNearer, openPage, type Page } from './page.ts'
import { expiry, passportReading, zoneLine, zoneLines, type ZoneLine } from './passport.ts'
import type { ReadLine } from './recognition.ts'

/** To how many pixels the longer side is brought to find the lines: a card's are large, a family card's sheet is A4. */
const SIDE = 736
const SHEET_SIDE = 960
/** Lines that tell what it is; then, unless it is a sheet, lines that are read at most. */
const FIRST = 10
const MOST = 48

/** What a document is read for. */
export interface ReadingTask {
  /** what was asked for */
  readonly kind: DocumentKind
  readonly typed: TypedIdentity
  /** yyyy-mm-dd, where the office is */
  readonly today: string
}

/**
 * Reads a picture of a document (at most about 2000 pixels long): which way is up, where text stands, what kind of
 * document it is, what it says, and whether that is what was typed. Takes what is sure, and says nothing of the rest.
 * A picture without text is of kind `none`. Fails only where the bytes are no picture.
 */
export async function readDocument(jpeg: Uint8Array, task: ReadingTask): Promise<DocumentReading> {
  const { page, read, kind } = await openDocument(jpeg, task.kind)
  const found = await findings(kind, page, read, task)
  const tilt = Math.round((page.tilt * 1800) / Math.PI) / 10
  return {
    turned: page.turned,
    ...(page.lines.length > 0 && { tilt }),
    boxes: page.lines.map((line) => boxOf(page.known(line) ?? line)),
    kind,
    ...found,
  }
}

/** A picture with its lines found, as many of them read as its kind needs, and the kind. */
export interface OpenDocument {
  readonly page: Page
  readonly read: readonly ReadLine[]
  readonly kind: DocumentReading['kind']
}

/** Opens a picture in which `expected` should be seen, and says what is. Fails only where the bytes are no picture. */
export async function openDocument(jpeg: Uint8Array, expected: DocumentKind): Promise<OpenDocument> {
  const image = await decode(jpeg)
  const loaded = await models()
  const page = await openPage(image, loaded, SIDE)
  const isSheet = expected === 'kk' || documentKind(await readAll(page, tallest(page), FIRST)) === 'kk'
  const sheet = isSheet ? await openSheet(page, loaded) : undefined
  if (sheet !== undefined) return sheet
  const read = await readAll(page, page.lines, MOST)
  return { page, read, kind: documentKind(read) }
}

async function openSheet(page: Page, loaded: Models): Promise<OpenDocument | undefined> {
  const nearer = await lookNearer(page, loaded, SHEET_SIDE)
  const read: ReadLine[] = []
  // headline and number are the largest print: with both there is no need for what stands below
  for (const line of tallest(nearer).slice(0, FIRST)) {
    read.push(await nearer.read(line))
    if (hasOwnNumber(read, nearer.tilt) && documentKind(read) === 'kk') break
  }
  const kind = documentKind(read)
  return kind === 'kk' ? { page: nearer, read, kind } : undefined
}

async function decode(jpeg: Uint8Array): Promise<RawImage> {
  const { data, info } = await sharp(jpeg, { failOn: 'none', limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function tallest(page: Page): Page['lines'] {
  return page.lines.toSorted((a, b) => b.height - a.height || b.width - a.width)
}

async function readAll(page: Page, lines: Page['lines'], most: number): Promise<ReadLine[]> {
  const read: ReadLine[] = []
  for (const line of lines.slice(0, most)) read.push(await page.read(line))
  return read
}

async function findings(
  kind: DocumentReading['kind'],
  page: Page,
  read: readonly ReadLine[],
  task: ReadingTask,
): Promise<Findings> {
  if (kind === 'ktp') return cardFindings(await readCard(page, read), task.typed)
  if (kind === 'kk') return kkFindings(page, read, task)
  if (kind === 'passport') return passportFindings(page, read, task)
  return { read: {}, checks: {} }
}

async function kkFindings(page: Page, read: readonly ReadLine[], { typed }: ReadingTask): Promise<Findings> {
  const numbers = await familyCardNumbers(page, read, typed.nik)
  return {
    read: familyCardText(numbers),
    checks: {
      ...(typed.kk !== undefined && { kk: compareNumber(numbers.kk ?? [], typed.kk) }),
      ...(typed.nik !== undefined && { nik: compareMember(numbers.member, typed.nik) }),
    },
  }
}

async function passportFindings(page: Page, read: readonly ReadLine[], { typed, today }: ReadingTask): Promise<Findings> {
  const { upper, lower } = zoneLines(read)
  const printed = read.map(({ text }) => text)
  const lowers: ZoneLine[] = []
  const result = () => passportReading(upper && zoneLine(upper.ascii), lowers, printed, today)
  // a check digit that does not agree is most often a misread one: the line is looked at again, a little nearer or wider
  for (const height of lower === undefined ? [] : [1, 0.88, 1.12]) {
    const seen = lower && (await page.read(height === 1 ? lower : section(lower, 0, 1, height)))
    if (seen !== undefined) lowers.push(zoneLine(seen.ascii))
    if (result().isComplete) break
  }
  const { text, names, isNameSure } = result()
  return {
    read: text,
    checks: {
      ...(typed.name !== undefined && { name: compareNames(names, isNameSure, typed.name) }),
      expiry: expiry(text.expires, today),
    },
  }
}

/** A line as a box that stands straight: its own width and height around its middle. */
function boxOf(line: Page['lines'][number] & Partial<ReadLine>): TextBox {
  const { x, y, width, height, text = '', confidence = 0 } = line
  return { x: x - width / 2, y: y - height / 2, width, height, text, confidence }
}
