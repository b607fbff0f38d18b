import type { Scheduler } from '../../runtime/scheduler.ts'
import { pause } from '../pause.ts'

/** What `work` resolves with; undefined when that takes longer than `ms`. */
export async function within<T>(scheduler: Scheduler, ms: number, work: Promise<T>): Promise<T | undefined> {
  const late = new AbortController()
  try {
    return await Promise.race([work, pause(scheduler, ms, late.signal).then(() => undefined)])
  } finally {
    late.abort()
  }
}

/** What `work` resolves with; undefined as soon as `signal` is aborted. The library leaves questions open that it asked before an end. */
export async function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  const done = new AbortController()
  const { promise, resolve } = Promise.withResolvers<undefined>()
  AbortSignal.any([signal, done.signal]).addEventListener('abort', () => resolve(undefined), { once: true })
  if (signal.aborted) resolve(undefined)
  try {
    return await Promise.race([work, promise])
  } finally {
    done.abort()
  }
}
