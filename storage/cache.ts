/** A map that forgets its oldest entries beyond `size`; reading does not make an entry younger, writing does. */
export class Cache<K, V> extends Map<K, V> {
  readonly #size: number

  constructor(size: number) {
    super()
    this.#size = size
  }

  override set(key: K, value: V): this {
    this.delete(key)
    super.set(key, value)
    if (this.size > this.#size) {
      const oldest = this.keys().next()
      if (!oldest.done) this.delete(oldest.value)
    }
    return this
  }
}
