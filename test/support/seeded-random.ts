import type { Random } from '../../flows/ports.ts'

/** Randomness that is the same at every run: mulberry32. For tests only. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { number, bytes: (size) => Uint8Array.from({ length: size }, () => Math.floor(number() * 256)) }
}
