import type { JsonObject } from '../flows/engine/json.ts'
import type { Tx } from './database.ts'
import { SealedJson } from './sealed-json.ts'
import type { Post, TurnRecord } from './store.ts'
import type { Sealer } from './vault/seal.ts'

/** Durable alarms of conversations: one by each name. */
export class TimerTable {
  readonly #data: SealedJson

  constructor(sealer: Sealer) {
    this.#data = new SealedJson(sealer, 'timer')
  }

  /** Sets and cancels what the turns asked for. */
  async apply(tx: Tx, turns: readonly TurnRecord[]): Promise<void> {
    const set: unknown[] = []
    const cancelled: unknown[] = []
    for (const { conversation, timers } of turns)
      for (const { name, at, data } of timers)
        if (at === null) cancelled.push([conversation, name])
        else set.push([conversation, name, at, data === undefined ? null : this.#data.seal(data)])
    if (cancelled.length > 0) await this.#delete(tx, cancelled)
    if (set.length > 0)
      await tx.$executeRaw`
        INSERT INTO Timer (conversationId, name, dueAt, payload)
        SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3 FROM json_each(${JSON.stringify(set)}) j WHERE true
        ON CONFLICT (conversationId, name) DO UPDATE SET dueAt = excluded.dueAt, payload = excluded.payload`
  }

  /** Calls off every timer of these conversations. */
  async forget(tx: Tx, conversations: readonly number[]): Promise<void> {
    await tx.$executeRaw`
      DELETE FROM Timer WHERE conversationId IN (SELECT value FROM json_each(${JSON.stringify(conversations)}))`
  }

  /** Takes the timers that are due; the key of each event says which ring of which timer it is. */
  async take(tx: Tx, now: number, limit: number): Promise<Post[]> {
    const due = await tx.$queryRaw<{ conversationId: number; name: string; dueAt: number; payload: string | null }[]>`
      SELECT conversationId, name, dueAt, payload FROM Timer WHERE dueAt <= ${now} ORDER BY dueAt LIMIT ${limit}`
    if (due.length === 0) return []
    await this.#delete(
      tx,
      due.map(({ conversationId, name }) => [conversationId, name]),
    )
    return due.map(({ conversationId, name, dueAt, payload }) => ({
      conversation: conversationId,
      key: `timer:${conversationId}:${name}:${dueAt}`,
      event: { kind: 'timer', name, ...(payload !== null && { data: this.#data.open(payload) as JsonObject }) },
    }))
  }

  async #delete(tx: Tx, keys: readonly unknown[]): Promise<void> {
    await tx.$executeRaw`
      DELETE FROM Timer WHERE rowid IN (
        SELECT t.rowid FROM json_each(${JSON.stringify(keys)}) j JOIN Timer t ON t.conversationId = j.value ->> 0 AND t.name = j.value ->> 1)`
  }
}
