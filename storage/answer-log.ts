import type { Json } from '../flows/engine/json.ts'
import type { AnswerChange, Session } from '../flows/engine/state.ts'

/** So many changes move out of the conversation’s own row together, as a page. */
const LATEST = 16
/** Characters of changes kept there: long answers move out sooner. */
const LATEST_CHARS = 2048
/** Pages more than the answers need, after many corrections, before the log is written anew. */
const SPARE_PAGES = 4

/** What became of one answer: frame, step, and its value; without a value it is forgotten. */
export type Entry = readonly [frame: number, step: string, value?: Json]

/** A conversation's answers as they lie on disk: in the order in which they were given. */
export interface AnswerLog {
  /** the newest entries; they lie in the conversation's own row */
  readonly latest: readonly Entry[]
  /** how many pages were written before them */
  readonly pages: number
}

/** How a log is brought up to date. */
export interface LogUpdate {
  readonly log: AnswerLog
  /** the pages there are go first */
  readonly anew: boolean
  /** pages to be added; they end the count of `log.pages` */
  readonly added: readonly (readonly Entry[])[]
}

/** The log of a conversation of which nothing has been kept. */
export const EMPTY_LOG: AnswerLog = { latest: [], pages: 0 }

/**
 * Adds a turn's changes to a log, so that a turn costs the same however many answers there are: the newest travel in the
 * conversation's own row, every sixteenth change writes a page. When a frame is forgotten, or corrections have piled up,
 * the log is written anew from `answers`: what is left after the changes.
 */
export function append(log: AnswerLog, changes: readonly AnswerChange[], answers: Session['answers']): LogUpdate {
  const latest = [...log.latest]
  for (const { frame, step, value } of changes) {
    if (step === undefined) return written(log, answers)
    latest.push(value === undefined ? [frame, step] : [frame, step, value])
  }
  if (!isFull(latest)) return { log: { latest, pages: log.pages }, anew: false, added: [] }
  if (log.pages > SPARE_PAGES + pagesFor(answers)) return written(log, answers)
  return { log: { latest: [], pages: log.pages + 1 }, anew: false, added: [latest] }
}

/** The answers that a log tells of, given all its entries in order. */
export function replay(entries: Iterable<Entry>): Session['answers'] {
  const answers: { [frame: number]: { [step: string]: Json } } = {}
  for (const [frame, step, value] of entries) {
    const steps = (answers[frame] ??= {})
    if (value === undefined) delete steps[step]
    else steps[step] = value
  }
  return answers
}

function written(log: AnswerLog, answers: Session['answers']): LogUpdate {
  const latest = Object.entries(answers).flatMap(([frame, steps]) =>
    Object.entries(steps).map(([step, value]): Entry => [Number(frame), step, value]),
  )
  const added: Entry[][] = []
  while (isFull(latest)) added.push(latest.splice(0, LATEST))
  return { log: { latest, pages: added.length }, anew: log.pages > 0, added }
}

function isFull(entries: readonly Entry[]): boolean {
  if (entries.length >= LATEST) return true
  let chars = 0
  for (const [, , value] of entries)
    if (value !== undefined) chars += typeof value === 'string' ? value.length : JSON.stringify(value).length
  return chars > LATEST_CHARS
}

function pagesFor(answers: Session['answers']): number {
  const count = Object.values(answers).reduce((sum, steps) => sum + Object.keys(steps).length, 0)
  return Math.ceil(count / LATEST)
}
