import type { JsonObject } from '../flows/engine/json.ts'
import type { Tx } from './database.ts'
import type { Ids } from './ids.ts'
import { SealedJson } from './sealed-json.ts'
import type { DueJob, JobEnd, NewJob } from './store.ts'
import type { Sealer } from './vault/seal.ts'

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

  /** What a finished job was told is forgotten: it is not needed any more, and it may hold a secret. */
  async end(tx: Tx, job: DueJob, end: JobEnd, now: number): Promise<void> {
    if (end.is === 'again')
      await tx.$executeRaw`UPDATE Job SET status = 0, dueAt = ${end.at}, leaseUntil = NULL, error = ${end.error} WHERE id = ${job.id}`
    else {
      const [status, error] = end.is === 'done' ? [2, null] : [3, end.error]
      await tx.$executeRaw`
        UPDATE Job SET status = ${status}, payload = NULL, leaseUntil = NULL, finishedAt = ${now}, error = ${error} WHERE id = ${job.id}`
    }
  }

  /** Jobs of a process that is gone: they may be taken at once. */
  async release(tx: Tx): Promise<void> {
    await tx.$executeRaw`UPDATE Job SET leaseUntil = 0 WHERE status = 1`
  }
}
