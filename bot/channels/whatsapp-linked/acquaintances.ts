import type { AuthRows } from './auth-state.ts'

const NUMBER = 'office-number'
const MET = 'met'

/** The kinds of values that stay when an account is forgotten: what chats there are does not end with a link. */
export const LASTING: readonly string[] = [NUMBER, MET]
/** Most that are known by heart. */
const REMEMBERED = 5000

/**
 * Who may be written to when the office has come to another number of its own. To that number everybody is a stranger,
 * officers too, until they have written to it: what waits for them, and every later notice, would go to people who have
 * never seen the number, and that is how accounts are lost. Of the first number that was ever linked nothing is asked:
 * there is no chat that did not begin there.
 */
export class Acquaintances {
  readonly #rows: Pick<AuthRows, 'get' | 'set'>
  readonly #met = new Set<string>()
  #number = ''
  #isFirst = true

  constructor(rows: Pick<AuthRows, 'get' | 'set'>) {
    this.#rows = rows
  }

  /** The account that is used from now on has this number, digits. The lease on it must be held. */
  async of(number: string): Promise<void> {
    const first = (await this.#rows.get(NUMBER, ['first'])).get('first')
    if (first === undefined) await this.#rows.set([{ kind: NUMBER, name: 'first', value: number }])
    if (number !== this.#number) this.#met.clear()
    this.#number = number
    this.#isFirst = (first ?? number) === number
  }

  /** Somebody has written. */
  async note(address: string): Promise<void> {
    if (this.#isFirst || this.#met.has(address)) return
    await this.#rows.set([{ kind: MET, name: this.#name(address), value: '1' }])
    this.#remember(address)
  }

  /** Whether somebody may be written to. */
  async has(address: string): Promise<boolean> {
    if (this.#isFirst || this.#met.has(address)) return true
    const name = this.#name(address)
    const isMet = (await this.#rows.get(MET, [name])).has(name)
    if (isMet) this.#remember(address)
    return isMet
  }

  #name(address: string): string {
    return `${this.#number} ${address}`
  }

  #remember(address: string): void {
    if (this.#met.size >= REMEMBERED) this.#met.clear()
    this.#met.add(address)
  }
}
