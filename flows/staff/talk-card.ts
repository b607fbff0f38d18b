import type { Counter } from '../counter.ts'
import type { Choice } from '../engine/reply.ts'
import { t, type Text, type TextArg } from '../engine/text.ts'
import { quoted } from '../fields/shown-talk.ts'
import type { TalkLost, TalkView } from '../ports/talks.ts'

const MINUTE = 60_000

/** The way to the list of talks. */
export const LIST = (): Choice[] => [{ id: '/talks', label: t('menu-talks') }]

/** Why an officer cannot have a talk, in words. */
export function lostText(lost: TalkLost | null): Record<string, TextArg> {
  return { outcome: lost?.outcome ?? '', by: lost?.by ?? '' }
}

/** What can be done about it. */
export function lostChoices(arg = '', outcome?: string): Choice[] {
  if (outcome === 'not-officer') return [{ id: '/menu', label: t('engine-menu') }]
  return outcome === 'taken' ? [{ id: `/talk-take:${arg}`, label: t('button-talk-take') }, ...LIST()] : LIST()
}

/** What an officer can do with a talk. */
export function cardChoices({ talk: id, status, mine }: TalkView): Choice[] {
  if (status === 'closed') return LIST()
  const end = { id: `/talk-close:${id}`, label: t('button-talk-end') }
  if (status === 'held' && !mine) return [{ id: `/talk-take:${id}`, label: t('button-talk-take') }, ...LIST()]
  const other = mine
    ? { id: `/talk-release:${id}`, label: t('button-talk-release') }
    : { id: `/talk-take:${id}`, label: t('button-talk-take') }
  return [{ id: `/talk-answer:${id}`, label: t('button-talk-answer') }, end, other]
}

/** A talk in words: who asks, what they were doing, how long they wait, what they say. */
export function cardText(view: TalkView, { texts }: Counter, at: number): Record<string, TextArg> {
  const { doing } = view
  const known = (key: string) => texts.has('id', key) && texts.has('en', key)
  const what = doing === null || !known(doing.title) ? '' : t(doing.title)
  const question = doing === null || doing.question === null || !known(doing.question) ? '' : t(doing.question)
  const held = view.mine ? t('talk-held-mine') : view.by === null ? t('talk-held-none') : t('talk-held-by', { by: view.by })
  return {
    number: view.number,
    status: view.status,
    held,
    who: t('talk-who', {
      state: t('talk-state', { state: view.state }),
      name: view.name ?? '',
      named: view.name === null ? 'no' : 'yes',
    }),
    doing: what === '' ? t('talk-doing-nothing') : t('talk-doing', { what, question, asked: question === '' ? 'no' : 'yes' }),
    wait: waitText(view.since, at),
    lines: {
      lines: [...(view.earlier === 0 ? [] : [t('talk-earlier', { count: view.earlier })]), ...view.lines.map(lineText)],
    },
  }
}

function lineText({ by, text, photo }: TalkView['lines'][number]): Text {
  const words: Text[] = text === '' ? [] : [quoted(text)]
  if (photo !== null) words.push(t('talk-line-photo'))
  return by === null ? { lines: words } : { lines: [t('talk-line-by', { by }), ...words] }
}

/** How long somebody waits, in the unit that people would say. */
export function waitText(since: number | null, at: number): Text {
  if (since === null) return t('talk-answered-all')
  const minutes = Math.max(0, Math.floor((at - since) / MINUTE))
  if (minutes < 60) return t('talk-wait', { unit: 'minutes', n: minutes })
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? t('talk-wait', { unit: 'hours', n: hours }) : t('talk-wait', { unit: 'days', n: Math.floor(hours / 24) })
}

/** The citizen's photo number `i` of those shown; null when there are not so many. */
export function photoOf(view: TalkView | null, i: number): { file: string; name: string } | null {
  if (view === null || view.status === 'closed') return null
  const photo = view.lines.flatMap((line) => (line.by === null && line.photo !== null ? [line.photo] : []))[i]
  return photo === undefined ? null : { file: photo, name: `${view.number}-${i + 1}.jpg` }
}
