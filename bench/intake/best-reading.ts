import { distance } from 'fastest-levenshtein'
import { sharp } from '../../bot/intake/libvips.ts'
import { models } from '../../bot/intake/ocr/models.ts'
import { readLine } from '../../bot/intake/ocr/recognition.ts'
import type { RawImage } from '../../bot/intake/types.ts'
import type { Fault } from '../../test/documents/fault.ts'
import { ktp } from '../../test/documents/ktp.ts'
import { photograph, type Photograph } from '../../test/documents/photograph.ts'

/** Wrong digits by kind of fault and strength. */
export interface ReadingTable {
  readonly cards: number
  readonly strengths: readonly number[]
  /** first cell: the kind of fault */
  readonly rows: readonly (readonly string[])[]
}

const SEEDS = [1, 2, 3, 4, 5]
const STRENGTHS = [0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
const KINDS = ['dark', 'defocus', 'motion', 'too-small'] as const satisfies readonly Fault['kind'][]
/** How much more than the number itself is cut out, along and across it. */
const MARGINS = [
  [1.05, 1.5],
  [1.08, 1.9],
  [1.03, 1.25],
] as const

/**
 * From which strength a fault leaves nothing to be read: the reader is told where the number is, which no counter is,
 * gets it straightened and brightened, and the best of three cut-outs counts.
 */
export async function bestReadings(): Promise<ReadingTable> {
  const rows: string[][] = []
  for (const kind of KINDS) {
    const row: string[] = [kind]
    for (const strength of STRENGTHS) {
      const wrong: number[] = []
      for (const seed of SEEDS) {
        const card = await ktp({ seed })
        const photo = await photograph(card, { seed: seed * 101, fault: { kind, strength } })
        wrong.push(await wrongDigits(photo, card.truth.nik))
      }
      row.push(String(wrong.sort((a, b) => a - b)[Math.floor(wrong.length / 2)]))
    }
    rows.push(row)
  }
  return { cards: SEEDS.length, strengths: STRENGTHS, rows }
}

async function wrongDigits({ jpeg, number }: Photograph, nik: string): Promise<number> {
  if (number === undefined) throw new Error('the card has no number')
  const [a, b, c, d] = number
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const picture = brightened({ data, width: info.width, height: info.height })
  const loaded = await models()
  let fewest = nik.length
  for (const [along, across] of MARGINS) {
    const line = {
      x: (a[0] + c[0]) / 2,
      y: (a[1] + c[1]) / 2,
      width: Math.hypot(b[0] - a[0], b[1] - a[1]) * along,
      height: Math.hypot(d[0] - a[0], d[1] - a[1]) * across,
      angle: Math.atan2(b[1] - a[1], b[0] - a[0]),
    }
    const { text } = await readLine(picture, line, loaded)
    fewest = Math.min(fewest, distance(text.replace(/\D/g, ''), nik))
  }
  return fewest
}

/** The lightest thing in it made light. */
function brightened(raw: RawImage): RawImage {
  const sorted = raw.data.toSorted()
  const lightest = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  const gain = Math.max(1, 180 / Math.max(1, lightest))
  return { ...raw, data: raw.data.map((level) => Math.min(255, level * gain)) }
}
