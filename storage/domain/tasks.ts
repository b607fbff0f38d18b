import type { Claim, Ports, QueueEntry, TaskCard } from '../../flows/ports.ts'
import { appendAudit } from '../audit.ts'
import { caseDocuments } from './case-documents.ts'
import { caseMark } from './case-mark.ts'
import { caseOf, WITH_CASE } from './cases.ts'
import { readCodes } from './columns.ts'
import { deciderHere, officerNames, type Officer } from './officers.ts'
import type { Desk } from './scope.ts'
import { shownOf } from './shown-case.ts'
import { findTask, freeFor, holderOf, lostTo, type TaskRow } from './task-state.ts'

const MINUTE = 60_000
/** Most entries of the queue that are read at once. */
const LONGEST = 100

/** What Ports.staff tells of tasks, and claiming them. */
export function tasksPort(desk: Desk): Pick<Ports['staff'], 'queue' | 'card' | 'originals' | 'claim' | 'release'> {
  return {
    queue: (limit) => queue(desk, limit),
    async card(id) {
      const officer = await deciderHere(desk)
      const task = officer === null ? null : await findTask(desk, id)
      if (officer === null || task === null) return null
      await audit(desk, officer, 'task.viewed', id)
      return cardOf(desk, officer, task)
    },
    async originals(id) {
      const officer = await deciderHere(desk)
      const task = officer === null ? null : await findTask(desk, id)
      if (officer === null || task === null) return null
      await audit(desk, officer, 'task.originals-asked', id)
      const about = caseOf(task)
      return { task: id, number: about.row.number, documents: await caseDocuments(desk, about) }
    },
    claim: (id) => claim(desk, id),
    async release(id) {
      const officer = await deciderHere(desk)
      if (officer === null) return false
      const mine = { id, agency: desk.agency.id, status: 'claimed', claimedBy: officer.id, claimUntil: { gt: BigInt(desk.now) } }
      const { count } = await desk.tx.task.updateMany({
        where: mine,
        data: { status: 'open', claimedBy: null, claimUntil: null },
      })
      if (count > 0) await audit(desk, officer, 'task.released', id)
      return count > 0
    },
  }
}

async function queue(desk: Desk, limit: number): Promise<{ total: number; entries: QueueEntry[] } | null> {
  const { tx, agency, now } = desk
  const officer = await deciderHere(desk)
  if (officer === null) return null
  const undecided = { agency: agency.id, status: { not: 'decided' } }
  const tasks = await tx.task.findMany({
    where: undecided,
    orderBy: { id: 'asc' },
    take: Math.max(0, Math.min(limit, LONGEST)),
    include: WITH_CASE,
  })
  const names = await officerNames(
    desk,
    tasks.map((task) => holderOf(task, now)),
  )
  const entries: QueueEntry[] = []
  for (const task of tasks) {
    const holder = holderOf(task, now)
    const mine = holder === officer.id
    const about = caseOf(task)
    const { kind, row } = about
    entries.push({
      task: task.id,
      kind,
      number: row.number,
      submittedAt: Number(row.submittedAt),
      promisedAt: Number(task.promisedAt),
      mark: caseMark(readCodes(row.flags), await caseDocuments(desk, about)),
      claimedBy: holder === null || mine ? null : (names.get(holder) ?? ''),
      mine,
    })
  }
  return { total: await tx.task.count({ where: undecided }), entries }
}

async function claim(desk: Desk, id: string): Promise<Claim> {
  const { tx, store, agency, now } = desk
  const officer = await deciderHere(desk)
  if (officer === null) return { outcome: 'not-officer' }
  const task = await findTask(desk, id)
  if (task === null) return { outcome: 'unknown' }
  const until = now + agency.claimMinutes * MINUTE
  const { count } = await tx.task.updateMany({
    where: freeFor(officer, id, now),
    data: { status: 'claimed', claimedBy: officer.id, claimUntil: BigInt(until) },
  })
  const kept = await tx.task.findUniqueOrThrow({ where: { id }, include: WITH_CASE })
  // Taken by another one before the update, and perhaps free again since.
  if (count === 0) return (await lostTo(desk, officer, kept)) ?? claim(desk, id)
  const payload = { task: id, officer: officer.id, until }
  await store.enqueue(tx, [{ kind: 'claim-expired', key: `claim:${id}:${until}`, payload, dueAt: until }], now)
  await audit(desk, officer, 'task.claimed', id)
  return { outcome: 'claimed', card: await cardOf(desk, officer, kept) }
}

async function cardOf(desk: Desk, officer: Officer, task: TaskRow): Promise<TaskCard> {
  const { now } = desk
  const about = caseOf(task)
  const { kind, row } = about
  const holder = holderOf(task, now)
  const status = task.status === 'decided' ? 'decided' : holder === null ? 'open' : 'claimed'
  const by = status === 'decided' ? task.decidedBy : holder === officer.id ? null : holder
  const names = await officerNames(desk, [by])
  return {
    task: task.id,
    kind,
    number: row.number,
    submittedAt: Number(row.submittedAt),
    promisedAt: Number(task.promisedAt),
    status,
    by: by === null ? null : (names.get(by) ?? ''),
    mine: (status === 'decided' ? task.decidedBy : holder) === officer.id,
    decision: task.decision as TaskCard['decision'],
    ...(await shownOf(desk, about)),
    flags: readCodes(row.flags),
    documents: await caseDocuments(desk, about),
  }
}

async function audit({ tx, agency, now }: Desk, officer: Officer, action: string, task: string): Promise<void> {
  await appendAudit(tx, { agency: agency.id, actor: `officer:${officer.id}`, action, subject: task }, now)
}
