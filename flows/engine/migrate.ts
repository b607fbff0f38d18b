import { own } from './engine-texts.ts'
import type { Flow } from './flow.ts'
import { keepsAnswer } from './flow-set.ts'
import { cautiously, holds } from './question.ts'
import type { Frame } from './state.ts'
import type { Talk } from './talk.ts'

/**
 * Carries frames of an older version over to today's flows: answers stay by name, what no longer holds is asked again,
 * a flow that is gone is left with a word. True when what was talked about last is gone.
 */
export function modernise<P>(talk: Talk<P>): boolean {
  const { stack, drafts } = talk.head
  const isToday = ({ flow, version }: Frame) => talk.flows.get(flow)?.version === version
  if (stack.every(isToday) && drafts.every(isToday)) return false
  const left = talk.top
  const today = (frames: readonly Frame[]) => frames.flatMap((frame) => carried(talk, frame) ?? [])
  talk.setHead({ stack: today(stack), drafts: today(drafts).filter((draft) => isStillForm(talk, draft)) })
  const isGone = left !== undefined && talk.top?.seq !== left.seq
  if (isGone) talk.prefix(own('engine-flow-gone'))
  return isGone
}

// What is no form any more is never nudged nor forgotten by rule: it is not kept either.
function isStillForm<P>(talk: Talk<P>, draft: Frame): boolean {
  if (talk.flowOf(draft).form !== undefined) return true
  talk.forgetFrame(draft)
  return false
}

function carried<P>(talk: Talk<P>, frame: Frame): Frame | undefined {
  const flow = talk.flows.get(frame.flow)
  if (flow === undefined) {
    talk.forgetFrame(frame)
    return undefined
  }
  if (flow.version === frame.version) return frame
  const today = { ...frame, version: flow.version }
  for (const step of flow.steps)
    if (step.kind === 'ask' && !step.passing && talk.answersOf(today)[step.id] !== undefined)
      if (!cautiously(() => holds(talk, today, step), true)) talk.forgetAnswer(today, step.id)
  const answers = talk.answersOf(today)
  const answered = flow.steps.findLastIndex((step) => step.kind === 'ask' && answers[step.id] !== undefined)
  const place = Math.max(talk.flows.find(flow, frame.step).index, answered + 1)
  return { ...today, reached: place, ...(hasNews(talk, today, flow, place) && { migrated: true as const }) }
}

// Whether a step before `place` should have left an answer and has left none.
function hasNews<P>(talk: Talk<P>, frame: Frame, flow: Flow<P>, place: number): boolean {
  const answers = talk.answersOf(frame)
  return flow.steps
    .slice(0, place)
    .some(
      (step) =>
        keepsAnswer(step) &&
        !(step.kind === 'ask' && step.passing) &&
        answers[step.id] === undefined &&
        cautiously(() => step.when?.(answers) !== false, true),
    )
}
