import { z } from 'zod'
import type { Clock } from '../../flows/ports.ts'
import { sendPhoneCode } from '../../storage/domain/phone-change.ts'
import type { DomainParts } from '../../storage/domain/scope.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** Where a number is reached, as the channels know it: accounts and addresses of chats. */
export type ReachPhone = (phone: string) => Promise<readonly { readonly account: string; readonly address: string }[]>

/** What codes are sent with. */
export interface SendCodeParts {
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly reach: ReachPhone
}

const payloadShape = z.object({ phone: z.string() })

/** Sends a code to the number that somebody wants to have from now on: which chat that is, a platform may have to be asked. */
export function sendPhoneCodeJob({ domain, unitOfWork, clock, reach }: SendCodeParts): JobHandler {
  return {
    attempts: 3,
    leaseMs: 60_000,
    async run(payload, { conversation }) {
      const { phone } = payloadShape.parse(payload)
      const places = await reach(phone)
      const asked = { conversation: conversation ?? 0, phone, places }
      const outcome = await unitOfWork.run((tx) => sendPhoneCode(tx, domain, asked, clock.now()))
      return { outcome }
    },
  }
}
