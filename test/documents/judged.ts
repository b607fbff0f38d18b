import { judge, type Judgement } from '../../bot/intake/judge.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import { readDocument } from '../../bot/intake/ocr/read-document.ts'
import { measureQuality } from '../../bot/intake/quality/measure.ts'
import type { Sample } from './samples.ts'

/** When the drawn passports are looked at. */
const TODAY = '2026-06-01'

/** What the counter thinks of a photo, all of it: measured, read and judged. */
export async function judged({ photo, slot, typed }: Pick<Sample, 'photo' | 'slot' | 'typed'>): Promise<Judgement> {
  const { data, info } = await sharp(photo.jpeg).raw().toBuffer({ resolveWithObject: true })
  const figures = measureQuality({ data, width: info.width, height: info.height })
  const reading = await readDocument(photo.jpeg, { kind: slot, typed, today: TODAY })
  return judge(figures, reading, { kind: slot, checks: ['legible', 'kind', 'identity', 'expiry'] })
}
