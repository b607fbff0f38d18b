import { join } from 'node:path'
import Database from 'better-sqlite3'

/** A durable map from chat to JSON: the state storage that every rival with SQLite gets. */
export interface KeyValue {
  get(key: string): string | undefined
  set(key: string, json: string): void
  delete(key: string): void
  close(): void
}

/** Opens it in `directory`. WAL with synchronous=FULL: `set` has returned when the row is on the disk. */
export function openKeyValue(directory: string): KeyValue {
  const database = new Database(join(directory, 'state.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE state (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID')
  const select = database.prepare<[string], string>('SELECT json FROM state WHERE key = ?').pluck()
  const upsert = database.prepare('INSERT INTO state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json')
  const remove = database.prepare('DELETE FROM state WHERE key = ?')
  return {
    get: (key) => select.get(key),
    set: (key, json) => void upsert.run(key, json),
    delete: (key) => void remove.run(key),
    close: () => database.close(),
  }
}
