import { askedOf, keep, pass } from './answer.ts'
import { hearSmallTalk } from './beside.ts'
import { own } from './engine-texts.ts'
import type { AskStep } from './flow.ts'
import { askAside, editQuestion, holds } from './question.ts'
import { leave, reopen, start, startOver } from './run.ts'
import type { Frame } from './state.ts'
import { type Pause, type Talk } from './talk.ts'
import { t } from './text.ts'
import { understand } from './words.ts'

/**
 * Acts on the words that work at every question. `undefined`: none of them, the open question is meant. In this order: back,
 * cancel, help and the like; small talk; the menu and a human; a choice of the open question that was typed to the letter;
 * the word of a flow.
 */
export function hearCommand<P>(talk: Talk<P>, frame: Frame, text: string, words: string): { pause: Pause<P> } | undefined {
  switch (understand(text)) {
    case 'back':
      return { pause: goBack(talk, frame) }
    case 'cancel':
      return { pause: cancel(talk, frame) }
    case 'restart':
      return { pause: restart(talk, frame) }
    case 'help':
      return { pause: help(talk, frame) }
    case 'skip':
      return skip(talk, frame)
    case 'keep':
      return keepOld(talk, frame) ?? hearOther(talk, frame, text, words)
    default:
      return hearOther(talk, frame, text, words)
  }
}

function hearOther<P>(talk: Talk<P>, frame: Frame, text: string, words: string): { pause: Pause<P> } | undefined {
  const beside = hearSmallTalk(talk, text)
  if (beside !== undefined) return beside
  const flow = talk.flows.named(words)
  if (flow === undefined || isGreeting(talk, frame, text) || isChoice(talk, frame, flow, text)) return undefined
  return { pause: start(talk, flow) }
}

// A choice that stands there is meant rather than a flow of the same name. The menu and a human are never out of reach.
function isChoice<P>(talk: Talk<P>, frame: Frame, flow: string, text: string): boolean {
  if (flow === talk.flows.home || flow === talk.flows.human || frame.waiting !== undefined) return false
  return askedOf(talk, frame)?.step.field.names?.(text, talk.context(frame), frame.scratch ?? null) === true
}

// As the choice beside the question does it; where there is no old answer the words mean nothing.
function keepOld<P>(talk: Talk<P>, frame: Frame): { pause: Pause<P> } | undefined {
  const asked = askedOf(talk, frame)
  if (asked === undefined || frame.waiting !== undefined || !holds(talk, frame, asked.step)) return undefined
  return { pause: pass(talk, frame, asked.index) }
}

// Where any words may be an answer, "halo" is one: whoever greets an officer does not ask for the menu.
function isGreeting<P>(talk: Talk<P>, frame: Frame, text: string): boolean {
  return askedOf(talk, frame)?.step.field.free === true && talk.flows.smallTalk.sure(text)?.asked === 'again'
}

// One question back: in this flow, in the one that called it, or out of a digression into what it interrupted.
function goBack<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  const previous = answeredBefore(talk, frame)
  if (previous !== undefined) {
    editQuestion(talk, frame, previous)
    return undefined
  }
  const below = talk.head.stack.at(-2)
  if (below !== undefined) {
    const isCalled = talk.root(frame).seq !== frame.seq
    const earlier = isCalled ? answeredBefore(talk, below) : undefined
    if (!isCalled) return leave(talk, frame)
    if (earlier !== undefined) {
      talk.remove(frame)
      editQuestion(talk, below, earlier)
      return undefined
    }
  }
  talk.prefix(own('engine-nothing-before'))
  return reopen(talk, frame)
}

function answeredBefore<P>(talk: Talk<P>, frame: Frame): AskStep | undefined {
  const { index } = talk.openStep(frame)
  const answers = talk.answersOf(frame)
  const before = talk.flowOf(frame).steps.slice(0, Math.max(0, index))
  return before.findLast((step): step is AskStep => step.kind === 'ask' && !step.passing && answers[step.id] !== undefined)
}

/** Leaves a flow; a form with answers in it only after a question. */
export function cancel<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  const root = talk.root(frame)
  const flow = talk.flowOf(root)
  const begun = flow.steps.some((step) => step.kind === 'ask' && talk.answersOf(root)[step.id] !== undefined)
  if (flow.form !== undefined && begun) {
    askAside(talk, frame, 'cancel')
    return undefined
  }
  const isHome = root.flow === talk.flows.home && talk.head.stack.length === 1
  talk.prefix(isHome ? own('engine-nothing-open') : own('engine-cancelled', { title: t(flow.title) }))
  return isHome ? reopen(talk, frame) : leave(talk, frame)
}

function restart<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  if (talk.form(frame) === undefined) return startOver(talk, frame)
  askAside(talk, frame, 'restart')
  return undefined
}

function help<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  const step = askedOf(talk, frame)?.step
  if (step?.help !== undefined) talk.prefix(t(step.help))
  if (step?.entry === 'secure-page') talk.prefix(own('engine-secure-help'))
  talk.prefix(own('engine-help'))
  return reopen(talk, frame)
}

// Skipping a question that is answered already keeps the answer.
function skip<P>(talk: Talk<P>, frame: Frame): { pause: Pause<P> } | undefined {
  const asked = askedOf(talk, frame)
  if (asked === undefined || frame.waiting !== undefined) return undefined
  if (holds(talk, frame, asked.step)) return { pause: pass(talk, frame, asked.index) }
  if (asked.step.optional) return { pause: keep(talk, asked, null) }
  if (asked.step.field.free) return undefined
  talk.prefix(own('engine-cannot-skip'))
  return { pause: reopen(talk, frame) }
}
