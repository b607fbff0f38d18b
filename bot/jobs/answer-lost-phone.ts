import { z } from 'zod'
import type { Agency } from '../../flows/agency.ts'
import type { Clock } from '../../flows/ports.ts'
import { answerLostPhone } from '../../storage/domain/lost-phone-answer.ts'
import type { Store } from '../../storage/store.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** What answering needs. */
export interface AnswerParts {
  readonly unitOfWork: UnitOfWork
  readonly store: Store
  readonly clock: Clock
  readonly agency: Agency
}

const payloadShape = z.object({ request: z.string() })

/** Tells whoever reported a lost number, when the promise ends, that it is not replaced, if so. */
export function answerLostPhoneJob({ unitOfWork, store, clock, agency }: AnswerParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload) {
      const { request } = payloadShape.parse(payload)
      await unitOfWork.run((tx) => answerLostPhone({ tx, store, agency, now: clock.now() }, request))
      return undefined
    },
  }
}
