import type { JsonObject } from '../../flows/engine/json.ts'
import type { Language } from '../../flows/engine/text.ts'
import { addWorkingDays } from '../../flows/calendar/working-time.ts'
import { isoDate, localDay } from '../../flows/calendar/local-day.ts'
import type { Ports } from '../../flows/ports.ts'
import { appendAudit } from '../audit.ts'
import { readCodes, sealText } from './columns.ts'
import { ACCEPTED, accountOf, bindChat, isVouchedFor, personHere } from './contacts.ts'
import { reopenAccount } from './erasure-request.ts'
import { asksConsent, readForm, type FilledForm } from './form.ts'
import { mailbox, tell } from './notices.ts'
import { promptOfficers } from './new-task.ts'
import { endClaims } from './number-move.ts'
import { hashJobKey } from './passwords.ts'
import { createConsent, createEvent, createRegistration, formFlags, freeNumber, keepPersonData } from './registration-rows.ts'
import {
  isSurelyTheirs,
  ownRegistrations,
  placeInQueue,
  returnedRegistration,
  statusOf,
  type RegistrationRow,
} from './registrations.ts'
import { closeReturned, entrustedRegistration } from './returned.ts'
import type { Desk } from './scope.ts'
import { compareFacesLater, withoutWithdrawnSelfie } from './selfie.ts'
import { mayTakeChat } from './shared-chat.ts'
import { tellPerson } from './tell-person.ts'

/** A form as the conversation hands it in. */
export interface SubmittedForm {
  readonly answers: JsonObject
  readonly formVersion: number
  readonly language: Language
  readonly replaces: string | null
}

type Submitted = Awaited<ReturnType<Ports['registrations']['submit']>>

/**
 * How the NIK of a form stands to the chat that it comes from. `own`: this chat's person, not accepted yet;
 * `other-contact`: known, but from another chat and nothing of it under way; `duplicate`: accepted or under way elsewhere.
 */
type Standing = 'new' | 'own' | 'other-contact' | 'duplicate'

/** Keeps a form as Ports.registrations.submit promises. */
export async function submit(desk: Desk, form: SubmittedForm): Promise<Submitted> {
  const { tx, sealer, agency, calendar, now } = desk
  const given = readForm(agency, form.answers)
  if (asksConsent(agency) && given.consent === undefined) throw new Error('a registration needs consent')
  const known = await tx.person.findUnique({ where: { nikIndex: sealer.index(given.nik, 'nik') }, select: { id: true } })
  const replaced = form.replaces === null ? undefined : await replacedBy(desk, form.replaces)
  if (known !== null) {
    const [newest] = await ownRegistrations(desk, known.id)
    if (newest !== undefined && newest.id !== replaced?.id)
      return { outcome: 'already', number: newest.number, status: statusOf(newest) }
  }
  const filled = replaced === undefined ? given : await withoutWithdrawnSelfie(desk, given, replaced.personId)
  const standing = known === null ? 'new' : await standingOf(desk, known.id, replaced)
  const { person, bound } = await keepPerson(desk, filled, standing, known?.id)
  const flags = [
    ...(standing === 'duplicate' || standing === 'other-contact' ? [standing] : bound ? [] : ['shared-chat']),
    ...formFlags(desk, filled, filled.phone !== undefined && (await isVouchedFor(desk, filled.phone))),
  ]
  const number = await freeNumber(desk)
  const promisedAt = addWorkingDays(calendar, now, agency.promise.workingDays)
  const registration = await keepRegistration(desk, { form, filled, person, flags, number, promisedAt, replaced, bound })
  await hashLater(desk, registration, filled.password)
  if (filled.faceConsent !== undefined) await compareFacesLater(desk, registration)
  await promptOfficers(desk, { registrationId: registration }, person, promisedAt)
  await tellAll(desk, { registration, number, person, standing, email: filled.email })
  return { outcome: 'submitted', number, promisedAt, place: (await placeInQueue(desk, registration)) ?? 1 }
}

// Made here, or entrusted to this chat for its password.
async function replacedBy(desk: Desk, id: string): Promise<RegistrationRow | undefined> {
  return (await returnedRegistration(desk, id)) ?? entrustedRegistration(desk, id)
}

async function standingOf(desk: Desk, person: string, replaced: RegistrationRow | undefined): Promise<Standing> {
  const account = await accountOf(desk, person)
  if (account !== null && ACCEPTED.includes(account.status)) return 'duplicate'
  if ((await personHere(desk)) === person) return 'own'
  if (replaced?.personId === person && isSurelyTheirs(replaced)) return 'own'
  const where = { agency: desk.agency.id, personId: person, status: 'submitted' }
  const waiting = await desk.tx.registration.findMany({ where, select: { flags: true } })
  // What can only be rejected does not stand in the way of the right person.
  return waiting.some(({ flags }) => !readCodes(flags).includes('duplicate')) ? 'duplicate' : 'other-contact'
}

/** Keeps who the form is about, unless somebody else may be: then nothing known is touched until an officer has approved. */
async function keepPerson(
  desk: Desk,
  filled: FilledForm,
  standing: Standing,
  known: string | undefined,
): Promise<{ readonly person: string; readonly bound: boolean }> {
  if (known !== undefined && standing !== 'own') return { person: known, bound: false }
  const person = known ?? desk.ids.text()
  await keepPersonData(desk, person, filled, 'pending')
  await reopenAccount(desk, person)
  if (!(await mayTakeChat(desk, person, filled))) return { person, bound: false }
  const phone = await phoneOf(desk, filled.phone)
  // A number is one person's at a time: whoever else held it is told that it is not theirs any more.
  if (filled.phone !== undefined && (phone?.provenAt ?? null) !== null) await endClaims(desk, filled.phone, person)
  await bindChat(desk, desk, person, phone)
  return { person, bound: true }
}

async function phoneOf(desk: Desk, phone: string | undefined) {
  if (phone === undefined) return null
  const { sealer, now } = desk
  const provenAt = (await isVouchedFor(desk, phone)) ? BigInt(now) : null
  return { index: sealer.index(phone, 'phone'), sealed: sealText(sealer, phone, 'contact.phone'), provenAt }
}

interface Kept {
  readonly form: SubmittedForm
  readonly filled: FilledForm
  readonly person: string
  readonly flags: readonly string[]
  readonly number: string
  readonly promisedAt: number
  readonly replaced: RegistrationRow | undefined
  readonly bound: boolean
}

async function keepRegistration(desk: Desk, kept: Kept): Promise<string> {
  const { tx, agency, conversation, now } = desk
  const { form, filled, person, flags, number, promisedAt, replaced } = kept
  const id = await createRegistration(desk, {
    filled,
    formVersion: form.formVersion,
    number,
    person,
    conversation,
    status: 'submitted',
    flags,
    promisedAt,
    decidedAt: null,
    replaces: replaced?.id ?? null,
    // A form that is put right may leave the password as it was.
    passwordHash: filled.password === undefined ? (replaced?.passwordHash ?? null) : null,
    isPersons: kept.bound,
  })
  await keepConsents(desk, kept)
  const links = { ...(replaced && { replaces: replaced.id }) }
  const detail = { flags: [...flags], ...links }
  await createEvent(desk, id, 'submitted', 'applicant', detail)
  if (replaced !== undefined) {
    await createEvent(desk, replaced.id, 'replaced', 'applicant', { by: id })
    await closeReturned(desk, replaced.id)
  }
  const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: 'registration.submitted', subject: id }
  await appendAudit(tx, { ...entry, detail: { number, ...detail } }, now)
  return id
}

// A consent that was given with the form that is put right still stands, while its text is the same.
async function keepConsents(desk: Desk, { form, filled, person, replaced }: Kept): Promise<void> {
  const { tx, agency, conversation } = desk
  for (const consent of [filled.consent, filled.faceConsent]) {
    if (consent === undefined) continue
    const same = { textKey: consent.key, textVersion: consent.version, conversationId: BigInt(conversation), withdrawnAt: null }
    const standing = { ...same, personId: person, agency: agency.id }
    if (replaced !== undefined && (await tx.consent.count({ where: standing })) > 0) continue
    await createConsent(desk, person, consent, form.language)
  }
}

async function hashLater({ tx, store, now }: Desk, registration: string, password: string | undefined): Promise<void> {
  if (password === undefined) return
  const payload = { registration, sealed: password }
  await store.enqueue(tx, [{ kind: 'hash-password', key: hashJobKey(registration), payload }], now)
}

async function tellAll(
  desk: Desk,
  about: { registration: string; number: string; person: string; standing: Standing; email: string | undefined },
): Promise<void> {
  const { registration, number, person, standing, email } = about
  if (standing === 'duplicate') {
    const day = isoDate(localDay(desk.now, desk.agency.zone))
    await tellPerson(desk, person, { notice: 'duplicate-attempt', key: day, data: {}, mailed: false })
  }
  if (email !== undefined) {
    const conversation = await mailbox(desk, email)
    await tell(desk, [{ conversation, notice: 'mail-submitted', key: registration, data: { number } }])
  }
}
