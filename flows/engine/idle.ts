import { own } from './engine-texts.ts'
import type { Idle } from './flow.ts'
import { GO_ON, reopen } from './run.ts'
import type { Head } from './state.ts'
import { bare, type Pause, type Talk } from './talk.ts'
import { t } from './text.ts'

/** The name of the one timer that the engine keeps in a conversation. */
export const IDLE_TIMER = 'idle'

/**
 * Arms or disarms the idle timer after a turn. It is armed once when a form opens and re-armed only when it goes
 * off, so that a turn in the middle of a form writes no timer.
 */
export function armIdle<P>(talk: Talk<P>): void {
  const form = openForm(talk)
  const { idle, at } = talk.head
  const kept = form === undefined ? draftRules(talk) : undefined
  if (form !== undefined) {
    if (idle === undefined || idle === 'expire') arm(talk, 'nudge', at + form.nudge)
  } else if (kept !== undefined) {
    if (idle !== 'expire') arm(talk, 'expire', at + kept.expire)
  } else if (idle !== undefined) disarm(talk)
}

/** The idle timer went off: nudge, put aside as a draft, or forget, unless the person has been active since. */
export function hearIdle<P>(talk: Talk<P>): Pause<P> {
  const { now } = talk.env
  const { at } = talk.head
  const form = openForm(talk)
  if (form === undefined) return hearExpiry(talk)
  if (now >= at + form.draft) return putAside(talk, form)
  if (now < at + form.nudge) return arm(talk, 'nudge', at + form.nudge)
  arm(talk, 'draft', at + form.draft)
  return nudge(talk)
}

// Reminds of the form, not of what was looked up meanwhile. Who waits for a job of ours is not idle.
function nudge<P>(talk: Talk<P>): Pause<P> {
  while (talk.top !== undefined && talk.form(talk.top) === undefined) talk.remove(talk.root(talk.top))
  if (talk.top === undefined || talk.top.waiting !== undefined) return undefined
  talk.prefix(own('engine-nudge'))
  return reopen(talk, talk.top)
}

// A draft keeps its own answers; a flow that the form was in the middle of calling begins anew.
function putAside<P>(talk: Talk<P>, form: Idle): undefined {
  const { stack, drafts, at } = talk.head
  const forms = stack.filter((frame) => talk.flowOf(frame).form !== undefined)
  for (const frame of stack) if (!forms.includes(frame)) talk.forgetFrame(frame)
  const first = forms[0]
  talk.setHead({ stack: [], drafts: [...drafts, ...forms.map((frame) => bare(frame))] })
  arm(talk, 'expire', at + form.expire)
  if (first === undefined) return
  const days = Math.max(1, Math.round((form.expire - form.draft) / 86_400_000))
  talk.say(own('engine-draft-kept', { title: t(talk.flowOf(first).title), days }), {
    choices: [{ id: `/${first.flow}:${GO_ON}`, label: own('engine-draft-go-on') }],
  })
}

function hearExpiry<P>(talk: Talk<P>): undefined {
  const [first] = talk.head.drafts
  const kept = draftRules(talk)
  if (first === undefined || kept === undefined) return
  if (talk.env.now < talk.head.at + kept.expire) return arm(talk, 'expire', talk.head.at + kept.expire)
  for (const draft of talk.head.drafts) talk.forgetFrame(draft)
  talk.setHead({ drafts: [] })
  talk.say(own('engine-draft-expired', { title: t(talk.flowOf(first).title) }), {
    choices: [{ id: `/${talk.flows.home}`, label: own('engine-menu') }],
  })
}

function arm<P>(talk: Talk<P>, idle: NonNullable<Head['idle']>, at: number): undefined {
  talk.setHead({ idle })
  talk.effects.push({ kind: 'timer', name: IDLE_TIMER, at })
}

function disarm<P>(talk: Talk<P>): void {
  const { idle: _gone, ...rest } = talk.head
  talk.head = rest
  talk.effects.push({ kind: 'cancel-timer', name: IDLE_TIMER })
}

function openForm<P>(talk: Talk<P>): Idle | undefined {
  for (const frame of talk.head.stack) {
    const { form } = talk.flowOf(frame)
    if (form !== undefined) return form
  }
  return undefined
}

function draftRules<P>(talk: Talk<P>): Idle | undefined {
  const [first] = talk.head.drafts
  return first && talk.flowOf(first).form
}
