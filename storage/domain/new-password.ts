import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'
import { useLinksAbout } from '../links.ts'
import { Attempts } from './attempts.ts'
import { openObject } from './columns.ts'
import { ACCEPTED } from './contacts.ts'
import { mailbox, tell } from './notices.ts'
import { wordsAbout } from './passwords.ts'
import { reachOf } from './reach.ts'
import { RESET } from './reset.ts'
import { closeAllCodes } from './one-time-code.ts'
import type { DomainParts } from './scope.ts'

/** A password that takes the place of another. */
export interface NewPassword {
  readonly account: string
  readonly passwordHash: string
  /** the chat that it was typed in, which is told by its own conversation; null = a page */
  readonly typedIn: number | null
  /** a chat that is told besides the person's own: the one that the link was sent to */
  readonly besides: number | null
  /** tells this change from others, so that nobody is told twice */
  readonly key: string
}

/**
 * Gives an account another password, in one step with all that follows from it: every session ends, no reset link opens
 * any more and no code counts, who was locked out may log in, and all of the person's chats and the mailbox are told. False when there is no
 * such account.
 */
export async function replacePassword(
  tx: Tx,
  { agency, sealer, store }: Pick<DomainParts, 'agency' | 'sealer' | 'store'>,
  { account: id, passwordHash, typedIn, besides, key }: NewPassword,
  now: number,
): Promise<boolean> {
  const where = { id, agency: agency.id, status: { in: [...ACCEPTED] } }
  const account = await tx.account.findFirst({ where, include: { person: true } })
  if (account === null) return false
  const { person } = account
  await tx.account.update({ where: { id }, data: { passwordHash } })
  await tx.session.updateMany({ where: { accountId: id, endedAt: null }, data: { endedAt: BigInt(now) } })
  await closeAllCodes(tx, id, now)
  for (const purpose of [RESET, 'password']) await useLinksAbout(tx, purpose, id, now)
  await appendAudit(tx, { agency: agency.id, actor: `account:${id}`, action: 'account.password-changed', subject: id }, now)

  const { chats, email } = await reachOf({ tx, sealer, agency }, person.id, openObject(sealer, person.profile, 'person.profile'))
  await letIn({ tx, sealer, agency, now }, person.nikIndex, chats)
  const mail = email === undefined ? null : await mailbox({ tx, store, now }, email)
  const linked = besides === null ? [] : [besides]
  const told = [...new Set([...chats, ...linked])].filter((chat) => chat !== typedIn && chat !== mail)
  const notices = [
    ...told.map((conversation) => ({ conversation, notice: 'password-changed' })),
    ...(mail === null ? [] : [{ conversation: mail, notice: 'mail-password-changed' }]),
  ]
  await tell(
    { tx, store, now },
    notices.map((one) => ({ ...one, key: `${id}:${key}`, data: { at: now } })),
  )
  return true
}

// Most of those who forgot their password have tried too often before. The own chats' counts go as well: who cannot log in
// from them would not know why.
async function letIn(
  { tx, sealer, agency, now }: Pick<DomainParts, 'sealer' | 'agency'> & { readonly tx: Tx; readonly now: number },
  nikIndex: string,
  chats: readonly number[],
): Promise<void> {
  const by = (what: string, whom: string) => new Attempts(tx, sealer, what, whom, agency.lockout, now)
  await by('login-nik', nikIndex).forget()
  for (const chat of chats) await by('login-chat', String(chat)).forget()
}

/** What the new password of an account must not rest on; nothing is told of an account that does not exist. */
export async function passwordContext(
  tx: Tx,
  { agency, sealer }: Pick<DomainParts, 'agency' | 'sealer'>,
  id: string,
): Promise<readonly string[]> {
  const account = await tx.account.findFirst({ where: { id, agency: agency.id }, include: { person: true } })
  return account === null ? [] : wordsAbout(sealer, account.person)
}
