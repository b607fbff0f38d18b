import type { Clock } from '../../flows/ports.ts'
import type { Scheduler } from './scheduler.ts'

/** How fast an account may send. */
export interface Limits {
  /** messages a second over all chats; Infinity = as fast as it goes */
  readonly perSecond: number
  /** ms between two messages of one chat */
  readonly chatGapMs: number
  /** so many messages may go at once to a chat that was silent for long enough; 1 when absent */
  readonly chatBurst?: number
}

/** Holds sends back so that an account stays within its limits. */
export class Pace {
  readonly #limits: Limits
  readonly #clock: Clock
  readonly #scheduler: Scheduler
  /** when each chat would be even with its gap */
  readonly #chats = new Map<number, number>()
  #free = 0

  constructor(limits: Limits, clock: Clock, scheduler: Scheduler) {
    this.#limits = limits
    this.#clock = clock
    this.#scheduler = scheduler
  }

  /** Resolves when `chat` may send its next message. */
  async turn(chat: number): Promise<void> {
    const { perSecond, chatGapMs, chatBurst = 1 } = this.#limits
    if (perSecond === Infinity && chatGapMs === 0) return
    const now = this.#clock.now()
    const even = this.#chats.get(chat) ?? 0
    const at = Math.max(now, this.#free, even - (chatBurst - 1) * chatGapMs)
    this.#free = Math.max(now, this.#free) + 1000 / perSecond
    this.#chats.set(chat, Math.max(at, even) + chatGapMs)
    if (this.#chats.size > 10_000) for (const [key, then] of this.#chats) if (then < now) this.#chats.delete(key)
    if (at > now) await new Promise<void>((resolve) => void this.#scheduler.after(at - now, resolve))
  }
}
