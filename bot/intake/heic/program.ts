// A confined program (confined/run.ts): decodes one HEIC photo to bare pixels. Argument: pixels at most.
import heic from 'heic-decode'
import { answer, limitWasmMemory, readInput } from '../confined/program.ts'
import { withoutAlpha } from '../confined/without-alpha.ts'
import { isWhole } from './boxes.ts'

/** A photo of 26 megapixels needs about 250. */
const MEGABYTES = 320

const maxPixels = Number(process.argv[2])
limitWasmMemory(MEGABYTES)
const bytes = await readInput()
try {
  const [photo] = isWhole(bytes) ? await heic.all({ buffer: bytes }) : []
  if (photo === undefined) await answer({ problem: 'damaged' })
  else if (photo.width * photo.height > maxPixels) await answer({ problem: 'pixels' })
  else {
    const { data, width, height } = await photo.decode()
    await answer({ width, height }, withoutAlpha(data))
  }
} catch {
  await answer({ problem: 'damaged' })
}
