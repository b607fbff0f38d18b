import type { Scheduler } from './runtime/scheduler.ts'

/** Work done at the start and every few hours. */
export interface Sweeping {
  start(): void
  /** Begins nothing more; resolves when nothing is under way. */
  stop(): Promise<void>
}

const EVERY_MS = 6 * 3_600_000

/**
 * Sweeps up what nobody needs any more. `tasks` are done side by side; one that fails is told to `failed` and tried again
 * the next time.
 */
export function sweeping(
  scheduler: Scheduler,
  tasks: Readonly<Record<string, () => Promise<unknown>>>,
  failed: (error: unknown, task: string) => void,
): Sweeping {
  let cancel = () => {}
  let underWay: Promise<unknown> = Promise.resolve()
  const sweep = (): void => {
    const done = Object.entries(tasks).map(([name, task]) => task().catch((error: unknown) => failed(error, name)))
    underWay = Promise.all([underWay, ...done])
    cancel = scheduler.after(EVERY_MS, sweep)
  }
  return {
    start: sweep,
    async stop() {
      cancel()
      await underWay
    },
  }
}
