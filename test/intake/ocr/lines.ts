import type { ReadLine } from '../../../bot/intake/ocr/recognition.ts'

const NOTHING = { steps: 0, classes: 96, data: new Float32Array() }

/** A line as if it had been read: its upper left corner, and 20 pixels high unless said otherwise. */
export function line(text: string, x: number, y: number, options: { probability?: number; height?: number } = {}): ReadLine {
  const { probability = 0.99, height = 20 } = options
  const width = Math.max(1, text.length) * 0.55 * height
  const characters = Array.from(text)
  return {
    x: x + width / 2,
    y: y + height / 2,
    width,
    height,
    angle: 0,
    text,
    confidence: characters.length === 0 ? 0 : probability,
    glyphs: characters.map((character, index) => ({ character, at: (index + 0.5) / characters.length, probability })),
    ascii: NOTHING,
  }
}

/** The lines turned around a point far away, as on a card that lies askew; radians. */
export function askew(lines: readonly ReadLine[], angle: number): ReadLine[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return lines.map((one) => ({ ...one, x: one.x * cos - one.y * sin, y: one.x * sin + one.y * cos, angle }))
}

/** What a text line can be handed by somebody who means no good, or by a photo of something else. */
export const HOSTILE = [
  '',
  ' ',
  ':',
  ':::::',
  'NIK'.repeat(4000),
  '9'.repeat(10_000),
  'Nama : \'; DROP TABLE "Person"; --',
  '<script>alert(1)</script>',
  '\u202Eamag A : IDUB',
  'Nama\u0000: \u0007SITI',
  '👩🏽‍🦱👍🏿',
  '姓名：王小明',
  'नाम: सीता',
  'الاسم: ستي ٣٣٢٦',
  '٣٣٢٦٠١٤١٠٧٩٠٠٠٠١',
  '(((((((((((((((((((',
  'P<IDN',
  '<'.repeat(3000),
]
