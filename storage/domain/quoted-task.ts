import type { Tx } from '../database.ts'
import type { DomainParts } from './scope.ts'

/** A case's number wherever it stands in a text, in its one form. */
const NUMBER = /\b(?:REG|PRB|NHP)-\d{4}-[\dA-Z]{6}\b/g

/** A message that somebody replies to. */
export interface QuotedMessage {
  /** the platform's id of it */
  readonly id: string
  readonly text: string
}

/**
 * The task that an officer speaks of when quoting a message, in whatever chat that is: one that the officer's own chat
 * got, or a text with one case's number in it. Undefined when nobody of the office has their own chat at `address`, or the
 * message is about no task.
 */
export async function taskQuotedBy(
  tx: Tx,
  { store, sealer }: Pick<DomainParts, 'store' | 'sealer'>,
  from: { readonly account: string; readonly address: string },
  { id, text }: QuotedMessage,
): Promise<string | undefined> {
  const [chat] = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM Conversation WHERE account = ${from.account} AND addressIndex = ${sealer.index(from.address, 'address')}`
  if (chat === undefined) return undefined
  const officer = await tx.officer.findFirst({ where: { conversationId: BigInt(chat.id), removedAt: null } })
  if (officer === null) return undefined
  const about = await store.subjectOf(tx, chat.id, id)
  // What begins with a stroke is a command: a talk, and no task.
  if (about !== undefined) return about.startsWith('/') ? undefined : about
  const numbers = new Set(text.match(NUMBER))
  const [number] = numbers
  if (number === undefined || numbers.size > 1) return undefined
  const isAbout = [{ registration: { number } }, { request: { number } }]
  const task = await tx.task.findFirst({ where: { agency: officer.agency, OR: isAbout }, orderBy: { id: 'desc' } })
  return task?.id
}
