import { appendAudit } from '../audit.ts'
import { openObject, openText, sealText } from './columns.ts'
import { tellByMail, tellElsewhere } from './contact-notices.ts'
import { bindChat, boundPerson, chatsOf, preferChat } from './contacts.ts'
import { profileText } from './form.ts'
import { tell } from './notices.ts'
import { forgetPhone, keepPhone } from './person-phone.ts'
import { releaseChat } from './release.ts'
import type { Desk } from './scope.ts'

/** A number that a person has from now on. */
export interface NewNumber {
  /** E.164 */
  readonly phone: string
  /** the chat that is proven to be at that number; null when none is known yet */
  readonly chat: number | null
  /** another chat of the person that stays, because nothing says that it is at another number */
  readonly kept: number | null
}

/**
 * Gives a person a new number: notices go to its chat from now on. The chats that are proven to be at the number before
 * are let go, and so is whoever else held the new one; all of them are told elsewhere, with what to do about it.
 */
export async function moveNumber(
  desk: Desk,
  { account, person }: { readonly account: string; readonly person: string },
  { phone, chat, kept }: NewNumber,
  actor = `account:${account}`,
): Promise<void> {
  const { tx, sealer, store, agency, now } = desk
  const index = sealer.index(phone, 'phone')
  const isAnew = chat !== null && (await makeRoom(desk, chat, person))
  await endClaims(desk, phone, person)
  const before = await tx.contact.findMany({ where: { personId: person } })
  const old = await registeredIndex(desk, person)
  for (const one of before) {
    const conversation = Number(one.conversationId)
    // A chat that was linked from yet another number has nothing to do with this one.
    const isAside = one.provenAt !== null && one.phoneIndex !== old
    const isOld =
      (one.provenAt !== null && !isAside && one.phoneIndex !== index) || (conversation === desk.conversation && kept === null)
    if (conversation === chat) continue
    if (isOld && conversation !== kept) await releaseChat(desk, conversation, chat ?? kept ?? undefined)
    else if (one.phoneIndex !== index && !isAside)
      await tx.contact.update({ where: { id: one.id }, data: { phoneIndex: null, phone: null, provenAt: null } })
  }
  const at = chat === null ? undefined : await store.session(tx, chat)
  const proof = { index, sealed: sealText(sealer, phone, 'contact.phone'), provenAt: BigInt(now) }
  if (chat !== null && at !== undefined) await bindChat(desk, { conversation: chat, account: at.account }, person, proof)
  if (chat !== null) await preferChat(desk, person, chat)
  await keepPhone(desk, person, phone)
  await appendAudit(tx, { agency: agency.id, actor, action: 'account.phone-changed', subject: account }, now)
  const chats = before.map(({ conversationId }) => Number(conversationId))
  await tellAll(desk, person, chats, chat, isAnew)
}

// The number that the account has had; null when none is known.
async function registeredIndex({ tx, sealer, agency }: Desk, person: string): Promise<string | null> {
  const { profile } = await tx.person.findUniqueOrThrow({ where: { id: person }, select: { profile: true } })
  const phone = profileText(agency, openObject(sealer, profile, 'person.profile'), 'phone')
  return phone === undefined ? null : sealer.index(phone, 'phone')
}

// Where the change was made it is said at once; everywhere else it must be a surprise to nobody.
async function tellAll(desk: Desk, person: string, old: readonly number[], chat: number | null, isAnew: boolean): Promise<void> {
  const key = `${person}:${desk.now}`
  const remaining = await chatsOf(desk, person)
  const elsewhere = old.filter((one) => one !== desk.conversation && one !== chat)
  await tell(
    desk,
    elsewhere.map((conversation) => ({
      conversation,
      notice: 'phone-changed',
      key,
      data: { released: !remaining.includes(conversation) },
    })),
  )
  if (chat !== null && chat !== desk.conversation)
    await tell(desk, [{ conversation: chat, notice: 'phone-linked', key, data: { anew: isAnew } }])
  await tellByMail(desk, person, 'mail-phone-changed', key)
}

/** A chat that is to be a person's is let go by whoever had it, who is told elsewhere. False when nobody else had it. */
export async function makeRoom(desk: Desk, chat: number, person: string): Promise<boolean> {
  const owner = await boundPerson(desk, chat)
  if (owner === null || owner === person) return false
  await letGo(desk, chat)
  return true
}

/** Ends every other person's claim to a number that somebody is proven to hold now; they are told elsewhere. */
export async function endClaims(desk: Desk, phone: string, person: string): Promise<void> {
  const { tx, sealer } = desk
  const held = { phoneIndex: sealer.index(phone, 'phone'), OR: [{ personId: null }, { personId: { not: person } }] }
  const claims = await tx.contact.findMany({ where: held })
  for (const { id, personId } of claims) {
    await tx.contact.update({ where: { id }, data: { phoneIndex: null, phone: null, provenAt: null } })
    if (personId === null) continue
    await forgetPhone(desk, personId, phone)
    await tellElsewhere(desk, personId, 'number-taken', null)
  }
}

/** A chat has come into other hands: whoever had it loses it and the number that it was at, and is told elsewhere. */
export async function letGo(desk: Desk, conversation: number): Promise<void> {
  const { tx, sealer } = desk
  const contact = await tx.contact.findUnique({ where: { conversationId: BigInt(conversation) } })
  const person = await releaseChat(desk, conversation)
  if (person === null) return
  const phone = contact?.phone ?? null
  if (phone !== null) await forgetPhone(desk, person, openText(sealer, phone, 'contact.phone'))
  await tellElsewhere(desk, person, 'chat-released', conversation)
}
