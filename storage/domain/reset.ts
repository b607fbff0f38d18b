import type { ClaimedIdentity } from '../../flows/ports/passwords.ts'
import { foldName } from '../../flows/fields/name.ts'
import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'
import { countTry, useLink, useLinksAbout } from '../links.ts'
import { Attempts } from './attempts.ts'
import { openObject, openText } from './columns.ts'
import { ACCEPTED } from './contacts.ts'
import { profileText } from './form.ts'
import { mailbox, tell } from './notices.ts'
import { accountHere } from './passwords.ts'
import { reachOf } from './reach.ts'
import { isSameText } from './same-text.ts'
import type { Desk, DomainParts } from './scope.ts'

/** The purpose of the links that a forgotten password is replaced by. */
export const RESET = 'reset'

type Parts = Pick<DomainParts, 'agency' | 'sealer' | 'store'>

/** What somebody says of themselves, and the chat that they say it in. */
export interface ResetAsked extends ClaimedIdentity {
  readonly conversation: number
  /** the phone number that the platform vouches for there, E.164 */
  readonly provenPhone: string | null
  /** tells this asking from others, so that nobody is told twice of one */
  readonly key: string
}

/**
 * Has a reset link sent if what is claimed is an account's, as PasswordPorts.askForReset promises. Whether it is, is
 * looked up by a job, so that nothing here depends on it; every asking counts as a try, by NIK and by chat.
 */
export async function askForReset(desk: Desk, claimed: ClaimedIdentity): Promise<'asked' | 'too-many-tries'> {
  const { tx, ids, store, sealer, agency, conversation, provenPhone = null, now } = desk
  const by = (what: string, whom: string) => new Attempts(tx, sealer, what, whom, agency.lockout, now)
  const [byNik, byChat] = [by('forgot-nik', claimed.nik), by('forgot-chat', String(conversation))]
  const locked = [await byNik.locked(), await byChat.locked()].includes(true)
  const here = `conversation:${conversation}`
  const action = locked ? 'account.reset-refused' : 'account.reset-asked'
  await appendAudit(tx, { agency: agency.id, actor: here, action, subject: here }, now)
  if (locked) return 'too-many-tries'
  await byNik.miss()
  await byChat.miss()
  const { nik, name, phone } = claimed
  const payload = { nik, name, phone, conversation, provenPhone }
  await store.enqueue(tx, [{ kind: 'reset-link', key: `reset-link:${ids.text()}`, payload }], now)
  return 'asked'
}

/** Sends the link to the account's own chats and mailbox, if NIK, name and phone number are all its own. */
export async function sendResetLink(tx: Tx, parts: Parts, asked: ResetAsked, now: number): Promise<void> {
  const { agency, sealer, store } = parts
  const account = await tx.account.findFirst({
    where: { agency: agency.id, status: { in: [...ACCEPTED] }, person: { nikIndex: sealer.index(asked.nik, 'nik') } },
    include: { person: true },
  })
  if (account === null) return
  const { id, person } = account
  const profile = openObject(sealer, person.profile, 'person.profile')
  const phone = profileText(agency, profile, 'phone') ?? ''
  const isName = isSameText(sealer, foldName(asked.name), foldName(openText(sealer, person.name, 'person.name')))
  const isPhone = isSameText(sealer, asked.phone, phone)
  const isTheirs = isName && isPhone
  const action = isTheirs ? 'account.reset-link-sent' : 'account.reset-refused'
  const actor = `conversation:${asked.conversation}`
  await appendAudit(tx, { agency: agency.id, actor, action, subject: id }, now)
  if (!isTheirs) return
  const { chats, email } = await reachOf({ tx, sealer, agency }, person.id, profile)
  const asking = (await isNobodysWith(tx, asked, phone)) ? [asked.conversation] : []
  const data = { account: id }
  const notices = [...new Set([...chats, ...asking])].map((conversation) => ({ conversation, notice: 'reset-link' }))
  const mail = email === undefined ? [] : [{ conversation: await mailbox({ tx, store, now }, email), notice: 'mail-reset-link' }]
  await tell(
    { tx, store, now },
    [...notices, ...mail].map((one) => ({ ...one, key: `${id}:${asked.key}`, data })),
  )
}

// The asking chat is the person's too when its platform vouches for the registered number and it is nobody else's.
async function isNobodysWith(tx: Tx, { conversation, provenPhone }: ResetAsked, phone: string): Promise<boolean> {
  if (provenPhone === null || provenPhone !== phone) return false
  const contact = await tx.contact.findUnique({ where: { conversationId: BigInt(conversation) }, select: { personId: true } })
  return contact === null || contact.personId === null
}

/** The open reset link that was sent to this chat, about this account. */
export function openResetLink(
  { tx, agency, conversation, now }: Pick<Desk, 'tx' | 'agency' | 'conversation' | 'now'>,
  account: string,
) {
  return tx.link.findFirst({
    where: {
      purpose: RESET,
      subject: account,
      agency: agency.id,
      conversationId: BigInt(conversation),
      usedAt: null,
      lockedAt: null,
      expiresAt: { gt: BigInt(now) },
    },
    orderBy: { id: 'desc' },
    select: { id: true, subject: true },
  })
}

/** The account whose open reset link was sent to this chat, as PasswordPorts.openReset promises. */
export async function openReset(desk: Desk, account: string | null): Promise<string | null> {
  const wanted = account ?? (await accountHere(desk))
  const link = wanted === null ? null : await openResetLink(desk, wanted)
  return link?.subject ?? null
}

/** How a family card number was judged; `left`: tries until the link is locked. */
export type KkVerdict =
  { readonly outcome: 'right' } | { readonly outcome: 'wrong'; readonly left: number } | { readonly outcome: 'locked' | 'none' }

/**
 * Judges the family card number that goes with a reset link. Wrong ones are counted on the link, which is then locked for
 * good, and by account: several links buy no more tries.
 */
export async function judgeKk(
  tx: Tx,
  { agency, sealer }: Pick<DomainParts, 'agency' | 'sealer'>,
  link: { readonly id: string; readonly subject: string },
  kk: string,
  now: number,
): Promise<KkVerdict> {
  const account = await tx.account.findFirst({
    where: { id: link.subject, agency: agency.id, status: { in: [...ACCEPTED] } },
    include: { person: true },
  })
  if (account === null) return { outcome: 'none' }
  const attempts = new Attempts(tx, sealer, 'reset', account.id, agency.lockout, now)
  if (await attempts.locked()) return { outcome: 'locked' }
  const registered = profileText(agency, openObject(sealer, account.person.profile, 'person.profile'), 'kk') ?? ''
  if (isSameText(sealer, kk, registered)) return { outcome: 'right' }
  const entry = { agency: agency.id, actor: `account:${account.id}`, action: 'account.reset-refused', subject: account.id }
  await appendAudit(tx, entry, now)
  const isLocked = await attempts.miss()
  const left = await countTry(tx, link.id, isLocked ? 1 : agency.lockout.tries, now)
  return left === 0 ? { outcome: 'locked' } : { outcome: 'wrong', left }
}

/** Uses up a reset link, and the account's others with it; false when it was not open any more. */
export async function takeReset(
  tx: Tx,
  { agency, sealer }: Pick<DomainParts, 'agency' | 'sealer'>,
  link: { readonly id: string; readonly subject: string },
  now: number,
): Promise<boolean> {
  if (!(await useLink(tx, link.id, now))) return false
  await useLinksAbout(tx, RESET, link.subject, now)
  await new Attempts(tx, sealer, 'reset', link.subject, agency.lockout, now).forget()
  return true
}
