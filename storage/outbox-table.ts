import { Cache } from './cache.ts'
import type { ConversationTable } from './conversation-table.ts'
import type { Tx } from './database.ts'
import type { Ids } from './ids.ts'
import { SealedJson } from './sealed-json.ts'
import type { DueMessage, NewMessage, OutboxMessage, Settlement } from './store.ts'
import type { Sealer } from './vault/seal.ts'

/** Messages just written that are kept in memory until they are sent. */
const CACHED = 2048
/** Rows looked at in one go when searching for chats that may be sent to. */
const PAGE = 1000

/** Messages for one conversation. */
export interface Parcel {
  readonly conversation: number
  readonly account: string
  readonly messages: readonly NewMessage[]
}

interface Waiting {
  readonly id: number
  readonly conversationId: number
  readonly dueAt: number
}

/** The outbox: in order within a chat; a message that waits for another try holds back its chat only. */
export class OutboxTable {
  readonly #ids: Ids
  readonly #payloads: SealedJson
  readonly #conversations: ConversationTable
  readonly #fresh = new Cache<number, NewMessage>(CACHED)

  constructor(ids: Ids, sealer: Sealer, conversations: ConversationTable) {
    this.#ids = ids
    this.#payloads = new SealedJson(sealer, 'outbox')
    this.#conversations = conversations
  }

  rolledBack(): void {
    this.#fresh.clear()
  }

  async add(tx: Tx, parcels: readonly Parcel[], now: number): Promise<void> {
    const rows: unknown[] = []
    for (const { conversation, account, messages } of parcels)
      for (const { message, about } of messages) {
        const id = this.#ids.number()
        this.#fresh.set(id, { message, ...(about !== undefined && { about }) })
        rows.push([id, account, conversation, this.#payloads.seal(message), about ?? null])
      }
    if (rows.length > 0)
      await tx.$executeRaw`
        INSERT INTO Outbox (id, account, conversationId, payload, about, createdAt)
        SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, ${now} FROM json_each(${JSON.stringify(rows)}) j`
  }

  async due(tx: Tx, account: string, now: number, limit: number, busy: ReadonlySet<number>): Promise<DueMessage[]> {
    const heads = await this.#heads(tx, account, now, limit, busy)
    if (heads.length === 0) return []
    const addresses = await this.#conversations.addresses(
      tx,
      heads.map(({ conversationId }) => conversationId),
    )
    const stored = await this.#stored(tx, heads)
    return heads.map(({ id, conversationId }) => {
      const { message, attempts } = stored.get(id) ?? { message: this.#fresh.get(id)?.message ?? {}, attempts: 0 }
      return { id, conversation: conversationId, address: addresses.get(conversationId) ?? '', attempts, message }
    })
  }

  async settle(tx: Tx, settlements: readonly Settlement[], now: number): Promise<void> {
    // Most messages are sent at once and are about nothing that a reply could mean: of these only the end is noted.
    const plain: number[] = []
    const rows: unknown[] = []
    for (const one of settlements) {
      const fresh = this.#fresh.get(one.id)
      this.#fresh.delete(one.id)
      if (one.is === 'later') rows.push([one.id, 0, null, one.error, one.dueAt, one.counts ? 1 : 0])
      else if (one.is === 'dead') rows.push([one.id, 2, null, one.error, 0, 1])
      else if (fresh !== undefined && fresh.about === undefined) plain.push(one.id)
      else rows.push([one.id, 1, JSON.stringify(one.platformIds), null, 0, 1])
    }
    if (plain.length > 0)
      await tx.$executeRaw`
        UPDATE Outbox SET status = 1, attempts = attempts + 1, settledAt = ${now}, payload = NULL
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(plain)}))`
    if (rows.length > 0)
      await tx.$executeRaw`
        UPDATE Outbox SET status = j.value ->> 1, platformIds = j.value ->> 2, error = j.value ->> 3, dueAt = j.value ->> 4,
          attempts = attempts + (j.value ->> 5), settledAt = ${now}, payload = CASE j.value ->> 1 WHEN 1 THEN NULL ELSE payload END
        FROM json_each(${JSON.stringify(rows)}) j WHERE Outbox.id = j.value ->> 0`
  }

  async subjectOf(tx: Tx, conversation: number, platformId: string): Promise<string | undefined> {
    const rows = await tx.$queryRaw<{ about: string }[]>`
      SELECT o.about FROM Outbox o, json_each(o.platformIds) p
      WHERE o.conversationId = ${conversation} AND o.about IS NOT NULL AND o.status = 1 AND p.value = ${platformId} LIMIT 1`
    return rows[0]?.about
  }

  // The first waiting message of each chat, where that one is due.
  async #heads(tx: Tx, account: string, now: number, limit: number, busy: ReadonlySet<number>): Promise<Waiting[]> {
    const heads: Waiting[] = []
    const seen = new Set(busy)
    for (let after = 0; heads.length < limit;) {
      const page = await tx.$queryRaw<Waiting[]>`
        SELECT id, conversationId, dueAt FROM Outbox
        WHERE status = 0 AND account = ${account} AND id > ${after} ORDER BY id LIMIT ${PAGE}`
      for (const row of page) {
        if (seen.has(row.conversationId)) continue
        seen.add(row.conversationId)
        if (row.dueAt <= now && heads.length < limit) heads.push(row)
      }
      const last = page.at(-1)
      if (last === undefined || page.length < PAGE) break
      after = last.id
    }
    return heads
  }

  async #stored(tx: Tx, heads: readonly Waiting[]): Promise<Map<number, { message: OutboxMessage; attempts: number }>> {
    const ids = heads.filter(({ id }) => !this.#fresh.has(id)).map(({ id }) => id)
    if (ids.length === 0) return new Map()
    const rows = await tx.$queryRaw<{ id: number; attempts: number; payload: string }[]>`
      SELECT id, attempts, payload FROM Outbox WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
    return new Map(
      rows.map(({ id, attempts, payload }) => [id, { message: this.#payloads.open(payload) as OutboxMessage, attempts }]),
    )
  }
}
