import type { Tx } from '../database.ts'
import { WITH_CASE, type RequestRow } from './cases.ts'
import { officerNames, type Officer } from './officers.ts'
import type { RegistrationRow } from './registrations.ts'
import type { Desk } from './scope.ts'

/** A task with its case. */
export type TaskRow = Awaited<ReturnType<Tx['task']['findUniqueOrThrow']>> & {
  readonly registration: RegistrationRow | null
  readonly request: RequestRow | null
}

/** Why an officer cannot have a task. */
export type Lost = { readonly outcome: 'taken' | 'decided'; readonly by: string; readonly decision: string | null }

/** The agency's task with this id; null when there is none. */
export function findTask({ tx, agency }: Pick<Desk, 'tx' | 'agency'>, id: string): Promise<TaskRow | null> {
  return tx.task.findFirst({ where: { id, agency: agency.id }, include: WITH_CASE })
}

/** Who holds a task now: a claim that ran out holds nothing, even before the job that frees it. */
export function holderOf(task: Pick<TaskRow, 'status' | 'claimedBy' | 'claimUntil'>, now: number): string | null {
  return task.status === 'claimed' && Number(task.claimUntil) > now ? task.claimedBy : null
}

/** Who has a task instead of this officer; null when it can be had. */
export async function lostTo(desk: Desk, officer: Officer, task: TaskRow): Promise<Lost | null> {
  if (task.status === 'decided') return { outcome: 'decided', by: await nameOf(desk, task.decidedBy), decision: task.decision }
  const holder = holderOf(task, desk.now)
  return holder === null || holder === officer.id ? null : { outcome: 'taken', by: await nameOf(desk, holder), decision: null }
}

/** The condition under which a task can still be had by this officer, for an update that only the first one wins. */
export function freeFor(officer: Officer, task: string, now: number) {
  return {
    id: task,
    OR: [{ status: 'open' }, { status: 'claimed', OR: [{ claimedBy: officer.id }, { claimUntil: { lte: BigInt(now) } }] }],
  }
}

async function nameOf(desk: Desk, id: string | null): Promise<string> {
  return (await officerNames(desk, [id])).get(id ?? '') ?? ''
}
