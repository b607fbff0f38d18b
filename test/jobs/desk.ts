import { claimExpiredJob } from '../../bot/jobs/claim-expired.ts'
import { hashPasswordJob } from '../../bot/jobs/hash-password.ts'
import { loginJob } from '../../bot/jobs/login.ts'
import { remindTaskJob } from '../../bot/jobs/remind-task.ts'
import { resetLinkJob } from '../../bot/jobs/reset-link.ts'
import { setPasswordJob } from '../../bot/jobs/set-password.ts'
import { verifyPasswordJob } from '../../bot/jobs/verify-password.ts'
import type { JobHandler } from '../../bot/runtime/job-runner.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { openOffice, SITI } from '../storage/domain/office.ts'
import { handledJobs } from './handled-jobs.ts'

/** An office with its job handlers, and two officers. */
export async function deskWithJobs() {
  const office = await openOffice()
  const { unitOfWork, parts, time } = office
  const needs = { ...parts, unitOfWork, clock: time }
  const handlers: Readonly<Record<string, JobHandler>> = {
    'hash-password': hashPasswordJob(needs),
    login: loginJob(needs),
    'reset-link': resetLinkJob(needs),
    'set-password': setPasswordJob(needs),
    'verify-password': verifyPasswordJob(needs),
    'remind-task': remindTaskJob(needs),
    'claim-expired': claimExpiredJob(needs),
  }
  const jobs = handledJobs(office, handlers)
  const run = (kind: string, payload: JsonObject, conversation: number | null = null) => jobs.run(kind, payload, { conversation })
  const login = (nik: string, password: string, conversation: number) =>
    run('login', { nik, password: parts.sealer.seal(password, 'secret').toString('base64') }, conversation)
  const [ratna, bagus] = [await office.officer('Bu Ratna'), await office.officer('Pak Bagus')]
  return { ...office, run, runDue: jobs.runDue, login, ratna, bagus }
}

/** The same with a citizen whose account is active. */
export async function deskWithActiveCitizen() {
  const desk = await deskWithJobs()
  const citizen = await desk.chat('siti')
  await desk.submit(citizen)
  await desk.runDue()
  await desk.decide(desk.ratna)
  await desk.inChat(citizen, ({ accounts }) => accounts.activate(SITI['mother-name'], true))
  const account = await desk.unitOfWork.run((tx) => tx.account.findFirstOrThrow())
  return { ...desk, citizen, account }
}
