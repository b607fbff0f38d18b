import { foldName, maskedName } from '../../flows/fields/name.ts'
import { openText } from './columns.ts'
import { isFreeFor, isVouchedFor, mustProve } from './contacts.ts'
import type { FilledForm } from './form.ts'
import { letGo } from './number-move.ts'
import type { Desk } from './scope.ts'

/** A registration in one of these states is still of use to whoever sent it. */
const UNDER_WAY: readonly string[] = ['submitted', 'repair']

/**
 * Makes this chat ready for whoever a form is about, and tells whether it may be bound to them. A chat whose number the
 * platform vouches for, and that was silent for long, is let go by whoever had it before: the number has come to somebody
 * else. One where another person's case is under way stays theirs, unless it is the same person with another NIK, or
 * only the new form gives the number that the chat is proven to be at.
 */
export async function mayTakeChat(desk: Desk, person: string, { name, phone }: FilledForm): Promise<boolean> {
  const { tx, sealer, conversation, provenPhone } = desk
  const contact = await tx.contact.findUnique({
    where: { conversationId: BigInt(conversation) },
    include: { person: { select: { id: true, name: true } } },
  })
  const other = contact?.person ?? null
  if (contact === null || other === null || other.id === person) return true
  if (phone !== undefined && provenPhone === phone && (await mustProve(desk))) {
    await letGo(desk, conversation)
    return true
  }
  if (!(await isFreeFor(desk, conversation, person))) return false
  if (!(await isUnderWay(desk, conversation, other.id))) return true
  if (foldName(openText(sealer, other.name, 'person.name')) === foldName(name)) return true
  return contact.provenAt === null && phone !== undefined && (await isVouchedFor(desk, phone))
}

/** Whether a chat may become the person's whose registration was approved: nobody else waits there for a decision. */
export async function isFreeNow(desk: Desk, conversation: number, person: string): Promise<boolean> {
  if (!(await isFreeFor(desk, conversation, person))) return false
  const contact = await desk.tx.contact.findUnique({ where: { conversationId: BigInt(conversation) } })
  const other = contact?.personId ?? null
  return other === null || other === person || !(await isUnderWay(desk, conversation, other))
}

/**
 * Whom a message about a person in a chat must name, so that it is not taken to be about somebody else: the name as it
 * was typed there, masked. Null when the chat is that person's, or knows of nobody else.
 */
export async function nameInChat(
  desk: Pick<Desk, 'tx'>,
  conversation: number,
  { person, name }: { readonly person: string; readonly name: string },
): Promise<string | null> {
  const here = { conversationId: BigInt(conversation) }
  const contact = await desk.tx.contact.findUnique({ where: here, select: { personId: true } })
  const isOthers = contact !== null && contact.personId !== null && contact.personId !== person
  const others = isOthers ? 1 : await desk.tx.registration.count({ where: { ...here, personId: { not: person } } })
  return others === 0 ? null : maskedName(name)
}

async function isUnderWay({ tx, agency }: Desk, conversation: number, person: string): Promise<boolean> {
  const here = { agency: agency.id, conversationId: BigInt(conversation), personId: person, status: { in: [...UNDER_WAY] } }
  return (await tx.registration.count({ where: here })) > 0
}
