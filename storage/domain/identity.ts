import { appendAudit } from '../audit.ts'
import { identityIndex } from './contacts.ts'
import type { Desk } from './scope.ts'
import { endSeatHere } from './seats.ts'
import { tellNext } from './tell-person.ts'

/**
 * Notes who writes in this chat, by the platform's own id of them; true when that is somebody else than before: a number that
 * came to another person. Then nothing that was open here stays open, an officer's seat included; whose chat it is, its owner
 * may still show (`mustProve`).
 */
export async function noteIdentity(desk: Desk & { readonly identity: string }): Promise<boolean> {
  const { tx, ids, sealer, conversation, account, identity, now } = desk
  const here = { conversationId: BigInt(conversation) }
  const index = identityIndex(sealer, identity)
  const contact = await tx.contact.findUnique({ where: here })
  if (contact === null) {
    await tx.contact.create({ data: { id: ids.text(), ...here, account, identityIndex: index, createdAt: BigInt(now) } })
    return false
  }
  if (contact.identityIndex === index) return false
  if (contact.identityIndex === null) {
    await tx.contact.update({ where: here, data: { identityIndex: index } })
    return false
  }
  await endWhatIsOpen(desk, contact, index)
  return true
}

/**
 * Notes that whoever wrote in this chat has given its address up, as the platform says; true when the chat was known. It is
 * then as if somebody else wrote there: nothing stays open, and proof is asked.
 */
export async function noteGivenUp(desk: Desk): Promise<boolean> {
  const contact = await desk.tx.contact.findUnique({ where: { conversationId: BigInt(desk.conversation) } })
  if (contact === null) return false
  await endWhatIsOpen(desk, contact, null)
  return true
}

async function endWhatIsOpen(desk: Desk, contact: { readonly personId: string | null }, index: string | null): Promise<void> {
  const { tx, store, agency, conversation, now } = desk
  const here = { conversationId: BigInt(conversation) }
  // The number of a chat that is nobody's was proven by whoever had it before.
  const proof = contact.personId === null ? { phoneIndex: null, phone: null, provenAt: null } : {}
  await tx.contact.update({ where: here, data: { identityIndex: index, identityChangedAt: BigInt(now), ...proof } })
  await tx.session.updateMany({ where: { ...here, endedAt: null }, data: { endedAt: BigInt(now) } })
  await tx.link.updateMany({ where: { ...here, usedAt: null }, data: { usedAt: BigInt(now) } })
  await tx.talk.updateMany({ where: { ...here, closedAt: null }, data: { status: 'closed', closedAt: BigInt(now) } })
  await endSeatHere(desk, 'other-hands')
  for (const notice of await store.withdraw(tx, conversation)) await tellNext(desk, notice, conversation)
  const entry = {
    agency: agency.id,
    actor: 'system',
    action: 'contact.identity-changed',
    subject: `conversation:${conversation}`,
  }
  await appendAudit(tx, entry, now)
}
