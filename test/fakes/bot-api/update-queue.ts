import { Refusal } from './refusal.ts'

/** An update, as JSON. */
export type UpdateJson = { readonly update_id: number } & Record<string, unknown>

/** How often what goes wrong on the way goes wrong: shares of all updates, 0 to 1. */
export interface DeliveryFaults {
  readonly duplicated: number
  readonly dropped: number
  /** a number in [0, 1) */
  random(): number
}

interface Waiting {
  readonly update: UpdateJson
  readonly chat: number
  /** is left out of so many answers that it should be in */
  dropped: number
  delivered: boolean
}

/** How long a dropped update stays away when nothing else happens, real ms. */
const AWAY_MS = 25
/** The first update's id: the real one does not begin with 1 either. */
const FIRST = 700_000_001

/**
 * The updates that a bot has not confirmed. As at the real one, a question with a higher offset confirms those below it;
 * a second question throws out the first (409). A dropped update keeps those behind it in its chat waiting too, and is
 * not confirmed by an offset before it was delivered.
 */
export class UpdateQueue {
  faults: DeliveryFaults = { duplicated: 0, dropped: 0, random: () => 1 }
  /** how often it happened so far */
  readonly happened = { duplicated: 0, dropped: 0 }
  #serial = FIRST
  #waiting: Waiting[] = []
  #again: UpdateJson[] = []
  #asker: { readonly wake: () => void; readonly refuse: (error: Refusal) => void } | undefined
  #timers = new Set<NodeJS.Timeout>()
  /** what was confirmed since the confirmations are lost */
  #lost: Waiting[] | undefined
  /** told of every new update */
  onUpdate: () => void = () => undefined

  /** Updates that are not confirmed. */
  get pending(): number {
    return this.#waiting.length
  }

  push(chat: number, content: Record<string, unknown>): void {
    const update = { update_id: this.#serial++, ...content }
    const dropped = this.faults.random() < this.faults.dropped ? 1 : 0
    this.happened.dropped += dropped
    this.#waiting.push({ update, chat, dropped, delivered: false })
    this.onUpdate()
    this.#asker?.wake()
  }

  /** Brings an update once more that was confirmed already. */
  repeat(update: UpdateJson): void {
    this.#again.push(update)
    this.#asker?.wake()
  }

  /** Answers getUpdates; `timeout` in real ms. Rejects when another question comes. */
  async ask(offset: number, limit: number, timeout: number, gone: AbortSignal): Promise<readonly UpdateJson[]> {
    this.#asker?.refuse(
      new Refusal(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'),
    )
    this.#forget(({ update, delivered }) => update.update_id < offset && delivered)
    const found = this.#deliver(limit)
    if (found.length > 0 || timeout === 0) return found
    return this.#wait(limit, timeout, gone)
  }

  /** The next update for a webhook of each chat that is not in `busy`, the oldest first. */
  heads(busy: ReadonlySet<number>): readonly { readonly chat: number; readonly update: UpdateJson }[] {
    const seen = new Set(busy)
    return this.#waiting.filter(({ chat }) => !seen.has(chat) && seen.add(chat))
  }

  /** A webhook has taken it. */
  confirm(update: UpdateJson): void {
    this.#forget((one) => one.update === update)
  }

  /** From now on confirmations get lost, until the bot connects again: then what they were for comes once more. */
  forgetConfirmations(): void {
    this.#lost = []
  }

  /** The bot has connected. */
  connected(): void {
    this.#waiting.unshift(...(this.#lost ?? []))
    this.#lost = undefined
    this.onUpdate()
  }

  clear(): void {
    this.#waiting = []
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#asker?.wake()
  }

  #forget(isDone: (one: Waiting) => boolean): void {
    this.#lost?.push(...this.#waiting.filter(isDone))
    this.#waiting = this.#waiting.filter((one) => !isDone(one))
  }

  #wait(limit: number, timeout: number, gone: AbortSignal): Promise<readonly UpdateJson[]> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer)
        this.#timers.delete(timer)
        gone.removeEventListener('abort', nothing)
        if (this.#asker === asker) this.#asker = undefined
        end()
      }
      const nothing = () => settle(() => resolve([]))
      const timer = setTimeout(nothing, timeout)
      this.#timers.add(timer)
      gone.addEventListener('abort', nothing)
      const asker = {
        wake: () => {
          const found = gone.aborted ? [] : this.#deliver(limit)
          if (found.length > 0) settle(() => resolve(found))
        },
        refuse: (error: Refusal) => settle(() => reject(error)),
      }
      this.#asker = asker
    })
  }

  #deliver(limit: number): UpdateJson[] {
    const held = new Set<number>()
    const found: Waiting[] = []
    for (const one of this.#waiting) {
      if (held.has(one.chat)) continue
      if (one.dropped > 0) {
        one.dropped--
        held.add(one.chat)
      } else if (found.length < limit) found.push(one)
    }
    if (held.size > 0) this.#wakeLater()
    const { duplicated, random } = this.faults
    const again = this.#again.splice(0)
    for (const one of found) {
      if (!one.delivered && random() < duplicated) {
        this.#again.push(one.update)
        this.happened.duplicated++
      }
      one.delivered = true
    }
    return [...again, ...found.map(({ update }) => update)]
  }

  #wakeLater(): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#asker?.wake()
    }, AWAY_MS)
    this.#timers.add(timer)
  }
}
