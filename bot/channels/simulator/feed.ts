import type { SimulatorMail, SimulatorMessage, SimulatorPhone } from '../../../storage/simulator-records.ts'

/** Something that browsers must show now. A message or mail known already is replaced. */
export type Change =
  | { readonly type: 'phones'; readonly phones: readonly SimulatorPhone[] }
  | { readonly type: 'message'; readonly message: SimulatorMessage }
  | { readonly type: 'typing'; readonly phoneId: string }
  | { readonly type: 'mail'; readonly mail: SimulatorMail }

/** Tells every open browser what changed on the simulated platform. */
export class Feed {
  readonly #watchers = new Set<(change: Change) => void>()

  /** Returns the way to stop watching. */
  watch(watcher: (change: Change) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  publish(change: Change): void {
    for (const watcher of this.#watchers) watcher(change)
  }
}
