import { z } from 'zod'
import type { Agency } from '../../flows/agency.ts'
import { secretForm } from '../../flows/fields/secret.ts'
import type { Clock } from '../../flows/ports.ts'
import { replacePassword } from '../../storage/domain/new-password.ts'
import type { Store } from '../../storage/store.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { Sealer } from '../../storage/vault/seal.ts'
import type { JobHandler } from '../runtime/job-runner.ts'
import { hashPassword } from './password-hash.ts'

/** What replacing a password needs. */
export interface SetPasswordParts {
  readonly unitOfWork: UnitOfWork
  readonly store: Store
  readonly sealer: Sealer
  readonly clock: Clock
  readonly agency: Agency
}

/** `besides`: a chat that is told besides the person's own. */
const payloadShape = z.object({ account: z.string(), sealed: z.string(), besides: z.number().nullable() })

/**
 * Hashes a new password and gives it to the account in place of the old one. Whether it may was judged before: by the old
 * password, or by a one-time link and the family card number.
 */
export function setPasswordJob({ unitOfWork, clock, ...parts }: SetPasswordParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload, job) {
      const { account, sealed, besides } = payloadShape.parse(payload)
      const secret = secretForm(parts.sealer.open(Buffer.from(sealed, 'base64'), 'secret').toString())
      const passwordHash = await hashPassword(secret)
      const change = { account, passwordHash, typedIn: job.conversation, besides, key: String(job.id) }
      const isSet = await unitOfWork.run((tx) => replacePassword(tx, parts, change, clock.now()))
      return { outcome: isSet ? 'set' : 'gone' }
    },
  }
}
