import { prepare, read } from '../../bot/intake/reading-worker.ts'
import type { DocumentKind, TypedIdentity } from '../../flows/fields/document-outcome.ts'
import type { Drawn } from '../../test/documents/drawn.ts'
import { photograph } from '../../test/documents/photograph.ts'
import { median, type Figures, type Load } from '../measurement.ts'

/** A document to be photographed and read. */
export interface Document {
  readonly drawn: Drawn<unknown>
  readonly typed: TypedIdentity
}

/** No limit was chosen with these. */
const FIRST_SEED = 820_001
/** Documents whose costs are not counted: code is loaded and compiled with them. */
const WARM_UP = 4

/**
 * Good photos of documents of one kind, `load.forms` of them, each read once beside what was truly typed: how many were taken for
 * what they are, on how many everything typed was found, and the median CPU time of reading, in ms.
 */
export async function measureReading(
  kind: DocumentKind,
  draw: (seed: number) => Promise<Document>,
  { forms }: Load,
): Promise<Figures> {
  await prepare()
  const times: number[] = []
  const right = { kind: 0, typed: 0 }
  for (let one = -WARM_UP; one < forms; one++) {
    const seed = FIRST_SEED + WARM_UP + one
    const { drawn, typed } = await draw(seed)
    const { jpeg } = await photograph(drawn, { seed })
    const before = process.cpuUsage()
    const found = await read({ jpeg, kind, typed, today: '2026-11-22' })
    const { user, system } = process.cpuUsage(before)
    if (one < 0) continue
    times.push((user + system) / 1000)
    if (found.kind === kind) right.kind++
    const checks: Readonly<Record<string, string | undefined>> = found.checks
    if (Object.keys(typed).every((what) => checks[what] === 'same')) right.typed++
  }
  return { photos: forms, kindRight: right.kind, allSame: right.typed, readingCpuMs: median(times) }
}
