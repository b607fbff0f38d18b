import type { Sealer } from './vault/seal.ts'

/** JSON values sealed as base64 text, the form in which the tables of the hot way keep them. */
export class SealedJson {
  readonly #sealer: Sealer
  readonly #purpose: string

  /** `purpose` binds the values to their column. */
  constructor(sealer: Sealer, purpose: string) {
    this.#sealer = sealer
    this.#purpose = purpose
  }

  seal(value: unknown): string {
    return this.#sealer.seal(JSON.stringify(value), this.#purpose).toString('base64')
  }

  /** Fails with Unsealable when the value was altered or sealed with another key. */
  open(sealed: string): unknown {
    return JSON.parse(this.#sealer.open(Buffer.from(sealed, 'base64'), this.#purpose).toString())
  }
}
