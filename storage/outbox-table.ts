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

/** A message just written, and the bundle that holds it. */
interface Fresh extends NewMessage {
  readonly bundle?: number
}

interface Kept {
  readonly message: OutboxMessage
  readonly attempts: number
}

interface Waiting {
  readonly id: number
  readonly conversationId: number
  readonly dueAt: number
}

/**
 * The outbox: in order within a chat; a message that waits for another try holds back its chat only.
 * Messages written together are sealed together, as a bundle: sealing one by one would cost more than all the rest of the
 * writing. A bundle goes when its last message is sent; a message that must wait or is refused for good takes its part
 * out of it first, so that nobody's words stay for another's sake.
 */
export class OutboxTable {
  readonly #ids: Ids
  readonly #payloads: SealedJson
  readonly #bundles: SealedJson
  readonly #conversations: ConversationTable
  readonly #fresh = new Cache<number, Fresh>(CACHED)
  /** the last messages that were sent, for a platform that finds out afterwards that it cannot deliver one */
  readonly #sent = new Cache<number, OutboxMessage>(CACHED)
  /** how many messages of each bundle are still to be sent, where this is known */
  readonly #unsent = new Map<number, number>()

  constructor(ids: Ids, sealer: Sealer, conversations: ConversationTable) {
    this.#ids = ids
    this.#payloads = new SealedJson(sealer, 'outbox')
    this.#bundles = new SealedJson(sealer, 'bundle')
    this.#conversations = conversations
  }

  rolledBack(): void {
    this.#fresh.clear()
    this.#sent.clear()
    this.#unsent.clear()
  }

  async add(tx: Tx, parcels: readonly Parcel[], now: number): Promise<void> {
    const rows: unknown[] = []
    const bundled: (readonly [id: number, message: OutboxMessage])[] = []
    const isBundle = parcels.reduce((sum, { messages }) => sum + messages.length, 0) > 1
    let bundle: number | undefined
    for (const { conversation, account, messages } of parcels)
      for (const { message, about, noticeId } of messages) {
        const id = this.#ids.number()
        if (isBundle) {
          bundle ??= id
          bundled.push([id, message])
        }
        this.#fresh.set(id, { message, ...(about !== undefined && { about }), ...(bundle !== undefined && { bundle }) })
        const payload = isBundle ? null : this.#payloads.seal(message)
        rows.push([id, account, conversation, payload, bundle ?? null, about ?? null, noticeId ?? null])
      }
    if (rows.length === 0) return
    if (bundle !== undefined) {
      this.#unsent.set(bundle, bundled.length)
      await tx.$executeRaw`INSERT INTO Bundle (id, messages) VALUES (${bundle}, ${this.#bundles.seal(bundled)})`
    }
    await tx.$executeRaw`
      INSERT INTO Outbox (id, account, conversationId, payload, bundle, about, noticeId, createdAt)
      SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6, ${now}
      FROM json_each(${JSON.stringify(rows)}) j`
  }

  async due(tx: Tx, account: string, now: number, limit: number, busy: ReadonlySet<number>): Promise<DueMessage[]> {
    const heads = await this.#heads(tx, account, now, limit, busy)
    if (heads.length === 0) return []
    const addresses = await this.#conversations.addresses(
      tx,
      heads.map(({ conversationId }) => conversationId),
    )
    const messages = await this.#messages(tx, heads)
    return heads.map(({ id, conversationId }) => {
      const { message, attempts } = messages.get(id) ?? { message: {}, attempts: 0 }
      return { id, conversation: conversationId, address: addresses.get(conversationId) ?? '', attempts, message }
    })
  }

  async settle(tx: Tx, settlements: readonly Settlement[], now: number): Promise<void> {
    if (settlements.length === 0) return
    // Most messages are sent at once and are about nothing that a reply could mean: of these only the end is noted.
    const plain: number[] = []
    const rows: unknown[] = []
    const kept = await this.#messages(
      tx,
      settlements.filter(({ is }) => is !== 'sent'),
    )
    const spent: number[] = []
    let strange = false
    for (const one of settlements) {
      const fresh = this.#fresh.get(one.id)
      this.#fresh.delete(one.id)
      if (fresh !== undefined && one.is === 'sent') this.#sent.set(one.id, fresh.message)
      if (fresh === undefined) strange = true
      else if (fresh.bundle !== undefined && this.#takeFrom(fresh.bundle)) spent.push(fresh.bundle)
      const own = kept.get(one.id)
      const payload = own && this.#payloads.seal(own.message)
      if (one.is === 'later') rows.push([one.id, 0, null, one.error, one.dueAt, one.counts ? 1 : 0, payload])
      else if (one.is === 'dead') rows.push([one.id, 2, null, one.error, 0, 1, payload])
      else if (fresh !== undefined && fresh.about === undefined) plain.push(one.id)
      else rows.push([one.id, 1, JSON.stringify(one.platformIds), null, 0, 1, null])
    }
    if (plain.length > 0)
      await tx.$executeRaw`
        UPDATE Outbox SET status = 1, attempts = attempts + 1, settledAt = ${now}, payload = NULL, bundle = NULL
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(plain)}))`
    if (rows.length > 0)
      await tx.$executeRaw`
        UPDATE Outbox SET status = j.value ->> 1, platformIds = j.value ->> 2, error = j.value ->> 3, dueAt = j.value ->> 4,
          attempts = attempts + (j.value ->> 5), settledAt = ${now}, payload = j.value ->> 6, bundle = NULL
        FROM json_each(${JSON.stringify(rows)}) j WHERE Outbox.id = j.value ->> 0`
    if (spent.length > 0)
      await tx.$executeRaw`DELETE FROM Bundle WHERE id IN (SELECT value FROM json_each(${JSON.stringify(spent)}))`
    // Written by a process that is gone, or too long ago: nobody has counted.
    if (strange)
      await tx.$executeRaw`DELETE FROM Bundle WHERE id NOT IN (SELECT bundle FROM Outbox WHERE status = 0 AND bundle IS NOT NULL)`
  }

  async sendAgain(tx: Tx, account: string, id: number, dueAt: number, tries: number): Promise<boolean> {
    const message = this.#sent.get(id)
    if (message === undefined) return false
    const again = await tx.$queryRaw<{ about: string | null }[]>`
      UPDATE Outbox SET status = 0, payload = ${this.#payloads.seal(message)}, platformIds = NULL, settledAt = NULL, dueAt = ${dueAt}
      WHERE id = ${id} AND account = ${account} AND status = 1 AND attempts < ${tries} RETURNING about`
    const [row] = again
    if (row === undefined) return false
    this.#sent.delete(id)
    this.#fresh.set(id, { message, ...(row.about !== null && { about: row.about }) })
    return true
  }

  /**
   * Takes back what has not been sent to these conversations, or is about one of these subjects, also what was refused
   * for good. One that is on its way already ends unnoted.
   */
  async forget(tx: Tx, conversations: readonly number[], about: readonly string[]): Promise<void> {
    this.#sent.clear()
    const rows = await tx.$queryRaw<{ id: number; bundle: number | null }[]>`
      DELETE FROM Outbox WHERE status <> 1 AND (
        conversationId IN (SELECT value FROM json_each(${JSON.stringify(conversations)}))
        OR about IN (SELECT value FROM json_each(${JSON.stringify(about)})))
      RETURNING id, bundle`
    await this.#taken(tx, rows)
  }

  /** Takes back what waits to be sent to a conversation; gives the notices that were among it. */
  async withdraw(tx: Tx, conversation: number): Promise<readonly string[]> {
    const rows = await tx.$queryRaw<{ id: number; bundle: number | null; noticeId: string | null }[]>`
      DELETE FROM Outbox WHERE status = 0 AND conversationId = ${conversation} RETURNING id, bundle, noticeId`
    if (rows.length > 0) await this.#taken(tx, rows)
    return [...new Set(rows.flatMap(({ noticeId }) => noticeId ?? []))]
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

  async #taken(tx: Tx, rows: readonly { readonly id: number; readonly bundle: number | null }[]): Promise<void> {
    for (const { id, bundle } of rows) {
      this.#fresh.delete(id)
      if (bundle !== null) this.#takeFrom(bundle)
    }
    await this.#stripBundles(tx)
  }

  // Whether the bundle was emptied by it.
  #takeFrom(bundle: number): boolean {
    const left = (this.#unsent.get(bundle) ?? 0) - 1
    if (left > 0) this.#unsent.set(bundle, left)
    else this.#unsent.delete(bundle)
    return left === 0
  }

  // Bundles hold several chats' messages, those that were sent already included: only what still waits stays in them.
  async #stripBundles(tx: Tx): Promise<void> {
    const waiting = await tx.$queryRaw<{ id: number }[]>`SELECT id FROM Outbox WHERE status = 0 AND bundle IS NOT NULL`
    const kept = new Set(waiting.map(({ id }) => id))
    for (const { id, messages } of await tx.$queryRaw<{ id: number; messages: string }[]>`SELECT id, messages FROM Bundle`) {
      const all = this.#bundles.open(messages) as [id: number, message: OutboxMessage][]
      const left = all.filter(([message]) => kept.has(message))
      if (left.length === 0) await tx.$executeRaw`DELETE FROM Bundle WHERE id = ${id}`
      else if (left.length < all.length)
        await tx.$executeRaw`UPDATE Bundle SET messages = ${this.#bundles.seal(left)} WHERE id = ${id}`
    }
  }

  async #messages(tx: Tx, of: readonly { readonly id: number }[]): Promise<Map<number, Kept>> {
    const found = new Map<number, Kept>()
    const cold: number[] = []
    for (const { id } of of) {
      const fresh = this.#fresh.get(id)
      if (fresh === undefined) cold.push(id)
      else found.set(id, { message: fresh.message, attempts: 0 })
    }
    if (cold.length === 0) return found
    const rows = await tx.$queryRaw<{ id: number; attempts: number; payload: string | null; bundle: number | null }[]>`
      SELECT id, attempts, payload, bundle FROM Outbox WHERE id IN (SELECT value FROM json_each(${JSON.stringify(cold)}))`
    const bundles = await tx.$queryRaw<{ messages: string }[]>`
      SELECT messages FROM Bundle WHERE id IN (SELECT value FROM json_each(${JSON.stringify(rows.map(({ bundle }) => bundle))}))`
    const bundled = new Map(bundles.flatMap(({ messages }) => this.#bundles.open(messages) as [number, OutboxMessage][]))
    for (const { id, attempts, payload } of rows) {
      const message = payload === null ? bundled.get(id) : (this.#payloads.open(payload) as OutboxMessage)
      if (message !== undefined) found.set(id, { message, attempts })
    }
    return found
  }
}
