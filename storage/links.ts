import { createHash, hkdfSync } from 'node:crypto'
import type { JsonObject } from '../flows/engine/json.ts'
import type { Random } from '../flows/ports.ts'
import type { Tx } from './database.ts'
import type { Ids } from './ids.ts'
import { decrypt, encrypt } from './vault/aead.ts'

/** Bytes of a token: 256 bits from the cryptographic random source, far above the 128 that are asked for. */
const TOKEN = 32
const SHAPE = /^[\w-]{43}$/
const MINUTE = 60_000

/** What links are made with. */
export interface LinkParts {
  readonly ids: Ids
  readonly random: Random
}

/** A one-time link to be issued. */
export interface NewLink {
  /** which page it opens: `answer`, `activation`, … */
  readonly purpose: string
  readonly agency: string
  /** what it is about: an account, a step */
  readonly subject: string
  /** the chat that it was sent to; null when there is none */
  readonly conversation: number | null
  /** how long it can be opened */
  readonly minutes: number
  readonly data?: JsonObject
}

/** A link as its bearer finds it. */
export interface OpenedLink {
  readonly id: string
  readonly purpose: string
  readonly agency: string
  readonly subject: string
  readonly conversation: number | null
  readonly data: JsonObject
  /** ms since 1970 */
  readonly expiresAt: number
  /** wrong tries counted so far */
  readonly tries: number
  readonly state: 'open' | 'expired' | 'used' | 'locked'
}

/**
 * Issues a one-time link; returns its token, 43 characters of base64url. Only the token's hash is kept, and its data
 * are sealed with a key made from the token, so that nobody but the bearer can read them.
 */
export async function issueLink(tx: Tx, { ids, random }: LinkParts, link: NewLink, now: number): Promise<string> {
  const token = Buffer.from(random.bytes(TOKEN)).toString('base64url')
  const id = ids.text()
  await tx.link.create({
    data: {
      id,
      tokenHash: hashOf(token),
      purpose: link.purpose,
      agency: link.agency,
      subject: link.subject,
      conversationId: link.conversation === null ? null : BigInt(link.conversation),
      payload: encrypt(dataKey(token), Buffer.from(JSON.stringify(link.data ?? {})), id, random),
      createdAt: BigInt(now),
      expiresAt: BigInt(now + link.minutes * MINUTE),
    },
  })
  return token
}

/** Looks at the link behind a token; null when there is none. It stays usable until `useLink`. */
export async function openLink(tx: Tx, token: string, now: number): Promise<OpenedLink | null> {
  if (!SHAPE.test(token)) return null
  const row = await tx.link.findUnique({ where: { tokenHash: hashOf(token) } })
  if (row === null) return null
  const state =
    row.usedAt !== null ? 'used' : row.lockedAt !== null ? 'locked' : Number(row.expiresAt) <= now ? 'expired' : 'open'
  const data = row.payload === null ? '{}' : Buffer.from(decrypt(dataKey(token), row.payload, row.id)).toString()
  return {
    id: row.id,
    purpose: row.purpose,
    agency: row.agency,
    subject: row.subject,
    conversation: row.conversationId === null ? null : Number(row.conversationId),
    data: JSON.parse(data) as JsonObject,
    expiresAt: Number(row.expiresAt),
    tries: row.tries,
    state,
  }
}

/** Counts a wrong try on a link, and locks it for good at the `limit`-th. Returns how many tries are left. */
export async function countTry(tx: Tx, id: string, limit: number, now: number): Promise<number> {
  const { tries } = await tx.link.update({ where: { id }, data: { tries: { increment: 1 } } })
  if (tries >= limit) await tx.link.updateMany({ where: { id, lockedAt: null }, data: { lockedAt: BigInt(now) } })
  return Math.max(0, limit - tries)
}

/** Uses a link up. False when it was not open any more: used by another request meanwhile, locked or expired. */
export async function useLink(tx: Tx, id: string, now: number): Promise<boolean> {
  const { count } = await tx.link.updateMany({
    where: { id, usedAt: null, lockedAt: null, expiresAt: { gt: BigInt(now) } },
    data: { usedAt: BigInt(now) },
  })
  return count === 1
}

/** Uses up every link of one purpose about one thing: what they were for is done. */
export async function useLinksAbout(tx: Tx, purpose: string, subject: string, now: number): Promise<void> {
  await tx.link.updateMany({ where: { purpose, subject, usedAt: null }, data: { usedAt: BigInt(now) } })
}

// The token has its full entropy: a plain hash of it cannot be searched.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function dataKey(token: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(token, 'base64url'), 'loket', 'link-data.v1', 32))
}
