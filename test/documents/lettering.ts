import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sharp } from '../../bot/intake/libvips.ts'

const dejavu = (name: string) => fileURLToPath(new URL(`../../node_modules/dejavu-fonts-ttf/ttf/${name}.ttf`, import.meta.url))

/** The typefaces of the drawn documents; `ocr` is what a KTP's NIK is printed in. */
const FACES = {
  sans: { family: 'DejaVu Sans Condensed', file: dejavu('DejaVuSansCondensed') },
  bold: { family: 'DejaVu Sans Condensed Bold', file: dejavu('DejaVuSansCondensed-Bold') },
  mono: { family: 'DejaVu Sans Mono', file: dejavu('DejaVuSansMono') },
  ocr: { family: 'OCRA', file: '/usr/share/fonts/truetype/ocr-a/OCRA.ttf' },
} as const
export type Face = keyof typeof FACES

/** How much ink lies on each pixel, 0 to 255. */
export interface Mask {
  readonly ink: Uint8Array
  readonly width: number
  readonly height: number
}

const drawn = new Map<string, Mask>()

/**
 * Letters as a mask cut off at their ink, `size` pixels high from line to line without `gap`, lines parted by `\n`.
 * Fails where the font of the KTP's NIK is not installed.
 */
export async function lettering(text: string, face: Face, size: number, gap = 0): Promise<Mask> {
  const key = [text, face, size, gap].join('\0')
  const known = drawn.get(key)
  if (known !== undefined) return known
  const { family, file } = FACES[face]
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: ${face === 'ocr' ? 'apt-get install fonts-ocr-a' : 'npm ci'}`)
  }
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const { data, info } = await sharp({
    text: { text: escaped, font: `${family} ${Math.round(size)}`, fontfile: file, dpi: 72, spacing: Math.round(gap) },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const mask = { ink: data, width: info.width, height: info.height }
  drawn.set(key, mask)
  return mask
}
