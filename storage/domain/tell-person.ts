import { isoDate, localDay } from '../../flows/calendar/local-day.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { appendAudit } from '../audit.ts'
import { openObject, sealObject } from './columns.ts'
import { profileText } from './form.ts'
import { mailbox, tell } from './notices.ts'
import { chatsInOrder, type ChatParts } from './person-chats.ts'
import type { Desk } from './scope.ts'

/** What telling a person something needs; a turn's or a job's. */
export type TellParts = ChatParts & Pick<Desk, 'ids'>

/** Something that a person is told once, in one of their chats. */
export interface PersonNotice {
  /** the flow that says it */
  readonly notice: string
  /** the same is told once */
  readonly key: string
  readonly data: JsonObject
  /** a mail tells of it anyway (or cannot): none stands in for it */
  readonly mailed: boolean
  /** the chat where they asked for it: told there, where no chat is known to be theirs */
  readonly asked?: number
}

type Row = Awaited<ReturnType<Desk['tx']['notice']['findUniqueOrThrow']>>

/** What `Notice.content` holds, sealed. */
type Content = Omit<PersonNotice, 'key'>

/**
 * Tells a person something: in the chat that they chose, or else used last. Where it cannot be sent it is told in the next
 * one, and then by e-mail (`tellNext`); until they show up again it is kept (`tellKept`). What must be known everywhere at
 * once, because somebody else may hold one of the chats, is told with `tell`.
 */
export async function tellPerson(parts: TellParts, person: string, { key, ...told }: PersonNotice): Promise<void> {
  const { tx, ids, sealer, agency, now } = parts
  const whole = `${told.notice}:${person}:${key}`
  if ((await tx.notice.count({ where: { key: whole } })) > 0) return
  const content = sealObject(sealer, told, 'notice.content')
  const row = await tx.notice.create({
    data: { id: ids.text(), key: whole, agency: agency.id, personId: person, content, createdAt: BigInt(now) },
  })
  await place(parts, row)
}

/** Goes on to the next chat with a notice that did not arrive in `conversation`; nothing when it is told elsewhere by now. */
export async function tellNext(parts: TellParts, id: string, conversation: number): Promise<void> {
  const row = await parts.tx.notice.findUnique({ where: { id } })
  if (row === null || row.agency !== parts.agency.id || row.conversationId !== BigInt(conversation)) return
  const tried = [...readTried(row), conversation]
  const next = await parts.tx.notice.update({ where: { id }, data: { tried: JSON.stringify(tried) } })
  await place(parts, next)
}

/** Tells a person, here, what could be told nowhere: they have shown that it is them. */
export async function tellKept(desk: Desk, person: string): Promise<void> {
  const { tx, agency, conversation } = desk
  const rows = await tx.notice.findMany({
    where: { personId: person, agency: agency.id, conversationId: null },
    orderBy: { id: 'asc' },
  })
  for (const row of rows) await tellIn(desk, row, conversation, desk.now)
}

/** Forgets what was told before `before`, ms since 1970. */
export async function forgetNotices({ tx }: Pick<Desk, 'tx'>, before: number): Promise<void> {
  await tx.notice.deleteMany({ where: { createdAt: { lt: BigInt(before) } } })
}

async function place(parts: TellParts, row: Row): Promise<void> {
  const { tx, sealer, agency, now } = parts
  const { profile } = await tx.person.findUniqueOrThrow({ where: { id: row.personId }, select: { profile: true } })
  const known = openObject(sealer, profile, 'person.profile')
  const { mailed, asked } = contentOf(parts, row)
  const tried = readTried(row)
  const chats = await chatsInOrder(parts, row.personId, known)
  const left = chats.filter(({ conversation, stopped }) => !stopped && !tried.includes(conversation))
  const where = left.find(({ doubtful }) => !doubtful)?.conversation ?? (chats.length === 0 ? asked : undefined)
  if (where !== undefined && !tried.includes(where) && (await isNoOthers(parts, where, row.personId))) {
    await tellIn(parts, row, where, tried.length)
    return
  }
  await tx.notice.update({ where: { id: row.id }, data: { conversationId: null } })
  const day = isoDate(localDay(now, agency.zone))
  const about = `${row.personId}:${day}`
  const [doubtful] = left
  // It says no more than that there is something: whoever reads it may be somebody else.
  if (doubtful !== undefined)
    await tell(parts, [{ conversation: doubtful.conversation, notice: 'news-waiting', key: about, data: {} }])
  const email = mailed ? undefined : profileText(agency, known, 'email')
  if (email !== undefined)
    await tell(parts, [{ conversation: await mailbox(parts, email), notice: 'mail-news-waiting', key: about, data: {} }])
  const entry = { agency: agency.id, actor: 'system', action: 'notice.kept', subject: row.personId }
  await appendAudit(tx, { ...entry, detail: { notice: row.id } }, now)
}

// Whoever asked on another person's phone is not told there.
async function isNoOthers({ tx }: TellParts, conversation: number, person: string): Promise<boolean> {
  const others = { conversationId: BigInt(conversation), personId: { not: null }, NOT: { personId: person } }
  return (await tx.contact.count({ where: others })) === 0
}

// `time` tells apart the times that the same is told in the same chat.
async function tellIn(
  parts: Pick<Desk, 'tx' | 'store' | 'sealer' | 'now'>,
  row: Row,
  conversation: number,
  time: number,
): Promise<void> {
  const { tx, store, now } = parts
  await tx.notice.update({ where: { id: row.id }, data: { conversationId: BigInt(conversation) } })
  const { notice, data } = contentOf(parts, row)
  const event = { kind: 'notice', notice, data, id: row.id } as const
  await store.post(tx, [{ conversation, key: `${notice}:${row.id}:${time}:${conversation}`, event }], now)
}

function contentOf({ sealer }: Pick<Desk, 'sealer'>, { content }: Row): Content {
  return openObject(sealer, content, 'notice.content') as Content
}

function readTried({ tried }: Row): readonly number[] {
  return JSON.parse(tried) as readonly number[]
}
