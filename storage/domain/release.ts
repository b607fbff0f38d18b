import { appendAudit } from '../audit.ts'
import { accountOf, boundPerson, chatsOf } from './contacts.ts'
import { NO_CHAT } from './notices.ts'
import { closeAllCodes } from './one-time-code.ts'
import type { Desk } from './scope.ts'
import { endSeatHere } from './seats.ts'
import { tellNext } from './tell-person.ts'

/** What a contact that is nobody's knows of nobody. */
const NOBODYS = {
  personId: null,
  phoneIndex: null,
  phone: null,
  provenAt: null,
  linkedAt: null,
  preferredAt: null,
  identityChangedAt: null,
}

/**
 * Unbinds a chat from everybody: it has come into other hands. Sessions and an officer's seat there end, links that were sent
 * there are used up, codes that its owner was shown are closed, so is its talk with the office, and the cases made there go to
 * `to`, another chat of the same person, or belong to no chat. Gives the person whose chat it was; null when it was nobody's.
 */
export async function releaseChat(desk: Desk, conversation: number, to?: number): Promise<string | null> {
  const { tx, store, agency, now } = desk
  const here = { conversationId: BigInt(conversation) }
  const person = await boundPerson(desk, conversation)
  const others = person === null ? [] : (await chatsOf(desk, person)).filter((one) => one !== conversation)
  const heir = { conversationId: BigInt(to ?? others[0] ?? NO_CHAT) }
  await tx.session.updateMany({ where: { ...here, endedAt: null }, data: { endedAt: BigInt(now) } })
  await tx.link.updateMany({ where: { ...here, usedAt: null }, data: { usedAt: BigInt(now) } })
  await tx.registration.updateMany({ where: here, data: heir })
  await tx.request.updateMany({ where: here, data: heir })
  await tx.talk.updateMany({ where: { ...here, closedAt: null }, data: { status: 'closed', closedAt: BigInt(now) } })
  await tx.contact.updateMany({
    where: here,
    data: { ...NOBODYS, createdAt: BigInt(now) },
  })
  // What waits to be sent there was meant for somebody else: of notices they are told elsewhere.
  for (const notice of await store.withdraw(tx, conversation)) await tellNext(desk, notice, conversation)
  const account = person === null ? null : await accountOf(desk, person)
  if (account !== null) await closeAllCodes(tx, account.id, now)
  await endSeatHere({ ...desk, conversation }, 'released')
  const actor = `conversation:${desk.conversation}`
  const subject = `conversation:${conversation}`
  await appendAudit(tx, { agency: agency.id, actor, action: 'contact.released', subject, detail: { person } }, now)
  return person
}
