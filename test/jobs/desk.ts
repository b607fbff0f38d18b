import { claimExpiredJob } from '../../bot/jobs/claim-expired.ts'
import { hashPasswordJob } from '../../bot/jobs/hash-password.ts'
import { loginJob } from '../../bot/jobs/login.ts'
import { remindTaskJob } from '../../bot/jobs/remind-task.ts'
import { resetLinkJob } from '../../bot/jobs/reset-link.ts'
import { setPasswordJob } from '../../bot/jobs/set-password.ts'
import { verifyPasswordJob } from '../../bot/jobs/verify-password.ts'
import type { JobHandler } from '../../bot/runtime/job-runner.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { openOffice } from '../storage/domain/office.ts'

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
  const run = async (kind: string, payload: JsonObject, conversation: number | null = null) => {
    const job = { id: 1, kind, token: 't', conversation, attempts: 1, payload }
    return handlers[kind]?.run(payload, job)
  }
  /** Runs every waiting job that is due, as the runner would; gives their keys. */
  const runDue = async () => {
    const jobs = await unitOfWork.run((tx) => parts.store.takeJobs(tx, time.now(), 100, 60_000))
    for (const job of jobs) {
      await handlers[job.kind]?.run(job.payload, job)
      await unitOfWork.run((tx) => parts.store.endJob(tx, job, { is: 'done' }, time.now()))
    }
    return jobs.map(({ kind }) => kind)
  }
  const login = (nik: string, password: string, conversation: number) =>
    run('login', { nik, password: parts.sealer.seal(password, 'secret').toString('base64') }, conversation)
  const [ratna, bagus] = [await office.officer('Bu Ratna'), await office.officer('Pak Bagus')]
  return { ...office, run, runDue, login, ratna, bagus }
}
