import type { Status } from './notification.ts'

/** Messages whose furthest status is remembered. */
const REMEMBERED = 20_000
/** How far a message has come. A failure on one device does not undo that it arrived on another. */
const FAR: Readonly<Record<string, number>> = { sent: 1, failed: 2, delivered: 3, read: 4, played: 5 }

/** What a status says that was not known. */
export type News = 'further' | 'failed' | 'arrived-after-all' | 'nothing'

/** Statuses come late, twice and in any order: the furthest counts. */
export class Statuses {
  readonly #furthest = new Map<string, number>()

  /** What `status` says beyond what was known; nothing is noted yet. */
  newsOf({ id, status }: Status): News {
    const known = this.#furthest.get(id) ?? 0
    const far = (Object.hasOwn(FAR, status) ? FAR[status] : undefined) ?? 0
    if (far <= known) return 'nothing'
    if (status === 'failed') return 'failed'
    return known === FAR.failed ? 'arrived-after-all' : 'further'
  }

  note({ id, status }: Status): void {
    this.#furthest.delete(id)
    this.#furthest.set(id, FAR[status] ?? 0)
    const [oldest] = this.#furthest.keys()
    if (this.#furthest.size > REMEMBERED && oldest !== undefined) this.#furthest.delete(oldest)
  }
}
