import type { Clock } from '../../flows/ports.ts'
import type { Scheduler } from '../../bot/runtime/scheduler.ts'

/** A time that goes faster than ours: from an instant on (ms since 1970), so many times as fast. */
export interface FastTime {
  readonly since: number
  readonly speed: number
}

/** The machine's clock, faster. */
export function fastClock({ since, speed }: FastTime, { now }: Clock): Clock {
  return { now: () => Math.floor(since + (now() - since) * speed) }
}

/** The machine's timers, faster. */
export function fastScheduler({ speed }: FastTime, { after }: Scheduler): Scheduler {
  return { after: (ms, task) => after(ms / speed, task) }
}
