import { z } from 'zod'
import type { Agency } from '../../flows/agency.ts'
import type { WorkingCalendar } from '../../flows/calendar/working-time.ts'
import type { Clock } from '../../flows/ports.ts'
import type { Tx } from '../../storage/database.ts'
import { caseOf, WITH_CASE } from '../../storage/domain/cases.ts'
import { tell } from '../../storage/domain/notices.ts'
import { officersWhoMay } from '../../storage/domain/officers.ts'
import { reminderTimes } from '../../storage/domain/reminders.ts'
import type { Store } from '../../storage/store.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** What reminders need. */
export interface RemindParts {
  readonly unitOfWork: UnitOfWork
  readonly store: Store
  readonly clock: Clock
  readonly agency: Agency
  readonly calendar: WorkingCalendar
}

const payloadShape = z.object({ task: z.string(), n: z.number() })

/** Reminds the officers of a task that is still undecided shortly before its promise ends. */
export function remindTaskJob(parts: RemindParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload) {
      const { task, n } = payloadShape.parse(payload)
      await parts.unitOfWork.run((tx) => remind(parts, tx, task, n))
      return undefined
    },
  }
}

async function remind({ store, clock, agency, calendar }: RemindParts, tx: Tx, id: string, n: number): Promise<void> {
  const now = clock.now()
  const task = await tx.task.findFirst({
    where: { id, agency: agency.id, status: { not: 'decided' } },
    include: WITH_CASE,
  })
  if (task === null) return
  const promisedAt = Number(task.promisedAt)
  const next = reminderTimes(agency, calendar, promisedAt)[n + 1]
  await tx.task.update({ where: { id }, data: { reminders: n + 1, remindAt: next === undefined ? null : BigInt(next) } })
  const data = { task: id, number: caseOf(task).row.number, promisedAt }
  const officers = await officersWhoMay({ tx, agency }, 'decide', 'escalation')
  await tell(
    { tx, store, now },
    officers.map(({ conversation }) => ({ conversation, notice: 'task-reminder', key: `${id}:${n}`, data })),
  )
}
