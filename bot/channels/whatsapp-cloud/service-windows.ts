const HOUR = 3_600_000
/** Meta counts 24 hours from when it got the message; a little less, so that none arrives too late. */
const OPEN_FOR = 24 * HOUR - 5 * 60_000
/** People whose last message is remembered. */
const REMEMBERED = 20_000

/**
 * Who has written in the last 24 hours: only they can be sent what is no template
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows).
 */
export class ServiceWindows {
  readonly #lastHeard: (address: string) => Promise<number | undefined>
  readonly #heard = new Map<string, number>()

  /** `lastHeard` tells when somebody last wrote, ms since 1970, also before this process began. */
  constructor(lastHeard: (address: string) => Promise<number | undefined>) {
    this.#lastHeard = lastHeard
  }

  /** Somebody has written, at `at` ms since 1970. */
  heard(address: string, at: number): void {
    this.#heard.set(address, Math.max(at, this.#heard.get(address) ?? 0))
    const [oldest] = this.#heard.keys()
    if (this.#heard.size > REMEMBERED && oldest !== undefined) this.#heard.delete(oldest)
  }

  /** Meta says that it is closed. */
  close(address: string): void {
    this.#heard.set(address, 0)
  }

  /** Whether it is known, without asking further, that somebody's window is open. */
  isKnownOpen(address: string, now: number): boolean {
    return now - (this.#heard.get(address) ?? 0) < OPEN_FOR
  }

  async isOpen(address: string, now: number): Promise<boolean> {
    if (!this.#heard.has(address)) {
      const at = await this.#lastHeard(address)
      // They may have written while it was looked up.
      if (at !== undefined) this.heard(address, at)
    }
    return this.isKnownOpen(address, now)
  }
}
