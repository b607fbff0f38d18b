import type { Json } from '../flows/engine/json.ts'
import { newSession, type AnswerChange, type Head, type Session } from '../flows/engine/state.ts'
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
}

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
  readonly #heads: SealedJson
  readonly #values: SealedJson
  readonly #byPlace = new Cache<string, number>(CACHED)
  readonly #addresses = new Cache<number, string>(CACHED)
  readonly #known = new Cache<number, Known>(CACHED)

  constructor(ids: Ids, sealer: Sealer) {
    this.#ids = ids
    this.#sealer = sealer
    this.#heads = new SealedJson(sealer, 'head')
    this.#values = new SealedJson(sealer, 'answer')
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
    const heads = await tx.$queryRaw<{ id: number; account: string; state: string | null; version: number; language: string }[]>`
      SELECT id, account, state, version, language FROM Conversation WHERE id IN (SELECT value FROM json_each(${json}))`
    const answers = await tx.$queryRaw<{ conversationId: number; frame: number; step: string; value: string }[]>`
      SELECT conversationId, frame, step, value FROM Answer WHERE conversationId IN (SELECT value FROM json_each(${json}))`
    const kept = new Map<number, { [seq: number]: { [step: string]: Json } }>()
    for (const { conversationId, frame, step, value } of answers) {
      let frames = kept.get(conversationId)
      if (frames === undefined) kept.set(conversationId, (frames = {}))
      const steps = (frames[frame] ??= {})
      steps[step] = this.#values.open(value) as Json
    }
    for (const { id, account, state, version, language } of heads) {
      const session: Session =
        state === null
          ? newSession(language === 'en' ? 'en' : 'id')
          : { head: this.#heads.open(state) as Head, answers: kept.get(id) ?? {} }
      const known = { account, version, session }
      loaded.set(id, known)
      this.#known.set(id, known)
    }
    return loaded
  }

  /** Keeps the sessions as the turns left them. */
  async save(tx: Tx, turns: readonly TurnRecord[], now: number): Promise<void> {
    const heads: unknown[] = []
    const answers: unknown[] = []
    const forgotten: unknown[] = []
    for (const { conversation, account, version, session, changes } of turns) {
      heads.push([conversation, this.#heads.seal(session.head), version + 1, session.head.language])
      for (const { frame, step, value } of lastChanges(changes))
        if (value === undefined) forgotten.push([conversation, frame, step ?? null])
        else answers.push([conversation, frame, step, this.#values.seal(value)])
      this.#known.set(conversation, { account, version: version + 1, session })
    }
    if (heads.length > 0)
      await tx.$executeRaw`
        UPDATE Conversation SET state = j.value ->> 1, version = j.value ->> 2, language = j.value ->> 3, updatedAt = ${now}
        FROM json_each(${JSON.stringify(heads)}) j WHERE Conversation.id = j.value ->> 0`
    if (forgotten.length > 0)
      await tx.$executeRaw`
        DELETE FROM Answer WHERE (conversationId, frame, step) IN (
          SELECT a.conversationId, a.frame, a.step FROM json_each(${JSON.stringify(forgotten)}) j
          JOIN Answer a ON a.conversationId = j.value ->> 0 AND a.frame = j.value ->> 1
          WHERE j.value ->> 2 IS NULL OR a.step = j.value ->> 2)`
    if (answers.length > 0)
      await tx.$executeRaw`
        INSERT INTO Answer (conversationId, frame, step, value)
        SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3 FROM json_each(${JSON.stringify(answers)}) j WHERE true
        ON CONFLICT (conversationId, frame, step) DO UPDATE SET value = excluded.value`
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
}

// The last word on each answer; forgetting a frame outweighs what was said of it before.
function lastChanges(changes: readonly AnswerChange[]): readonly AnswerChange[] {
  if (changes.length < 2) return changes
  const last = new Map<string, AnswerChange>()
  for (const change of changes) {
    if (change.step === undefined) for (const key of last.keys()) if (key.startsWith(`${change.frame}.`)) last.delete(key)
    last.set(`${change.frame}.${change.step ?? ''}`, change)
  }
  return [...last.values()]
}

function keyOf({ account, address }: Place): string {
  return `${account}\n${address}`
}
