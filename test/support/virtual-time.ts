import type { Scheduler } from '../../bot/runtime/scheduler.ts'
import type { Clock } from '../../flows/ports.ts'

/** A clock that stands still until a test moves it, and the waits that hang on it. */
export class VirtualTime implements Clock, Scheduler {
  #now: number
  #waits: { readonly at: number; readonly task: () => void }[] = []

  /** Starts on a Monday at ten in the morning in Pekalongan (WIB), unless told otherwise. */
  constructor(now = Date.UTC(2026, 10, 23, 3, 0)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(ms: number, task: () => void): () => void {
    const wait = { at: this.#now + Math.max(0, ms), task }
    this.#waits.push(wait)
    return () => {
      this.#waits = this.#waits.filter((one) => one !== wait)
    }
  }

  /** Moves the clock to the end of a span, running what falls due on the way, in order. */
  pass(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const next = this.#waits.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#waits = this.#waits.filter((one) => one !== next)
      this.#now = Math.max(this.#now, next.at)
      next.task()
    }
    this.#now = until
  }
}
