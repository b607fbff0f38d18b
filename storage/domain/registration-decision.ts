import type { Decision } from '../../flows/ports.ts'
import { requiredDocuments } from '../../flows/agency-required.ts'
import { answersOf } from './cases.ts'
import { readCodes, sealObject, sealText } from './columns.ts'
import { ACCEPTED, accountOf, bindChat } from './contacts.ts'
import type { CaseDecision } from './case-decision.ts'
import { emailIndexIn } from './email-index.ts'
import { readForm, type FilledForm } from './form.ts'
import { mailbox, tell } from './notices.ts'
import { isDoubtful } from './person-chats.ts'
import { createEvent } from './registration-rows.ts'
import type { RegistrationRow } from './registrations.ts'
import type { Desk } from './scope.ts'
import { nameInChat, isFreeNow } from './shared-chat.ts'

const STATUS = { approve: 'approved', reject: 'rejected', repair: 'repair' } as const

/** What deciding a registration means. */
export function registrationDecision(desk: Desk, row: RegistrationRow): CaseDecision {
  const { tx, sealer, agency, now } = desk
  return {
    async allows(decision) {
      if (decision !== 'reject' && readCodes(row.flags).includes('duplicate')) return false
      const account = await accountOf(desk, row.personId)
      return decision !== 'approve' || account === null || !ACCEPTED.includes(account.status)
    },
    async missing() {
      const rows = await tx.document.findMany({
        where: { registrationId: row.id, removedAt: null, file: { erasedAt: null } },
        select: { slot: true },
      })
      const there = new Set(rows.map(({ slot }) => slot))
      const answers = answersOf(sealer, { kind: 'registration', row })
      return requiredDocuments(agency, answers).flatMap(({ id, slot }) => (there.has(slot) ? [] : [id]))
    },
    async settle(decided, actor, detail) {
      const { decision, reason, note, marked } = decided
      await tx.registration.update({
        where: { id: row.id },
        data: {
          status: STATUS[decision],
          reason,
          note: note === null ? null : sealText(sealer, note, 'registration.note'),
          marked: JSON.stringify(marked),
          decidedAt: BigInt(now),
        },
      })
      const filled = readForm(agency, answersOf(sealer, { kind: 'registration', row }))
      const account = decision === 'approve' ? await accept(desk, row, filled) : null
      await createEvent(desk, row.id, STATUS[decision], actor, detail)
      const conversation = Number(row.conversationId)
      const whose = await nameInChat(desk, conversation, { person: row.personId, name: filled.name })
      const applicant = { id: row.id, number: row.number, conversation, whose }
      await tellApplicant(desk, applicant, filled.email, decided, account)
    },
  }
}

// From now on the approved form is what is known of the person, its password the account's, its chat the person's only one.
async function accept(desk: Desk, registration: RegistrationRow, filled: FilledForm): Promise<string> {
  const { tx, ids, sealer, agency, store, now } = desk
  const { personId, passwordHash } = registration
  await tx.person.update({
    where: { id: personId },
    data: {
      name: sealText(sealer, filled.name, 'person.name'),
      profile: sealObject(sealer, filled.profile, 'person.profile'),
      emailIndex: emailIndexIn(desk, filled.profile),
      updatedAt: BigInt(now),
    },
  })
  await tx.document.updateMany({ where: { registrationId: registration.id }, data: { personId } })
  const { id } = await tx.account.upsert({
    where: { agency_personId: { agency: agency.id, personId } },
    create: { id: ids.text(), agency: agency.id, personId, status: 'approved', passwordHash, createdAt: BigInt(now) },
    update: { status: 'approved', passwordHash, eraseAt: null },
  })
  const conversation = Number(registration.conversationId)
  await tx.contact.updateMany({
    where: { personId, conversationId: { not: registration.conversationId } },
    data: { personId: null },
  })
  const chat = await store.session(tx, conversation)
  if (chat !== undefined && (await isFreeNow(desk, conversation, personId)))
    await bindChat(desk, { conversation, account: chat.account }, personId, phoneOf(desk, registration, filled.phone))
  return id
}

function phoneOf({ sealer }: Desk, registration: RegistrationRow, phone: string | undefined) {
  if (phone === undefined) return null
  const provenAt = readCodes(registration.flags).includes('phone-unproven') ? null : registration.submittedAt
  return { index: sealer.index(phone, 'phone'), sealed: sealText(sealer, phone, 'contact.phone'), provenAt }
}

/** Whom a decision is told. */
interface Applicant {
  /** of the registration */
  readonly id: string
  readonly number: string
  /** null: no chat is known */
  readonly conversation: number | null
  /** the applicant's name, masked, where the chat is known to others too */
  readonly whose: string | null
}

/**
 * Tells the applicant what was decided, in the chat (null: none is known) and by e-mail. `account` is the one to be
 * activated when it was approved.
 */
export async function tellApplicant(
  desk: Desk,
  { id, number, conversation, whose }: Applicant,
  email: string | undefined,
  { decision, reason, note, marked }: Decision,
  account: string | null,
): Promise<void> {
  const status = STATUS[decision]
  const outcome = decision === 'approve' ? { account } : { reason, marked: [...marked] }
  const words = decision === 'approve' ? {} : { note }
  const data = { number, ...(whose !== null && { whose }), ...outcome, ...words }
  if (conversation !== null && (await isDoubtful(desk, conversation)))
    await tell(desk, [{ conversation, notice: 'news-waiting', key: id, data: {} }])
  else if (conversation !== null) await tell(desk, [{ conversation, notice: `registration-${status}`, key: id, data }])
  if (email === undefined) return
  // An e-mail is a postcard: the office's code for what is wrong, never what the officer wrote.
  const silent = decision === 'approve' ? {} : { note: null }
  const mail = { conversation: await mailbox(desk, email), notice: `mail-${status}`, key: id }
  await tell(desk, [{ ...mail, data: { number, ...outcome, ...silent } }])
}
