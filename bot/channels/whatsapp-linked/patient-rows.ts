import type { Scheduler } from '../../runtime/scheduler.ts'
import { pause } from '../pause.ts'
import type { AuthRows } from './auth-state.ts'

const RETRY_MS = 500

/**
 * Rows that wait for a database which is busy or full. To the library a key that cannot be read is a key that is not
 * there: it would begin sessions anew, and refuse messages that it could read a moment later. Only what can never be done
 * fails: another process has the account, or there is an end.
 */
export function patientRows(rows: AuthRows, scheduler: Scheduler, signal: AbortSignal): AuthRows {
  async function persist<T>(work: () => Promise<T>): Promise<T> {
    for (;;)
      try {
        return await work()
      } catch (error) {
        if (signal.aborted || (error instanceof Error && error.name === 'LeaseLost')) throw error
        await pause(scheduler, RETRY_MS, signal)
      }
  }
  return {
    get: (kind, names) => persist(() => rows.get(kind, names)),
    set: (changes) => persist(() => rows.set(changes)),
    forget: () => persist(() => rows.forget()),
  }
}
