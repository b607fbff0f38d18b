import type { AuthRows } from './auth-state.ts'

/** Most chats that are known by heart. */
const REMEMBERED = 5000

/** Who has written to us, by phone number: nobody else is written to first. */
export class Chats {
  readonly #rows: Pick<AuthRows, 'get' | 'set'>
  readonly #known = new Map<string, string>()

  constructor(rows: Pick<AuthRows, 'get' | 'set'>) {
    this.#rows = rows
  }

  /** Somebody whose number WhatsApp tells has written. */
  async note(phone: string, address: string): Promise<void> {
    if (this.#known.get(phone) === address) return
    await this.#rows.set([{ kind: 'chat', name: phone, value: address }])
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    this.#known.set(phone, address)
  }

  /** The chat of a number (E.164) that has written to us. */
  async of(phone: string): Promise<string | undefined> {
    return this.#known.get(phone) ?? (await this.#rows.get('chat', [phone])).get(phone)
  }
}
