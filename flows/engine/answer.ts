import type { Reading } from './field.ts'
import type { AskStep, Step } from './flow.ts'
import type { Json, JsonObject } from './json.ts'
import { own } from './engine-texts.ts'
import { askAside, cautiously, editQuestion, holds, HUMAN_AFTER, open, showFiles, standing } from './question.ts'
import { advance } from './run.ts'
import type { Frame } from './state.ts'
import { bare, type Pause, type Talk } from './talk.ts'
import { t, type Text } from './text.ts'
import { startWork } from './working.ts'

/** After so many unacceptable answers help is given; two more, and a human is offered. */
export const HELP_AFTER = 3

/** A question that is open, and its place in its flow. */
export interface Asked {
  readonly frame: Frame
  readonly step: AskStep
  readonly index: number
}

/** A value that its field takes. */
interface Given {
  readonly value: Json
  readonly echo?: Text
  readonly fill?: JsonObject
  /** the person has said that a value which looks wrong is right */
  readonly sure?: boolean
  /** it came from a page behind a link, which serves once */
  readonly byPage?: boolean
}

/** The open question of `frame`, if a question is what is open. */
export function askedOf<P>(talk: Talk<P>, frame: Frame): Asked | undefined {
  const { step, index } = talk.openStep(frame)
  return isAsk(step) ? { frame, step, index } : undefined
}

function isAsk<P>(step: Step<P> | undefined): step is AskStep {
  return step?.kind === 'ask'
}

/** Takes a value that has passed its field: checks it against the other answers, keeps it, goes on. */
export function accept<P>(talk: Talk<P>, asked: Asked, { value, echo, fill, sure = false, byPage = false }: Given): Pause<P> {
  const { frame, step } = asked
  const answers = talk.answersOf(frame)
  const problem = cautiouslyIf(frame.migrated, () => step.check?.(value, answers))
  if (problem !== undefined) {
    refuse(talk, asked, { is: 'problem', problem }, byPage)
    return undefined
  }
  if (!sure && cautiouslyIf(frame.migrated, () => step.doubt?.(value, answers)) !== undefined) {
    askAside(talk, { ...bare(frame), doubt: value }, 'doubt')
    return undefined
  }
  if (echo !== undefined) talk.prefix(echo)
  if (fill === undefined) return keep(talk, asked, value)
  talk.setAnswer(frame, step.id, value)
  fillIn(talk, frame, fill)
  return pass(talk, frame, asked.index)
}

// What came along is no more than a proposal: where a question would not take it, or would ask about it, it is asked.
function fillIn<P>(talk: Talk<P>, frame: Frame, values: JsonObject): void {
  for (const step of talk.flowOf(frame).steps) {
    const value = values[step.id]
    if (!isAsk(step) || value === undefined) continue
    talk.setAnswer(frame, step.id, value)
    const fits = holds(talk, frame, step) && step.doubt?.(value, talk.answersOf(frame)) === undefined
    if (!fits && step.field.renew?.(value, talk.context(frame)) === undefined) talk.forgetAnswer(frame, step.id)
  }
}

/** Keeps an answer and goes on; a frame of an older version goes through its steps from the start, for what is new. */
export function keep<P>(talk: Talk<P>, { frame, step, index }: Asked, value: Json): Pause<P> {
  talk.setAnswer(frame, step.id, value)
  return pass(talk, frame, index)
}

/** Goes on behind the step at `index`. */
export function pass<P>(talk: Talk<P>, frame: Frame, index: number): Pause<P> {
  const { migrated, ...today } = bare(frame)
  talk.setFrame(today)
  return advance(talk, migrated ? 0 : index + 1)
}

function cautiouslyIf<T>(old: boolean | undefined, ask: () => T | undefined): T | undefined {
  return old ? cautiously(ask, undefined) : ask()
}

/** Acts on what a field made of an input or of a job's outcome. */
export function settle<P>(talk: Talk<P>, asked: Asked, reading: Reading<Json>): Pause<P> {
  const { frame, step } = asked
  switch (reading.is) {
    case 'value':
      return accept(talk, asked, reading)
    case 'problem':
      refuse(talk, asked, reading)
      return undefined
    case 'more': {
      const { scratch, choices = [] } = reading.opening
      talk.setFrame({ ...bare(frame, step.id, frame.tries), ...(scratch !== undefined && { scratch }) })
      showFiles(talk, reading.opening)
      talk.ask(reading.text, [...choices, ...standing(talk, frame, step)])
      return undefined
    }
    case 'work':
      startWork(talk, asked, reading)
      return undefined
    case 'revise': {
      const earlier = talk.flowOf(frame).steps.find((one): one is AskStep => isAsk(one) && one.id === reading.question)
      if (earlier === undefined) return accept(talk, asked, reading)
      talk.setAnswer(frame, step.id, reading.value)
      editQuestion(talk, bare(frame), earlier)
      return undefined
    }
  }
}

/**
 * Says why an answer is not taken. The question itself is repeated only where the explanation does not say what to
 * send: with choices or a new sum, after help, and where `again` asks for it (something else altogether was sent, a link
 * was used up).
 */
export function refuse<P>(talk: Talk<P>, asked: Asked, reading: Reading<Json> & { is: 'problem' }, again = false): void {
  const { frame, step } = asked
  const tries = frame.tries + 1
  const opening = reading.opening ?? step.field.open?.(talk.context(frame)) ?? {}
  const helps = tries === HELP_AFTER && step.help !== undefined
  talk.prefix(reading.problem)
  if (helps) talk.prefix(t(step.help))
  if (tries % HUMAN_AFTER === 0) talk.prefix(own('engine-stuck'))
  const brief = !again && !helps && (opening.choices ?? []).length === 0 && opening.args === undefined
  open(talk, frame, step, { opening, tries, brief })
}
