import type { Tx } from '../database.ts'
import type { Sealer } from '../vault/seal.ts'

const MINUTE = 60_000

/** How many wrong tries there may be, and how long it is locked after the last of them. */
export interface Limit {
  readonly tries: number
  readonly minutes: number
}

/** Counts wrong tries of one thing by one subject: a log-in by NIK, an invitation code by chat. */
export class Attempts {
  readonly #tx: Tx
  readonly #subject: string
  readonly #limit: Limit
  readonly #now: number

  /** `what` names the thing tried, `by` whom it is counted for; only a blind index of both is kept. */
  constructor(tx: Tx, sealer: Sealer, what: string, by: string, limit: Limit, now: number) {
    this.#tx = tx
    this.#subject = sealer.index(`${what}\n${by}`, 'attempt')
    this.#limit = limit
    this.#now = now
  }

  /** Whether it is locked now. */
  async locked(): Promise<boolean> {
    return (await this.#count()) >= this.#limit.tries
  }

  /** Counts a wrong try; true when it is locked now. The lock lasts from the try that brought it about. */
  async miss(): Promise<boolean> {
    const before = await this.#count()
    const count = before + 1
    if (before >= this.#limit.tries) return true
    const locked = count >= this.#limit.tries
    const windowStart = BigInt(this.#now)
    await this.#tx.attempt.upsert({
      where: { subject: this.#subject },
      create: { subject: this.#subject, count, windowStart },
      update: before === 0 || locked ? { count, windowStart } : { count },
    })
    return locked
  }

  /** Forgets the wrong tries: it was right at last. */
  async forget(): Promise<void> {
    await this.#tx.attempt.deleteMany({ where: { subject: this.#subject } })
  }

  // Tries are counted from the first one on; when their time is over, so are they.
  async #count(): Promise<number> {
    const row = await this.#tx.attempt.findUnique({ where: { subject: this.#subject } })
    return row === null || this.#now >= Number(row.windowStart) + this.#limit.minutes * MINUTE ? 0 : row.count
  }
}
