import { newSession, type Head, type Session } from '../flows/engine/state.ts'
import { append, EMPTY_LOG, replay, type AnswerLog, type Entry } from './answer-log.ts'
import { Cache } from './cache.ts'
import type { Tx } from './database.ts'
import type { Ids } from './ids.ts'
import { SealedJson } from './sealed-json.ts'
import type { TurnRecord } from './store.ts'
import type { Sealer } from './vault/seal.ts'

/** Conversations are spread over so many shards; on PostgreSQL a queue wakes shards, not messages. */
const SHARDS = 64
/** Sessions and addresses kept in memory; the rest sleep in the database. */
const CACHED = 4096

/** A place where a conversation happens. */
export interface Place {
  readonly account: string
  readonly address: string
}

interface Known {
  readonly account: string
  readonly version: number
  readonly session: Session
  readonly log: AnswerLog
}

/** What `Conversation.state` holds, sealed. */
type State = Head & { readonly latest?: readonly Entry[] }

/** The shard of a conversation. */
export function shardOf(conversation: number): number {
  return conversation % SHARDS
}

/**
 * Conversations with their answers. SQLite serves one process, so that what was read or written once and is still
 * cached is true; after a rollback the cache is emptied.
 */
export class ConversationTable {
  readonly #ids: Ids
  readonly #sealer: Sealer
  readonly #states: SealedJson
  readonly #pages: SealedJson
  readonly #byPlace = new Cache<string, number>(CACHED)
  readonly #addresses = new Cache<number, string>(CACHED)
  readonly #known = new Cache<number, Known>(CACHED)

  constructor(ids: Ids, sealer: Sealer) {
    this.#ids = ids
    this.#sealer = sealer
    this.#states = new SealedJson(sealer, 'head')
    this.#pages = new SealedJson(sealer, 'answer')
  }

  rolledBack(): void {
    this.#byPlace.clear()
    this.#addresses.clear()
    this.#known.clear()
  }

  /** The conversations at these places, made where there are none; in the order given. */
  async at(tx: Tx, places: readonly Place[], now: number): Promise<number[]> {
    const found = places.map((place) => this.#byPlace.get(keyOf(place)))
    const strange = new Map<string, Place>()
    places.forEach((place, i) => found[i] ?? strange.set(keyOf(place), place))
    if (strange.size === 0) return found as number[]
    const rows = [...strange.values()].map(({ account, address }) => {
      const id = this.#ids.number()
      return [
        id,
        account,
        this.#sealer.index(address, 'address'),
        this.#sealer.seal(address, 'address').toString('base64'),
        shardOf(id),
      ]
    })
    const json = JSON.stringify(rows)
    await tx.$executeRaw`
      INSERT INTO Conversation (id, account, addressIndex, address, shard, createdAt, updatedAt)
      SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, ${now}, ${now} FROM json_each(${json}) j WHERE true
      ON CONFLICT (account, addressIndex) DO NOTHING`
    const ids = await tx.$queryRaw<{ id: number; place: number }[]>`
      SELECT c.id, j.key AS place FROM json_each(${json}) j
      JOIN Conversation c ON c.account = j.value ->> 1 AND c.addressIndex = j.value ->> 2`
    const keys = [...strange.keys()]
    const local = new Map<string, number>()
    for (const { id, place } of ids) {
      const key = keys[place] ?? ''
      local.set(key, id)
      this.#byPlace.set(key, id)
      this.#addresses.set(id, strange.get(key)?.address ?? '')
    }
    return places.map((place, i) => found[i] ?? local.get(keyOf(place)) ?? 0)
  }

  /** The conversations as they stand. */
  async load(tx: Tx, conversations: readonly number[]): Promise<Map<number, Known>> {
    const loaded = new Map<number, Known>()
    const cold: number[] = []
    for (const id of conversations) {
      const known = this.#known.get(id)
      if (known === undefined) cold.push(id)
      else loaded.set(id, known)
    }
    if (cold.length === 0) return loaded
    const json = JSON.stringify(cold)
    const rows = await tx.$queryRaw<{ id: number; account: string; state: string | null; version: number; language: string }[]>`
      SELECT id, account, state, version, language FROM Conversation WHERE id IN (SELECT value FROM json_each(${json}))`
    const pages = await tx.$queryRaw<{ conversationId: number; entries: string }[]>`
      SELECT conversationId, entries FROM Answer WHERE conversationId IN (SELECT value FROM json_each(${json}))
      ORDER BY conversationId, page`
    const kept = Map.groupBy(pages, ({ conversationId }) => conversationId)
    for (const { id, account, state, version, language } of rows) {
      const known = { account, version, ...this.#opened(state, kept.get(id) ?? [], language) }
      loaded.set(id, known)
      this.#known.set(id, known)
    }
    return loaded
  }

  /** Keeps the sessions as the turns left them. */
  async save(tx: Tx, turns: readonly TurnRecord[], now: number): Promise<void> {
    // A turn that failed has emptied the cache: what is on disk is read again.
    const known = await this.load(
      tx,
      turns.map(({ conversation }) => conversation),
    )
    const states: unknown[] = []
    const pages: unknown[] = []
    const rewritten: number[] = []
    for (const { conversation, account, version, session, changes } of turns) {
      const before = known.get(conversation)?.log ?? EMPTY_LOG
      const { log, anew, added } = append(before, changes, session.answers)
      if (anew) rewritten.push(conversation)
      added.forEach((entries, i) => pages.push([conversation, log.pages - added.length + i, this.#pages.seal(entries)]))
      const state: State = { ...session.head, ...(log.latest.length > 0 && { latest: log.latest }) }
      states.push([conversation, this.#states.seal(state), version + 1, session.head.language])
      this.#known.set(conversation, { account, version: version + 1, session, log })
    }
    if (states.length > 0)
      await tx.$executeRaw`
        UPDATE Conversation SET state = j.value ->> 1, version = j.value ->> 2, language = j.value ->> 3, updatedAt = ${now}
        FROM json_each(${JSON.stringify(states)}) j WHERE Conversation.id = j.value ->> 0`
    if (rewritten.length > 0)
      await tx.$executeRaw`DELETE FROM Answer WHERE conversationId IN (SELECT value FROM json_each(${JSON.stringify(rewritten)}))`
    if (pages.length > 0)
      await tx.$executeRaw`
        INSERT INTO Answer (conversationId, page, entries)
        SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2 FROM json_each(${JSON.stringify(pages)}) j`
  }

  /** Begins these conversations anew: what was answered and talked about in them is gone; their language stays. */
  async forget(tx: Tx, conversations: readonly number[], now: number): Promise<void> {
    const json = JSON.stringify(conversations)
    await tx.$executeRaw`
      UPDATE Conversation SET state = NULL, version = version + 1, updatedAt = ${now}
      WHERE id IN (SELECT value FROM json_each(${json}))`
    await tx.$executeRaw`DELETE FROM Answer WHERE conversationId IN (SELECT value FROM json_each(${json}))`
    for (const id of conversations) this.#known.delete(id)
  }

  /** Removes these conversations with their addresses; one who writes from there again begins a new one. */
  async remove(tx: Tx, conversations: readonly number[], now: number): Promise<void> {
    await this.forget(tx, conversations, now)
    const addresses = await this.addresses(tx, conversations)
    const rows = await tx.$queryRaw<{ id: number; account: string }[]>`
      DELETE FROM Conversation WHERE id IN (SELECT value FROM json_each(${JSON.stringify(conversations)}))
      RETURNING id, account`
    for (const { id, account } of rows) {
      this.#byPlace.delete(keyOf({ account, address: addresses.get(id) ?? '' }))
      this.#addresses.delete(id)
    }
  }

  /** The platform addresses of conversations. */
  async addresses(tx: Tx, conversations: readonly number[]): Promise<Map<number, string>> {
    const found = new Map<number, string>()
    const cold: number[] = []
    for (const id of conversations) {
      const address = this.#addresses.get(id)
      if (address === undefined) cold.push(id)
      else found.set(id, address)
    }
    if (cold.length === 0) return found
    const rows = await tx.$queryRaw<{ id: number; address: string }[]>`
      SELECT id, address FROM Conversation WHERE id IN (SELECT value FROM json_each(${JSON.stringify(cold)}))`
    for (const { id, address } of rows) {
      const plain = this.#sealer.open(Buffer.from(address, 'base64'), 'address').toString()
      found.set(id, plain)
      this.#addresses.set(id, plain)
    }
    return found
  }

  #opened(state: string | null, pages: readonly { entries: string }[], language: string): Pick<Known, 'session' | 'log'> {
    if (state === null) return { session: newSession(language === 'en' ? 'en' : 'id'), log: EMPTY_LOG }
    const { latest = [], ...head } = this.#states.open(state) as State
    const older = pages.flatMap(({ entries }) => this.#pages.open(entries) as readonly Entry[])
    return { session: { head, answers: replay([...older, ...latest]) }, log: { latest, pages: pages.length } }
  }
}

function keyOf({ account, address }: Place): string {
  return `${account}\n${address}`
}
