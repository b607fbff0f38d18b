import { z } from 'zod'
import type { Clock } from '../../flows/ports.ts'
import type { DomainParts } from '../../storage/domain/scope.ts'
import { tellUndelivered, whoseAddress } from '../../storage/domain/undelivered.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** What finding out whose mail it was needs. */
export interface UndeliveredMailParts {
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

const payloadShape = z.object({ message: z.string(), address: z.string() })

/** Tells whoever gave this address, in their chats, that a mail to it was refused for good. */
export function undeliveredMailJob({ domain, unitOfWork, clock }: UndeliveredMailParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 300_000,
    async run(payload) {
      const { message, address } = payloadShape.parse(payload)
      const people: string[] = []
      for (let after: string | null = ''; after !== null;) {
        const from: string = after
        const { found, next } = await unitOfWork.run((tx) => whoseAddress({ ...domain, tx }, address, from))
        people.push(...found)
        after = next
      }
      if (people.length > 0)
        await unitOfWork.run((tx) => tellUndelivered({ ...domain, tx, now: clock.now() }, people, address, message))
      return undefined
    },
  }
}
