import { isOpen } from '../../flows/calendar/working-time.ts'
import type { TalkEntry, TalkLost, TalkMessage, TalkPorts, TalkView } from '../../flows/ports/talks.ts'
import { appendAudit } from '../audit.ts'
import { openText } from './columns.ts'
import { me } from './me.ts'
import { tell } from './notices.ts'
import { deciderHere, officerNames, officersWhoMay, type Officer } from './officers.ts'
import type { Desk } from './scope.ts'
import {
  addLine,
  afterAnswer,
  findTalk,
  linesOf,
  prompt,
  talkNumber,
  waitingLines,
  type OpenLine,
  type TalkRow,
} from './talk-rows.ts'

/** Most talks that are listed. */
const LONGEST = 100
/** Most messages that are shown at once. */
const SHOWN = 6
/** Characters of an answer; the conversation refuses longer ones. */
const LONGEST_ANSWER = 2000

/** The officers' side of Ports.talks. */
export function talkDeskPort(desk: Desk): Pick<TalkPorts, 'list' | 'view' | 'free' | 'answer' | 'take' | 'release' | 'close'> {
  return {
    list: (limit) => list(desk, limit),
    async view(id, from) {
      const officer = await deciderHere(desk)
      const talk = officer === null ? null : await othersTalk(desk, id)
      if (officer === null || talk === null) return null
      return shown(desk, officer, talk, from)
    },
    async free(id) {
      const found = await answerable(desk, id)
      return 'outcome' in found ? found : { outcome: 'free', view: await shown(desk, found.officer, found.talk) }
    },
    answer: (id, message) => answer(desk, id, message),
    take: (id) => take(desk, id),
    release: (id) => release(desk, id),
    close: (id) => close(desk, id),
  }
}

interface Held {
  readonly officer: Officer
  readonly talk: TalkRow
}

// Nobody answers himself.
async function othersTalk(desk: Desk, id: string): Promise<TalkRow | null> {
  const talk = await findTalk(desk, id)
  return talk === null || talk.conversationId === BigInt(desk.conversation) ? null : talk
}

async function openTalk(desk: Desk, id: string): Promise<Held | TalkLost> {
  const officer = await deciderHere(desk)
  if (officer === null) return { outcome: 'not-officer', by: '' }
  const talk = await othersTalk(desk, id)
  if (talk === null) return { outcome: 'unknown', by: '' }
  if (talk.status === 'closed') return { outcome: 'closed', by: await nameOf(desk, talk.officerId) }
  return { officer, talk }
}

// The talk, when nobody else holds it.
async function answerable(desk: Desk, id: string): Promise<Held | TalkLost> {
  const found = await openTalk(desk, id)
  if ('outcome' in found) return found
  const { officer, talk } = found
  const isFree = talk.status === 'open' || talk.officerId === officer.id
  return isFree ? found : { outcome: 'taken', by: await nameOf(desk, talk.officerId) }
}

async function nameOf(desk: Desk, officer: string | null): Promise<string> {
  return (await officerNames(desk, [officer])).get(officer ?? '') ?? ''
}

async function list(desk: Desk, limit: number): Promise<{ total: number; entries: TalkEntry[] } | null> {
  const { tx, agency, conversation } = desk
  const officer = await deciderHere(desk)
  if (officer === null) return null
  const where = { agency: agency.id, status: { not: 'closed' }, conversationId: { not: BigInt(conversation) } }
  const talks = await tx.talk.findMany({ where, orderBy: { askedAt: 'asc' }, take: LONGEST })
  const waiting = await waitingLines(
    desk,
    talks.map(({ id }) => id),
  )
  const names = await officerNames(
    desk,
    talks.map(({ officerId }) => officerId),
  )
  const entries = talks.map(({ id, officerId }): TalkEntry => ({
    talk: id,
    number: talkNumber(id),
    by: officerId === null ? null : (names.get(officerId) ?? ''),
    mine: officerId === officer.id,
    since: waiting.get(id)?.at ?? null,
  }))
  entries.sort((a, b) => (a.since ?? Infinity) - (b.since ?? Infinity) || (a.talk < b.talk ? -1 : 1))
  return { total: await tx.talk.count({ where }), entries: entries.slice(0, Math.max(0, limit)) }
}

async function shown(desk: Desk, officer: Officer, talk: TalkRow, from?: string): Promise<TalkView> {
  const lines = await linesOf(desk, talk.id)
  const waiting = (await waitingLines(desk, [talk.id])).get(talk.id)
  const first = lines.findIndex(({ id }) => id === (from ?? waiting?.id))
  // An answered talk is shown by its end.
  const begin = Math.max(first < 0 ? 0 : first, lines.length - SHOWN, 0)
  const part = lines.slice(begin)
  const names = await officerNames(desk, [talk.officerId, ...part.map((line) => line.officer)])
  await audit(desk, officer, 'talk.viewed', talk.id)
  return {
    talk: talk.id,
    number: talkNumber(talk.id),
    status: talk.status as TalkView['status'],
    by: talk.officerId === null ? null : (names.get(talk.officerId) ?? ''),
    mine: talk.officerId === officer.id,
    ...(await citizenOf(desk, talk)),
    doing: lines.find(({ doing }) => doing !== null)?.doing ?? null,
    since: waiting?.at ?? null,
    lines: part.map(({ officer: by, text, photo }: OpenLine) => ({
      by: by === null ? null : (names.get(by) ?? ''),
      text,
      photo,
    })),
    earlier: begin,
  }
}

// Who asks, as far as the office knows: a name only when logged in, or when the chat is bound to a person.
async function citizenOf(desk: Desk, talk: TalkRow): Promise<Pick<TalkView, 'name' | 'state'>> {
  const { state, name } = await me({ ...desk, conversation: Number(talk.conversationId) })
  if (name !== null) return { state, name }
  const contact = await desk.tx.contact.findUnique({
    where: { conversationId: talk.conversationId },
    include: { person: true },
  })
  const person = contact?.person ?? null
  const isKnown = person !== null && person.erasedAt === null
  return { state, name: isKnown ? openText(desk.sealer, person.name, 'person.name') : null }
}

async function answer(
  desk: Desk,
  id: string,
  { text, photo }: TalkMessage,
): Promise<{ outcome: 'answered'; number: string } | TalkLost> {
  const { tx, store, ids, conversation, now } = desk
  const found = await answerable(desk, id)
  if ('outcome' in found) return found
  const { officer, talk } = found
  const { count } = await tx.talk.updateMany({
    where: { id, OR: [{ status: 'open' }, { status: 'held', officerId: officer.id }] },
    data: { status: 'held', officerId: officer.id },
  })
  // Another one was first.
  if (count === 0) return answer(desk, id, { text, photo })
  const words = text.slice(0, LONGEST_ANSWER)
  if (words !== '') {
    const line = await addLine(desk, id, { officer: officer.id, text: words, photo: null })
    if (line !== null) await afterAnswer(desk, talk, { line, by: officer.name, text: words, photo: null })
  }
  if (photo !== null) {
    const line = ids.text()
    const payload = { talk: id, line, conversation, officer: officer.id, ...photo }
    await store.enqueue(tx, [{ kind: 'talk-photo', key: `talk-photo:${line}`, payload }], now)
  }
  await audit(desk, officer, 'talk.answered', id)
  if (talk.status === 'open') await tellOthers(desk, officer, talk)
  return { outcome: 'answered', number: talkNumber(id) }
}

// Who was asked as well need not look at it any more. Outside hours the list tells it.
async function tellOthers(desk: Desk, officer: Officer, talk: TalkRow): Promise<void> {
  if (!isOpen(desk.calendar, desk.now)) return
  const others = (await officersWhoMay(desk, 'decide')).filter(
    ({ id, conversation }) => id !== officer.id && BigInt(conversation) !== talk.conversationId,
  )
  const data = { number: talkNumber(talk.id), by: officer.name, talk: talk.id }
  await tell(
    desk,
    others.map(({ conversation }) => ({ conversation, notice: 'talk-held', key: `${talk.id}:${desk.now}`, data })),
  )
}

async function take(desk: Desk, id: string): Promise<{ outcome: 'mine'; view: TalkView } | TalkLost> {
  const { tx, calendar, now } = desk
  const found = await openTalk(desk, id)
  if ('outcome' in found) return found
  const { officer, talk } = found
  if (talk.officerId !== officer.id) {
    await tx.talk.update({ where: { id }, data: { status: 'held', officerId: officer.id } })
    await audit(desk, officer, 'talk.taken', id)
    if (talk.status === 'open') await tellOthers(desk, officer, talk)
    else if (isOpen(calendar, now)) await tellFormer(desk, officer, talk)
  }
  return { outcome: 'mine', view: await shown(desk, officer, { ...talk, status: 'held', officerId: officer.id }) }
}

async function tellFormer(desk: Desk, officer: Officer, talk: TalkRow): Promise<void> {
  const former = (await officersWhoMay(desk, 'decide')).filter(({ id }) => id === talk.officerId)
  const data = { number: talkNumber(talk.id), by: officer.name, talk: talk.id }
  await tell(
    desk,
    former.map(({ conversation }) => ({ conversation, notice: 'talk-taken-over', key: `${talk.id}:${desk.now}`, data })),
  )
}

async function release(desk: Desk, id: string): Promise<{ outcome: 'released'; number: string } | TalkLost> {
  const found = await answerable(desk, id)
  if ('outcome' in found) return found
  const { officer, talk } = found
  if (talk.status === 'held') {
    const free = await desk.tx.talk.update({ where: { id }, data: { status: 'open', officerId: null } })
    await audit(desk, officer, 'talk.released', id)
    const waiting = (await waitingLines(desk, [id])).get(id)
    if (waiting !== undefined) await prompt(desk, free, waiting.id, `released:${desk.now}`)
  }
  return { outcome: 'released', number: talkNumber(id) }
}

async function close(desk: Desk, id: string): Promise<{ outcome: 'done'; number: string } | TalkLost> {
  const found = await answerable(desk, id)
  if ('outcome' in found) return found
  const { officer, talk } = found
  await desk.tx.talk.update({
    where: { id },
    data: { status: 'closed', officerId: officer.id, closedAt: BigInt(desk.now) },
  })
  await audit(desk, officer, 'talk.closed', id)
  const data = { number: talkNumber(id), how: 'officer' }
  await tell(desk, [{ conversation: Number(talk.conversationId), notice: 'talk-closed', key: id, data }])
  return { outcome: 'done', number: talkNumber(id) }
}

async function audit({ tx, agency, now }: Desk, officer: Officer, action: string, talk: string): Promise<void> {
  await appendAudit(tx, { agency: agency.id, actor: `officer:${officer.id}`, action, subject: talk }, now)
}
