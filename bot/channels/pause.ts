import type { Scheduler } from '../runtime/scheduler.ts'

/** Resolves after `ms`, or as soon as `signal` is aborted. */
export function pause(scheduler: Scheduler, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const callOff = scheduler.after(ms, over)
    signal.addEventListener('abort', over, { once: true })
    function over(): void {
      callOff()
      signal.removeEventListener('abort', over)
      resolve()
    }
  })
}
