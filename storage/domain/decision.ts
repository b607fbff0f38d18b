import type { Agency } from '../../flows/agency.ts'
import type { CaseKind, Decided, Decision } from '../../flows/ports.ts'
import { appendAudit } from '../audit.ts'
import type { CaseDecision } from './case-decision.ts'
import { caseOf, type Case } from './cases.ts'
import { boundPerson, chatsOf, personHere } from './contacts.ts'
import { correctionDecision } from './correction-decision.ts'
import { lostPhoneDecision } from './lost-phone-decision.ts'
import { tell } from './notices.ts'
import { may, officerHere, officersWhoMay, type Officer } from './officers.ts'
import { registrationDecision } from './registration-decision.ts'
import type { Desk } from './scope.ts'
import { findTask, freeFor, lostTo, type TaskRow } from './task-state.ts'

/** Longest note kept, in characters; the conversation takes half of it. */
const LONGEST_NOTE = 1000

/** Decides a task as Ports.staff.decide promises: the first decision counts, and everybody concerned is told. */
export async function decide(desk: Desk, id: string, decision: Decision): Promise<Decided> {
  const { tx, agency, now } = desk
  const officer = await officerHere(desk)
  if (officer === null) return { outcome: 'not-officer' }
  if (!may(agency, officer.role, 'decide')) return { outcome: 'not-allowed' }
  const task = await findTask(desk, id)
  if (task === null) return { outcome: 'unknown' }
  const lost = await lostTo(desk, officer, task)
  if (lost !== null) return lost
  const about = caseOf(task)
  const kind = decisionOf(desk, about)
  const checked = checkedDecision(agency, about.kind, decision)
  if (checked === undefined || (await isOwn(desk, about)) || !(await kind.allows(checked.decision)))
    return { outcome: 'not-allowed' }
  const missing = checked.decision === 'approve' ? ((await kind.missing?.()) ?? []) : []
  if (missing.length > 0) return { outcome: 'incomplete', missing }

  const closed = { status: 'decided', decision: checked.decision, decidedBy: officer.id, decidedAt: BigInt(now) }
  const { count } = await tx.task.updateMany({
    where: freeFor(officer, id, now),
    data: { ...closed, claimedBy: null, claimUntil: null, remindAt: null },
  })
  // Decided by another one between the look and the update.
  if (count === 0) return decide(desk, id, decision)
  const actor = `officer:${officer.id}`
  const detail = { task: task.id, decision: checked.decision, reason: checked.reason, marked: [...checked.marked] }
  await kind.settle(checked, actor, detail)
  const action = about.kind === 'registration' ? 'registration.decided' : 'request.decided'
  await appendAudit(tx, { agency: agency.id, actor, action, subject: about.row.id, detail }, now)
  await tellOfficers(desk, officer, task, checked)
  return { outcome: 'done', number: about.row.number }
}

function decisionOf(desk: Desk, about: Case): CaseDecision {
  switch (about.kind) {
    case 'registration':
      return registrationDecision(desk, about.row)
    case 'correction':
      return correctionDecision(desk, about.row)
    case 'phone':
      return lostPhoneDecision(desk, about.row)
  }
}

// The conversation offers only what fits; what does not fit comes from elsewhere and is refused.
function checkedDecision(agency: Agency, kind: CaseKind, { decision, reason, note, marked }: Decision): Decision | undefined {
  if (decision === 'approve') return { decision, reason: null, note: null, marked: [] }
  const known = agency.reasons.find(
    ({ code, decisions, cases }) => code === reason && decisions.includes(decision) && cases.includes(kind),
  )
  const words = note?.trim() ?? ''
  if (known === undefined || words.length > LONGEST_NOTE || (known.note === 'required' && words === '')) return undefined
  const asked = marked.length > 0 ? marked : known.marks
  if (!asked.every((mark) => agency.registration.fields.some(({ id }) => id === mark))) return undefined
  return { decision, reason: known.code, note: words === '' ? null : words, marked: [...new Set(asked)] }
}

// Nobody decides about himself.
async function isOwn(desk: Desk, { row }: Case): Promise<boolean> {
  const here = [await personHere(desk), await boundPerson(desk, desk.conversation)]
  return row.conversationId === BigInt(desk.conversation) || here.includes(row.personId)
}

async function tellOfficers(desk: Desk, officer: Officer, task: TaskRow, { decision }: Decision): Promise<void> {
  const { number, personId, conversationId } = caseOf(task).row
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
