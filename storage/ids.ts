import type { Clock } from '../flows/ports.ts'

const EPOCH = Date.UTC(2025, 0, 1)
const PER_MILLISECOND = 4096
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Ids that rise with time and fit in 53 bits (41 of milliseconds since 2025, 12 of count), so that they
 * are exact as JavaScript numbers, sort by birth, and are the same on SQLite and PostgreSQL.
 * More than 4,096 in a millisecond borrow from the next one; a clock set back is not followed.
 */
export class Ids {
  #last: number
  readonly #clock: Clock

  /** `after` is the highest id in use, so that a clock set back over a restart repeats nothing. */
  constructor(clock: Clock, after = 0) {
    this.#clock = clock
    this.#last = after
  }

  /** The next id as a number: for inbox, outbox, jobs, conversations. */
  number(): number {
    const now = Math.max(0, this.#clock.now() - EPOCH) * PER_MILLISECOND
    this.#last = Math.max(now, this.#last + 1)
    return this.#last
  }

  /** The next id as text of 11 characters (Crockford base 32): for domain rows. Sorts by birth. */
  text(): string {
    let rest = this.number()
    let text = ''
    for (let i = 0; i < 11; i++) {
      text = ALPHABET.charAt(rest % 32) + text
      rest = Math.floor(rest / 32)
    }
    return text
  }
}
