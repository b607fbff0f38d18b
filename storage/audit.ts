import { createHash } from 'node:crypto'
import type { JsonObject } from '../flows/engine/json.ts'
import type { Tx } from './database.ts'

/** What the first row carries in place of a hash before it. */
const BEGINNING = '0'.repeat(64)
/** Rows checked at once. */
const PAGE = 1000

/** Something that somebody saw or did. It names rows by their ids, never a person by a value. */
export interface AuditEntry {
  readonly agency: string
  /** `officer:<id>`, `conversation:<id>`, `system` */
  readonly actor: string
  /** what was done: `registration.submitted`, `task.viewed` */
  readonly action: string
  /** id of the row that it was done to */
  readonly subject: string
  readonly detail?: JsonObject
}

/** Whether the chain holds; `head` is the newest row's hash, to be kept elsewhere: a chain cut off at its end holds. */
export type AuditVerdict =
  | { readonly holds: true; readonly rows: number; readonly head: string }
  /** the first row that does not follow from the one before */
  | { readonly holds: false; readonly brokenAt: number }

/** Adds a row that carries the hash of the one before, so that none can be altered or taken out unseen. */
export async function appendAudit(tx: Tx, entry: AuditEntry, now: number): Promise<void> {
  const last = await tx.audit.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
  const row = {
    seq: (last?.seq ?? 0n) + 1n,
    at: BigInt(now),
    agency: entry.agency,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    detail: JSON.stringify(entry.detail ?? {}),
    prevHash: last?.hash ?? BEGINNING,
  }
  await tx.audit.create({ data: { ...row, hash: hashOf(row) } })
}

/** Recomputes the whole chain. */
export async function verifyAudit(tx: Tx): Promise<AuditVerdict> {
  let [seq, hash] = [0n, BEGINNING]
  for (;;) {
    const rows = await tx.audit.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: PAGE })
    for (const row of rows) {
      const follows = row.seq === seq + 1n && row.prevHash === hash && row.hash === hashOf(row)
      if (!follows) return { holds: false, brokenAt: Number(row.seq) }
      ;({ seq, hash } = row)
    }
    if (rows.length < PAGE) return { holds: true, rows: Number(seq), head: hash }
  }
}

interface Hashed {
  readonly seq: bigint
  readonly at: bigint
  readonly agency: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: string
  readonly prevHash: string
}

// An array has one spelling in JSON, and `detail` is hashed as the text that was kept: no key order to agree on.
function hashOf({ seq, at, agency, actor, action, subject, detail, prevHash }: Hashed): string {
  const canonical = JSON.stringify([String(seq), String(at), agency, actor, action, subject, detail])
  return createHash('sha256').update(prevHash).update(canonical).digest('hex')
}
