import type { Agency } from '../../flows/agency.ts'
import type { Decided, Decision } from '../../flows/ports.ts'
import { appendAudit } from '../audit.ts'
import { openObject, readCodes, sealObject, sealText } from './columns.ts'
import { ACCEPTED, accountOf, bindChat, chatsOf, isFreeFor, personHere } from './contacts.ts'
import { readForm, type FilledForm } from './form.ts'
import { mailbox, tell } from './notices.ts'
import { may, officerHere, officersWhoMay, type Officer } from './officers.ts'
import type { RegistrationRow } from './registrations.ts'
import type { Desk } from './scope.ts'
import { findTask, freeFor, lostTo, type TaskRow } from './task-state.ts'

/** Longest note kept, in characters; the conversation takes half of it. */
const LONGEST_NOTE = 1000
const STATUS = { approve: 'approved', reject: 'rejected', repair: 'repair' } as const

/** Decides a task as Ports.staff.decide promises: the first decision counts, and everybody concerned is told. */
export async function decide(desk: Desk, id: string, decision: Decision): Promise<Decided> {
  const { tx, sealer, agency, now } = desk
  const officer = await officerHere(desk)
  if (officer === null) return { outcome: 'not-officer' }
  if (!may(agency, officer.role, 'decide')) return { outcome: 'not-allowed' }
  const task = await findTask(desk, id)
  if (task === null) return { outcome: 'unknown' }
  const lost = await lostTo(desk, officer, task)
  if (lost !== null) return lost
  const checked = checkedDecision(agency, decision)
  if (checked === undefined || !(await isAllowed(desk, task.registration, checked.decision))) return { outcome: 'not-allowed' }

  const closed = { status: 'decided', decision: checked.decision, decidedBy: officer.id, decidedAt: BigInt(now) }
  const { count } = await tx.task.updateMany({
    where: freeFor(officer, id, now),
    data: { ...closed, claimedBy: null, claimUntil: null, remindAt: null },
  })
  // Decided by another one between the look and the update.
  if (count === 0) return decide(desk, id, decision)
  const { registration } = task
  await tx.registration.update({
    where: { id: registration.id },
    data: {
      status: STATUS[checked.decision],
      reason: checked.reason,
      note: checked.note === null ? null : sealText(sealer, checked.note, 'registration.note'),
      marked: JSON.stringify(checked.marked),
      decidedAt: BigInt(now),
    },
  })
  const filled = readForm(agency, openObject(sealer, registration.answers, 'registration.answers'))
  const account = checked.decision === 'approve' ? await accept(desk, registration, filled) : null
  await record(desk, officer, task, checked)
  const applicant = { id: registration.id, number: registration.number, conversation: Number(registration.conversationId) }
  await tellApplicant(desk, applicant, filled.email, checked, account)
  await tellOfficers(desk, officer, task, checked)
  return { outcome: 'done', number: registration.number }
}

// The conversation offers only what fits; what does not fit comes from elsewhere and is refused.
function checkedDecision(agency: Agency, { decision, reason, note, marked }: Decision): Decision | undefined {
  if (decision === 'approve') return { decision, reason: null, note: null, marked: [] }
  const known = agency.reasons.find(({ code, decisions }) => code === reason && decisions.includes(decision))
  const words = note?.trim() ?? ''
  if (known === undefined || words.length > LONGEST_NOTE || (known.note === 'required' && words === '')) return undefined
  const asked = marked.length > 0 ? marked : known.marks
  if (!asked.every((mark) => agency.registration.fields.some(({ id }) => id === mark))) return undefined
  return { decision, reason: known.code, note: words === '' ? null : words, marked: [...new Set(asked)] }
}

async function isAllowed(desk: Desk, registration: RegistrationRow, decision: Decision['decision']): Promise<boolean> {
  const { personId } = registration
  const here = BigInt(desk.conversation)
  const ownCase = registration.conversationId === here || (await personHere(desk)) === personId
  if (ownCase) return false
  if (decision !== 'reject' && readCodes(registration.flags).includes('duplicate')) return false
  const account = await accountOf(desk, personId)
  return decision !== 'approve' || account === null || !ACCEPTED.includes(account.status)
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
      updatedAt: BigInt(now),
    },
  })
  await tx.document.updateMany({ where: { registrationId: registration.id }, data: { personId } })
  const { id } = await tx.account.upsert({
    where: { agency_personId: { agency: agency.id, personId } },
    create: { id: ids.text(), agency: agency.id, personId, status: 'approved', passwordHash, createdAt: BigInt(now) },
    update: { status: 'approved', passwordHash },
  })
  const conversation = Number(registration.conversationId)
  await tx.contact.updateMany({
    where: { personId, conversationId: { not: registration.conversationId } },
    data: { personId: null },
  })
  const chat = await store.session(tx, conversation)
  if (chat !== undefined && (await isFreeFor(desk, conversation, personId)))
    await bindChat(desk, { conversation, account: chat.account }, personId, phoneOf(desk, registration, filled.phone))
  return id
}

function phoneOf({ sealer }: Desk, registration: RegistrationRow, phone: string | undefined) {
  if (phone === undefined) return null
  const provenAt = readCodes(registration.flags).includes('phone-unproven') ? null : registration.submittedAt
  return { index: sealer.index(phone, 'phone'), sealed: sealText(sealer, phone, 'contact.phone'), provenAt }
}

async function record(desk: Desk, officer: Officer, task: TaskRow, { decision, reason, marked }: Decision): Promise<void> {
  const { tx, ids, agency, now } = desk
  const actor = `officer:${officer.id}`
  const detail = { task: task.id, decision, reason, marked: [...marked] }
  const registrationId = task.registrationId
  await tx.caseEvent.create({
    data: { id: ids.text(), registrationId, kind: STATUS[decision], actor, data: JSON.stringify(detail), at: BigInt(now) },
  })
  await appendAudit(tx, { agency: agency.id, actor, action: 'registration.decided', subject: registrationId, detail }, now)
}

/**
 * Tells the applicant what was decided, in the chat (null: none is known) and by e-mail. `account` is the one to be
 * activated when it was approved.
 */
export async function tellApplicant(
  desk: Desk,
  { id, number, conversation }: { readonly id: string; readonly number: string; readonly conversation: number | null },
  email: string | undefined,
  { decision, reason, note, marked }: Decision,
  account: string | null,
): Promise<void> {
  const status = STATUS[decision]
  const outcome = decision === 'approve' ? { account } : { reason, marked: [...marked] }
  const words = decision === 'approve' ? {} : { note }
  if (conversation !== null)
    await tell(desk, [{ conversation, notice: `registration-${status}`, key: id, data: { number, ...outcome, ...words } }])
  if (email === undefined) return
  // An e-mail is a postcard: the office's code for what is wrong, never what the officer wrote.
  const silent = decision === 'approve' ? {} : { note: null }
  const mail = { conversation: await mailbox(desk, email), notice: `mail-${status}`, key: id }
  await tell(desk, [{ ...mail, data: { number, ...outcome, ...silent } }])
}

async function tellOfficers(desk: Desk, officer: Officer, task: TaskRow, { decision }: Decision): Promise<void> {
  const { number, personId, conversationId } = task.registration
  const applicant = [Number(conversationId), ...(await chatsOf(desk, personId))]
  const prompted = (await officersWhoMay(desk, 'decide')).filter(
    (one) => one.id !== officer.id && one.enrolledAt <= Number(task.createdAt) && !applicant.includes(one.conversation),
  )
  const data = { number, by: officer.name, decision }
  await tell(
    desk,
    prompted.map(({ conversation }) => ({ conversation, notice: 'task-decided', key: task.id, data })),
  )
}
