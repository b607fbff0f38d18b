import type { Tx } from './database.ts'
import type { StoppedContacts } from './stopped-contacts.ts'
import type { Sealer } from './vault/seal.ts'

/** How the outbox names a message that the platform takes only after its reader has written. */
export const WAITS_FOR_PERSON = 'waits-for-person'

/** How the outbox names a message that waits because nothing can be sent on its account. */
const ACCOUNT_DOWN = 'account-down'

/** What a platform has said of a message after it had taken it. */
export interface LateFailure {
  readonly account: string
  /** id of the outbox row */
  readonly message: number
  /** why it did not arrive */
  readonly error: string
  /** its reader can be reached no more on this channel */
  readonly stopped: boolean
}

/** The readers of these conversations have written: what waited for that may go now. Whether anything had. */
export async function releaseTo(tx: Tx, account: string, conversations: readonly number[]): Promise<boolean> {
  const released = await tx.$executeRaw`
    UPDATE Outbox SET dueAt = 0 WHERE account = ${account} AND status = 0 AND error = ${WAITS_FOR_PERSON}
      AND conversationId IN (SELECT value FROM json_each(${JSON.stringify(conversations)}))`
  return released > 0
}

/** Something can be sent on the account again: what waited for that may go now. Whether anything had. */
export async function releaseAccount(tx: Tx, account: string): Promise<boolean> {
  const released = await tx.$executeRaw`
    UPDATE Outbox SET dueAt = 0 WHERE account = ${account} AND status = 0 AND error = ${ACCOUNT_DOWN}`
  return released > 0
}

/**
 * Notes that a message which the platform had taken did not arrive. Its words are gone: it is kept as given up, with the
 * reason. One that waits for its reader goes on waiting, unless they can be reached no more. `early` = it is not even
 * noted as sent: to be told again later.
 */
export async function noteLateFailure(
  tx: Tx,
  contacts: StoppedContacts,
  { account, message, error, stopped }: LateFailure,
  now: number,
): Promise<'noted' | 'early' | 'unknown'> {
  const [row] = await tx.$queryRaw<{ status: number; conversation: number; why: string | null }[]>`
    SELECT status, conversationId AS conversation, error AS why FROM Outbox WHERE id = ${message} AND account = ${account}`
  if (row === undefined) return 'unknown'
  const waits = row.status === 0 && row.why === WAITS_FOR_PERSON
  if (row.status === 0 && !waits) return 'early'
  if (!waits || stopped)
    await tx.$executeRaw`UPDATE Outbox SET status = 2, error = ${error}, settledAt = ${now} WHERE id = ${message} AND status < 2`
  if (stopped) await contacts.note(tx, row.conversation, now)
  return 'noted'
}

/** A message that was said not to have arrived has arrived after all (on another of the reader's devices). */
export async function noteArrival(tx: Tx, account: string, message: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE Outbox SET status = 1, error = NULL
    WHERE id = ${message} AND account = ${account} AND status = 2 AND payload IS NULL AND bundle IS NULL`
}

/** Whom a message is or was for, `address` as the platform has it; undefined when the message is not there any more. */
export async function readerOf(
  { tx, sealer }: { readonly tx: Tx; readonly sealer: Pick<Sealer, 'open'> },
  account: string,
  message: number,
): Promise<{ readonly conversation: number; readonly address: string } | undefined> {
  const [row] = await tx.$queryRaw<{ conversation: number; address: string }[]>`
    SELECT c.id AS conversation, c.address AS address FROM Outbox o JOIN Conversation c ON c.id = o.conversationId
    WHERE o.id = ${message} AND o.account = ${account}`
  return row && { ...row, address: sealer.open(Buffer.from(row.address, 'base64'), 'address').toString() }
}
