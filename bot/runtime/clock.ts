import type { Clock } from '../../flows/ports.ts'

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() }
