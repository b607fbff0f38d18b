import type { Engine } from '../flows/engine/engine.ts'
import type { Env } from '../flows/engine/field.ts'
import type { AskStep } from '../flows/engine/flow.ts'
import type { Json, JsonObject } from '../flows/engine/json.ts'
import type { Frame, Session } from '../flows/engine/state.ts'
import { t } from '../flows/engine/text.ts'
import type { Ports } from '../flows/ports.ts'
import type { Tx } from '../storage/database.ts'
import type { Store } from '../storage/store.ts'
import type { AnswerOutcome, PageQuestion, QuestionPlace } from './web/pages/page-ports.ts'

/** What answers given on a page pass through. */
export interface AnswerParts {
  readonly engine: Engine<Ports>
  readonly store: Store
  env(language: 'id' | 'en', now: number): Env
}

interface Open {
  readonly step: AskStep
  readonly frame: Frame
  readonly session: Session
  readonly answers: JsonObject
}

/** The open question that a page is about; null when it is not open any more. */
export async function pageQuestion(parts: AnswerParts, tx: Tx, place: QuestionPlace): Promise<PageQuestion | null> {
  const open = await findOpen(parts, tx, place)
  if (open === undefined) return null
  const { step, session, answers } = open
  const args = step.args?.(answers, session.head.language)
  return {
    type: step.field.type,
    secret: step.field.secret === true,
    prompt: t(step.prompt, args),
    label: t(step.label),
    ...(step.help !== undefined && { help: t(step.help) }),
  }
}

/** Reads a text by the question's own field and hands the value to the conversation, as one event. */
export async function pageAnswer(
  parts: AnswerParts,
  tx: Tx,
  place: QuestionPlace,
  text: string,
  now: number,
): Promise<AnswerOutcome> {
  const open = await findOpen(parts, tx, place)
  if (open === undefined) return { ok: false, late: true }
  const { step, frame, session, answers } = open
  const { language, question } = session.head
  const reading = step.field.read(
    { kind: 'text', text },
    { env: parts.env(language, now), language, answers },
    frame.scratch ?? null,
  )
  if (reading.is === 'problem') return { ok: false, problem: reading.problem }
  // A page cannot offer choices or wait for a job: what the field says instead of a value is what to mend.
  if (reading.is === 'more') return { ok: false, problem: reading.text }
  if (reading.is !== 'value') return { ok: false, late: true }
  const problem = step.check?.(reading.value, answers)
  if (problem !== undefined) return { ok: false, problem }
  const value = step.field.type === 'password' ? confirmedTwice(reading.value) : reading.value
  const key = `answer:${place.conversation}:${place.frame}:${place.step}:${question}`
  const event = { kind: 'answer', frame: place.frame, step: place.step, value } as const
  await parts.store.post(tx, [{ conversation: place.conversation, key, event }], now)
  return { ok: true }
}

// The page asks for a new password twice itself.
function confirmedTwice(value: Json): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...(value as JsonObject), confirmed: true }
    : value
}

async function findOpen({ store, engine }: AnswerParts, tx: Tx, place: QuestionPlace): Promise<Open | undefined> {
  const session = (await store.session(tx, place.conversation))?.session
  const frame = session?.head.stack.find(({ seq }) => seq === place.frame)
  const flow = engine.flows.get(place.flow)
  if (
    session === undefined ||
    frame === undefined ||
    flow === undefined ||
    frame.flow !== place.flow ||
    frame.step !== place.step
  )
    return undefined
  const { step } = engine.flows.find(flow, place.step)
  return step?.kind === 'ask' ? { step, frame, session, answers: session.answers[frame.seq] ?? {} } : undefined
}
