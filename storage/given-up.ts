import type { Tx } from './database.ts'

/** Most rows that are listed at once. */
const LISTED = 100

/** An event whose turn kept failing, or a message that could not be sent: it waits for a human. Names no one and says nothing of its content. */
export interface GivenUp {
  readonly id: number
  readonly account: string
  readonly conversation: number
  /** ms since 1970 */
  readonly at: number
  readonly attempts: number
  /** why, where it is known */
  readonly error: string | null
}

/** Events that were set aside, oldest first, at most 100. */
export function setAsideEvents(tx: Tx): Promise<GivenUp[]> {
  return tx.$queryRaw<GivenUp[]>`
    SELECT id, account, conversationId AS conversation, receivedAt AS at, attempts, NULL AS error
    FROM Inbox WHERE status = 2 ORDER BY id LIMIT ${LISTED}`
}

/** Messages that were refused for good, oldest first, at most 100. */
export function deadMessages(tx: Tx): Promise<GivenUp[]> {
  return tx.$queryRaw<GivenUp[]>`
    SELECT id, account, conversationId AS conversation, createdAt AS at, attempts, error
    FROM Outbox WHERE status = 2 ORDER BY id LIMIT ${LISTED}`
}

/** Lets an event that was set aside have its turn again, before newer ones; a running counter finds it within a minute. False when there is none. */
export async function retryEvent(tx: Tx, id: number): Promise<boolean> {
  return (await tx.$executeRaw`UPDATE Inbox SET status = 0, attempts = 0, handledAt = NULL WHERE id = ${id} AND status = 2`) === 1
}

/**
 * Lets a message be sent after all, before newer ones of its chat; a running counter finds it within a minute. False when
 * there is none, or when the platform had taken it and its words are gone.
 */
export async function retryMessage(tx: Tx, id: number): Promise<boolean> {
  return (
    (await tx.$executeRaw`
      UPDATE Outbox SET status = 0, attempts = 0, dueAt = 0, settledAt = NULL, error = NULL
      WHERE id = ${id} AND status = 2 AND coalesce(payload, bundle) IS NOT NULL`) === 1
  )
}
