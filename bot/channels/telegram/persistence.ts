import type { Log } from '../../runtime/log.ts'
import type { Scheduler } from '../../runtime/scheduler.ts'
import { pause } from '../pause.ts'
import { BotApiRefusal } from './bot-api.ts'

const MINUTE = 60_000
/** Nothing but a new token helps: look again now and then, for the operator who has mended it at Telegram's side. */
const WRONG_TOKEN_MS = 5 * MINUTE
/** Two programs at one bot take turns in throwing each other out: do not make it a race. */
const CONFLICT_MS = 15_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = MINUTE

/** What is wrong with the bot, for those who can do something about it. */
export type Trouble =
  /** Telegram does not know the token */
  | 'bot-unknown'
  /** another program takes the messages */
  | 'bot-elsewhere'

/** What waiting is done with. */
export interface PersistenceParts {
  readonly account: string
  readonly log: Log
  readonly scheduler: Scheduler
  /** the bot is in trouble that only people can end */
  alert(trouble: Trouble): void
  /** when it is aborted nothing is tried any more */
  readonly signal: AbortSignal
}

/** Tries again and again what Telegram does not do at once, ever more slowly, and tells the operator what is wrong. */
export class Persistence {
  readonly #parts: PersistenceParts
  #failures = 0

  constructor(parts: PersistenceParts) {
    this.#parts = parts
  }

  /** Does `work` until it has been done once, or there is to be an end. Never rejects. */
  async until(work: () => Promise<unknown>): Promise<void> {
    while (!this.#parts.signal.aborted) if (await this.attempt(work)) return
  }

  /** Does `work`; resolves with whether it went well, after a pause when it did not. Never rejects. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    const { scheduler, signal } = this.#parts
    try {
      await work()
      this.#failures = 0
      return true
    } catch (error) {
      if (!signal.aborted) await pause(scheduler, this.#told(error), signal)
      return false
    }
  }

  // Says what is wrong; gives how long to wait, ms.
  #told(error: unknown): number {
    const { account, log, alert } = this.#parts
    const tries = ++this.#failures
    if (error instanceof BotApiRefusal) {
      const { status, retryAfter } = error
      if (status === 401 || status === 404) {
        log.error({ account, status }, 'Telegram does not know this bot: get the token from BotFather and set TELEGRAM_BOT_TOKEN')
        alert('bot-unknown')
        return WRONG_TOKEN_MS
      }
      if (status === 409) {
        log.error({ account, status }, 'another program takes the messages of this bot: stop one of the two')
        alert('bot-elsewhere')
        return CONFLICT_MS
      }
      log.warn({ account, status, tries }, 'Telegram refused a call')
      if (retryAfter !== undefined) return 1000 * retryAfter
    } else log.warn({ account, tries, error }, 'messages from Telegram wait: something is not reached or not ready')
    return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 10))
  }
}
