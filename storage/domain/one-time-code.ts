import { timingSafeEqual } from 'node:crypto'
import type { JsonObject } from '../../flows/engine/json.ts'
import { readCode } from '../../flows/fields/one-time-code.ts'
import type { Random } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import type { Ids } from '../ids.ts'
import type { Sealer } from '../vault/seal.ts'
import { openObject, sealObject } from './columns.ts'

const MINUTE = 60_000
/** How long a code can be used (NIST SP 800-63B-4 on out-of-band secrets: at most ten minutes). */
export const CODE_MINUTES = 10
/** How often a code may be guessed at: five of a million. */
const TRIES = 5
/** So many codes may be asked for within so many minutes, so that asking again buys few more guesses. */
const ISSUES = { count: 3, minutes: 30 }
/** Four random bytes below this are split evenly among the million codes. */
const EVEN = Math.floor(2 ** 32 / 1e6) * 1e6
const DRAWS = 100

/** What codes are made with. */
export interface CodeParts {
  readonly ids: Ids
  readonly sealer: Sealer
  readonly random: Random
}

/** Whom a code is for, and what it allows: a code is looked up by both, unless it is typed where nobody is known (`findCode`). */
export interface CodePlace {
  /** `phone-change` */
  readonly purpose: string
  /** the account, or the blind index, that it was made for */
  readonly subject: string
}

/** How a guess went. `left`: tries left; `gone`: none was open, or it is now closed. */
export type CodeTry =
  | { readonly outcome: 'right'; readonly data: JsonObject }
  | { readonly outcome: 'wrong'; readonly left: number }
  | { readonly outcome: 'gone' }

/** Six digits, all of them equally likely (NIST SP 800-63B-4: an out-of-band secret has at least six). */
export function sixDigits(random: Random): string {
  for (let i = 0; i < DRAWS; i++) {
    const drawn = Buffer.from(random.bytes(4)).readUInt32BE(0)
    if (drawn < EVEN) return String(drawn % 1e6).padStart(6, '0')
  }
  throw new Error(`no even number in ${DRAWS} draws`)
}

/**
 * Makes a code, in place of any made for the same before; gives it, to be told once, or null when so many were asked
 * for already that somebody may be guessing. Only its keyed hash is kept, with `data` sealed beside it.
 */
export async function issueCode(
  tx: Tx,
  parts: CodeParts,
  { purpose, subject, data }: CodePlace & { readonly data: JsonObject },
  now: number,
): Promise<string | null> {
  const place = { purpose, subject }
  // What is too old to count has long been over, too.
  await tx.oneTimeCode.deleteMany({ where: { createdAt: { lte: BigInt(now - ISSUES.minutes * MINUTE) } } })
  if ((await tx.oneTimeCode.count({ where: place })) >= ISSUES.count) return null
  await closeCodes(tx, place, now)
  const code = sixDigits(parts.random)
  const id = parts.ids.text()
  await tx.oneTimeCode.create({
    data: {
      id,
      ...place,
      codeHash: hashOf(parts, id, code).toString('hex'),
      payload: sealObject(parts.sealer, data, 'one-time-code.payload'),
      createdAt: BigInt(now),
      expiresAt: BigInt(now + CODE_MINUTES * MINUTE),
    },
  })
  return code
}

/** Tries a code that was typed: a right one is used up, a wrong one is counted, and the last wrong one closes it. */
export async function tryCode(tx: Tx, parts: CodeParts, place: CodePlace, typed: string, now: number): Promise<CodeTry> {
  const { purpose, subject } = place
  const open = { purpose, subject, usedAt: null, expiresAt: { gt: BigInt(now) }, tries: { lt: TRIES } }
  const row = await tx.oneTimeCode.findFirst({ where: open, orderBy: { id: 'desc' } })
  if (row === null) return { outcome: 'gone' }
  const right = timingSafeEqual(Buffer.from(row.codeHash, 'hex'), hashOf(parts, row.id, readCode(typed) ?? ''))
  if (!right) {
    const { tries } = await tx.oneTimeCode.update({ where: { id: row.id }, data: { tries: { increment: 1 } } })
    return tries >= TRIES ? { outcome: 'gone' } : { outcome: 'wrong', left: TRIES - tries }
  }
  if (!(await useCode(tx, row.id, now))) return { outcome: 'gone' }
  return { outcome: 'right', data: openObject(parts.sealer, row.payload, 'one-time-code.payload') }
}

/**
 * Finds an open code by its digits alone, where it is typed by somebody who is not known yet. Nothing here counts the wrong
 * guesses: the caller does, by chat and over all. Two people may have been given the same digits by chance: then it is
 * nobody's.
 */
export async function findCode(
  tx: Tx,
  parts: CodeParts,
  purpose: string,
  typed: string,
  now: number,
): Promise<{ readonly id: string; readonly data: JsonObject } | null> {
  const open = { purpose, usedAt: null, expiresAt: { gt: BigInt(now) }, tries: { lt: TRIES } }
  const rows = await tx.oneTimeCode.findMany({ where: open, orderBy: { id: 'asc' } })
  const digits = readCode(typed) ?? ''
  const found = rows.filter(({ id, codeHash }) => timingSafeEqual(Buffer.from(codeHash, 'hex'), hashOf(parts, id, digits)))
  const [row] = found
  if (row === undefined || found.length > 1) return null
  return { id: row.id, data: openObject(parts.sealer, row.payload, 'one-time-code.payload') }
}

/** Uses a code up; false when somebody else just has. */
export async function useCode(tx: Tx, id: string, now: number): Promise<boolean> {
  const { count } = await tx.oneTimeCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: BigInt(now) } })
  return count === 1
}

/** Closes every open code for something: what they were for is done, or is not wanted any more. */
export async function closeCodes(tx: Tx, { purpose, subject }: CodePlace, now: number): Promise<void> {
  await tx.oneTimeCode.updateMany({ where: { purpose, subject, usedAt: null }, data: { usedAt: BigInt(now) } })
}

/** Closes every open code that was made for somebody, whatever for: it may have been seen by whoever should not have it. */
export async function closeAllCodes(tx: Tx, subject: string, now: number): Promise<void> {
  await tx.oneTimeCode.updateMany({ where: { subject, usedAt: null }, data: { usedAt: BigInt(now) } })
}

// Keyed, and different for the same digits in another row: a million codes are quickly tried against a plain hash.
function hashOf({ sealer }: CodeParts, id: string, code: string): Buffer {
  return Buffer.from(sealer.index(`${id}\n${code}`, 'one-time-code'), 'hex')
}
