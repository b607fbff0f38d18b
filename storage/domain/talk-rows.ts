import { isOpen, nextOpening, workingTimeAfter } from '../../flows/calendar/working-time.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import type { Doing } from '../../flows/ports/talks.ts'
import type { Tx } from '../database.ts'
import type { NewJob } from '../store.ts'
import { openObject, sealObject } from './columns.ts'
import { tell } from './notices.ts'
import { officersWhoMay, type Officer } from './officers.ts'
import type { Desk } from './scope.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Most lines of a talk that are looked at. */
const LONGEST = 500

/** A photo's line has its id from when it was sent, and its place from when it was looked at. */
const NEWEST: [{ at: 'desc' }, { id: 'desc' }] = [{ at: 'desc' }, { id: 'desc' }]

/** What talks are kept with, in a turn and in a job. */
export type TalkDesk = Pick<Desk, 'tx' | 'store' | 'ids' | 'sealer' | 'agency' | 'calendar' | 'now'>

/** A talk as kept. */
export type TalkRow = Awaited<ReturnType<Tx['talk']['findUniqueOrThrow']>>

/** A line, opened. */
export interface OpenLine {
  readonly id: string
  /** null = the citizen */
  readonly officer: string | null
  readonly text: string
  readonly photo: string | null
  /** only with the line that opened the talk */
  readonly doing: Doing | null
}

/** What is new in a talk. `id` is made beforehand where a job may write the same line twice. */
export interface NewLine {
  readonly id?: string
  readonly officer: string | null
  readonly text: string
  readonly photo: string | null
  readonly doing?: Doing | null
}

/** How people name a talk: the end of its id, short enough to be said aloud. */
export function talkNumber(id: string): string {
  return `T-${id.slice(-7)}`
}

/** The agency's talk with this id; null when there is none. */
export function findTalk({ tx, agency }: Pick<TalkDesk, 'tx' | 'agency'>, id: string): Promise<TalkRow | null> {
  return tx.talk.findFirst({ where: { id, agency: agency.id } })
}

/** Writes a line; gives its id, null when it was there already. */
export async function addLine(desk: TalkDesk, talk: string, line: NewLine): Promise<string | null> {
  const { tx, ids, sealer, now } = desk
  const id = line.id ?? ids.text()
  if (line.id !== undefined && (await hasLine(desk, id))) return null
  const content: JsonObject = { text: line.text, photo: line.photo, ...(line.doing && { doing: line.doing }) }
  await tx.talkLine.create({
    data: { id, talkId: talk, officerId: line.officer, text: sealObject(sealer, content, 'talk-line.text'), at: BigInt(now) },
  })
  return id
}

/** Whether a line is there already. */
export async function hasLine({ tx }: Pick<TalkDesk, 'tx'>, id: string): Promise<boolean> {
  return (await tx.talkLine.count({ where: { id } })) > 0
}

/** The newest line of a talk, by its id. */
export async function lastLine({ tx }: Pick<TalkDesk, 'tx'>, talk: string): Promise<string | null> {
  const row = await tx.talkLine.findFirst({ where: { talkId: talk }, orderBy: NEWEST, select: { id: true } })
  return row?.id ?? null
}

/** The lines of a talk, oldest first. */
export async function linesOf({ tx, sealer }: Pick<TalkDesk, 'tx' | 'sealer'>, talk: string): Promise<readonly OpenLine[]> {
  const rows = await tx.talkLine.findMany({ where: { talkId: talk }, orderBy: NEWEST, take: LONGEST })
  return rows.reverse().map(({ id, officerId, text }) => {
    const content = openObject(sealer, text, 'talk-line.text') as { text: string; photo: string | null; doing?: Doing }
    return { id, officer: officerId, text: content.text, photo: content.photo, doing: content.doing ?? null }
  })
}

/** Where each talk's oldest line stands that waits for an answer, by talk; a talk that is answered has none. */
export async function waitingLines(
  { tx }: Pick<TalkDesk, 'tx'>,
  talks: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly at: number }>> {
  const rows = await tx.talkLine.findMany({
    where: { talkId: { in: [...talks] } },
    select: { id: true, talkId: true, officerId: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const waiting = new Map<string, { id: string; at: number }>()
  for (const { id, talkId, officerId, at } of rows)
    if (officerId !== null) waiting.delete(talkId)
    else if (!waiting.has(talkId)) waiting.set(talkId, { id, at: Number(at) })
  return waiting
}

/** The officers to whom a talk is to be told: its holder while one may still answer, or else everybody who may. */
export async function audience(desk: Pick<TalkDesk, 'tx' | 'agency'>, talk: TalkRow): Promise<readonly Officer[]> {
  const others = (await officersWhoMay(desk, 'decide')).filter(({ conversation }) => BigInt(conversation) !== talk.conversationId)
  const holder = others.filter(({ id }) => id === talk.officerId)
  return talk.status === 'held' && holder.length > 0 ? holder : others
}

/** Shows officers what was said from line `from` on; while the office is closed, at its next opening. */
export async function prompt(desk: TalkDesk, talk: TalkRow, from: string, because = 'said'): Promise<void> {
  const { tx, store, calendar, now } = desk
  if (!isOpen(calendar, now)) {
    const dueAt = nextOpening(calendar, now)
    const key = `prompt-talk:${talk.id}:${dueAt}:${talk.answeredAt ?? 0}`
    await store.enqueue(tx, [{ kind: 'prompt-talk', key, payload: { talk: talk.id }, dueAt }], now)
    return
  }
  const officers = await audience(desk, talk)
  await tell(
    desk,
    officers.map(({ conversation }) => ({
      conversation,
      notice: 'talk-new',
      key: `${from}:${because}`,
      data: { talk: talk.id, line: from },
    })),
  )
}

/** What follows when the citizen has said `line`: officers are told, and reminded when it was answered nothing so far. */
export async function afterQuestion(desk: TalkDesk, talk: TalkRow, line: string): Promise<void> {
  const { tx, store, agency, calendar, now } = desk
  await tx.talk.update({ where: { id: talk.id }, data: { askedAt: BigInt(now) } })
  await prompt(desk, talk, line)
  if ((await waitingLines(desk, [talk.id])).get(talk.id)?.id !== line) return
  const reminders = agency.talk.remindMinutes.map((minutes, n): NewJob => ({
    kind: 'remind-talk',
    key: `remind-talk:${line}:${n}`,
    payload: { talk: talk.id, line, n },
    dueAt: workingTimeAfter(calendar, now, minutes * MINUTE),
  }))
  await store.enqueue(tx, reminders, now)
}

/** What follows when an officer has said something: the citizen is told, and the talk ends in time unless it goes on. */
export async function afterAnswer(
  desk: TalkDesk,
  talk: TalkRow,
  said: { readonly line: string; readonly by: string; readonly text: string; readonly photo: string | null },
): Promise<void> {
  const { tx, store, agency, calendar, now } = desk
  const { line, by, text, photo } = said
  await tx.talk.update({ where: { id: talk.id }, data: { answeredAt: BigInt(now) } })
  const data = { talk: talk.id, by, text, photo }
  await tell(desk, [{ conversation: Number(talk.conversationId), notice: 'talk-answered', key: line, data }])
  // In office hours: nobody is woken up by a talk that has ended.
  const dueAt = nextOpening(calendar, now + agency.talk.closeAfterHours * HOUR)
  await store.enqueue(tx, [{ kind: 'close-talk', key: `close-talk:${line}`, payload: { talk: talk.id, line }, dueAt }], now)
}
