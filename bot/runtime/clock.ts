/** Time, as everything but this file sees it. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() }
