import type { Desk } from './scope.ts'

/** Account states in which its owner was accepted by the office. */
export const ACCEPTED: readonly string[] = ['approved', 'active']

/** The person whom this chat is bound to; null when to nobody. */
export async function personHere({ tx, conversation }: Desk): Promise<string | null> {
  const contact = await tx.contact.findUnique({ where: { conversationId: BigInt(conversation) }, select: { personId: true } })
  return contact?.personId ?? null
}

/** The chats that a person is bound to. */
export async function chatsOf({ tx }: Pick<Desk, 'tx'>, person: string): Promise<readonly number[]> {
  const rows = await tx.contact.findMany({
    where: { personId: person },
    select: { conversationId: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ conversationId }) => Number(conversationId))
}

/** A person's account with this agency. */
export function accountOf({ tx, agency }: Pick<Desk, 'tx' | 'agency'>, person: string) {
  return tx.account.findUnique({ where: { agency_personId: { agency: agency.id, personId: person } } })
}

/** The chats whose registrations may be seen here: this one, and the others of the person it is bound to. */
export async function ownChats(desk: Desk): Promise<readonly bigint[]> {
  const person = await personHere(desk)
  const others = person === null ? [] : await chatsOf(desk, person)
  return [...new Set([desk.conversation, ...others])].map(BigInt)
}

/**
 * Whether a chat may be bound to a person: it is nobody's, that person's already, or of somebody whom the office has
 * not accepted (a mistyped NIK). One who was accepted keeps the chat; a helper's phone stays the helper's.
 */
export async function isFreeFor(desk: Desk, conversation: number, person: string | null): Promise<boolean> {
  const contact = await desk.tx.contact.findUnique({ where: { conversationId: BigInt(conversation) } })
  if (contact === null || contact.personId === null || contact.personId === person) return true
  const account = await accountOf(desk, contact.personId)
  return account === null || !ACCEPTED.includes(account.status)
}

/** Binds a chat to a person, with the phone number of the form. */
export async function bindChat(
  { tx, ids, now }: Desk,
  chat: { readonly conversation: number; readonly account: string },
  person: string,
  phone: { readonly index: string; readonly sealed: Uint8Array<ArrayBuffer>; readonly provenAt: bigint | null } | null,
): Promise<void> {
  const known = { personId: person, ...(phone && { phoneIndex: phone.index, phone: phone.sealed, provenAt: phone.provenAt }) }
  await tx.contact.upsert({
    where: { conversationId: BigInt(chat.conversation) },
    create: {
      id: ids.text(),
      conversationId: BigInt(chat.conversation),
      account: chat.account,
      createdAt: BigInt(now),
      ...known,
    },
    update: known,
  })
}
