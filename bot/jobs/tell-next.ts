import { z } from 'zod'
import type { Clock } from '../../flows/ports.ts'
import type { DomainParts } from '../../storage/domain/scope.ts'
import { tellNext } from '../../storage/domain/tell-person.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** What telling elsewhere needs. */
export interface TellNextParts {
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

const payloadShape = z.object({ notice: z.string(), conversation: z.number() })

/** Tells a person in their next chat what did not arrive in this one. */
export function tellNextJob({ domain, unitOfWork, clock }: TellNextParts): JobHandler {
  return {
    attempts: 20,
    leaseMs: 60_000,
    async run(payload) {
      const { notice, conversation } = payloadShape.parse(payload)
      await unitOfWork.run((tx) => tellNext({ ...domain, tx, now: clock.now() }, notice, conversation))
      return undefined
    },
  }
}
