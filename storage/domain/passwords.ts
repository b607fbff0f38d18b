import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'
import type { Sealer } from '../vault/seal.ts'
import { openObject, openText } from './columns.ts'
import { accountOf, personHere } from './contacts.ts'
import type { Desk, DomainParts } from './scope.ts'

/** The key of the job that hashes the password of a registration's form. */
export function hashJobKey(registration: string): string {
  return `hash-password:${registration}`
}

/**
 * What the first password of an account must not rest on (NIK, name and the other answers of its owner, as texts).
 * Null when it needs none: it is not active, has a password, or its form's is still being hashed.
 */
export async function firstPassword(
  tx: Tx,
  { agency, sealer, store }: Pick<DomainParts, 'agency' | 'sealer' | 'store'>,
  accountId: string,
): Promise<readonly string[] | null> {
  const bare = { id: accountId, agency: agency.id, status: 'active', passwordHash: null }
  const account = await tx.account.findFirst({ where: bare, include: { person: true } })
  if (account === null) return null
  const { personId, person } = account
  const registrations = await tx.registration.findMany({
    where: { agency: agency.id, personId, status: 'approved' },
    select: { id: true },
  })
  const keys = registrations.map(({ id }) => hashJobKey(id))
  if (await store.isUnderWay(tx, keys)) return null
  return wordsAbout(sealer, person)
}

/** What a person's password must not rest on: NIK, name and the other answers that are texts. */
export function wordsAbout(
  sealer: Sealer,
  person: { readonly nik: Uint8Array; readonly name: Uint8Array; readonly profile: Uint8Array },
): readonly string[] {
  const profile = Object.values(openObject(sealer, person.profile, 'person.profile'))
  return [
    openText(sealer, person.nik, 'person.nik'),
    openText(sealer, person.name, 'person.name'),
    ...profile.filter((value) => typeof value === 'string'),
  ]
}

/** Has the first password of an account hashed (`sealed` with purpose `secret`); false when it needs none. */
export async function setFirstPassword(
  tx: Tx,
  parts: Pick<DomainParts, 'agency' | 'sealer' | 'store'>,
  accountId: string,
  sealed: string,
  now: number,
): Promise<boolean> {
  if ((await firstPassword(tx, parts, accountId)) === null) return false
  const { agency, store } = parts
  const payload = { account: accountId, sealed }
  await store.enqueue(tx, [{ kind: 'hash-password', key: `hash-password:${accountId}:${now}`, payload }], now)
  const actor = `account:${accountId}`
  await appendAudit(tx, { agency: agency.id, actor, action: 'account.password-made', subject: accountId }, now)
  return true
}

/** The account of this chat's person; null when there is none. */
export async function accountHere(desk: Desk): Promise<string | null> {
  const person = await personHere(desk)
  const account = person === null ? null : await accountOf(desk, person)
  return account?.id ?? null
}
