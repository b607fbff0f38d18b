import { randomBytes } from 'node:crypto'
import type { Random } from '../../flows/ports.ts'

/** The machine's cryptographic randomness. */
export const systemRandom: Random = {
  number: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  bytes: (size) => randomBytes(size),
}
