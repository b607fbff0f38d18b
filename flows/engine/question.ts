import type { Opening } from './field.ts'
import type { AskStep } from './flow.ts'
import type { Json, JsonObject } from './json.ts'
import { own } from './engine-texts.ts'
import type { Aside, Frame } from './state.ts'
import { bare, between, type Talk } from './talk.ts'
import { t, type Text } from './text.ts'

/** How long the page behind a secure question stays open. */
const SECURE_ENTRY_MINUTES = 30
/** After so many unacceptable answers a human is offered beside the question. */
export const HUMAN_AFTER = 5

/** How a question is opened. */
interface Manner {
  /** replaces what the field would begin with */
  readonly opening?: Opening
  /** unacceptable answers so far */
  readonly tries?: number
  /** what is to be said already says what is asked */
  readonly brief?: boolean
  /** the field's notes from when the question was asked before: it opens as it stood then */
  readonly scratch?: Json
}

/** Opens a question; an answer that it has already can be kept. */
export function open<P>(talk: Talk<P>, frame: Frame, step: AskStep, manner: Manner = {}): void {
  const { scratch, opening = step.field.open?.(talk.context(frame), scratch) ?? {}, tries = 0, brief = false } = manner
  const plain = bare(counted(frame, step), step.id, tries)
  talk.setFrame(opening.scratch === undefined ? plain : { ...plain, scratch: opening.scratch })
  const choices = [...(opening.choices ?? []), ...standing(talk, frame, step)]
  if (tries >= HUMAN_AFTER) choices.push({ id: `/${talk.flows.human}`, label: own('engine-stuck-human') })
  showFiles(talk, opening)
  talk.ask(brief ? undefined : asked(talk, frame, step, opening, tries), choices, step.field.accepts.includes('contact'))
}

/** Shows the pictures that a question is about, behind what is to be said before it. */
export function showFiles<P>(talk: Talk<P>, { files: [first, ...album] = [] }: Opening): void {
  if (first === undefined) return
  talk.flush()
  talk.replies.push({ kind: 'file', ...first, ...(album.length > 0 && { album }) })
}

// A question that is asked after all counts from now on.
function counted(frame: Frame, { id }: AskStep): Frame {
  return frame.brought?.includes(id) ? { ...frame, brought: frame.brought.filter((one) => one !== id) } : frame
}

/** What can be chosen at a question beside what its field offers. */
export function standing<P>(talk: Talk<P>, frame: Frame, step: AskStep) {
  const known = talk.answersOf(frame)[step.id]
  const keep = known !== undefined && known !== null && holds(talk, frame, step)
  return [
    ...(keep ? [{ id: '~keep', label: own('engine-keep') }] : []),
    ...(step.optional ? [{ id: '~skip', label: own('engine-skip') }] : []),
  ]
}

function asked<P>(talk: Talk<P>, frame: Frame, step: AskStep, opening: Opening, tries: number): Text {
  const prompt = opening.text ?? t(step.prompt, { ...step.args?.(talk.answersOf(frame), talk.head.language), ...opening.args })
  const question = tries > 0 || opening.text !== undefined ? prompt : withProgress(talk, frame, step, prompt)
  if (step.entry === 'chat') return question
  const link = {
    purpose: 'answer',
    subject: step.id,
    minutes: SECURE_ENTRY_MINUTES,
    data: { frame: frame.seq, flow: frame.flow },
  }
  return { lines: between([question, own('engine-secure-entry', { page: { link } })]) }
}

function withProgress<P>(talk: Talk<P>, frame: Frame, step: AskStep, prompt: Text): Text {
  const flow = talk.flowOf(frame)
  if (flow.form === undefined || step.passing) return prompt
  const answers = talk.answersOf(frame)
  const { n, total } = talk.flows.count(flow, step.id, frame.brought ?? [], (one) => mayTakePlace(one, answers))
  // Of one question there is nothing to count.
  if (total < 2) return prompt
  return own('engine-progress', { n, total, prompt })
}

// A guard may look at an answer that is not given yet: then nothing is known against the question.
function mayTakePlace(step: AskStep, answers: JsonObject): boolean {
  return cautiously(() => step.when?.(answers) !== false, true)
}

/** What `ask` says, or `otherwise` when it trips over an answer that a frame of an older version does not have. */
export function cautiously<T>(ask: () => T, otherwise: T): T {
  try {
    return ask()
  } catch {
    return otherwise
  }
}

/** Asks the engine's own yes-or-no question about `frame`. */
export function askAside<P>(talk: Talk<P>, frame: Frame, aside: Aside): void {
  talk.setFrame({ ...frame, aside })
  const { step } = talk.openStep(frame)
  const doubt = aside === 'doubt' && step?.kind === 'ask' && step.doubt?.(frame.doubt ?? null, talk.answersOf(frame))
  if (doubt) talk.prefix(doubt)
  const choices = [
    { id: 'yes', label: own(`engine-aside-${aside}-yes`) },
    { id: 'no', label: own(`engine-aside-${aside}-no`) },
  ]
  if (frame.tries >= HUMAN_AFTER) choices.push({ id: `/${talk.flows.human}`, label: own('engine-stuck-human') })
  talk.ask(own(`engine-aside-${aside}`, { title: t(talk.flowOf(talk.root(frame)).title) }), choices)
}

/** Opens an answered question again and tells what was answered. */
export function editQuestion<P>(talk: Talk<P>, frame: Frame, step: AskStep): void {
  const context = talk.context(frame)
  const value = context.answers[step.id] ?? null
  if (value !== null)
    talk.prefix(step.field.secret ? own('engine-was-hidden') : own('engine-was', { value: step.field.show(value, context) }))
  open(talk, frame, step)
}

/** Shows the answers and asks whether they are right. */
export function askReview<P>(talk: Talk<P>, frame: Frame, step: { readonly id: string; readonly prompt: string }): void {
  const context = talk.context(frame)
  const rows = reviewable(talk, frame).map((ask, i) => {
    const value = context.answers[ask.id] ?? null
    return own('engine-review-row', {
      n: i + 1,
      label: t(ask.label),
      value: ask.field.secret ? '••••••••' : ask.field.show(value, context),
    })
  })
  talk.setFrame(bare(frame, step.id))
  talk.ask({ lines: [t(step.prompt), '', ...rows, '', own('engine-review-how')] }, [
    { id: '~yes', label: own('engine-review-yes') },
    { id: '~edit', label: own('engine-review-edit') },
    { id: '~cancel', label: own('engine-review-cancel') },
  ])
}

/** Whether a kept answer is still acceptable beside the others. */
export function holds<P>(talk: Talk<P>, frame: Frame, step: AskStep): boolean {
  const value = talk.answersOf(frame)[step.id]
  if (value === undefined || step.passing) return false
  if (value === null) return step.optional
  if (step.field.holds?.(value, talk.context(frame)) === false) return false
  return step.check?.(value, talk.answersOf(frame)) === undefined
}

/** The first question before place `until` that should have an answer and has none that holds. */
export function firstGap<P>(talk: Talk<P>, frame: Frame, until: number): AskStep | undefined {
  const answers = talk.answersOf(frame)
  for (const step of talk.flowOf(frame).steps.slice(0, until))
    if (step.kind === 'ask' && !step.passing && mayTakePlace(step, answers) && !cautiously(() => holds(talk, frame, step), false))
      return step
  return undefined
}

/** The questions whose answers a review shows, in order. */
export function reviewable<P>(talk: Talk<P>, frame: Frame): AskStep[] {
  const answers = talk.answersOf(frame)
  return talk
    .flowOf(frame)
    .steps.filter(
      (step): step is AskStep =>
        step.kind === 'ask' && !step.passing && !step.field.companion && (answers[step.id] ?? null) !== null,
    )
}
