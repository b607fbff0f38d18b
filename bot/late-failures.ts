import type { Clock } from '../flows/ports.ts'
import { noteArrival, noteLateFailure } from '../storage/late-sends.ts'
import { afterLoss } from '../storage/lost-notices.ts'
import type { StoppedContacts } from '../storage/stopped-contacts.ts'
import type { Store } from '../storage/store.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'

/** So often a message is sent in all that a platform takes and then cannot deliver. */
const TRIES = 4

/** What following messages needs. */
export interface LateParts {
  readonly store: Store
  readonly stoppedContacts: StoppedContacts
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  /** the outbox has changed beside the pump */
  changed(): void
}

/** Why a message did not arrive after its platform had taken it. */
export interface Late {
  readonly code: string
  /** its reader can be reached no more on this channel */
  readonly stopped: boolean
  /** it may arrive if it is sent again, at the earliest after so long, ms */
  readonly againAfterMs?: number
}

/** What becomes of messages that a platform had taken. */
export interface LateNews {
  /** One did not arrive, by its key: it is sent again, or told elsewhere. Fails when it must be told again later. */
  failedLater(key: string, failure: Late): Promise<void>
  /** One that was said not to have arrived has. */
  arrivedAfterAll(key: string): Promise<void>
}

/** Follows the messages of one channel account. */
export function lateNews(account: string, { store, stoppedContacts, unitOfWork, clock, changed }: LateParts): LateNews {
  return {
    async failedLater(key, { code, stopped, againAfterMs }) {
      const message = rowOf(key)
      const outcome = await unitOfWork.run(async (tx) => {
        const now = clock.now()
        if (againAfterMs !== undefined && (await store.sendAgain(tx, account, message, now + againAfterMs, TRIES))) return 'again'
        const noted = await noteLateFailure(tx, stoppedContacts, { account, message, error: code, stopped }, now)
        const lost = noted === 'noted' ? [{ id: message, stopped }] : []
        await store.enqueue(tx, await afterLoss(tx, stoppedContacts, lost, now), now)
        return noted
      })
      changed()
      if (outcome === 'early') throw new Error('the message is not noted as sent yet')
    },
    arrivedAfterAll: (key) => unitOfWork.run((tx) => noteArrival(tx, account, rowOf(key))),
  }
}

// The parts of a long message have keys of their own: `7`, `7.1`.
function rowOf(key: string): number {
  return Number(/^\d{1,16}/.exec(key)?.[0] ?? 0)
}
