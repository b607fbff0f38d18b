import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { sharp } from '../intake/libvips.ts'

/** A text as it is drawn, within `width` pixels; longer lines are broken. */
export interface TextStyle {
  readonly width: number
  /** height of a letter's body, in pixels */
  readonly size: number
  /** `#rrggbb` */
  readonly colour: string
  readonly bold?: boolean
  /** which letters are underlined, by their places */
  readonly marked?: ReadonlySet<number>
}

/** Drawn text with a transparent ground: PNG, with its measures in pixels. */
export interface TextBlock {
  readonly png: Buffer
  readonly width: number
  readonly height: number
}

/** Lines beyond these many characters were written to fill the picture, not to be read. */
const LONGEST = 400
// A typeface of our own: a server need not have any, and every letter that an Indonesian name may have is in this one.
const FONTS = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')

/** Draws a text. What would be markup is drawn as it was written; of what leaves no ink at all a dash shows that it is there. */
export async function textBlock(text: string, style: TextStyle): Promise<TextBlock> {
  try {
    return await drawn(markup([...shortened(text)], style.marked), style)
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no text to render'))) throw error
    return drawn('–', style)
  }
}

async function drawn(inner: string, { width, size, colour, bold = false }: TextStyle): Promise<TextBlock> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${inner}</span>`,
      font: `DejaVu Sans ${bold ? 'Bold ' : ''}${size}`,
      fontfile: join(FONTS, bold ? 'DejaVuSans-Bold.ttf' : 'DejaVuSans.ttf'),
      // at 72 dots to an inch a point is a pixel
      dpi: 72,
      width: Math.max(1, Math.round(width)),
      wrap: 'word-char',
      rgba: true,
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}

// Control characters, and those that change the direction of what follows, have no place in a picture.
function shortened(text: string): string {
  const plain = text.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
  const letters = [...plain]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : plain
}

function markup(letters: readonly string[], marked: ReadonlySet<number> = new Set()): string {
  return letters.map((one, at) => (marked.has(at) ? `<u>${escaped(one)}</u>` : escaped(one))).join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
