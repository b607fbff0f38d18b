import type { Env } from './field.ts'
import type { DoStep, Flow } from './flow.ts'
import { accept, asAsk, hear, settle, type Hearing } from './hear.ts'
import { armIdle, hearIdle, IDLE_TIMER } from './idle.ts'
import type { Event } from './input.ts'
import type { Json, JsonObject } from './json.ts'
import type { Effect, Reply } from './reply.ts'
import type { AnswerChange, Head, Session } from './state.ts'
import { FlowSet } from './flow-set.ts'
import { Talk, type Pause } from './talk.ts'
import { t } from './text.ts'

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

/**
 * The flow engine: pure, it does no input or output and has no clock or randomness but what `env` gives.
 * The same session, event and port results always give the same turn.
 */
export class Engine<P> {
  readonly flows: FlowSet<P>
  readonly #hearing: Hearing

  /** `hearing.home` greets when nothing is open; `hearing.human` leads to a person. */
  constructor(flows: readonly Flow<P>[], hearing: Hearing) {
    this.flows = new FlowSet(flows)
    this.#hearing = hearing
  }

  /** Takes one event. `session` is not changed. */
  step(session: Session, event: Event, env: Env): Progress<P> {
    const talk = new Talk(this.flows, session, env)
    modernise(talk)
    return this.#finish(talk, this.#take(talk, event))
  }

  #take(talk: Talk<P>, event: Event): Pause<P> {
    switch (event.kind) {
      case 'timer':
        if (event.name === IDLE_TIMER) hearIdle(talk)
        return undefined
      case 'result':
        return this.#result(talk, event.token, event.value)
      case 'answer':
        return this.#pageAnswer(talk, event.frame, event.step, event.value)
      case 'notice':
        return notice(talk, event.notice, event.data)
      default:
        return hear(talk, event, this.#hearing, event.about)
    }
  }

  #result(talk: Talk<P>, token: string, value: Json | undefined): Pause<P> {
    const waiting = talk.head.stack.find((frame) => frame.waiting === token)
    if (waiting === undefined) return undefined
    const { waiting: _done, ...frame } = waiting
    talk.setFrame(frame)
    const { step, index } = talk.openStep(frame)
    const ask = asAsk(step)
    const isTop = talk.top?.seq === frame.seq
    if (ask?.field.settle !== undefined) {
      const reading = ask.field.settle(value, talk.context(frame))
      if (isTop) return settle(talk, frame, ask, index, reading, this.#hearing)
      // Something else is being talked about: keep the answer, or say what was wrong; the form comes back later.
      if (reading.is === 'value') {
        talk.setFrame({ ...frame, settled: true })
        talk.setAnswer(frame, ask.id, reading.value)
      } else if (reading.is === 'problem') talk.say(reading.problem)
      return undefined
    }
    if (step === undefined) return undefined
    talk.setAnswer(frame, step.id, value ?? null)
    if (isTop) return talk.advance(index + 1)
    talk.setFrame({ ...frame, settled: true })
    return undefined
  }

  #pageAnswer(talk: Talk<P>, seq: number, step: string, value: Json): Pause<P> {
    talk.setHead({ at: talk.env.now })
    const frame = talk.head.stack.find((one) => one.seq === seq)
    const open = frame && talk.openStep(frame)
    const ask = asAsk(open?.step)
    if (frame === undefined || open === undefined || ask?.id !== step) {
      talk.prefix(t('engine-answer-late'))
      if (talk.top !== undefined) talk.reopen(talk.top)
      return undefined
    }
    while (talk.top !== undefined && talk.top.seq !== seq) talk.remove(talk.top)
    return accept(talk, frame, ask, open.index, value)
  }

  #finish(talk: Talk<P>, pause: Pause<P>): Progress<P> {
    if (pause !== undefined) return this.#pause(talk, pause.step, pause.answers)
    talk.flush()
    armIdle(talk)
    return {
      done: true,
      turn: {
        session: { head: talk.head, answers: talk.answers },
        changes: talk.changes,
        replies: merged(talk.replies),
        effects: talk.effects,
      },
    }
  }

  #pause(talk: Talk<P>, step: DoStep<P>, answers: JsonObject): Progress<P> {
    const frame = talk.top
    if (frame === undefined) throw new Error(`step ${step.id} runs in no flow`)
    return {
      done: false,
      flow: frame.flow,
      step: step.id,
      call: (ports) => step.run(ports, answers, talk.env),
      resume: (result) => {
        talk.setAnswer(frame, step.id, result)
        return this.#finish(talk, talk.advance(talk.openStep(frame).index + 1))
      },
    }
  }
}

// A notice is said on top of whatever is open, which is then gone on with.
function notice<P>(talk: Talk<P>, id: string, data: JsonObject): Pause<P> {
  const flow = talk.flows.get(id)
  if (flow === undefined) throw new Error(`no flow ${id}`)
  talk.push(flow, data)
  return talk.advance(0)
}

// Carries frames of an older version over to today's flows: answers stay by name, what no longer holds is asked
// again, a flow that is gone is left with a word.
function modernise<P>(talk: Talk<P>): void {
  for (const frame of [...talk.head.stack, ...talk.head.drafts]) {
    const flow = talk.flows.get(frame.flow)
    if (flow?.version === frame.version) continue
    if (flow === undefined) {
      talk.remove(frame)
      talk.setHead({ drafts: talk.head.drafts.filter((one) => one !== frame) })
      talk.prefix(t('engine-flow-gone'))
      continue
    }
    const carried = { ...frame, version: flow.version, migrated: true as const }
    const swap = (frames: Head['stack']) => frames.map((one) => (one.seq === frame.seq ? carried : one))
    talk.setHead({ stack: swap(talk.head.stack), drafts: swap(talk.head.drafts) })
    for (const step of flow.steps)
      if (step.kind === 'ask' && !step.passing && talk.answersOf(carried)[step.id] !== undefined && !talk.holds(carried, step))
        talk.forgetAnswer(carried, step.id)
  }
}

// Messages that follow one another without buttons between them become one: fewer to read, and to send.
function merged(replies: readonly Reply[]): Reply[] {
  const out: Reply[] = []
  for (const reply of replies) {
    const last = out.at(-1)
    const joins =
      last?.kind === 'message' &&
      reply.kind === 'message' &&
      last.choices === undefined &&
      last.about === undefined &&
      reply.about === undefined
    if (last?.kind === 'message' && reply.kind === 'message' && joins && !last.protect && !reply.protect)
      out[out.length - 1] = { ...reply, text: { lines: [last.text, '', reply.text] } }
    else out.push(reply)
  }
  return out
}
