import type { JsonObject } from '../../flows/engine/json.ts'
import type { Language } from '../../flows/engine/text.ts'
import type { Ports } from '../../flows/ports.ts'
import { appendAudit } from '../audit.ts'
import { bindChat } from './contacts.ts'
import { tellApplicant } from './registration-decision.ts'
import { consentText, readForm, type FilledForm } from './form.ts'
import { mailbox } from './notices.ts'
import { deciderHere, type Officer } from './officers.ts'
import { createConsent, createEvent, createRegistration, formFlags, freeNumber, keepPersonData } from './registration-rows.ts'
import type { Desk } from './scope.ts'

/** A form that an officer filled in for somebody at the counter. */
export interface DirectForm {
  readonly answers: JsonObject
  readonly formVersion: number
  readonly language: Language
}

type Registered = Awaited<ReturnType<Ports['staff']['registerDirectly']>>

const APPROVAL = { decision: 'approve', reason: null, note: null, marked: [] } as const

/** Registers somebody at once, as Ports.staff.registerDirectly promises. */
export async function registerDirectly(desk: Desk, form: DirectForm): Promise<Registered> {
  const { ids, agency, now } = desk
  const officer = await deciderHere(desk)
  if (officer === null) return { outcome: 'not-allowed' }
  const filled = readForm(agency, form.answers)
  if (await isKnown(desk, officer, filled.nik)) return { outcome: 'known' }
  const chat = filled.phone === undefined ? undefined : await freeChatOf(desk, filled.phone)
  const conversation = chat?.conversation ?? (filled.email === undefined ? undefined : await mailbox(desk, filled.email))
  if (conversation === undefined) return { outcome: 'unreachable' }

  const person = ids.text()
  const account = await keepPersonData(desk, person, filled, 'approved')
  const flags = formFlags(desk, filled, chat !== undefined)
  const number = await freeNumber(desk)
  const registration = await createRegistration(desk, {
    filled,
    formVersion: form.formVersion,
    number,
    person,
    conversation,
    status: 'approved',
    flags,
    // What is decided at once was promised for now.
    promisedAt: now,
    decidedAt: now,
    replaces: null,
    passwordHash: null,
    isPersons: true,
  })
  await keepAttestedConsent(desk, officer, person, form.language)
  // Its number was proven when the chat got it; the contact keeps that.
  if (chat !== undefined) await bindChat(desk, chat, person, null)
  await record(desk, officer, registration, number, flags)
  const applicant = { id: registration, number, conversation: chat?.conversation ?? null, whose: null }
  await tellApplicant(desk, applicant, filled.email, APPROVAL, account)
  return { outcome: 'registered', number, told: told(chat !== undefined, filled) }
}

function told(inChat: boolean, { email }: FilledForm): 'chat' | 'mail' | 'both' {
  return inChat ? (email === undefined ? 'chat' : 'both') : 'mail'
}

/** Whether somebody has this NIK here, as Ports.staff.isKnown tells; that an officer was told so is written down. */
export async function isKnownToOfficer(desk: Desk, nik: string): Promise<boolean> {
  const officer = await deciderHere(desk)
  return officer !== null && isKnown(desk, officer, nik)
}

async function isKnown({ tx, sealer, agency, now }: Desk, officer: Officer, nik: string): Promise<boolean> {
  const known = await tx.person.findUnique({ where: { nikIndex: sealer.index(nik, 'nik') }, select: { id: true } })
  if (known === null) return false
  const entry = { agency: agency.id, actor: `officer:${officer.id}`, action: 'person.found', subject: known.id }
  await appendAudit(tx, entry, now)
  return true
}

// A chat that gave this number with proof and is nobody's now. Of several none is sure; the officer's own is not meant.
async function freeChatOf(
  { tx, sealer, conversation }: Desk,
  phone: string,
): Promise<{ readonly conversation: number; readonly account: string } | undefined> {
  const proven = { phoneIndex: sealer.index(phone, 'phone'), provenAt: { not: null } }
  const [only, ...others] = await tx.contact.findMany({ where: proven, take: 2 })
  const isFree = only !== undefined && only.personId === null && Number(only.conversationId) !== conversation
  return isFree && others.length === 0 ? { conversation: Number(only.conversationId), account: only.account } : undefined
}

// It was given on paper or by word of mouth: what is kept is who says so (UU 27/2022 articles 22 and 24).
async function keepAttestedConsent(desk: Desk, { id }: Officer, person: string, language: Language): Promise<void> {
  const text = consentText(desk.agency)
  if (text !== undefined) await createConsent(desk, person, { ...text, reply: `attested:officer:${id}` }, language)
}

async function record(
  desk: Desk,
  { id }: Officer,
  registration: string,
  number: string,
  flags: readonly string[],
): Promise<void> {
  const { tx, agency, now } = desk
  const actor = `officer:${id}`
  await createEvent(desk, registration, 'submitted', actor, { flags: [...flags] })
  await createEvent(desk, registration, 'approved', actor, { decision: 'approve', direct: true })
  const detail = { number, flags: [...flags] }
  await appendAudit(tx, { agency: agency.id, actor, action: 'registration.direct', subject: registration, detail }, now)
}
