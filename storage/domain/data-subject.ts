import { parseNik } from '../../flows/fields/nik.ts'
import type { DataSubject, ProofAsked } from '../../flows/ports/privacy.ts'
import { Attempts } from './attempts.ts'
import { readRegistrationNumber } from './codes.ts'
import { accountOf, personHere } from './contacts.ts'
import type { RegistrationRow } from './registrations.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'

/** Account states in which its owner can log in, and so must. */
const HAS_LOGIN = 'active'

/** What proof is asked for in this chat, as Ports.privacy.proof tells. */
export async function proofAsked(desk: Desk): Promise<ProofAsked> {
  if ((await loggedIn(desk)) !== null) return 'session'
  const person = await personHere(desk)
  const account = person === null ? null : await accountOf(desk, person)
  if (account?.status === HAS_LOGIN) return 'login'
  return person !== null || (await handedInHere(desk)) ? 'number' : 'nothing'
}

/** The person logged in here, with all of their data; null when nobody is. */
export async function loggedIn(desk: Desk): Promise<DataSubject | null> {
  const session = await loggedInHere(desk)
  return session === null ? null : { person: session.person, chat: null }
}

/**
 * Whose registration was handed in here, by its number and NIK, as Ports.privacy.applicant promises. Misses are counted
 * together with those of `cek status`: neither a number nor a NIK can be found out by trying both doors.
 */
export async function applicant(desk: Desk, number: string, nik: string): Promise<DataSubject | null> {
  const { tx, sealer, agency, conversation, now } = desk
  const attempts = new Attempts(tx, sealer, 'find', String(conversation), agency.lockout, now)
  const locked = await attempts.locked()
  const row = await tx.registration.findUnique({
    where: { number: readRegistrationNumber(number) ?? '' },
    include: { person: { select: { nikIndex: true } } },
  })
  const typed = parseNik(nik)
  const nikIndex = sealer.index('nik' in typed ? typed.nik : '', 'nik')
  const subject = row === null || row.person.nikIndex !== nikIndex ? null : await subjectOf(desk, row)
  if (!locked && subject !== null) return subject
  await attempts.miss()
  return null
}

// In the person's own chat everything that is kept about them; in another one only what was handed in there.
async function subjectOf(desk: Desk, { agency, personId, conversationId }: RegistrationRow): Promise<DataSubject | null> {
  if (agency !== desk.agency.id) return null
  const isOwnChat = (await personHere(desk)) === personId
  if (isOwnChat) return (await accountOf(desk, personId))?.status === HAS_LOGIN ? null : { person: personId, chat: null }
  return conversationId === BigInt(desk.conversation) ? { person: personId, chat: desk.conversation } : null
}

/** Whether the proof still holds: for an account that has a login, only as long as the session lasts. */
export async function isStillProven(desk: Desk, { person, chat }: DataSubject): Promise<boolean> {
  if (chat !== null || (await accountOf(desk, person))?.status !== HAS_LOGIN) return true
  return (await loggedIn(desk))?.person === person
}

async function handedInHere({ tx, agency, conversation }: Desk): Promise<boolean> {
  const where = { agency: agency.id, conversationId: BigInt(conversation), person: { erasedAt: null } }
  return (await tx.registration.count({ where })) > 0
}

/** The condition under which a case is the subject's: all of the person's, or those handed in in one chat. */
export function casesOf({ person, chat }: DataSubject): { personId: string; conversationId?: bigint } {
  return { personId: person, ...(chat !== null && { conversationId: BigInt(chat) }) }
}
