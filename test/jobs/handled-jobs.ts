import type { JobHandler } from '../../bot/runtime/job-runner.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import type { Office } from '../storage/domain/office.ts'

/** The jobs of an office, done by `handlers` when a test says so. */
export function handledJobs({ unitOfWork, parts, time }: Office, handlers: Readonly<Record<string, JobHandler>>) {
  return {
    /** Does one job that was never queued. */
    run: async (
      kind: string,
      payload: JsonObject,
      { conversation = null, attempts = 1 }: { readonly conversation?: number | null; readonly attempts?: number } = {},
    ) => handlers[kind]?.run(payload, { id: 1, kind, token: 't', conversation, attempts, payload }),
    /** Does every waiting job that is due, as the runner would; gives their kinds. */
    runDue: async (): Promise<string[]> => {
      const jobs = await unitOfWork.run((tx) => parts.store.takeJobs(tx, time.now(), 100, 60_000))
      for (const job of jobs) {
        await handlers[job.kind]?.run(job.payload, job)
        await unitOfWork.run((tx) => parts.store.endJob(tx, job, { is: 'done' }, time.now()))
      }
      return jobs.map(({ kind }) => kind)
    },
  }
}
