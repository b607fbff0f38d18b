/** Numbers that look random and are the same for the same seed. */
export interface Seeded {
  /** 0 to below 1 */
  number(): number
  between(low: number, high: number): number
  /** whole numbers, both ends included */
  integer(low: number, high: number): number
  pick<T>(list: readonly [T, ...T[]]): T
}

/** mulberry32: small, fast, and good enough to draw with. */
export function seeded(seed: number): Seeded {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    number,
    between: (low, high) => low + number() * (high - low),
    integer: (low, high) => low + Math.floor(number() * (high - low + 1)),
    pick: (list) => list[Math.floor(number() * list.length)] ?? list[0],
  }
}
