import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'

/** Account states in which its owner was accepted by the office. */
export const ACCEPTED: readonly string[] = ['approved', 'active']

const DAY = 86_400_000

/**
 * The person who talks here: whoever is logged in, or else the one whom this chat is bound to. Null when it is bound to
 * nobody, or has been silent for so long that it may be in other hands.
 */
export async function personHere(desk: Desk): Promise<string | null> {
  const session = await loggedInHere(desk)
  return session?.person ?? ((await mustProve(desk)) ? null : boundPerson(desk, desk.conversation))
}

/** The person whom a chat is bound to, whoever holds it now; null when to nobody. */
export async function boundPerson({ tx }: Pick<Desk, 'tx'>, conversation: number): Promise<string | null> {
  const contact = await tx.contact.findUnique({ where: { conversationId: BigInt(conversation) }, select: { personId: true } })
  return contact?.personId ?? null
}

/** What whose a chat is depends on. */
export type Holding = Pick<Desk, 'tx' | 'agency' | 'conversation' | 'silences'>

/**
 * Since when this chat is surely in the hands that hold it now, ms since 1970: its last silence of the length that the
 * agency fears, or when the platform named somebody else.
 */
export async function heldSince(desk: Holding): Promise<number> {
  const contact = await contactHere(desk)
  return Math.max(fearedSilence(desk), Number(contact?.identityChangedAt ?? 0))
}

/**
 * Whether this chat must show anew whose it is: the platform names somebody else, or it was silent for longer than the
 * agency trusts, and was not bound, or logged in to by its person, since or shortly before.
 */
export async function mustProve(desk: Holding): Promise<boolean> {
  const contact = await contactHere(desk)
  if (contact !== null && contact.identityChangedAt !== null) return true
  const since = fearedSilence(desk)
  if (since === 0) return false
  return contact === null || Number(contact.createdAt) < since - desk.agency.contacts.proofAfterDays * DAY
}

function contactHere({ tx, conversation }: Holding) {
  return tx.contact.findUnique({ where: { conversationId: BigInt(conversation) } })
}

// When the last silence of the length that the agency fears was broken; 0 = there was none.
function fearedSilence({ agency, silences = [] }: Holding): number {
  const feared = agency.contacts.proofAfterDays * DAY
  return silences.findLast(({ ms }) => ms >= feared)?.until ?? 0
}

/** Notes that this chat has shown that it is a person's, if it is bound to that person; false when it is not. */
export async function noteProven({ tx, conversation, now }: Desk, person: string): Promise<boolean> {
  const { count } = await tx.contact.updateMany({
    where: { conversationId: BigInt(conversation), personId: person },
    data: { createdAt: BigInt(now), identityChangedAt: null },
  })
  return count > 0
}

/** How whoever writes in a chat is known, by the platform's own id. */
export function identityIndex(sealer: Desk['sealer'], identity: string): string {
  return sealer.index(identity, 'identity')
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

/** Whether the platform vouches that a number is this chat's: now, or when this chat gave it before. */
export async function isVouchedFor({ tx, sealer, conversation, provenPhone }: Desk, phone: string): Promise<boolean> {
  if (provenPhone === phone) return true
  const contact = await tx.contact.findUnique({ where: { conversationId: BigInt(conversation) } })
  return contact !== null && contact.provenAt !== null && contact.phoneIndex === sealer.index(phone, 'phone')
}

/** Binds a chat to a person, with the phone number of the form; it counts as theirs from now on. */
export async function bindChat(
  { tx, ids, sealer, conversation, identity, now }: Desk,
  chat: { readonly conversation: number; readonly account: string },
  person: string,
  phone: { readonly index: string; readonly sealed: Uint8Array<ArrayBuffer>; readonly provenAt: bigint | null } | null,
): Promise<void> {
  const here = { conversationId: BigInt(chat.conversation) }
  const isNew = (await tx.contact.count({ where: { ...here, personId: person } })) === 0
  const known = {
    personId: person,
    ...(phone && { phoneIndex: phone.index, phone: phone.sealed, provenAt: phone.provenAt }),
    ...(isNew && { linkedAt: BigInt(now), preferredAt: null }),
    identityChangedAt: null,
    ...(chat.conversation === conversation && identity !== undefined && { identityIndex: identityIndex(sealer, identity) }),
  }
  await tx.contact.upsert({
    where: here,
    create: {
      id: ids.text(),
      conversationId: BigInt(chat.conversation),
      account: chat.account,
      createdAt: BigInt(now),
      ...known,
    },
    update: { ...known, createdAt: BigInt(now) },
  })
}

/** Has a person's notices sent to one of their chats first. */
export async function preferChat({ tx, now }: Pick<Desk, 'tx' | 'now'>, person: string, conversation: number): Promise<void> {
  await tx.contact.updateMany({ where: { personId: person }, data: { preferredAt: null } })
  await tx.contact.updateMany({
    where: { personId: person, conversationId: BigInt(conversation) },
    data: { preferredAt: BigInt(now) },
  })
}
