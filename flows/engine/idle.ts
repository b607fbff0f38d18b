import type { Idle } from './flow.ts'
import type { Head } from './state.ts'
import { bare, type Talk } from './talk.ts'
import { t } from './text.ts'

/** The name of the one timer that the engine keeps in a conversation. */
export const IDLE_TIMER = 'idle'

/**
 * Arms or disarms the idle timer after a turn. It is armed once when a form opens and re-armed only when it goes
 * off, so that a turn in the middle of a form writes no timer.
 */
export function armIdle<P>(talk: Talk<P>): void {
  const form = openForm(talk)
  const { idle, at, drafts } = talk.head
  if (form !== undefined) {
    if (idle === undefined || idle === 'expire') arm(talk, 'nudge', at + form.nudge)
  } else if (drafts.length > 0) {
    const kept = talk.flowOf(drafts[0]!).form
    if (idle !== 'expire' && kept !== undefined) arm(talk, 'expire', at + kept.expire)
  } else if (idle !== undefined) {
    const { idle: _gone, ...rest } = talk.head
    talk.head = rest
    talk.effects.push({ kind: 'cancel-timer', name: IDLE_TIMER })
  }
}

/** The idle timer went off: nudge, put aside as a draft, or forget, unless the person has been active since. */
export function hearIdle<P>(talk: Talk<P>): void {
  const { now } = talk.env
  const { at, idle, drafts } = talk.head
  const form = openForm(talk)
  if (idle === 'expire' || form === undefined) {
    const kept = drafts[0] && talk.flowOf(drafts[0]).form
    if (kept === undefined) return
    if (now < at + kept.expire) return arm(talk, 'expire', at + kept.expire)
    for (const draft of drafts) talk.forgetFrame(draft)
    talk.say(t('engine-draft-expired', { title: t(talk.flowOf(drafts[0]!).title) }), {
      choices: [{ id: '/menu', label: t('engine-menu') }],
    })
    talk.setHead({ drafts: [] })
    return
  }
  if (now < at + form.nudge) return arm(talk, 'nudge', at + form.nudge)
  if (idle === 'nudge' || now < at + form.draft) {
    arm(talk, 'draft', at + form.draft)
    if (now >= at + form.draft) return putAside(talk, form)
    talk.prefix(t('engine-nudge'))
    if (talk.top !== undefined) talk.reopen(talk.top)
    return
  }
  putAside(talk, form)
}

function putAside<P>(talk: Talk<P>, form: Idle): void {
  const forms = talk.head.stack.filter((frame) => talk.flowOf(frame).form !== undefined)
  for (const frame of talk.head.stack) if (!forms.includes(frame)) talk.forgetFrame(frame)
  const first = forms[0]
  talk.setHead({ stack: [], drafts: [...talk.head.drafts, ...forms.map(bare)] })
  arm(talk, 'expire', talk.head.at + form.expire)
  if (first !== undefined)
    talk.say(
      t('engine-draft-kept', { title: t(talk.flowOf(first).title), days: Math.round((form.expire - form.draft) / 86_400_000) }),
      { choices: [{ id: `/${first.flow}`, label: t('engine-draft-go-on') }] },
    )
}

function arm<P>(talk: Talk<P>, idle: NonNullable<Head['idle']>, at: number): void {
  talk.setHead({ idle })
  talk.effects.push({ kind: 'timer', name: IDLE_TIMER, at })
}

function openForm<P>(talk: Talk<P>): Idle | undefined {
  for (const frame of talk.head.stack) {
    const { form } = talk.flowOf(frame)
    if (form !== undefined) return form
  }
  return undefined
}
