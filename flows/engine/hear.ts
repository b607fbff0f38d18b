import type { Reading } from './field.ts'
import type { AskStep, Step } from './flow.ts'
import type { Input } from './input.ts'
import type { Json, JsonObject } from './json.ts'
import type { Frame } from './state.ts'
import { bare, type Pause, type Talk } from './talk.ts'
import { t, type Text } from './text.ts'
import { editNumber, normalise, understand } from './words.ts'

/** Characters; longer texts are refused before a field sees them. */
const LONGEST_TEXT = 2000
/** After so many unacceptable answers help is given; after so many more, a human is offered. */
const HELP_AFTER = 3
const HUMAN_AFTER = 5

/** What hearing needs to know besides the talk. */
export interface Hearing {
  /** the flow that greets and shows the menu */
  readonly home: string
  /** the flow that leads to a human */
  readonly human: string
}

/** Takes in what a person sent. `about` is what the message that it replies to is about: a word of command then means that. */
export function hear<P>(talk: Talk<P>, input: Input, hearing: Hearing, about?: string): Pause<P> {
  talk.setHead({ at: talk.env.now })
  const frame = talk.top
  if (input.kind === 'choice' && input.id.startsWith('/')) {
    const [id = '', ...rest] = input.id.slice(1).split(':')
    if (talk.flows.get(id) !== undefined) return start(talk, id, rest.length === 0 ? {} : { arg: rest.join(':') })
  }
  const words = input.kind === 'text' ? normalise(input.text) : ''
  if (input.kind === 'text' && (frame === undefined || talk.flowOf(frame).form === undefined)) {
    const shaped = talk.flows.shaped(input.text)
    if (shaped !== undefined) return start(talk, shaped, { arg: input.text.trim() })
  }
  const command = about === undefined ? undefined : talk.flows.meant(words)
  if (about !== undefined && command !== undefined) return start(talk, command, { arg: about })
  if (frame === undefined) return start(talk, talk.flows.meant(words) ?? hearing.home)
  const choice = input.kind === 'choice' ? ownChoice(talk, input.id) : undefined
  if (input.kind === 'choice' && choice === undefined) {
    talk.prefix(t('engine-old-button'))
    talk.reopen(frame)
    return undefined
  }
  if (frame.aside !== undefined)
    return hearAside(talk, frame, choice ?? (input.kind === 'text' ? understand(input.text) : undefined))
  const heard = input.kind === 'text' ? hearCommand(talk, frame, input.text, words) : undefined
  if (heard !== undefined) return heard.pause
  if (frame.waiting !== undefined) {
    talk.say(t('engine-still-working'))
    return undefined
  }
  const { step, index } = talk.openStep(frame)
  if (step?.kind === 'review') return hearReview(talk, frame, index, choice, input.kind === 'text' ? input.text : '')
  if (step?.kind !== 'ask') {
    talk.prefix(t('engine-updated'))
    return talk.advance(0)
  }
  if (choice === '~skip' && step.optional) return skip(talk, frame, step, index)
  const answer: Input = choice === undefined ? input : { kind: 'choice', id: choice }
  return hearAnswer(talk, frame, step, index, answer, hearing)
}

/** Starts a flow by its id; a form that was put aside is offered again, one that is open is returned to. */
export function start<P>(talk: Talk<P>, id: string, params: JsonObject = {}): Pause<P> {
  const flow = talk.flows.get(id)
  if (flow === undefined) throw new Error(`no flow ${id}`)
  const open = talk.head.stack.find((frame) => frame.flow === id)
  if (open !== undefined && flow.form !== undefined) {
    while (talk.top !== undefined && talk.top.seq !== open.seq) talk.remove(talk.top)
    talk.reopen(open)
    return undefined
  }
  while (talk.top !== undefined && talk.flowOf(talk.top).form === undefined) talk.remove(talk.top)
  const draft = talk.head.drafts.find((frame) => frame.flow === id)
  if (draft !== undefined) {
    talk.setHead({ drafts: talk.head.drafts.filter((frame) => frame !== draft), stack: [...talk.head.stack, draft] })
    talk.askAside(draft, 'draft')
    return undefined
  }
  talk.push(flow, params)
  return talk.advance(0)
}

/** Takes a value that has passed its field: checks it against the other answers, keeps it, goes on. */
export function accept<P>(talk: Talk<P>, frame: Frame, step: AskStep, index: number, value: Json, echo?: Text): Pause<P> {
  const answers = talk.answersOf(frame)
  const problem = step.check?.(value, answers)
  if (problem !== undefined) {
    talk.prefix(problem)
    talk.open(frame, step, undefined, frame.tries + 1)
    return undefined
  }
  const doubt = frame.aside === 'doubt' ? undefined : step.doubt?.(value, answers)
  if (doubt !== undefined) {
    talk.prefix(doubt)
    talk.setFrame({ ...frame, doubt: value })
    talk.askAside({ ...frame, doubt: value }, 'doubt')
    return undefined
  }
  const kept = bare(frame)
  talk.setFrame(kept)
  talk.setAnswer(kept, step.id, value)
  if (echo !== undefined) talk.prefix(echo)
  const gap = kept.migrated ? talk.firstGap(kept, index) : undefined
  if (gap === undefined) return talk.advance(index + 1)
  talk.open(kept, gap)
  return undefined
}

/** Acts on what a field made of an input or of a job's outcome. */
export function settle<P>(
  talk: Talk<P>,
  frame: Frame,
  step: AskStep,
  index: number,
  reading: Reading<Json>,
  hearing: Hearing,
): Pause<P> {
  switch (reading.is) {
    case 'value':
      return accept(talk, frame, step, index, reading.value, reading.echo)
    case 'problem':
      return refuse(talk, frame, step, reading, hearing)
    case 'more':
      talk.setFrame({ ...frame, ...(reading.opening.scratch !== undefined && { scratch: reading.opening.scratch }) })
      talk.ask(reading.text, reading.opening.choices)
      return undefined
    case 'work':
      talk.setFrame({ ...frame, waiting: talk.startJob(frame, step.id, reading.job, reading.payload) })
      return undefined
  }
}

function refuse<P>(
  talk: Talk<P>,
  frame: Frame,
  step: AskStep,
  reading: Reading<Json> & { is: 'problem' },
  hearing: Hearing,
): Pause<P> {
  const tries = frame.tries + 1
  talk.prefix(reading.problem)
  if (tries === HELP_AFTER && step.help !== undefined) talk.prefix(t(step.help))
  if (tries >= HUMAN_AFTER) {
    talk.say(t('engine-stuck'), { choices: [{ id: `/${hearing.human}`, label: t('engine-stuck-human') }] })
  }
  talk.open(frame, step, reading.opening, tries)
  return undefined
}

function hearAnswer<P>(talk: Talk<P>, frame: Frame, step: AskStep, index: number, input: Input, hearing: Hearing): Pause<P> {
  const context = talk.context(frame)
  if (step.field.secret && input.kind === 'text') talk.replies.push({ kind: 'delete-input' })
  const misfit = unsuitable(step, input)
  const reading: Reading<Json> =
    misfit === undefined ? step.field.read(input, context, frame.scratch ?? null) : { is: 'problem', problem: misfit }
  if (reading.is === 'problem' && input.kind === 'text' && frame.flow === hearing.home) {
    const flow = talk.flows.meant(normalise(input.text))
    if (flow !== undefined) return start(talk, flow)
  }
  return settle(talk, frame, step, index, reading, hearing)
}

function unsuitable(step: AskStep, input: Input): Text | undefined {
  if (input.kind === 'text') {
    if (input.text.length > LONGEST_TEXT) return t('engine-too-long', { max: LONGEST_TEXT })
    if (normalise(input.text) === '' && !step.field.secret) return t('engine-empty')
  }
  if (step.field.accepts.includes(input.kind)) return undefined
  if (step.field.accepts.includes('file')) return t('engine-expected-file')
  if (input.kind === 'file') return t('engine-expected-text')
  return t('engine-expected-words', { what: input.kind === 'other' ? input.what : input.kind })
}

// The words that work at every question. `undefined`: none of them, the question is meant.
function hearCommand<P>(talk: Talk<P>, frame: Frame, text: string, words: string): { pause: Pause<P> } | undefined {
  const { step } = talk.openStep(frame)
  switch (understand(text)) {
    case 'back':
      return { pause: goBack(talk, frame) }
    case 'cancel':
      return { pause: cancel(talk, frame) }
    case 'restart':
      if (talk.flowOf(frame).form === undefined) return undefined
      talk.askAside(frame, 'restart')
      return { pause: undefined }
    case 'help':
      talk.prefix(t(step?.kind === 'ask' && step.help !== undefined ? step.help : 'engine-help'))
      if (step?.kind === 'ask' && step.help !== undefined) talk.prefix(t('engine-help'))
      talk.reopen(frame)
      return { pause: undefined }
    case 'skip':
      if (step?.kind !== 'ask' || frame.waiting !== undefined) return undefined
      if (step.optional) return { pause: skip(talk, frame, step, talk.openStep(frame).index) }
      talk.prefix(t('engine-cannot-skip'))
      talk.reopen(frame)
      return { pause: undefined }
    default: {
      const flow = talk.flows.named(words)
      return flow === undefined ? undefined : { pause: start(talk, flow) }
    }
  }
}

function goBack<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  const { index } = talk.openStep(frame)
  const answers = talk.answersOf(frame)
  const before = talk.flowOf(frame).steps.slice(0, Math.max(0, index))
  const previous = before.findLast(
    (step): step is AskStep => step.kind === 'ask' && !step.passing && answers[step.id] !== undefined,
  )
  if (previous === undefined) {
    talk.prefix(t('engine-nothing-before'))
    talk.reopen(bare(frame))
    return undefined
  }
  edit(talk, frame, previous)
  return undefined
}

// Opens an answered question again and tells what was answered.
function edit<P>(talk: Talk<P>, frame: Frame, step: AskStep): void {
  const context = talk.context(frame)
  const value = context.answers[step.id] ?? null
  if (value !== null && !step.field.secret) talk.prefix(t('engine-was', { value: step.field.show(value, context) }))
  talk.open(frame, step)
}

function cancel<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  const flow = talk.flowOf(frame)
  const begun = flow.steps.some((step) => step.kind === 'ask' && talk.answersOf(frame)[step.id] !== undefined)
  if (flow.form !== undefined && begun) {
    talk.askAside(frame, 'cancel')
    return undefined
  }
  talk.prefix(t('engine-cancelled', { title: t(flow.title) }))
  return leave(talk, frame)
}

// Leaves a flow; the form below it, if any, is asked on.
function leave<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  talk.remove(frame)
  if (talk.top !== undefined && talk.flowOf(talk.top).form !== undefined) {
    talk.prefix(t('engine-resume', { title: t(talk.flowOf(talk.top).title) }))
    talk.reopen(talk.top)
  } else talk.say(t('engine-what-next'), { choices: [{ id: '/menu', label: t('engine-menu') }] })
  return undefined
}

function skip<P>(talk: Talk<P>, frame: Frame, step: AskStep, index: number): Pause<P> {
  const kept = bare(frame)
  talk.setFrame(kept)
  talk.setAnswer(kept, step.id, null)
  return talk.advance(index + 1)
}

function hearReview<P>(talk: Talk<P>, frame: Frame, index: number, choice: string | undefined, text: string): Pause<P> {
  const said = choice ?? understand(text)
  const number = editNumber(text)
  const named = choice?.startsWith('edit-') ? talk.reviewable(frame).find((step) => step.id === choice.slice(5)) : undefined
  const target = number === undefined ? named : talk.reviewable(frame)[number - 1]
  if (target !== undefined) edit(talk, frame, target)
  else if (said === 'yes') return talk.advance(index + 1)
  else if (said === 'cancel') return cancel(talk, frame)
  else if (said === 'edit' || said === 'no') {
    const rows = talk
      .reviewable(frame)
      .map((step, i) => ({ id: `edit-${step.id}`, label: t('engine-review-item', { n: i + 1, label: t(step.label) }) }))
    talk.ask(t('engine-review-which'), rows)
  } else {
    talk.prefix(t(number === undefined ? 'engine-review-unclear' : 'engine-review-no-such'))
    talk.reopen(frame)
  }
  return undefined
}

function hearAside<P>(talk: Talk<P>, frame: Frame, said: string | undefined): Pause<P> {
  const aside = frame.aside
  const plain = bare(frame)
  if (aside === undefined || (said !== 'yes' && said !== 'no')) {
    talk.prefix(t('engine-yes-or-no'))
    talk.reopen(frame)
    return undefined
  }
  if (aside === 'doubt') {
    const { step, index } = talk.openStep(frame)
    if (said === 'yes' && step?.kind === 'ask' && frame.doubt !== undefined) return accept(talk, frame, step, index, frame.doubt)
    talk.reopen(plain)
  } else if (aside === 'cancel') {
    if (said === 'yes') {
      talk.prefix(t('engine-cancelled', { title: t(talk.flowOf(frame).title) }))
      return leave(talk, frame)
    }
    talk.reopen(plain)
  } else if ((aside === 'draft') === (said === 'yes')) {
    talk.reopen(plain)
  } else {
    return startOver(talk, plain)
  }
  return undefined
}

// Forgets what was asked; what the flow was started with stays.
function startOver<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  const fresh = { ...frame, reached: 0, tries: 0 }
  talk.setFrame(fresh)
  for (const step of talk.flowOf(frame).steps) talk.forgetAnswer(fresh, step.id)
  return talk.advance(0)
}

/** The choice's own id when it belongs to the open question, else undefined. */
function ownChoice<P>(talk: Talk<P>, id: string): string | undefined {
  const own = `${talk.head.question}.`
  return id.startsWith(own) ? id.slice(own.length) : undefined
}

/** The open step as a question, if it is one. */
export function asAsk<P>(step: Step<P> | undefined): AskStep | undefined {
  return step?.kind === 'ask' ? step : undefined
}
