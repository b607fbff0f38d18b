import { own } from './engine-texts.ts'
import type { AskStep, EndStep, Flow, SayStep, SendStep, Step } from './flow.ts'
import type { JsonObject } from './json.ts'
import { askAside, askReview, firstGap, holds, open } from './question.ts'
import type { Frame } from './state.ts'
import { bare, withoutAside, type Pause, type Talk } from './talk.ts'
import { t } from './text.ts'
import { armWorking, startWork } from './working.ts'

/** A turn that goes through more steps than this is a flow that runs in a circle. */
const STEPS = 1000

/** What a step leads to: the place of the next, `stop` where the conversation waits, or the port call to make. */
type Next<P> = number | 'stop' | NonNullable<Pause<P>>

/** Goes through the top flow's steps from `index` until a question, a job or the end; stops for a port. */
export function advance<P>(talk: Talk<P>, index: number): Pause<P> {
  let at = index
  for (let n = 0; n < STEPS; n++) {
    const frame = talk.top
    if (frame === undefined) return undefined
    const step = talk.flowOf(frame).steps[at]
    if (step?.when !== undefined && !step.when(talk.answersOf(frame))) {
      if (step.kind === 'ask') talk.forgetAnswer(frame, step.id)
      at++
      continue
    }
    const next = step === undefined ? end(talk, frame) : take(talk, frame, step, at)
    if (typeof next !== 'number') return next === 'stop' ? undefined : next
    at = next
  }
  throw new Error(`flow ${talk.top?.flow ?? '?'} runs in a circle`)
}

function take<P>(talk: Talk<P>, frame: Frame, step: Step<P>, at: number): Next<P> {
  const answers = talk.answersOf(frame)
  switch (step.kind) {
    case 'ask':
      if (answers[step.id] !== undefined && holds(talk, frame, step)) return at + 1
      askOrRenew(talk, frame, step)
      return 'stop'
    case 'say':
      if (isNew(talk, frame, step, at)) say(talk, step, answers)
      return at + 1
    case 'send':
      if (isNew(talk, frame, step, at)) send(talk, step, answers)
      return at + 1
    case 'do':
      talk.setFrame(bare(frame, step.id))
      return { step, index: at, answers }
    case 'job': {
      const token = talk.startJob(frame, step.id, step.job, step.payload(answers))
      talk.setFrame({ ...bare(frame, step.id), waiting: token })
      talk.say(t(step.meanwhile))
      return 'stop'
    }
    case 'review': {
      const gap = firstGap(talk, frame, at)
      if (gap === undefined) askReview(talk, frame, step)
      else askOrRenew(talk, frame, gap)
      return 'stop'
    }
    case 'call': {
      if (answers[step.id] !== undefined) return at + 1
      const called = talk.flows.get(step.flow)
      if (called === undefined) throw new Error(`no flow ${step.flow}`)
      talk.setFrame(bare(frame, step.id))
      talk.push(called, step.params(answers))
      return 0
    }
    case 'language':
      talk.setHead({ language: step.choose(answers) })
      return at + 1
    case 'clear': {
      const form = talk.forgetOthers(frame)
      if (form !== undefined && step.tells) talk.prefix(own('engine-form-cleared', { title: t(form.title) }))
      return at + 1
    }
    case 'retry':
      return rewind(talk, frame, step.to)
    case 'end':
      return follow(talk, frame, step, answers)
  }
}

// An answer that no longer holds beside the others is looked at again, where its field knows how; else it is asked for.
function askOrRenew<P>(talk: Talk<P>, frame: Frame, step: AskStep): void {
  const kept = talk.answersOf(frame)[step.id] ?? null
  const work = kept === null ? undefined : step.field.renew?.(kept, talk.context(frame))
  if (work === undefined) return open(talk, frame, step)
  startWork(talk, { frame: bare(frame), step }, work)
  armWorking(talk)
}

// What was said once is not said again when an earlier answer is corrected; what depends on the answers is.
function isNew<P>(talk: Talk<P>, frame: Frame, step: SayStep | SendStep, at: number): boolean {
  if (at < frame.reached) return step.when !== undefined
  talk.setFrame({ ...frame, reached: at + 1 })
  return true
}

function say<P>(talk: Talk<P>, step: SayStep, answers: JsonObject): void {
  const choices = step.choices?.(answers) ?? []
  talk.say(t(step.key, step.args?.(answers, talk.head.language)), {
    ...(choices.length > 0 && { choices }),
    ...(step.about && { about: step.about(answers) }),
    ...(step.protect && { protect: true }),
    ...(step.subject && { subject: t(step.subject) }),
  })
}

function send<P>(talk: Talk<P>, step: SendStep, answers: JsonObject): void {
  const [file, ...album] = [step.file(answers, talk.head.language) ?? []].flat()
  if (file === undefined) return
  talk.flush()
  talk.replies.push({
    kind: 'file',
    ...file,
    ...(album.length > 0 && { album }),
    ...(step.caption && { caption: t(step.caption) }),
    ...(step.about && { about: step.about(answers) }),
  })
}

// Forgets the answers from step `to` on; returns its place.
function rewind<P>(talk: Talk<P>, frame: Frame, to: string): number {
  const { steps } = talk.flowOf(frame)
  const target = steps.findIndex((step) => step.kind === 'ask' && step.id === to)
  for (const step of steps.slice(target)) talk.forgetAnswer(frame, step.id)
  talk.setFrame({ ...bare(frame), reached: target })
  return target
}

// Ends the flow in favour of the one that its last step names, if it names one.
function follow<P>(talk: Talk<P>, frame: Frame, step: EndStep, answers: JsonObject): Next<P> {
  const next = step.next?.(answers) ?? undefined
  if (next === undefined) return end(talk, frame)
  const flow = talk.flows.get(next.flow)
  if (flow === undefined || !step.may.includes(next.flow)) throw new Error(`flow ${frame.flow} may not go to ${next.flow}`)
  talk.remove(frame)
  if (next.params === undefined) return start(talk, flow.id) ?? 'stop'
  // A form that begins with answers of its own takes the place of one begun before.
  if (flow.form !== undefined) forgetForm(talk, flow)
  talk.push(flow, next.params)
  return 0
}

function forgetForm<P>(talk: Talk<P>, flow: Flow<P>): void {
  for (const open of talk.head.stack) if (open.flow === flow.id) talk.remove(open)
  for (const draft of talk.head.drafts) if (draft.flow === flow.id) talk.forgetFrame(draft)
  talk.setHead({ drafts: talk.head.drafts.filter((draft) => draft.flow !== flow.id) })
}

// Ends the innermost flow. The flow below goes on: after a call with its result, after a digression with its open question.
function end<P>(talk: Talk<P>, frame: Frame): Next<P> {
  const result = talk.answersOf(frame)
  const isCalled = talk.root(frame).seq !== frame.seq
  talk.remove(frame)
  const below = talk.top
  if (below === undefined) return 'stop'
  if (isCalled) {
    const { index } = talk.openStep(below)
    talk.setAnswer(below, below.step, result)
    return index + 1
  }
  // A question that is no form's stays open as it was, unless another was asked since.
  const asked = talk.flowOf(frame).steps.some((step) => step.kind === 'ask' || step.kind === 'review')
  if (talk.form(below) === undefined && !asked) return 'stop'
  return goOn(talk) ?? 'stop'
}

/** Goes on with the flow that is on top now; nothing happens when there is none. */
export function goOn<P>(talk: Talk<P>): Pause<P> {
  const frame = talk.top
  if (frame === undefined) return undefined
  if (talk.form(frame) !== undefined) talk.prefix(own('engine-resume', { title: t(talk.flowOf(talk.root(frame)).title) }))
  return reopen(talk, frame)
}

/** Asks the open question of the top flow again, or goes on where it waits no longer. */
export function reopen<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  if (frame.aside !== undefined) {
    askAside(talk, frame, frame.aside)
    return undefined
  }
  if (frame.waiting !== undefined) {
    talk.say(own('engine-still-working'))
    return undefined
  }
  const { step, index } = talk.openStep(frame)
  if (frame.settled) {
    talk.setFrame(bare(frame))
    return advance(talk, step?.kind === 'ask' && !step.passing ? index : index + 1)
  }
  if (step?.kind === 'ask') {
    open(talk, frame, step, { tries: frame.tries, ...(frame.scratch !== undefined && { scratch: frame.scratch }) })
    return undefined
  }
  if (step === undefined) talk.prefix(own('engine-updated'))
  return advance(talk, Math.max(index, 0))
}

/** The argument of a button that goes on with a draft. */
export const GO_ON = '~go-on'

/** Starts a flow by its id; a form that was put aside is offered again, one that is open is returned to. */
export function start<P>(talk: Talk<P>, id: string, params: JsonObject = {}): Pause<P> {
  const flow = talk.flows.get(id)
  if (flow === undefined) throw new Error(`no flow ${id}`)
  const opened = flow.form === undefined ? undefined : talk.head.stack.find((frame) => frame.flow === id)
  const given = id === talk.flows.human ? { ...params, ...doing(talk) } : params
  for (let top = talk.top; top !== undefined; top = talk.top) {
    const root = talk.root(top)
    if (opened === undefined ? talk.form(top) !== undefined : root.seq === opened.seq) break
    talk.remove(root)
  }
  if (opened !== undefined) {
    if (talk.top?.aside === 'cancel' || talk.top?.aside === 'restart') talk.setFrame(withoutAside(talk.top))
    return goOn(talk)
  }
  const draft = talk.head.drafts.find((frame) => frame.flow === id)
  if (draft !== undefined) {
    talk.takeUp(draft)
    // Who pressed "go on" has said already that the draft is meant.
    if (params['arg'] === GO_ON) return goOn(talk)
    askAside(talk, draft, 'draft')
    return undefined
  }
  talk.push(flow, given['arg'] === GO_ON ? {} : given)
  return advance(talk, 0)
}

// What a human who is to help should know, and no more: which flow and question were open, by their message keys, and
// whether a form waits. The label is one that is shown, in a review, and so is there for sure.
function doing<P>(talk: Talk<P>): JsonObject {
  const frame = talk.top
  if (frame === undefined) return {}
  const root = talk.root(frame)
  const before = root.flow === talk.flows.human ? talk.answersOf(root)['doing'] : undefined
  if (before !== undefined) return { doing: before }
  const flow = talk.flowOf(root)
  if (flow.id === talk.flows.home || flow.id === talk.flows.human) return {}
  const { step } = talk.openStep(frame)
  const isShown = step?.kind === 'ask' && !step.passing && talk.flowOf(frame).steps.some(({ kind }) => kind === 'review')
  return { doing: { title: flow.title, question: isShown ? step.label : null, form: flow.form !== undefined } }
}

/** Forgets what was asked; what the flow was started with stays. */
export function startOver<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  const root = talk.root(frame)
  for (const one of talk.head.stack) if (one.seq !== root.seq && talk.root(one).seq === root.seq) talk.remove(one)
  talk.setFrame({ ...bare(root), reached: 0 })
  for (const step of talk.flowOf(root).steps) talk.forgetAnswer(root, step.id)
  return advance(talk, 0)
}

/** Leaves a flow, and the one that called it; what lies below is gone on with. */
export function leave<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  talk.remove(talk.root(frame))
  if (talk.top !== undefined) return goOn(talk)
  sayWhatNext(talk)
  return undefined
}

/** Shows the way on when nothing is open. */
export function sayWhatNext<P>(talk: Talk<P>): void {
  talk.say(own('engine-what-next'), { choices: [{ id: `/${talk.flows.home}`, label: own('engine-menu') }] })
}
