import { DatabaseSync } from 'node:sqlite'
import type { Sealer } from '../../storage/vault/seal.ts'

/** Everything that values are sealed for, anywhere in the house. */
const PURPOSES = [
  'person.nik',
  'person.name',
  'person.profile',
  'contact.phone',
  'consent.reply',
  'registration.answers',
  'registration.note',
  'request.answers',
  'request.note',
  'talk-line.text',
  'mandate.group',
  'one-time-code.payload',
  'notice.content',
  'document.name',
  'document.remark',
  'address',
  'inbox',
  'head',
  'answer',
  'outbox',
  'bundle',
  'timer',
  'job',
  'secret',
]
/** Sealed with keys that the master key alone does not give: of a link's token, of a file's own. */
const OTHER_KEYS = ['Link.payload', 'File.wrappedKey', 'File.findings']

/** A value of the database in plain words, and where it lies: `Person.name`. */
export interface PlainValue {
  readonly at: string
  readonly text: string
}

/**
 * Every value of the SQLite file at `path`, which nobody has open: sealed ones opened, what is sealed inside them too.
 * Fails when a column holds bytes that no known purpose opens: then the search would overlook them.
 */
export function everyValue(path: string, sealer: Sealer): PlainValue[] {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM')
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_prisma%'`)
    .all()
    .map(({ name }) => String(name))
  const values = tables.flatMap((table) =>
    database
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .flatMap((row) => Object.entries(row).flatMap(([column, value]) => plain(`${table}.${column}`, value, sealer))),
  )
  database.close()
  return values
}

function plain(at: string, value: unknown, sealer: Sealer): PlainValue[] {
  if (value === null) return []
  if (value instanceof Uint8Array) {
    if (OTHER_KEYS.includes(at)) return []
    const text = opened(value, sealer)
    if (text === undefined) throw new Error(`${at} holds what no known purpose opens`)
    return [{ at, text }, ...inside(at, text, sealer)]
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return [{ at, text }, ...inside(at, text, sealer)]
}

// Sealed values stand as base64 in text columns, and within sealed JSON.
function inside(at: string, text: string, sealer: Sealer): PlainValue[] {
  return (text.match(/[A-Za-z0-9+/]{38,}={0,2}/g) ?? []).flatMap((part) => {
    const found = opened(Buffer.from(part, 'base64'), sealer)
    return found === undefined ? [] : [{ at, text: found }, ...inside(at, found, sealer)]
  })
}

function opened(sealed: Uint8Array, sealer: Sealer): string | undefined {
  for (const purpose of PURPOSES) {
    try {
      return sealer.open(sealed, purpose).toString()
    } catch {
      // sealed for another purpose, or not sealed at all
    }
  }
  return undefined
}
