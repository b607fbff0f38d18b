import type { Clock } from '../../flows/ports.ts'
import type { Scheduler } from './scheduler.ts'

/** How fast an account may send. */
export interface Limits {
  /** messages a second over all chats; Infinity = as fast as it goes */
  readonly perSecond: number
  /** ms between two messages of one chat */
  readonly chatGapMs: number
}

/** Holds sends back so that an account stays within its limits. */
export class Pace {
  readonly #limits: Limits
  readonly #clock: Clock
  readonly #scheduler: Scheduler
  readonly #chats = new Map<number, number>()
  #free = 0

  constructor(limits: Limits, clock: Clock, scheduler: Scheduler) {
    this.#limits = limits
    this.#clock = clock
    this.#scheduler = scheduler
  }

  /** Resolves when `chat` may send its next message. */
  async turn(chat: number): Promise<void> {
    const { perSecond, chatGapMs } = this.#limits
    if (perSecond === Infinity && chatGapMs === 0) return
    const now = this.#clock.now()
    const at = Math.max(now, this.#free, (this.#chats.get(chat) ?? 0) + chatGapMs)
    this.#free = Math.max(now, this.#free) + 1000 / perSecond
    this.#chats.set(chat, at)
    if (this.#chats.size > 10_000) for (const [key, last] of this.#chats) if (last + chatGapMs < now) this.#chats.delete(key)
    if (at > now) await new Promise<void>((resolve) => void this.#scheduler.after(at - now, resolve))
  }
}
