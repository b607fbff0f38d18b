import { accept, askedOf, settle } from './answer.ts'
import { own } from './engine-texts.ts'
import type { Env, Reading } from './field.ts'
import type { Flow } from './flow.ts'
import { FlowSet, type Landmarks } from './flow-set.ts'
import { hear } from './hear.ts'
import { armIdle, hearIdle, IDLE_TIMER } from './idle.ts'
import type { Event } from './input.ts'
import type { Json, JsonObject } from './json.ts'
import { modernise } from './migrate.ts'
import type { Effect, Reply } from './reply.ts'
import { advance, reopen, sayWhatNext, start } from './run.ts'
import type { AnswerChange, Frame, Session } from './state.ts'
import { bare, Talk, type Pause } from './talk.ts'
import { t } from './text.ts'
import { disarmWorking, hearWorking, startWork, WORKING_TIMER } from './working.ts'

/** What came of one event. */
export interface Turn {
  readonly session: Session
  /** what changed in the answers, in order */
  readonly changes: readonly AnswerChange[]
  readonly replies: readonly Reply[]
  readonly effects: readonly Effect[]
}

/** A turn as far as it got: finished, or waiting for a port's result. */
export type Progress<P> =
  | { readonly done: true; readonly turn: Turn }
  | {
      readonly done: false
      /** which step asks */
      readonly flow: string
      readonly step: string
      call(ports: P): Promise<Json>
      resume(result: Json): Progress<P>
    }

/** What happens without anybody waiting for an answer. */
const SILENT: readonly Event['kind'][] = ['timer', 'result', 'notice', 'moved']

/**
 * The flow engine: pure, it does no input or output and has no clock or randomness but what `env` gives.
 * The same session, event and port results always give the same turn.
 */
export class Engine<P> {
  readonly flows: FlowSet<P>

  constructor(flows: readonly Flow<P>[], landmarks: Landmarks) {
    this.flows = new FlowSet(flows, landmarks)
  }

  /** Takes one event. `session` is not changed. */
  step(session: Session, event: Event, env: Env): Progress<P> {
    const talk = new Talk(this.flows, session, env)
    const isGone = modernise(talk)
    return this.#finish(talk, event, this.#take(talk, event, isGone))
  }

  #take(talk: Talk<P>, event: Event, isGone: boolean): Pause<P> {
    switch (event.kind) {
      case 'timer':
        return event.name === IDLE_TIMER ? hearIdle(talk) : event.name === WORKING_TIMER ? hearWorking(talk) : undefined
      case 'result':
        return hearResult(talk, event.token, event.value)
      case 'answer':
        return hearPage(talk, event.frame, event.step, event.value)
      case 'notice':
        return hearNotice(talk, event.notice, event.data)
      case 'moved':
        return hearMoved(talk, event.frame)
      default:
        if (!isGone) return hear(talk, event, event.about)
        // It was meant for something that is there no more.
        talk.heard()
        return talk.top === undefined ? start(talk, this.flows.home) : reopen(talk, talk.top)
    }
  }

  #finish(talk: Talk<P>, event: Event, pause: Pause<P>): Progress<P> {
    if (pause !== undefined) return this.#pause(talk, event, pause)
    talk.flush()
    // Whoever says something is answered, even where a flow ends without a word.
    if (talk.replies.length === 0 && !talk.answered && !SILENT.includes(event.kind)) sayWhatNext(talk)
    armIdle(talk)
    return {
      done: true,
      turn: {
        session: { head: talk.head, answers: talk.answers },
        changes: talk.changes,
        replies: withWayOn(talk, merged(talk.replies)),
        effects: talk.effects,
      },
    }
  }

  #pause(talk: Talk<P>, event: Event, { step, index, answers }: NonNullable<Pause<P>>): Progress<P> {
    const frame = talk.top
    if (frame === undefined) throw new Error(`step ${step.id} runs in no flow`)
    return {
      done: false,
      flow: frame.flow,
      step: step.id,
      call: (ports) => step.run(ports, answers, talk.env),
      resume: (result) => {
        talk.setAnswer(frame, step.id, result)
        return this.#finish(talk, event, advance(talk, index + 1))
      },
    }
  }
}

// A job has ended. Where something else is being talked about, its outcome is kept until the flow is gone on with.
function hearResult<P>(talk: Talk<P>, token: string, value: Json | undefined): Pause<P> {
  const frame = talk.head.stack.find((one) => one.waiting === token)
  if (frame === undefined) return undefined
  const { waiting: _done, ...rest } = frame
  talk.setFrame(rest)
  const isOpen = talk.top?.seq === frame.seq && frame.aside === undefined
  const { step, index } = talk.openStep(frame)
  if (step?.kind === 'job') {
    talk.setAnswer(rest, step.id, step.read(value))
    if (isOpen) return advance(talk, index + 1)
    talk.setFrame({ ...rest, settled: true })
    return undefined
  }
  const asked = askedOf(talk, rest)
  const reading = asked?.step.field.settle?.(value, talk.context(rest), rest.scratch ?? null)
  if (reading?.is !== 'work') disarmWorking(talk)
  if (asked === undefined || reading === undefined) return isOpen ? reopen(talk, rest) : undefined
  if (reading.is === 'work') startWork(talk, { frame, step: asked.step }, reading)
  else if (isOpen) return settle(talk, { ...asked, frame: bare(rest, rest.step, rest.tries) }, reading)
  else noteResult(talk, rest, asked.step.id, reading)
  return undefined
}

// What a field made of an outcome while something else is talked about: kept until its question is open again.
function noteResult<P>(talk: Talk<P>, frame: Frame, step: string, reading: Exclude<Reading<Json>, { is: 'work' }>): void {
  if (reading.is === 'value' || reading.is === 'revise') {
    talk.setFrame({ ...frame, settled: true })
    talk.setAnswer(frame, step, reading.value)
    return
  }
  const { scratch: _before, ...rest } = frame
  const scratch = reading.opening?.scratch
  talk.setFrame({ ...rest, ...(scratch !== undefined && { scratch }) })
  if (reading.is === 'problem') talk.say(reading.problem)
}

// What was typed on a secure page goes before whatever was talked about meanwhile.
function hearPage<P>(talk: Talk<P>, seq: number, step: string, value: Json): Pause<P> {
  talk.heard()
  const frame = talk.head.stack.find((one) => one.seq === seq)
  const asked = frame && askedOf(talk, frame)
  if (frame === undefined || asked?.step.id !== step || asked.step.entry === 'chat') {
    talk.prefix(own('engine-answer-late'))
    return talk.top && reopen(talk, talk.top)
  }
  while (talk.top !== undefined && talk.top.seq !== seq) talk.remove(talk.root(talk.top))
  return accept(talk, { ...asked, frame: bare(frame, frame.step, frame.tries) }, { value, byPage: true })
}

// A notice is said on top of whatever is open, which is then gone on with.
function hearNotice<P>(talk: Talk<P>, id: string, data: JsonObject): Pause<P> {
  const flow = talk.flows.get(id)
  if (flow === undefined) throw new Error(`no flow ${id}`)
  talk.push(flow, data)
  return advance(talk, 0)
}

// The form goes on elsewhere: what was asked for it is no longer asked here.
function hearMoved<P>(talk: Talk<P>, seq: number): Pause<P> {
  const { stack, drafts } = talk.head
  const form = [...stack, ...drafts].find((one) => one.seq === seq)
  if (form === undefined) return undefined
  const wasOpen = talk.top !== undefined && talk.root(talk.top).seq === seq
  talk.remove(form)
  if (drafts.includes(form)) {
    talk.setHead({ drafts: drafts.filter((one) => one !== form) })
    talk.forgetFrame(form)
  }
  talk.say(own('engine-form-moved', { title: t(talk.flowOf(form).title) }))
  return wasOpen && talk.top !== undefined ? reopen(talk, talk.top) : undefined
}

// Messages that follow one another without buttons between them become one: fewer to read, and to send.
function merged(replies: readonly Reply[]): readonly Reply[] {
  if (replies.length < 2) return replies
  const out: Reply[] = []
  for (const reply of replies) {
    const last = out.at(-1)
    if (last?.kind === 'message' && reply.kind === 'message' && joins(last) && reply.about === undefined && !reply.protect)
      out[out.length - 1] = {
        ...reply,
        ...(last.subject && { subject: last.subject }),
        text: { lines: [last.text, '', reply.text] },
      }
    else out.push(reply)
  }
  return out
}

// Nobody is left standing: where nothing is open any more, the last message has at least the menu to tap. An e-mail (it
// has a subject) has no buttons.
function withWayOn<P>(talk: Talk<P>, replies: readonly Reply[]): readonly Reply[] {
  const last = replies.at(-1)
  if (talk.top !== undefined || last?.kind !== 'message' || last.subject !== undefined) return replies
  if ((last.choices ?? []).length > 0) return replies
  return [...replies.slice(0, -1), { ...last, choices: [{ id: `/${talk.flows.home}`, label: own('engine-menu') }] }]
}

function joins(message: Reply & { kind: 'message' }): boolean {
  return message.choices === undefined && !message.contact && message.about === undefined && !message.protect
}
