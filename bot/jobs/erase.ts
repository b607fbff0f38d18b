import { z } from 'zod'
import type { Clock } from '../../flows/ports.ts'
import { removableChats } from '../../storage/domain/chat-removal.ts'
import { erase } from '../../storage/domain/erasure.ts'
import type { DomainParts } from '../../storage/domain/scope.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { FileVault } from '../../storage/vault/files.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** What erasing needs. */
export interface EraseJobParts {
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly vault: FileVault
}

const orderShape = z.object({
  person: z.string(),
  at: z.number(),
  registrations: z.array(z.string()),
  requests: z.array(z.string()),
})

/** Erases what was ordered, on its date; the ciphertext of files goes with the vault's next sweep. */
export function eraseJob({ domain, unitOfWork, clock, vault }: EraseJobParts): JobHandler {
  return {
    attempts: 10,
    leaseMs: 60_000,
    async run(payload) {
      const order = orderShape.parse(payload)
      await unitOfWork.run((tx) => erase({ ...domain, tx, vault, now: clock.now() }, order))
      return undefined
    },
  }
}

const chatsShape = z.object({ conversations: z.array(z.number()), since: z.number() })

/** Removes the addresses of chats whose owner was erased, unless somebody has used them since. */
export function removeChatsJob({ domain, unitOfWork, clock }: Omit<EraseJobParts, 'vault'>): JobHandler {
  return {
    attempts: 10,
    leaseMs: 60_000,
    async run(payload) {
      const { conversations, since } = chatsShape.parse(payload)
      await unitOfWork.run(async (tx) => {
        const chats = await removableChats(tx, conversations, since)
        await domain.store.remove(tx, chats, clock.now())
        await tx.contact.deleteMany({ where: { conversationId: { in: chats.map(BigInt) } } })
      })
      return undefined
    },
  }
}
