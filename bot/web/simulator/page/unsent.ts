import type { Typed } from '../../../channels/simulator/simulator-channel.ts'

/** A message that the server has not confirmed yet. */
export interface Unsent {
  readonly phoneId: string
  readonly key: string
  readonly typed: Typed
  /** what the bubble of a tapped button says */
  readonly label?: string
  /** why the server refused it, in words for the person */
  readonly error?: string
  /** trying again may help */
  readonly again?: boolean
}

const NAME = 'loket.simulator.unsent'

/**
 * The messages on their way to the server, in the order they were typed. They are in the browser's
 * storage, which all tabs share: a message outlives a reload, and whichever tab connects first sends it.
 */
export class UnsentList {
  readonly #storage: Storage

  constructor(storage: Storage) {
    this.#storage = storage
  }

  all(): Unsent[] {
    try {
      const kept: unknown = JSON.parse(this.#storage.getItem(NAME) ?? '[]')
      return Array.isArray(kept) ? (kept as Unsent[]) : []
    } catch {
      return []
    }
  }

  add(unsent: Unsent): void {
    this.#keep([...this.all(), unsent])
  }

  remove(key: string): void {
    const all = this.all()
    const others = all.filter((one) => one.key !== key)
    if (others.length < all.length) this.#keep(others)
  }

  /** Marks it as refused (or, without `refusal`, as to be tried again). */
  mark(key: string, refusal: { readonly error: string; readonly again: boolean } | undefined): void {
    this.#keep(this.all().map((one) => (one.key === key ? { ...unmarked(one), ...refusal } : one)))
  }

  #keep(all: readonly Unsent[]): void {
    this.#storage.setItem(NAME, JSON.stringify(all))
  }
}

function unmarked({ error: _error, again: _again, ...unsent }: Unsent): Unsent {
  return unsent
}
