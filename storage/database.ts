import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient, type Prisma } from './generated/sqlite/client.ts'

/** The Prisma client of one installation. */
export type Database = PrismaClient

/** What repositories run on: inside or outside a transaction. */
export type Tx = Prisma.TransactionClient

/**
 * Opens the SQLite database at `path`, which `migrate` has prepared.
 * WAL with synchronous=FULL: a commit that returned survives a power cut. Another process may write too (the command
 * line while the counter runs): a transaction waits for its turn at its beginning. What is deleted or replaced is overwritten
 * with zeros: a key that was erased is in no backup that is made later.
 */
export async function openDatabase(path: string): Promise<Database> {
  const database = new PrismaClient({ adapter: writing(sqliteAdapter(path)), errorFormat: 'minimal' })
  for (const pragma of [
    'journal_mode=WAL',
    'synchronous=FULL',
    'wal_autocheckpoint=16000',
    'cache_size=-32000',
    'secure_delete=ON',
  ])
    await database.$queryRawUnsafe(`PRAGMA ${pragma}`)
  return database
}

/**
 * Opens the database for oneself alone until it is closed: nobody else can read or write it meanwhile. Fails with
 * DatabaseInUse while another process (a counter, a command) has it open.
 */
export async function openAlone(path: string): Promise<Database> {
  const database = new PrismaClient({ adapter: sqliteAdapter(path), errorFormat: 'minimal' })
  try {
    // Without WAL an exclusive lock, once taken, is kept (SQLite, PRAGMA locking_mode); leaving WAL takes nobody else being there.
    for (const pragma of ['locking_mode=EXCLUSIVE', 'journal_mode=DELETE', 'synchronous=FULL'])
      await database.$queryRawUnsafe(`PRAGMA ${pragma}`)
    await database.$transaction(async (tx) => tx.setting.updateMany({ where: { name: '' }, data: { value: '' } }))
    return database
  } catch (error) {
    await database.$disconnect()
    throw isLocked(error) ? new DatabaseInUse() : error
  }
}

/** Whether it failed because somebody else holds the database. */
export function isLocked(error: unknown): boolean {
  return /locked|busy|SocketTimeout|P1008/i.test(String(error))
}

/** Somebody else has the database open. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
  constructor() {
    super('the database is in use: stop the counter, and wait until other commands have ended')
  }
}

/** Writes the database anew, so that nothing of what was deleted or replaced is left in its file. */
export async function compact(path: string): Promise<void> {
  const connection = await sqliteAdapter(path).connect()
  try {
    await connection.executeScript('PRAGMA journal_mode=DELETE; VACUUM;')
  } finally {
    await connection.dispose()
  }
}

/** Prisma's driver adapter for the SQLite file at `path`; also what migrations run on. */
export function sqliteAdapter(path: string): PrismaBetterSqlite3 {
  return new PrismaBetterSqlite3({ url: `file:${path}` })
}

// The adapter's BEGIN takes the write lock at the first write, and fails there when somebody else has written since the
// first read. BEGIN IMMEDIATE takes it at once, or waits (better-sqlite3: at most 5 s) until it is free.
function writing(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  const { provider, adapterName } = factory
  return { provider, adapterName, connect: async () => atOnce(await factory.connect()) }
}

function atOnce(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const begin = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (isolation) => {
    const transaction = await begin(isolation)
    try {
      for (const sql of ['ROLLBACK', 'BEGIN IMMEDIATE']) await transaction.executeRaw({ sql, args: [], argTypes: [] })
      return transaction
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }
  return adapter
}
