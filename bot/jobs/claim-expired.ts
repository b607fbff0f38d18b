import { z } from 'zod'
import type { Agency } from '../../flows/agency.ts'
import type { Clock } from '../../flows/ports.ts'
import { appendAudit } from '../../storage/audit.ts'
import type { Tx } from '../../storage/database.ts'
import { caseOf, WITH_CASE } from '../../storage/domain/cases.ts'
import { tell } from '../../storage/domain/notices.ts'
import type { Store } from '../../storage/store.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** What freeing a task needs. */
export interface ClaimParts {
  readonly unitOfWork: UnitOfWork
  readonly store: Store
  readonly clock: Clock
  readonly agency: Agency
}

const payloadShape = z.object({ task: z.string(), officer: z.string(), until: z.number() })

/** Frees a task whose claim has run out, and tells the officer who held it. */
export function claimExpiredJob(parts: ClaimParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload) {
      const { task, officer, until } = payloadShape.parse(payload)
      await parts.unitOfWork.run((tx) => free(parts, tx, task, officer, until))
      return undefined
    },
  }
}

// Only the very claim that the job was made for: it may have been renewed, given back, or taken over meanwhile.
async function free({ store, clock, agency }: ClaimParts, tx: Tx, id: string, officer: string, until: number): Promise<void> {
  const now = clock.now()
  const { count } = await tx.task.updateMany({
    where: { id, agency: agency.id, status: 'claimed', claimedBy: officer, claimUntil: BigInt(until) },
    data: { status: 'open', claimedBy: null, claimUntil: null },
  })
  if (count === 0) return
  await appendAudit(
    tx,
    { agency: agency.id, actor: 'system', action: 'task.claim-expired', subject: id, detail: { officer } },
    now,
  )
  const { row } = caseOf(await tx.task.findUniqueOrThrow({ where: { id }, include: WITH_CASE }))
  const holder = await tx.officer.findUnique({ where: { id: officer }, select: { conversationId: true } })
  if (holder === null || holder.conversationId === null) return
  const data = { task: id, number: row.number }
  const conversation = Number(holder.conversationId)
  await tell({ tx, store, now }, [{ conversation, notice: 'claim-expired', key: `${id}:${until}`, data }])
}
