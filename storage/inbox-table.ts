import type { Tx } from './database.ts'
import type { Ids } from './ids.ts'
import { shardOf } from './conversation-table.ts'
import { SealedJson } from './sealed-json.ts'
import type { InboxPayload, NewEvent, Post, TakenEvent } from './store.ts'
import type { Sealer } from './vault/seal.ts'

/** The account under which our own events (timers, results, notices) are kept. */
const OURSELVES = 'loket'

/** An event with the conversation it belongs to. */
export interface Placed {
  readonly conversation: number
  readonly event: TakenEvent
}

/**
 * The inbox. Where nothing older waits, an event that arrives is written as handled and its turn is taken in the same
 * transaction: its payload never needs to reach the disk. Only what is left or fails is written with its payload.
 */
export class InboxTable {
  readonly #ids: Ids
  readonly #payloads: SealedJson
  /** events of this transaction that are written as handled already */
  #optimistic = new Map<number, InboxPayload>()
  /** whether rows may be waiting; true at start, when nobody knows */
  #backlog = true

  constructor(ids: Ids, sealer: Sealer) {
    this.#ids = ids
    this.#payloads = new SealedJson(sealer, 'inbox')
  }

  get backlog(): boolean {
    return this.#backlog
  }

  look(): void {
    this.#backlog = true
  }

  rolledBack(): void {
    this.#backlog = true
    this.#optimistic.clear()
  }

  async receive(
    tx: Tx,
    events: readonly NewEvent[],
    conversations: readonly number[],
    now: number,
    limit: number,
  ): Promise<Placed[]> {
    this.#optimistic.clear()
    if (!this.#backlog && events.length <= limit) return this.#receiveNow(tx, events, conversations, now)
    const rows = events.map(({ account, key, payload }, i) => this.#row(account, key, conversations[i] ?? 0, payload))
    await this.#insertWaiting(tx, rows, now)
    const waiting = await tx.$queryRaw<{ id: number; conversationId: number; attempts: number; payload: string }[]>`
      SELECT id, conversationId, attempts, payload FROM Inbox WHERE status = 0 ORDER BY id LIMIT ${limit}`
    this.#backlog = waiting.length === limit
    return waiting.map(({ id, conversationId, attempts, payload }) => ({
      conversation: conversationId,
      event: { id, attempts, payload: this.#payloads.open(payload) as InboxPayload },
    }))
  }

  async post(tx: Tx, posts: readonly Post[], now: number): Promise<void> {
    if (posts.length === 0) return
    await this.#insertWaiting(
      tx,
      posts.map(({ conversation, key, event }) => this.#row(OURSELVES, key, conversation, { event })),
      now,
    )
  }

  async handled(tx: Tx, ids: readonly number[], now: number): Promise<void> {
    const waiting = ids.filter((id) => !this.#optimistic.delete(id))
    if (waiting.length > 0)
      await tx.$executeRaw`
        UPDATE Inbox SET status = 1, payload = NULL, handledAt = ${now} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(waiting)}))`
  }

  async leave(tx: Tx, events: readonly TakenEvent[]): Promise<void> {
    if (events.length === 0) return
    this.#backlog = true
    const unwritten = events.filter(({ id }) => this.#optimistic.delete(id))
    if (unwritten.length > 0) await this.#unhandle(tx, unwritten, 0)
  }

  async fail(tx: Tx, event: TakenEvent, aside: boolean, now: number): Promise<void> {
    this.#backlog = true
    const status = aside ? 2 : 0
    if (this.#optimistic.delete(event.id)) await this.#unhandle(tx, [event], status)
    await tx.$executeRaw`
      UPDATE Inbox SET attempts = attempts + 1, status = ${status}, handledAt = ${aside ? now : null} WHERE id = ${event.id}`
  }

  /** What waits or was set aside in these conversations counts as handled, unread. */
  async forget(tx: Tx, conversations: readonly number[], now: number): Promise<void> {
    await tx.$executeRaw`
      UPDATE Inbox SET status = 1, payload = NULL, handledAt = ${now}
      WHERE status <> 1 AND conversationId IN (SELECT value FROM json_each(${JSON.stringify(conversations)}))`
  }

  async #receiveNow(tx: Tx, events: readonly NewEvent[], conversations: readonly number[], now: number): Promise<Placed[]> {
    if (events.length === 0) return []
    const fresh = new Map<number, Placed>()
    const rows = events.map(({ account, key, payload }, i) => {
      const id = this.#ids.number()
      const conversation = conversations[i] ?? 0
      fresh.set(id, { conversation, event: { id, attempts: 0, payload } })
      return [id, account, key, conversation, shardOf(conversation)]
    })
    const inserted = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO Inbox (id, account, eventKey, conversationId, shard, receivedAt, status, handledAt)
      SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, ${now}, 1, ${now}
      FROM json_each(${JSON.stringify(rows)}) j WHERE true
      ON CONFLICT (account, eventKey) DO NOTHING RETURNING id`
    // RETURNING promises no order; ids rise as the events came.
    const kept = new Set(inserted.map(({ id }) => id))
    const placed = [...fresh.values()].filter(({ event }) => kept.has(event.id))
    for (const { event } of placed) this.#optimistic.set(event.id, event.payload)
    return placed
  }

  async #unhandle(tx: Tx, events: readonly TakenEvent[], status: number): Promise<void> {
    const json = JSON.stringify(events.map(({ id, payload }) => [id, this.#payloads.seal(payload)]))
    await tx.$executeRaw`
      UPDATE Inbox SET status = ${status}, handledAt = NULL, payload = j.value ->> 1 FROM json_each(${json}) j WHERE Inbox.id = j.value ->> 0`
  }

  async #insertWaiting(tx: Tx, rows: readonly unknown[], now: number): Promise<void> {
    if (rows.length === 0) return
    this.#backlog = true
    await tx.$executeRaw`
      INSERT INTO Inbox (id, account, eventKey, conversationId, shard, payload, receivedAt)
      SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, ${now}
      FROM json_each(${JSON.stringify(rows)}) j WHERE true
      ON CONFLICT (account, eventKey) DO NOTHING`
  }

  #row(account: string, key: string, conversation: number, payload: InboxPayload): unknown[] {
    return [this.#ids.number(), account, key, conversation, shardOf(conversation), this.#payloads.seal(payload)]
  }
}
