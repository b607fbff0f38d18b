import type { DocumentOutcome, SlotRules, TypedIdentity } from '../../flows/fields/document-outcome.ts'
import { judge } from './judge.ts'
import type { QualityFigures } from './quality/measure.ts'
import type * as ReadingWorker from './reading-worker.ts'
import type { DocumentReading } from './types.ts'
import { WorkFailed, type WorkerPool } from './worker-pool.ts'

/** What a document is judged by. */
export interface Expectation {
  readonly rules: SlotRules
  /** what was typed, for the comparison */
  readonly typed: TypedIdentity
  /** yyyy-mm-dd, where the office is */
  readonly today: string
}

/** What is thought of a document, as the conversation is told. */
export type Assessment = Omit<Extract<DocumentOutcome, { ok: true }>, 'ok' | 'file' | 'pages' | 'thumbnail' | 'original'>

/** Whether a document must be read to be judged; where nothing is expected of it, it need not. */
export function wantsReading({ kind, checks }: SlotRules): boolean {
  return kind !== 'any' || checks.length > 0
}

/**
 * Reads a picture; undefined where that is not wanted, and where the reader died or took too long: then only what was
 * measured speaks, and an officer reads it.
 */
export async function readPicture(
  jpeg: Uint8Array,
  { rules, typed, today }: Expectation,
  readers: WorkerPool<typeof ReadingWorker>,
): Promise<DocumentReading | undefined> {
  if (!wantsReading(rules)) return undefined
  try {
    return await readers.run('read', { jpeg, kind: rules.kind, typed, today })
  } catch (error) {
    if (error instanceof WorkFailed) return undefined
    throw error
  }
}

/** The verdict on a picture that was measured and, where that was possible, read. */
export function assess(figures: QualityFigures, reading: DocumentReading | undefined, rules: SlotRules): Assessment {
  const { verdict, fault } = wantsReading(rules) ? judge(figures, reading, rules) : ({ verdict: 'good' } as const)
  return {
    verdict,
    ...(fault !== undefined && { fault }),
    checks: reading?.checks ?? {},
    read: reading?.read ?? {},
  }
}
