import { appendAudit } from '../audit.ts'
import { chatsOf } from './contacts.ts'
import { tell } from './notices.ts'
import { officersWhoMay } from './officers.ts'
import { createEvent } from './registration-rows.ts'
import type { Desk } from './scope.ts'

/** What cases are called off with: a turn's desk, or a job's own. */
export type WithdrawalParts = Pick<Desk, 'tx' | 'store' | 'ids' | 'agency' | 'now'>

/** Which cases: a condition on their person, and perhaps their chat. */
export interface WhoseCases {
  readonly personId: string
  readonly conversationId?: bigint
}

/** A case of either kind, as far as it matters here. */
interface OpenCase {
  readonly id: string
  readonly number: string
  readonly kind: 'registration' | 'request'
  readonly conversationId: bigint
}

/** Numbers of the cases that wait for a decision, oldest first. */
export async function openCaseNumbers(
  parts: Pick<WithdrawalParts, 'tx' | 'agency'>,
  whose: WhoseCases,
): Promise<readonly string[]> {
  return (await openCases(parts, whose)).map(({ number }) => number)
}

/**
 * Calls off every case that waits for a decision: its task is closed without one, and the officers who were asked are
 * told. `actor` is whoever wished it: `conversation:<id>`, `account:<id>`.
 */
export async function withdrawOpenCases(parts: WithdrawalParts, whose: WhoseCases, actor: string): Promise<void> {
  const { tx, agency, now } = parts
  for (const one of await openCases(parts, whose)) {
    const about = one.kind === 'registration' ? { registrationId: one.id } : { requestId: one.id }
    const tasks = await tx.task.findMany({ where: { ...about, status: { not: 'decided' } } })
    await tx.task.updateMany({
      where: { id: { in: tasks.map(({ id }) => id) } },
      data: {
        status: 'decided',
        decision: 'withdrawn',
        decidedAt: BigInt(now),
        claimedBy: null,
        claimUntil: null,
        remindAt: null,
      },
    })
    const withdrawn = { status: 'withdrawn', decidedAt: BigInt(now) }
    if (one.kind === 'registration') {
      await tx.registration.update({ where: { id: one.id }, data: withdrawn })
      await createEvent(parts, one.id, 'withdrawn', 'applicant', {})
    } else await tx.request.update({ where: { id: one.id }, data: withdrawn })
    const entry = { agency: agency.id, actor, action: `${one.kind}.withdrawn`, subject: one.id }
    await appendAudit(tx, { ...entry, detail: { number: one.number } }, now)
    for (const task of tasks) await tellOfficers(parts, one, whose.personId, task)
  }
}

async function openCases({ tx, agency }: Pick<WithdrawalParts, 'tx' | 'agency'>, whose: WhoseCases): Promise<OpenCase[]> {
  const where = { ...whose, agency: agency.id, status: 'submitted' }
  const select = { id: true, number: true, conversationId: true }
  const registrations = await tx.registration.findMany({ where, select, orderBy: { id: 'asc' } })
  const requests = await tx.request.findMany({ where, select, orderBy: { id: 'asc' } })
  return [
    ...registrations.map((row): OpenCase => ({ ...row, kind: 'registration' })),
    ...requests.map((row): OpenCase => ({ ...row, kind: 'request' })),
  ]
}

// Whoever was asked about it, and only they; nobody is an officer in his own case.
async function tellOfficers(
  parts: WithdrawalParts,
  { number, conversationId }: OpenCase,
  person: string,
  task: { readonly id: string; readonly createdAt: bigint },
): Promise<void> {
  const applicant = [Number(conversationId), ...(await chatsOf(parts, person))]
  const prompted = (await officersWhoMay(parts, 'decide')).filter(
    (one) => one.enrolledAt <= Number(task.createdAt) && !applicant.includes(one.conversation),
  )
  await tell(
    parts,
    prompted.map(({ conversation }) => ({ conversation, notice: 'case-withdrawn', key: task.id, data: { number } })),
  )
}
