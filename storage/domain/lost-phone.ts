import { foldName } from '../../flows/fields/name.ts'
import type { LostPhone, RequestPorts } from '../../flows/ports/requests.ts'
import { appendAudit } from '../audit.ts'
import { Attempts } from './attempts.ts'
import { readCodes } from './columns.ts'
import { ACCEPTED, accountOf, chatsOf, isFreeFor, isVouchedFor, personHere } from './contacts.ts'
import { registeredOf } from './correction.ts'
import { profileText } from './form.ts'
import { promptOfficers } from './new-task.ts'
import { nobody } from './nobody.ts'
import { mailbox, tell } from './notices.ts'
import { officersWhoMay } from './officers.ts'
import { createRequest, ownRequests } from './requests.ts'
import { isSameText } from './same-text.ts'
import type { Desk } from './scope.ts'

/** So many lost numbers are reported from one chat within a day. */
const LIMIT = { tries: 3, minutes: 1440 }
/** So many reports about one person are put before the officers at a time; the owner's own still gets through. */
const AT_ONCE = 3

/** A flag of a report: the owner says it is not theirs, so that it can only be rejected. */
export const CONTESTED = 'contested'

/** Whether a lost number can be reported from this chat, as RequestPorts promises. */
export async function mayReport(desk: Desk): ReturnType<RequestPorts['mayReport']> {
  if (!(await isFreeFor(desk, desk.conversation, null))) return 'own-chat'
  return (await attemptsOf(desk).locked()) ? 'too-many' : 'yes'
}

/**
 * Takes in a report of a lost number, as RequestPorts promises. What fits nobody is kept all the same, without its data
 * and without a task, so that it looks from outside like any other (docs/decisions/0012).
 */
export async function reportLost(desk: Desk, lost: LostPhone): ReturnType<RequestPorts['reportLost']> {
  const open = (await ownRequests(desk)).find(({ kind, status }) => kind === 'phone' && status === 'submitted')
  if (open !== undefined) return { outcome: 'open', number: open.number, promisedAt: open.promisedAt }
  const may = await mayReport(desk)
  if (may !== 'yes') return { outcome: may }
  await attemptsOf(desk).miss()
  const owner = await ownerOf(desk, lost)
  const { sheets, ...answers } = lost
  const kept = await createRequest(desk, {
    kind: 'phone',
    person: owner?.person ?? (await nobody(desk)),
    answers: owner === null ? {} : answers,
    flags: owner === null ? [] : await flagsOf(desk, lost, owner),
    sheets: owner === null ? [] : sheets,
    isPersons: false,
  })
  const payload = { request: kept.id }
  const answer = { kind: 'answer-lost-phone', key: `answer-lost-phone:${kept.id}`, payload, dueAt: kept.promisedAt }
  await desk.store.enqueue(desk.tx, [answer], desk.now)
  if (owner !== null) {
    await promptOfficers(desk, { requestId: kept.id }, owner.person, kept.promisedAt)
    await warn(desk, owner, kept.id)
  }
  return { outcome: 'submitted', number: kept.number, promisedAt: kept.promisedAt }
}

/** The open reports about the person of this chat that came from elsewhere. */
export async function reportsHere(desk: Desk) {
  const person = await personHere(desk)
  if (person === null) return []
  return desk.tx.request.findMany({
    where: {
      agency: desk.agency.id,
      kind: 'phone',
      personId: person,
      status: 'submitted',
      conversationId: { not: BigInt(desk.conversation) },
    },
    include: { tasks: { select: { id: true } } },
  })
}

/** The owner stops every report about their number, as RequestPorts promises. */
export async function contest(desk: Desk): Promise<boolean> {
  const { tx, agency, conversation, now } = desk
  const rows = await reportsHere(desk)
  const officers = await officersWhoMay(desk, 'decide')
  for (const { id, number, flags, tasks } of rows) {
    const known = readCodes(flags)
    if (known.includes(CONTESTED)) continue
    await tx.request.update({ where: { id }, data: { flags: JSON.stringify([...known, CONTESTED]) } })
    const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: 'request.contested', subject: id }
    await appendAudit(tx, entry, now)
    for (const task of tasks) {
      const data = { task: task.id, number }
      await tell(
        desk,
        officers.map((officer) => ({ conversation: officer.conversation, notice: 'task-contested', key: id, data })),
      )
    }
  }
  return rows.length > 0
}

/** Somebody whom a report fits. */
interface Owner {
  readonly person: string
  readonly account: string
  readonly email: string | undefined
  /** reports about this person that wait already */
  readonly others: number
}

/** How what was typed stands to what is registered; the same work whatever comes of it. */
export async function matchesOf(
  desk: Pick<Desk, 'tx' | 'sealer' | 'agency'>,
  person: string,
  typed: { readonly name: string; readonly kk: string },
): Promise<{ readonly name: boolean; readonly kk: boolean }> {
  const { name, registered } = await registeredOf(desk, person)
  return {
    name: isSameText(desk.sealer, foldName(name), foldName(typed.name)),
    kk: isSameText(desk.sealer, profileText(desk.agency, registered, 'kk') ?? '', typed.kk),
  }
}

// The NIK of somebody with an account here, and name or KK number with it: a NIK alone is no reason to trouble anybody.
async function ownerOf(desk: Desk, lost: LostPhone): Promise<Owner | null> {
  const { tx, sealer, agency } = desk
  const row = await tx.person.findUnique({ where: { nikIndex: sealer.index(lost.nik, 'nik') } })
  const account = row === null ? null : await accountOf(desk, row.id)
  const person = row?.id ?? (await nobody(desk))
  const matches = await matchesOf(desk, person, lost)
  if (row === null || account === null || !ACCEPTED.includes(account.status)) return null
  const open = { agency: agency.id, kind: 'phone', personId: person, status: 'submitted' }
  const others = await tx.request.count({ where: open })
  if (!(matches.name || matches.kk) || others >= AT_ONCE) return null
  const { registered } = await registeredOf(desk, person)
  return { person, account: account.id, email: profileText(agency, registered, 'email'), others }
}

async function flagsOf(desk: Desk, { phone }: LostPhone, { others }: Owner): Promise<string[]> {
  return [...((await isVouchedFor(desk, phone)) ? [] : ['phone-unproven']), ...(others > 0 ? ['other-report'] : [])]
}

// At once, and everywhere: whoever still has the old phone can stop it.
async function warn(desk: Desk, { person, account, email }: Owner, request: string): Promise<void> {
  const { tx, conversation, now } = desk
  const sessions = await tx.session.findMany({
    where: { accountId: account, endedAt: null, expiresAt: { gt: BigInt(now) } },
    select: { conversationId: true },
  })
  const chats = new Set([...(await chatsOf(desk, person)), ...sessions.map((one) => Number(one.conversationId))])
  chats.delete(conversation)
  await tell(
    desk,
    [...chats].map((chat) => ({ conversation: chat, notice: 'phone-claimed', key: request, data: {} })),
  )
  if (email === undefined) return
  await tell(desk, [{ conversation: await mailbox(desk, email), notice: 'mail-phone-claimed', key: request, data: {} }])
}

function attemptsOf({ tx, sealer, conversation, now }: Desk): Attempts {
  return new Attempts(tx, sealer, 'lost-phone', String(conversation), LIMIT, now)
}
