import { z } from 'zod'
import type { WorkingCalendar } from '../flows/calendar/working-time.ts'
import type { Clock } from '../flows/ports.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { FileVault } from '../storage/vault/files.ts'
import { createIntake } from './intake/intake.ts'
import type { WorkerPool } from './intake/worker-pool.ts'
import { answerLostPhoneJob } from './jobs/answer-lost-phone.ts'
import { claimExpiredJob } from './jobs/claim-expired.ts'
import { closeTalkJob } from './jobs/close-talk.ts'
import { dataCopyJob, eraseCopyJob, type CopyJobParts } from './jobs/data-copy.ts'
import { eraseJob, removeChatsJob } from './jobs/erase.ts'
import { hashPasswordJob } from './jobs/hash-password.ts'
import { loginJob } from './jobs/login.ts'
import { promptTalkJob } from './jobs/prompt-talk.ts'
import { remindTalkJob } from './jobs/remind-talk.ts'
import { remindTaskJob } from './jobs/remind-task.ts'
import { resetLinkJob } from './jobs/reset-link.ts'
import { setPasswordJob } from './jobs/set-password.ts'
import { talkPhotoJob } from './jobs/talk-photo.ts'
import { undeliveredMailJob } from './jobs/undelivered-mail.ts'
import { tellNextJob } from './jobs/tell-next.ts'
import { verifyPasswordJob } from './jobs/verify-password.ts'
import { sendPhoneCodeJob, type ReachPhone } from './jobs/send-phone-code.ts'
import type { JobHandler } from './runtime/job-runner.ts'

/** What jobs are done with. */
export interface HandlerParts {
  readonly domain: DomainParts & { readonly calendar: WorkingCalendar }
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly vault: FileVault
  readonly pool: WorkerPool
  /** puts a copy of somebody's data on a page */
  readonly page: CopyJobParts['page']
  /** the bytes of a file received on a channel account */
  fetch(account: string, ref: string, max: number): Promise<Uint8Array>
  /** the chats of a phone number, where addresses follow from numbers */
  readonly reach: ReachPhone
}

const photo = z.object({ ref: z.string(), maxBytes: z.number() })

/** Every kind of job and how it is done. */
export function jobHandlers(parts: HandlerParts): Record<string, JobHandler> {
  const { domain, unitOfWork, clock } = parts
  const { store, sealer, agency, calendar } = domain
  const takePhoto = photoTaker(parts)
  return {
    intake: intakeJob(takePhoto),
    'hash-password': hashPasswordJob({ unitOfWork, sealer }),
    login: loginJob({ unitOfWork, sealer, clock, agency }),
    'reset-link': resetLinkJob({ unitOfWork, sealer, store, clock, agency }),
    'set-password': setPasswordJob({ unitOfWork, sealer, store, clock, agency }),
    'verify-password': verifyPasswordJob({ unitOfWork, sealer, clock, agency }),
    'send-phone-code': sendPhoneCodeJob(parts),
    'remind-task': remindTaskJob({ unitOfWork, store, clock, agency, calendar }),
    'claim-expired': claimExpiredJob({ unitOfWork, store, clock, agency }),
    'data-copy': dataCopyJob(parts),
    'erase-copy': eraseCopyJob(parts),
    erase: eraseJob(parts),
    'remove-chats': removeChatsJob(parts),
    'prompt-talk': promptTalkJob({ domain, unitOfWork, clock }),
    'remind-talk': remindTalkJob({ domain, unitOfWork, clock }),
    'close-talk': closeTalkJob({ domain, unitOfWork, clock }),
    'talk-photo': talkPhotoJob({ domain, unitOfWork, clock, takePhoto }),
    'tell-next': tellNextJob({ domain, unitOfWork, clock }),
    'undelivered-mail': undeliveredMailJob({ domain, unitOfWork, clock }),
    'answer-lost-phone': answerLostPhoneJob({ unitOfWork, store, clock, agency }),
  }
}

function intakeJob(takePhoto: ReturnType<typeof photoTaker>): JobHandler {
  return {
    attempts: 4,
    leaseMs: 120_000,
    run: (payload, { conversation }) => takePhoto(conversation ?? 0, photo.parse(payload)),
  }
}

// The photo of the conversation that sent it, by the channel that it came on.
function photoTaker({ fetch, pool, vault, unitOfWork, domain }: HandlerParts) {
  const intake = createIntake({ fetch, pool, vault, unitOfWork })
  return async (conversation: number, { ref, maxBytes }: z.infer<typeof photo>) => {
    const from = await unitOfWork.run((tx) => domain.store.session(tx, conversation))
    if (from === undefined) throw new Error('a photo of no conversation')
    return intake({ account: from.account, ref, agency: domain.agency.id, maxBytes })
  }
}
