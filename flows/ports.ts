/** Time, as everything but its one implementation sees it. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number
}

/** Randomness, as everything but its one implementation sees it. */
export interface Random {
  /** a number in [0, 1) */
  number(): number
  /** unpredictable bytes, for tokens, codes and nonces */
  bytes(size: number): Uint8Array
}
