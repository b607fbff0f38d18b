import type { Random } from '../../flows/ports.ts'
import { secretBytes } from './secrets.ts'

/** So many bytes are a key, or the token of a one-time link. */
const KEY_SIZE = 32

/** Randomness that is the same at every run: mulberry32. For tests only. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(number() * 256))
  return { number, bytes: (size) => (size === KEY_SIZE ? secretBytes(bytes(size)) : bytes(size)) }
}
