import { isOpen } from '../../flows/calendar/working-time.ts'
import type { Doing, OwnTalk, Said, TalkMessage, TalkPorts } from '../../flows/ports/talks.ts'
import { appendAudit } from '../audit.ts'
import { Attempts } from './attempts.ts'
import { tell } from './notices.ts'
import { officerNames } from './officers.ts'
import type { Desk } from './scope.ts'
import { talkDeskPort } from './talk-desk.ts'
import { addLine, afterQuestion, audience, talkNumber, waitingLines, type TalkRow } from './talk-rows.ts'

/** What one chat may say: fewer messages than this within so many minutes of the first; then it waits as long. */
const RATES = [
  { tries: 13, minutes: 10 },
  { tries: 101, minutes: 24 * 60 },
] as const
/** Characters; the conversation refuses longer messages, what comes from elsewhere is cut. */
const LONGEST = 2000

/** Ports.talks for one turn. */
export function talkPorts(desk: Desk): TalkPorts {
  return {
    own: async () => {
      const talk = await ownTalk(desk)
      return talk === null ? null : viewOf(desk, talk)
    },
    say: (talk, message, doing) => say(desk, talk, message, doing),
    leave: () => leave(desk),
    ...talkDeskPort(desk),
  }
}

function ownTalk({ tx, agency, conversation }: Desk): Promise<TalkRow | null> {
  const where = { agency: agency.id, conversationId: BigInt(conversation), status: { not: 'closed' } }
  return tx.talk.findFirst({ where, orderBy: { id: 'desc' } })
}

async function viewOf(desk: Desk, { id, officerId }: TalkRow): Promise<OwnTalk> {
  const names = await officerNames(desk, [officerId])
  return { talk: id, number: talkNumber(id), by: officerId === null ? null : (names.get(officerId) ?? '') }
}

async function say(desk: Desk, wanted: string | null, { text, photo }: TalkMessage, doing: Doing | null): Promise<Said> {
  const { store, tx, ids, conversation, now } = desk
  const own = await ownTalk(desk)
  if (wanted !== null && own?.id !== wanted) return { outcome: 'closed' }
  const full = await fullRate(desk)
  if (full !== undefined) return { outcome: 'too-many', minutes: full }
  const talk = own ?? (await openTalk(desk))
  const words = text.slice(0, LONGEST)
  if (words !== '') {
    const line = await addLine(desk, talk.id, { officer: null, text: words, photo: null, doing: own === null ? doing : null })
    if (line !== null) await afterQuestion(desk, talk, line)
  }
  if (photo !== null) {
    const line = ids.text()
    const payload = { talk: talk.id, line, conversation, officer: null, ...photo }
    await store.enqueue(tx, [{ kind: 'talk-photo', key: `talk-photo:${line}`, payload }], now)
  }
  return { outcome: 'sent', talk: talk.id, number: talkNumber(talk.id) }
}

// Within how many minutes this chat has said too much; undefined = it may go on.
async function fullRate({ tx, sealer, conversation, now }: Desk): Promise<number | undefined> {
  for (const rate of RATES) {
    const said = new Attempts(tx, sealer, `talk-${rate.minutes}`, String(conversation), rate, now)
    if (await said.miss()) return rate.minutes
  }
  return undefined
}

async function openTalk({ tx, ids, agency, conversation, now }: Desk): Promise<TalkRow> {
  const id = ids.text()
  const times = { openedAt: BigInt(now), askedAt: BigInt(now) }
  const talk = await tx.talk.create({
    data: { id, agency: agency.id, conversationId: BigInt(conversation), status: 'open', ...times },
  })
  await appendAudit(tx, { agency: agency.id, actor: `conversation:${conversation}`, action: 'talk.opened', subject: id }, now)
  return talk
}

// Only what was answered ends; what waits for an answer gets one.
async function leave(desk: Desk): Promise<'closed' | 'waiting' | 'none'> {
  const { tx, agency, calendar, conversation, now } = desk
  const talk = await ownTalk(desk)
  if (talk === null) return 'none'
  if ((await waitingLines(desk, [talk.id])).has(talk.id)) return 'waiting'
  await tx.talk.update({ where: { id: talk.id }, data: { status: 'closed', closedAt: BigInt(now) } })
  const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: 'talk.closed', subject: talk.id }
  await appendAudit(tx, entry, now)
  const holder = talk.status === 'held' && isOpen(calendar, now) ? await audience(desk, talk) : []
  const data = { number: talkNumber(talk.id), how: 'citizen' }
  await tell(
    desk,
    holder
      .filter(({ id }) => id === talk.officerId)
      .map((one) => ({ conversation: one.conversation, notice: 'talk-ended', key: talk.id, data })),
  )
  return 'closed'
}
