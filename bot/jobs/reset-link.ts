import { z } from 'zod'
import type { Agency } from '../../flows/agency.ts'
import type { Clock } from '../../flows/ports.ts'
import { sendResetLink } from '../../storage/domain/reset.ts'
import type { Store } from '../../storage/store.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { Sealer } from '../../storage/vault/seal.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** What looking for a forgotten account needs. */
export interface ResetLinkParts {
  readonly unitOfWork: UnitOfWork
  readonly store: Store
  readonly sealer: Sealer
  readonly clock: Clock
  readonly agency: Agency
}

const payloadShape = z.object({
  nik: z.string(),
  name: z.string(),
  phone: z.string(),
  conversation: z.number(),
  provenPhone: z.string().nullable(),
})

/**
 * Sends a reset link if what somebody says of themselves is an account's. Whoever asked has long been answered, the same
 * in both cases: neither the answer nor its time tells whether there is such an account.
 */
export function resetLinkJob({ unitOfWork, clock, ...parts }: ResetLinkParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload, job) {
      const asked = { ...payloadShape.parse(payload), key: String(job.id) }
      await unitOfWork.run((tx) => sendResetLink(tx, parts, asked, clock.now()))
      return undefined
    },
  }
}
