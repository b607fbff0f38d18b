import { readFile, readdir } from 'node:fs/promises'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseInUse, isLocked, sqliteAdapter } from './database.ts'
import { withSchemaEngine } from './schema-engine.ts'

const PRISMA_FOLDER = fileURLToPath(new URL('../prisma/', import.meta.url))
const MIGRATIONS = join(PRISMA_FOLDER, 'migrations')

/** What the schema engine is told of our migrations. */
export type MigrationsList = Awaited<ReturnType<typeof migrationsList>>

/** Reads `prisma/migrations` in the shape the schema engine takes. */
export async function migrationsList() {
  const names = (await readdir(MIGRATIONS, { withFileTypes: true }))
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort()
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(MIGRATIONS, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(MIGRATIONS, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  }
}

/** The data model as text. */
export function schemaText(): Promise<string> {
  return readFile(join(PRISMA_FOLDER, 'schema.prisma'), 'utf8')
}

/**
 * Brings the SQLite database at `path` to the newest migration. Call it before the database is
 * opened: the schema engine locks the file for itself. When there is nothing to apply the
 * engine is not even loaded, so that a usual start stays fast.
 * Returns the names of the migrations applied. Fails with DatabaseTooNew when a newer Loket has changed the database, and with
 * DatabaseInUse when somebody has it for themselves alone.
 */
export async function migrate(path: string): Promise<string[]> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const list = await migrationsList()
  const applied = await appliedMigrations(path).catch((error: unknown) => {
    throw isLocked(error) ? new DatabaseInUse() : error
  })
  const known = new Set<unknown>(list.migrationDirectories.map((m) => m.path))
  if ([...applied].some((name) => !known.has(name))) throw new DatabaseTooNew()
  if (list.migrationDirectories.every((m) => applied.has(m.path))) return []
  const filters = { externalTables: [], externalEnums: [] }
  const result = await withSchemaEngine(sqliteAdapter(path), await schemaText(), (engine) =>
    engine.applyMigrations({ migrationsList: list, filters }),
  )
  return result.appliedMigrationNames
}

/** A newer Loket has changed the database; this one would not know what its rows mean. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew'
  constructor() {
    super('the database is of a newer Loket: start that one, or restore the backup from before it (docs/operations.md)')
  }
}

async function appliedMigrations(path: string): Promise<Set<unknown>> {
  const connection = await sqliteAdapter(path).connect()
  const query = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] })
  try {
    const table = await query(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`)
    if (table.rows.length === 0) return new Set()
    const done = await query(`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`)
    return new Set(done.rows.map((row) => row[0]))
  } finally {
    await connection.dispose()
  }
}
