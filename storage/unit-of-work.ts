import type { Database, Tx } from './database.ts'

interface Waiting {
  readonly work: (tx: Tx) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Most pieces of work that share one commit. */
const BATCH = 64
/** A batch is short; these only keep a stuck one from hanging for ever. */
const LIMITS = { maxWait: 30_000, timeout: 60_000 }

/**
 * The one way to the database. Pieces of work that are waiting at the same moment share one
 * transaction, and so one sync to disk (group commit); each has a savepoint, so that one that fails is
 * undone alone. `run` resolves after the commit.
 *
 * Nothing may use the Prisma client beside it: SQLite's adapter has a single connection, and a query
 * from outside would run inside whatever transaction happens to be open.
 */
export class UnitOfWork {
  readonly #database: Database
  readonly #undone: (() => void)[] = []
  #waiting: Waiting[] = []
  #running: Promise<void> | undefined

  constructor(database: Database) {
    this.#database = database
  }

  /** Runs `work` in a transaction. Fails with what `work` or the commit fails with; then nothing of it is kept. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: (value) => resolve(value as T), reject })
      this.#running ??= this.#drain()
    })
  }

  /** Calls `listener` whenever work was rolled back, before anybody hears of it: caches may hold what never came to be. */
  onUndone(listener: () => void): void {
    this.#undone.push(listener)
  }

  /** Resolves when nothing waits or runs; then closes the database. */
  async close(): Promise<void> {
    await this.#running
    await this.#database.$disconnect()
  }

  async #drain(): Promise<void> {
    // Let everything that is ready in this round of the event loop join the first batch.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, BATCH))
    this.#running = undefined
  }

  async #commit(batch: Waiting[]): Promise<void> {
    const settled: (() => void)[] = []
    try {
      await this.#database.$transaction(async (tx) => {
        for (const { work, resolve, reject } of batch) {
          if (batch.length > 1) await tx.$executeRawUnsafe('SAVEPOINT work')
          try {
            const value = await work(tx)
            if (batch.length > 1) await tx.$executeRawUnsafe('RELEASE work')
            settled.push(() => resolve(value))
          } catch (error) {
            if (batch.length === 1) throw error
            await tx.$executeRawUnsafe('ROLLBACK TO work')
            await tx.$executeRawUnsafe('RELEASE work')
            this.#tellUndone()
            settled.push(() => reject(error))
          }
        }
      }, LIMITS)
    } catch (error) {
      this.#tellUndone()
      for (const { reject } of batch) reject(error)
      return
    }
    for (const settle of settled) settle()
  }

  #tellUndone(): void {
    for (const listener of this.#undone) listener()
  }
}
