import { z } from 'zod'
import type { Agency } from '../../flows/agency.ts'
import { secretForm } from '../../flows/fields/secret.ts'
import type { Clock } from '../../flows/ports.ts'
import { appendAudit } from '../../storage/audit.ts'
import type { Tx } from '../../storage/database.ts'
import { Attempts } from '../../storage/domain/attempts.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { Sealer } from '../../storage/vault/seal.ts'
import type { JobHandler } from '../runtime/job-runner.ts'
import { isPassword } from './password-hash.ts'

/** What the password of whoever is logged in is judged with. */
export interface VerifyParts {
  readonly unitOfWork: UnitOfWork
  readonly sealer: Sealer
  readonly clock: Clock
  readonly agency: Agency
}

const payloadShape = z.object({ account: z.string(), password: z.string() })

/** Judges the (sealed) password of an account that is logged in to already; wrong ones are counted by account. */
export function verifyPasswordJob({ unitOfWork, sealer, clock, agency }: VerifyParts): JobHandler {
  return {
    attempts: 2,
    leaseMs: 60_000,
    async run(payload, { conversation }) {
      const { account: id, password } = payloadShape.parse(payload)
      const attemptsOf = (tx: Tx) => new Attempts(tx, sealer, 'password', id, agency.lockout, clock.now())
      const secret = secretForm(sealer.open(Buffer.from(password, 'base64'), 'secret').toString())
      const before = await unitOfWork.run(async (tx) => ({
        locked: await attemptsOf(tx).locked(),
        account: await tx.account.findFirst({ where: { id, agency: agency.id, status: 'active' } }),
      }))
      if (before.locked) return { outcome: 'locked' }
      const isRight = await isPassword(secret, before.account?.passwordHash ?? null)
      return unitOfWork.run(async (tx) => {
        const attempts = attemptsOf(tx)
        // Other tries may have been judged while this one was computed: right or wrong, it comes too late.
        if (await attempts.locked()) return { outcome: 'locked' }
        const entry = { agency: agency.id, actor: `conversation:${conversation}`, subject: id }
        if (!isRight) {
          await appendAudit(tx, { ...entry, action: 'account.password-refused' }, clock.now())
          return { outcome: (await attempts.miss()) ? 'locked' : 'wrong' }
        }
        await attempts.forget()
        await appendAudit(tx, { ...entry, action: 'account.password-verified' }, clock.now())
        return { outcome: 'ok' }
      })
    },
  }
}
