import { z } from 'zod'
import type { WorkingCalendar } from '../flows/calendar/working-time.ts'
import type { Clock } from '../flows/ports.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { FileVault } from '../storage/vault/files.ts'
import { createIntake } from './intake/intake.ts'
import type { WorkerPool } from './intake/worker-pool.ts'
import { claimExpiredJob } from './jobs/claim-expired.ts'
import { hashPasswordJob } from './jobs/hash-password.ts'
import { loginJob } from './jobs/login.ts'
import { remindTaskJob } from './jobs/remind-task.ts'
import type { JobHandler } from './runtime/job-runner.ts'

/** What jobs are done with. */
export interface HandlerParts {
  readonly domain: DomainParts & { readonly calendar: WorkingCalendar }
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly vault: FileVault
  readonly pool: WorkerPool
  /** the bytes of a file received on a channel account */
  fetch(account: string, ref: string, max: number): Promise<Uint8Array>
}

const photo = z.object({ ref: z.string(), maxBytes: z.number() })

/** Every kind of job and how it is done. */
export function jobHandlers(parts: HandlerParts): Record<string, JobHandler> {
  const { domain, unitOfWork, clock } = parts
  const { store, sealer, agency, calendar } = domain
  return {
    intake: intakeJob(parts),
    'hash-password': hashPasswordJob({ unitOfWork, sealer }),
    login: loginJob({ unitOfWork, sealer, clock, agency }),
    'remind-task': remindTaskJob({ unitOfWork, store, clock, agency, calendar }),
    'claim-expired': claimExpiredJob({ unitOfWork, store, clock, agency }),
  }
}

// The photo of the conversation that sent it, by the channel that it came on.
function intakeJob({ fetch, pool, vault, unitOfWork, domain }: HandlerParts): JobHandler {
  const intake = createIntake({ fetch, pool, vault, unitOfWork })
  return {
    attempts: 4,
    leaseMs: 120_000,
    run: async (payload, { conversation }) => {
      const { ref, maxBytes } = photo.parse(payload)
      const from = await unitOfWork.run((tx) => domain.store.session(tx, conversation ?? 0))
      if (from === undefined) throw new Error('a photo of no conversation')
      return intake({ account: from.account, ref, agency: domain.agency.id, maxBytes })
    },
  }
}
