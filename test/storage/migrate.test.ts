import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase, sqliteAdapter } from '../../storage/database.ts'
import { migrate, migrationsList, schemaText } from '../../storage/migrate.ts'
import { withSchemaEngine } from '../../storage/schema-engine.ts'

const filters = { externalTables: [], externalEnums: [] }

async function newPath() {
  const folder = await mkdtemp(join(tmpdir(), 'loket-migrate-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'deep', 'loket.db')
}

/** What the database is made of, in SQL. */
async function shapeOf(path: string) {
  const database = await openDatabase(path)
  const rows = await database.$queryRaw<{ sql: string }[]>`
    SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY type, name`
  await database.$disconnect()
  return rows.map(({ sql }) => sql)
}

it('makes a new database, folder and all, that nobody else may look into', async () => {
  const path = await newPath()
  const { migrationDirectories } = await migrationsList()
  expect(await migrate(path)).toEqual(migrationDirectories.map((one) => one.path))
  expect((await stat(join(path, '..'))).mode & 0o077).toBe(0)
  const shape = (await shapeOf(path)).join('\n')
  for (const table of ['Inbox', 'Outbox', 'Conversation', 'Registration', 'Task', 'Audit']) expect(shape).toContain(`"${table}"`)
})

it('does nothing to a database that is up to date', async () => {
  const path = await newPath()
  await migrate(path)
  const before = await shapeOf(path)
  expect(await migrate(path)).toEqual([])
  expect(await shapeOf(path)).toEqual(before)
})

it('brings an older database up to date and keeps what is in it', async () => {
  const path = await newPath()
  const list = await migrationsList()
  const [first, ...rest] = list.migrationDirectories
  await rm(join(path, '..'), { recursive: true, force: true })
  await migrate(join(path, '..', 'elsewhere.db'))
  await withSchemaEngine(sqliteAdapter(path), await schemaText(), (engine) =>
    engine.applyMigrations({ migrationsList: { ...list, migrationDirectories: first === undefined ? [] : [first] }, filters }),
  )
  const older = await openDatabase(path)
  await older.setting.create({ data: { name: 'kept', value: 'yes' } })
  await older.$disconnect()
  expect(await migrate(path)).toEqual(rest.map((one) => one.path))
  expect(await shapeOf(path)).toEqual(await shapeOf(join(path, '..', 'elsewhere.db')))
  const newer = await openDatabase(path)
  expect(await newer.setting.findUnique({ where: { name: 'kept' } })).toEqual({ name: 'kept', value: 'yes' })
  await newer.$disconnect()
})

it('the migrations come to what the data model says', async () => {
  const [list, schema] = await Promise.all([migrationsList(), schemaText()])
  const { stdout } = await withSchemaEngine(sqliteAdapter(':memory:'), schema, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...list },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters,
    }),
  )
  expect((stdout ?? '').replace(/^\s*--.*$/gm, '').trim()).toBe('')
})

it('refuses what is no database, and says so', async () => {
  const path = await newPath()
  await migrate(path)
  const folder = join(path, '..')
  await expect(migrate(folder)).rejects.toThrow(/unable to open|SQLITE|database/i)
})

it('leaves a database alone that a newer version has changed', async () => {
  const path = await newPath()
  await migrate(path)
  const database = new Sqlite(path)
  onTestFinished(() => void database.close())
  database.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count)
    VALUES ('1', '', '9999_later', 1, 1, 1)`)
  await expect(migrate(path)).rejects.toThrow(/newer Loket.*restore the backup/)
})

it('says that somebody has the database for themselves', async () => {
  const path = await newPath()
  await migrate(path)
  const database = new Sqlite(path)
  onTestFinished(() => void database.close())
  database.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE')
  await expect(migrate(path)).rejects.toThrow(/in use: .*wait until other commands have ended/)
})
