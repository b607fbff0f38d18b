import { randomBytes } from 'node:crypto'

/** Randomness, as everything but this file sees it. */
export interface Random {
  /** a number in [0, 1) */
  number(): number
  /** unpredictable bytes, for tokens and codes */
  bytes(size: number): Uint8Array
}

/** The machine's cryptographic randomness. */
export const systemRandom: Random = {
  number: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  bytes: (size) => randomBytes(size),
}
