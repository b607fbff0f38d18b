import { SELFIE, SELFIE_CONSENT } from '../../flows/agency-selfie.ts'
import type { DataSubject } from '../../flows/ports/privacy.ts'
import { appendAudit } from '../audit.ts'
import { openObject, sealObject } from './columns.ts'
import { chatsOf } from './contacts.ts'
import { casesOf, isStillProven } from './data-subject.ts'
import { eraseUnused } from './erasure-contents.ts'
import type { FilledForm } from './form.ts'
import { tell } from './notices.ts'
import { officersWhoMay } from './officers.ts'
import type { Desk } from './scope.ts'

/** Has the selfie of a registration compared with its document, away from the turn. */
export async function compareFacesLater({ tx, store, now }: Desk, registration: string): Promise<void> {
  const key = `compare-faces:${registration}`
  await store.enqueue(tx, [{ kind: 'compare-faces', key, payload: { registration } }], now)
}

/** A form that puts a person's earlier one right, without the selfie if that was withdrawn meanwhile. */
export async function withoutWithdrawnSelfie(
  { tx, agency }: Pick<Desk, 'tx' | 'agency'>,
  { faceConsent, ...filled }: FilledForm,
  person: string,
): Promise<FilledForm> {
  if (faceConsent === undefined) return filled
  if ((await tx.consent.count({ where: standing(agency.id, person) })) > 0) return { ...filled, faceConsent }
  const { [SELFIE]: _selfie, [SELFIE_CONSENT]: _consent, ...kept } = filled.kept
  return { ...filled, kept, documents: filled.documents.filter(({ slot }) => slot !== SELFIE) }
}

/** What is compared: ids of the selfie's and of the document's picture. */
export interface FacePictures {
  readonly selfie: string
  readonly document: string
}

/**
 * The pictures of a registration that may be compared now: it has both, and the consent stands. Undefined otherwise, also
 * where the agency asks for no selfie any more.
 */
export async function facePictures(
  { tx, agency }: Pick<Desk, 'tx' | 'agency'>,
  registration: string,
): Promise<FacePictures | undefined> {
  if (agency.selfie === undefined) return undefined
  const row = await tx.registration.findUnique({ where: { id: registration }, select: { personId: true, conversationId: true } })
  if (row === null) return undefined
  const { personId, conversationId } = row
  if ((await tx.consent.count({ where: { ...standing(agency.id, personId), conversationId } })) === 0) return undefined
  const pictureOf = async (slot: string) => {
    const where = { registrationId: registration, slot, page: 1, removedAt: null }
    return (await tx.document.findFirst({ where, select: { fileId: true } }))?.fileId
  }
  const [selfie, document] = [await pictureOf(SELFIE), await pictureOf(agency.selfie.document)]
  return selfie === undefined || document === undefined ? undefined : { selfie, document }
}

/** Whether there is a consent to having one's face compared that can be withdrawn, as Ports.privacy.hasSelfie tells. */
export async function hasSelfie({ tx, agency }: Desk, subject: DataSubject): Promise<boolean> {
  return (await tx.consent.count({ where: consents(agency.id, subject) })) > 0
}

/** Withdraws that consent and erases the selfies, as Ports.privacy.withdrawSelfie promises. */
export async function withdrawSelfie(desk: Desk, subject: DataSubject): Promise<boolean> {
  if (!(await isStillProven(desk, subject))) return false
  const { tx, agency, now } = desk
  const withdrawn = await tx.consent.updateMany({ where: consents(agency.id, subject), data: { withdrawnAt: BigInt(now) } })
  await eraseSelfies(desk, subject)
  return withdrawn.count > 0
}

/**
 * Erases the selfies of a person with what was found in them, and the answers that name them; officers are asked to do the
 * same in their chats. The cases go on without.
 */
export async function eraseSelfies(desk: Desk, subject: DataSubject): Promise<void> {
  const { tx, sealer, agency, conversation, now } = desk
  const cases = await tx.registration.findMany({
    where: { ...casesOf(subject), agency: agency.id, documents: { some: { slot: SELFIE, removedAt: null } } },
    select: {
      id: true,
      number: true,
      answers: true,
      documents: { where: { slot: SELFIE, removedAt: null }, select: { id: true, fileId: true } },
    },
  })
  const own = [conversation, ...(await chatsOf(desk, subject.person))]
  const officers = (await officersWhoMay(desk, 'decide')).filter((one) => !own.includes(one.conversation))
  for (const { id, number, answers, documents } of cases) {
    const { [SELFIE]: _selfie, [SELFIE_CONSENT]: _consent, ...others } = openObject(sealer, answers, 'registration.answers')
    await tx.registration.update({ where: { id }, data: { answers: sealObject(sealer, others, 'registration.answers') } })
    await tx.document.updateMany({
      where: { id: { in: documents.map((one) => one.id) } },
      data: { removedAt: BigInt(now), name: null, date: null, remark: null },
    })
    await eraseUnused(
      desk,
      documents.map(({ fileId }) => fileId),
    )
    const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: 'selfie.withdrawn', subject: id }
    await appendAudit(tx, entry, now)
    // Their chats have it; nobody but they can delete it there.
    await tell(
      desk,
      officers.map((one) => ({ conversation: one.conversation, notice: 'selfie-withdrawn', key: id, data: { number } })),
    )
  }
}

function consents(agency: string, { person, chat }: DataSubject) {
  return { ...standing(agency, person), ...(chat !== null && { conversationId: BigInt(chat) }) }
}

function standing(agency: string, personId: string) {
  return { agency, personId, textKey: SELFIE_CONSENT, withdrawnAt: null }
}
