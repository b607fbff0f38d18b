import type { DataSubject, ErasureView, PrivacyPorts } from '../../flows/ports/privacy.ts'
import { appendAudit } from '../audit.ts'
import { openCaseNumbers } from './case-withdrawal.ts'
import { accountOf, personHere } from './contacts.ts'
import { casesOf, loggedIn } from './data-subject.ts'
import { tellAbout, whereTold } from './erasure-notices.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'

const DAY = 86_400_000

/** An account whose owner has withdrawn consent: nobody logs in to it, and it waits for its erasure. */
export const CLOSED = 'closed'

/** What the job `erase` is given: whose data, and when that was wished for. */
export type EraseOrder = {
  readonly person: string
  /** when it was to happen, ms since 1970; another date in the account means that the wish was taken back */
  readonly at: number
  /** registrations that are erased even where the person is not */
  readonly registrations: readonly string[]
  /** requests, likewise */
  readonly requests: readonly string[]
}

/** How far the erasure is, as Ports.privacy.erasure tells. */
export async function erasureOf(desk: Desk, subject: DataSubject): Promise<ErasureView> {
  const account = subject.chat === null ? await accountOf(desk, subject.person) : null
  return {
    eraseAt: account === null || account.eraseAt === null ? null : Number(account.eraseAt),
    withdrawn: account?.status === CLOSED,
    openCases: await openCaseNumbers(desk, casesOf(subject)),
  }
}

/** Sets the date of the erasure, as Ports.privacy.askErasure promises; a date that stands already stays. */
export async function askErasure(desk: Desk): Promise<number | null> {
  const { agency, conversation, now } = desk
  const session = await loggedInHere(desk)
  const account = session === null ? null : await accountOf(desk, session.person)
  if (session === null || account === null) return null
  const { person } = session
  if (account.eraseAt !== null) return Number(account.eraseAt)
  const at = await setErasure(desk, account.id, { person, registrations: [], requests: [] })
  const entry = { agency: agency.id, actor: `account:${account.id}`, action: 'erasure.asked', subject: account.id }
  await appendAudit(desk.tx, { ...entry, detail: { at } }, now)
  const told = { key: `${account.id}:${at}`, data: { at, withdrawn: false }, except: conversation }
  await tellAbout(desk, await whereTold(desk, person), 'coming', told)
  return at
}

/** When what is erased from now on will be erased. */
export function eraseTime({ agency, now }: Pick<Desk, 'agency' | 'now'>): number {
  return now + agency.privacy.eraseAfterDays * DAY
}

/** Notes the date in the account and queues the job that keeps it; gives the date. */
export async function setErasure(desk: Desk, account: string, order: Omit<EraseOrder, 'at'>): Promise<number> {
  const at = eraseTime(desk)
  await desk.tx.account.update({ where: { id: account }, data: { eraseAt: BigInt(at) } })
  await queueErasure(desk, { ...order, at })
  return at
}

/** Queues the erasure for its date. */
export async function queueErasure({ tx, store, ids, now }: Desk, order: EraseOrder): Promise<void> {
  const key = `erase:${order.person}:${order.at}:${ids.text()}`
  const payload = { ...order, registrations: [...order.registrations], requests: [...order.requests] }
  await store.enqueue(tx, [{ kind: 'erase', key, payload, dueAt: order.at }], now)
}

/** Takes an erasure back, as Ports.privacy.cancelErasure promises. */
export async function cancelErasure(desk: Desk): ReturnType<PrivacyPorts['cancelErasure']> {
  const { tx, agency, conversation, now } = desk
  const person = (await loggedIn(desk))?.person ?? (await personHere(desk))
  const account = person === null ? null : await accountOf(desk, person)
  if (person === null || account === null || account.eraseAt === null) return 'nothing'
  if (account.status === CLOSED) return 'withdrawn'
  await tx.account.update({ where: { id: account.id }, data: { eraseAt: null } })
  const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: 'erasure.cancelled', subject: account.id }
  await appendAudit(tx, entry, now)
  const told = { key: `${account.id}:${Number(account.eraseAt)}`, data: {}, except: conversation }
  await tellAbout(desk, await whereTold(desk, person), 'cancelled', told)
  return 'kept'
}

/** Whoever withdrew consent and gives it anew begins again: the account waits for a decision, and nothing is erased. */
export async function reopenAccount({ tx, agency }: Desk, person: string): Promise<void> {
  const closed = { agency: agency.id, personId: person, status: CLOSED }
  await tx.account.updateMany({ where: closed, data: { status: 'pending', eraseAt: null } })
}
