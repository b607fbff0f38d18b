import type { JsonObject } from '../flows/engine/json.ts'
import type { Tx } from './database.ts'
import type { Ids } from './ids.ts'
import { SealedJson } from './sealed-json.ts'
import type { DueJob, JobEnd, NewJob } from './store.ts'
import type { Sealer } from './vault/seal.ts'

/** Tries cut short by the end of the process that are not held against a job. */
const FORGIVEN = 25

/** Work that takes time: queued once by key, leased while it runs, tried again after a crash. */
export class JobTable {
  readonly #ids: Ids
  readonly #payloads: SealedJson

  constructor(ids: Ids, sealer: Sealer) {
    this.#ids = ids
    this.#payloads = new SealedJson(sealer, 'job')
  }

  async enqueue(tx: Tx, jobs: readonly NewJob[], now: number): Promise<void> {
    const rows = jobs.map(({ kind, key, payload, conversation, token = key, dueAt = now }) => [
      this.#ids.number(),
      kind,
      key,
      conversation ?? null,
      this.#payloads.seal({ token, payload }),
      dueAt,
    ])
    if (rows.length > 0)
      await tx.$executeRaw`
        INSERT INTO Job (id, kind, key, conversationId, payload, dueAt, createdAt)
        SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, ${now}
        FROM json_each(${JSON.stringify(rows)}) j WHERE true
        ON CONFLICT (key) DO NOTHING`
  }

  async isUnderWay(tx: Tx, keys: readonly string[]): Promise<boolean> {
    return (await tx.job.count({ where: { key: { in: [...keys] }, status: { in: [0, 1] } } })) > 0
  }

  async take(tx: Tx, now: number, limit: number, leaseMs: number): Promise<DueJob[]> {
    const rows = await tx.$queryRaw<
      { id: number; kind: string; conversationId: number | null; attempts: number; payload: string }[]
    >`
      UPDATE Job SET status = 1, attempts = attempts + 1, leaseUntil = ${now + leaseMs}
      WHERE id IN (
        SELECT id FROM Job WHERE (status = 0 AND dueAt <= ${now}) OR (status = 1 AND leaseUntil <= ${now}) ORDER BY dueAt, id LIMIT ${limit})
      RETURNING id, kind, conversationId, attempts, payload`
    return rows.map(({ id, kind, conversationId, attempts, payload }) => {
      const opened = this.#payloads.open(payload) as { token: string; payload: JsonObject }
      return { id, kind, conversation: conversationId, attempts, ...opened }
    })
  }

  /**
   * Notes how a try ended; false when its lease ran out and another try has taken over: then nothing is noted.
   * What a finished job was told is forgotten: it is not needed any more, and it may hold a secret.
   */
  async end(tx: Tx, { id, attempts }: DueJob, end: JobEnd, now: number): Promise<boolean> {
    const [status, error] = end.is === 'done' ? [2, null] : end.is === 'given-up' ? [3, end.error] : [0, end.error]
    const noted =
      end.is === 'again'
        ? await tx.$executeRaw`
            UPDATE Job SET status = ${status}, dueAt = ${end.at}, leaseUntil = NULL, error = ${error}
            WHERE id = ${id} AND status = 1 AND attempts = ${attempts}`
        : await tx.$executeRaw`
            UPDATE Job SET status = ${status}, payload = NULL, leaseUntil = NULL, finishedAt = ${now}, error = ${error}
            WHERE id = ${id} AND status = 1 AND attempts = ${attempts}`
    return noted === 1
  }

  /** What waits to be done for these conversations is given up, and what it was told is forgotten. */
  async forget(tx: Tx, conversations: readonly number[], now: number): Promise<void> {
    await tx.$executeRaw`
      UPDATE Job SET status = 3, payload = NULL, finishedAt = ${now}, error = 'forgotten'
      WHERE status = 0 AND conversationId IN (SELECT value FROM json_each(${JSON.stringify(conversations)}))`
  }

  /**
   * Jobs of a process that is gone may be taken at once. The try that was cut short does not count, unless this has
   * happened to the same job so often that it may be what ends the process.
   */
  async release(tx: Tx): Promise<void> {
    await tx.$executeRaw`
      UPDATE Job SET leaseUntil = 0, interrupted = interrupted + 1,
        attempts = CASE WHEN interrupted < ${FORGIVEN} THEN attempts - 1 ELSE attempts END
      WHERE status = 1`
  }
}
