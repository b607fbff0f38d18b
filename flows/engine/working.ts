import { own } from './engine-texts.ts'
import type { Work } from './field.ts'
import type { AskStep } from './flow.ts'
import type { Frame } from './state.ts'
import { bare, type Talk } from './talk.ts'

/** The timer that goes off when a job takes long enough for somebody to wonder. */
export const WORKING_TIMER = 'working'
/** After so long it is said that a job is at work, ms; what is quicker needs no word. */
const NOTICEABLE = 1000

/** Starts the job that a field asks for; its notes stay while it runs. */
export function startWork<P>(
  talk: Talk<P>,
  { frame, step }: { readonly frame: Frame; readonly step: AskStep },
  work: Work,
): void {
  const scratch = work.scratch ?? frame.scratch
  talk.setFrame({
    ...bare(frame, step.id, frame.tries),
    ...(scratch !== undefined && { scratch }),
    waiting: talk.startJob(frame, step.id, work.job, work.payload),
  })
}

/** A job has begun to look at an answer: whoever waits for it longer than a moment is told so. */
export function armWorking<P>(talk: Talk<P>): void {
  talk.answered = true
  talk.effects.push({ kind: 'timer', name: WORKING_TIMER, at: talk.env.now + NOTICEABLE })
}

/** The jobs that looked at an answer have ended. */
export function disarmWorking<P>(talk: Talk<P>): void {
  talk.effects.push({ kind: 'cancel-timer', name: WORKING_TIMER })
}

/** The job takes its time. */
export function hearWorking<P>(talk: Talk<P>): undefined {
  const { top } = talk
  // A step that is a job has said already what is done meanwhile.
  if (top?.waiting !== undefined && top.aside === undefined && talk.openStep(top).step?.kind === 'ask')
    talk.say(own('engine-checking'))
}
