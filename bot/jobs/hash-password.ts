import { z } from 'zod'
import { secretForm } from '../../flows/fields/secret.ts'
import type { Tx } from '../../storage/database.ts'
import { readCodes } from '../../storage/domain/columns.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { Sealer } from '../../storage/vault/seal.ts'
import type { JobHandler } from '../runtime/job-runner.ts'
import { hashPassword } from './password-hash.ts'

const payloadShape = z.union([
  z.object({ registration: z.string(), sealed: z.string() }),
  z.object({ account: z.string(), sealed: z.string() }),
])

/** Flags of a registration whose password must not become the account's before an officer has approved. */
const NOT_SURE: readonly string[] = ['duplicate', 'other-contact']

/** Hashes the password of a registration's form, or an account's first one; the only place besides log-in where it is opened. */
export function hashPasswordJob(parts: { readonly unitOfWork: UnitOfWork; readonly sealer: Sealer }): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload) {
      const whose = payloadShape.parse(payload)
      const secret = secretForm(parts.sealer.open(Buffer.from(whose.sealed, 'base64'), 'secret').toString())
      const passwordHash = await hashPassword(secret)
      await parts.unitOfWork.run((tx) =>
        'account' in whose ? keepFirst(tx, whose.account, passwordHash) : keep(tx, whose.registration, passwordHash),
      )
      return undefined
    },
  }
}

// The account has it at once where nobody else's can be meant: who logs in too early is then told to wait, not that the
// password is wrong. A decision may have come first: then the account waits for it.
async function keep(tx: Tx, id: string, passwordHash: string): Promise<void> {
  const row = await tx.registration.update({ where: { id }, data: { passwordHash } })
  const sure = !readCodes(row.flags).some((flag) => NOT_SURE.includes(flag))
  const status = row.status === 'approved' ? 'approved' : sure ? 'pending' : undefined
  if (status === undefined) return
  await tx.account.updateMany({
    where: {
      agency: row.agency,
      personId: row.personId,
      status: { in: status === 'approved' ? ['approved', 'active'] : ['pending'] },
    },
    data: { passwordHash },
  })
}

// The first password only: whoever has one changes it in another way.
async function keepFirst(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.account.updateMany({ where: { id, status: 'active', passwordHash: null }, data: { passwordHash } })
}
