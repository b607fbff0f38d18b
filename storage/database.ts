import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaClient, type Prisma } from './generated/sqlite/client.ts'

/** The Prisma client of one installation. */
export type Database = PrismaClient

/** What repositories run on: inside or outside a transaction. */
export type Tx = Prisma.TransactionClient

/**
 * Opens the SQLite database at `path`, which `migrate` has prepared.
 * WAL with synchronous=FULL: a commit that returned survives a power cut.
 */
export async function openDatabase(path: string): Promise<Database> {
  const database = new PrismaClient({ adapter: sqliteAdapter(path) })
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'wal_autocheckpoint=4000', 'cache_size=-32000'])
    await database.$queryRawUnsafe(`PRAGMA ${pragma}`)
  return database
}

/** Prisma's driver adapter for the SQLite file at `path`; also what migrations run on. */
export function sqliteAdapter(path: string): PrismaBetterSqlite3 {
  return new PrismaBetterSqlite3({ url: `file:${path}` })
}
