import type { OverlayOptions } from 'sharp'
import { sharp } from '../intake/libvips.ts'
import { textBlock, type TextBlock } from './text-block.ts'

/** How what was read stands to what was typed; `unread`: nothing was read to compare it with. */
export type RowState = 'same' | 'different' | 'unsure' | 'unread'

/** Everything that a case picture shows, already in words. */
export interface CasePicture {
  readonly title: string
  readonly subtitle: string
  /** heads of the two columns: as typed, as read from the documents */
  readonly heads: readonly [typed: string, read: string]
  readonly rows: readonly { readonly label: string; readonly typed: string; readonly read: string; readonly state: RowState }[]
  /** what to look at, worst first */
  readonly notes: readonly { readonly text: string; readonly tone: 'good' | 'look' | 'bad' }[]
  /** small pictures of the documents, in order */
  readonly pages: readonly { readonly jpeg: Uint8Array; readonly caption: string }[]
}

/** The picture's width in pixels: a phone's, so that nothing must be enlarged to be read. */
export const PICTURE_WIDTH = 1080
const MARGIN = 40
const GAP = 24
const INNER = PICTURE_WIDTH - 2 * MARGIN
const COLUMN = (INNER - GAP) / 2
const BELOW_LABEL = 14
const PAGES_IN_A_ROW = 3
/** More pages than these are named, not drawn: the documents themselves follow in the chat. */
const MOST_PAGES = 6
/** Encoders end at 16,383 pixels; a phone's patience ends earlier. */
const TALLEST = 6000
const TEXT = '#1b1b1b'
const FAINT = '#5a5a5a'
const TONES = { good: '#0b5d3b', look: '#8a5a00', bad: '#a31621' } as const
const ROWS: Record<RowState, { readonly ground: string | undefined; readonly mark: string; readonly colour: string }> = {
  same: { ground: undefined, mark: '✓ ', colour: TONES.good },
  different: { ground: '#fde3e1', mark: '≠ ', colour: TONES.bad },
  unsure: { ground: '#fff3d6', mark: '? ', colour: TONES.look },
  unread: { ground: undefined, mark: '', colour: FAINT },
}

/**
 * Draws a case as one picture: what was typed beside what was read, differences marked by colour and sign (so that
 * nobody needs to see the colour), digits that differ underlined, notes, small pictures of the documents. JPEG bytes, 1080 pixels wide.
 */
export async function drawCasePicture(picture: CasePicture): Promise<Uint8Array> {
  const sheet = new Sheet()
  await sheet.text(picture.title, { size: 44, colour: TEXT, bold: true })
  await sheet.text(picture.subtitle, { size: 28, colour: FAINT })
  sheet.space(GAP)
  await sheet.heads(picture.heads)
  for (const row of picture.rows) await sheet.row(row)
  sheet.space(GAP)
  for (const { text, tone } of picture.notes)
    await sheet.text(`• ${text}`, { size: 30, colour: TONES[tone], bold: tone === 'bad' })
  sheet.space(GAP)
  await sheet.pages(picture.pages)
  return sheet.finish()
}

type Style = { readonly size: number; readonly colour: string; readonly bold?: boolean }

class Sheet {
  readonly #layers: OverlayOptions[] = []
  #y = MARGIN

  space(pixels: number): void {
    this.#y += pixels
  }

  async text(text: string, style: Style): Promise<void> {
    const block = await textBlock(text, { ...style, width: INNER })
    this.#put(block, MARGIN)
    this.#y += block.height + 14
  }

  async heads([typed, read]: readonly [string, string]): Promise<void> {
    const style = { size: 26, colour: FAINT, width: COLUMN, bold: true }
    const blocks = await Promise.all([textBlock(typed, style), textBlock(read, style)])
    this.#beside(blocks)
    this.#line()
  }

  async row({ label, typed, read, state }: CasePicture['rows'][number]): Promise<void> {
    const { ground, mark, colour } = ROWS[state]
    const apart = state === 'different' || state === 'unsure' ? apartIn(typed, read) : []
    const [name, left, right] = await Promise.all([
      textBlock(label, { size: 24, colour: FAINT, width: INNER }),
      textBlock(typed, { size: 34, colour: TEXT, width: COLUMN, marked: new Set(apart) }),
      textBlock(`${mark}${read}`, {
        size: 34,
        colour: state === 'same' || state === 'unread' ? colour : TEXT,
        width: COLUMN,
        bold: state === 'different',
        marked: new Set(apart.map((at) => at + mark.length)),
      }),
    ])
    const height = 12 + name.height + BELOW_LABEL + Math.max(left.height, right.height) + 12
    if (ground !== undefined) this.#box(MARGIN - 16, this.#y, INNER + 32, height, ground)
    this.#y += 12
    this.#put(name, MARGIN)
    this.#y += name.height + BELOW_LABEL
    this.#beside([left, right])
    this.#line()
  }

  async pages(pages: CasePicture['pages']): Promise<void> {
    const width = Math.floor((INNER - (PAGES_IN_A_ROW - 1) * GAP) / PAGES_IN_A_ROW)
    for (let i = 0; i < Math.min(pages.length, MOST_PAGES); i += PAGES_IN_A_ROW) {
      const inRow = pages.slice(i, Math.min(i + PAGES_IN_A_ROW, MOST_PAGES))
      const drawn = (await Promise.all(inRow.map((page) => drawPage(page, width)))).filter((page) => page !== undefined)
      drawn.forEach(({ image, caption }, column) => {
        const x = MARGIN + column * (width + GAP)
        this.#put(image, x)
        this.#layers.push({ input: caption.png, left: Math.round(x), top: Math.round(this.#y + image.height + 8) })
      })
      this.#y += Math.max(0, ...drawn.map(({ image, caption }) => image.height + 8 + caption.height)) + GAP
    }
  }

  async finish(): Promise<Uint8Array> {
    const height = Math.min(TALLEST, Math.round(this.#y + MARGIN))
    const within = this.#layers.filter(({ top }) => (top ?? 0) < height)
    const drawn = await sharp({
      create: { width: PICTURE_WIDTH, height: Math.round(this.#y + MARGIN), channels: 3, background: '#ffffff' },
    })
      .composite(within)
      .png({ compressionLevel: 0 })
      .toBuffer()
    // In two steps: what is drawn beyond the tallest is cut off, not squeezed.
    return sharp(drawn).extract({ left: 0, top: 0, width: PICTURE_WIDTH, height }).jpeg({ quality: 85 }).toBuffer()
  }

  #beside(blocks: readonly [TextBlock, TextBlock]): void {
    this.#put(blocks[0], MARGIN)
    this.#put(blocks[1], MARGIN + COLUMN + GAP)
    this.#y += Math.max(blocks[0].height, blocks[1].height) + 12
  }

  #put({ png }: { readonly png: Buffer }, x: number): void {
    this.#layers.push({ input: png, left: Math.round(x), top: Math.round(this.#y) })
  }

  #line(): void {
    this.#box(MARGIN, this.#y, INNER, 2, '#dddddd')
    this.#y += 2
  }

  #box(x: number, y: number, width: number, height: number, background: string): void {
    const input = { create: { width: Math.round(width), height: Math.round(height), channels: 3 as const, background } }
    this.#layers.push({ input, left: Math.round(x), top: Math.round(y) })
  }
}

/** Where two numbers or dates of the same form differ: one digit among sixteen is hard to find. Nothing for other texts. */
function apartIn(one: string, other: string): readonly number[] {
  const form = (text: string) => text.replaceAll(/\d/g, '0')
  if (!/^[\d -]+$/.test(one) || form(one) !== form(other)) return []
  return [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]))
}

// A picture that cannot be opened is left out: the case must reach the officer all the same.
async function drawPage({ jpeg, caption }: CasePicture['pages'][number], width: number) {
  const small = await sharp(jpeg)
    .resize({ width, height: Math.round(width * 1.3), fit: 'inside' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
  if (small === undefined) return undefined
  const { data, info } = small
  const image = { png: data, width: info.width, height: info.height }
  return { image, caption: await textBlock(caption, { size: 22, colour: FAINT, width }) }
}
