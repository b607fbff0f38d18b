import { slotOf } from '../flows/agency.ts'
import { isoDate, localDay } from '../flows/calendar/local-day.ts'
import type { WorkingCalendar } from '../flows/calendar/working-time.ts'
import type { Clock } from '../flows/ports.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import { faceHint, type FacePool } from './intake/face/face-hint.ts'
import { FileTooLarge } from './channels/channel.ts'
import { createIntake, type IntakeParts } from './intake/intake.ts'
import { answerLostPhoneJob } from './jobs/answer-lost-phone.ts'
import { claimExpiredJob } from './jobs/claim-expired.ts'
import { closeTalkJob } from './jobs/close-talk.ts'
import { compareFacesJob } from './jobs/compare-faces.ts'
import { dataCopyJob, eraseCopyJob, type CopyJobParts } from './jobs/data-copy.ts'
import { eraseJob, removeChatsJob } from './jobs/erase.ts'
import { hashPasswordJob } from './jobs/hash-password.ts'
import { FileNotFetched, intakeJob, type TakeDocument } from './jobs/intake.ts'
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
export interface HandlerParts extends IntakeParts {
  readonly domain: DomainParts & { readonly calendar: WorkingCalendar }
  readonly clock: Clock
  /** puts a copy of somebody's data on a page */
  readonly page: CopyJobParts['page']
  /** the chats of a phone number, where addresses follow from numbers */
  readonly reach: ReachPhone
  /** compares faces, where the agency asks for selfies */
  readonly faces: FacePool | undefined
}

/** Every kind of job and how it is done. */
export function jobHandlers(parts: HandlerParts): Record<string, JobHandler> {
  const { domain, unitOfWork, clock, faces } = parts
  const { store, sealer, agency, calendar } = domain
  const take = documentTaker(parts)
  return {
    intake: intakeJob(take, (slot) => slotOf(agency, slot)),
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
    'talk-photo': talkPhotoJob({ domain, unitOfWork, clock, take }),
    'tell-next': tellNextJob({ domain, unitOfWork, clock }),
    'undelivered-mail': undeliveredMailJob({ domain, unitOfWork, clock }),
    'answer-lost-phone': answerLostPhoneJob({ unitOfWork, store, clock, agency }),
    ...(faces && { 'compare-faces': compareFacesJob({ ...parts, hint: (pictures) => faceHint(faces, pictures) }) }),
  }
}

// The file of the conversation that sent it, by the channel that it came on.
function documentTaker(parts: HandlerParts): TakeDocument {
  const { unitOfWork, clock, domain } = parts
  const { agency } = domain
  const fetch = (...asked: Parameters<HandlerParts['fetch']>) =>
    parts.fetch(...asked).catch((error: unknown) => {
      throw error instanceof FileTooLarge ? error : new FileNotFetched(error)
    })
  const intake = createIntake({ ...parts, fetch })
  return async (conversation, given, rules, typed) => {
    const expected = { agency: agency.id, rules, typed, today: isoDate(localDay(clock.now(), agency.zone)) }
    if ('file' in given) return intake.lookAgain({ ...expected, file: given.file })
    const from = await unitOfWork.run((tx) => domain.store.session(tx, conversation))
    if (from === undefined) throw new Error('a file of no conversation')
    return intake.take({ ...expected, account: from.account, ref: given.ref })
  }
}
