import type { Clock, Random } from '../../flows/ports.ts'
import type { DueMessage, Settlement } from '../../storage/store.ts'
import { SendError, type Channel, type OutgoingFile } from '../channels/channel.ts'
import { fit } from './fit.ts'
import type { Outlet } from './pump.ts'
import type { Pace } from './pace.ts'

/** Messages on their way at once on one account. */
const AT_ONCE = 256
/** After so many tries of a message that may be tried again, it is given up: about an hour after the first. */
const TRIES = 20
/** So often somebody is asked to write before a message that waits for it is given up. */
const INVITATIONS = 20
/** Why a message was given up whose reader blocked us or left. */
export const CONTACT_STOPPED = 'contact-stopped'
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 5 * 60_000
const ACCOUNT_DOWN_MS = 30_000

/** What an outlet needs besides its channel. */
export interface OutletParts {
  readonly clock: Clock
  readonly random: Random
  readonly pace: Pace
  /** the bytes of a stored file */
  openFile(id: string): Promise<{ readonly bytes: Uint8Array; readonly mime: string }>
  /** counts and logs; carries ids only */
  observe(send: {
    readonly account: string
    readonly id: number
    readonly outcome: string
    readonly ms: number
    readonly error?: unknown
  }): void
}

/** The one sender of a channel account: paced, in order within a chat, retried by the kind of failure. */
export class ChannelOutlet implements Outlet {
  readonly account: string
  readonly capacity = AT_ONCE
  #onTheirWay = 0
  readonly #channel: Channel
  readonly #parts: OutletParts
  #idle: (() => void)[] = []

  constructor(channel: Channel, parts: OutletParts) {
    this.account = channel.account
    this.#channel = channel
    this.#parts = parts
  }

  offer(messages: readonly DueMessage[], settled: (message: DueMessage, settlement: Settlement) => void): void {
    for (const message of messages) {
      this.#onTheirWay++
      void this.#deliver(message).then((settlement) => {
        this.#onTheirWay--
        settled(message, settlement)
        if (this.#onTheirWay === 0) for (const resolve of this.#idle.splice(0)) resolve()
      })
    }
  }

  /** Resolves when nothing is on its way. */
  async drained(): Promise<void> {
    if (this.#onTheirWay > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  // Never rejects: every end of a send is a settlement.
  async #deliver(due: DueMessage): Promise<Settlement> {
    const { clock, pace, observe } = this.#parts
    const begun = clock.now()
    let outcome: Settlement
    let error: unknown
    try {
      const parts = fit(String(due.id), due.message, this.#channel.capabilities, await this.#files(due))
      const platformIds: string[] = []
      for (const part of parts) {
        await pace.turn(due.conversation)
        platformIds.push(...(await this.#channel.send(due.address, part)))
      }
      outcome = { id: due.id, is: 'sent', platformIds }
    } catch (caught) {
      error = caught
      outcome = this.#afterFailure(due, caught)
    }
    observe({
      account: this.account,
      id: due.id,
      outcome: outcome.is,
      ms: clock.now() - begun,
      ...(error !== undefined && { error }),
    })
    return outcome
  }

  #files({ message: { file, album = [] } }: DueMessage): Promise<OutgoingFile[]> {
    const files = file === undefined ? [] : [file, ...album]
    return Promise.all(files.map(async ({ id, name }) => ({ name, ...(await this.#parts.openFile(id)) })))
  }

  #afterFailure(due: DueMessage, error: unknown): Settlement {
    const { clock, random } = this.#parts
    const failure = error instanceof SendError ? error.failure : ({ kind: 'retryable' } as const)
    const later = (ms: number, counts: boolean): Settlement => {
      return { id: due.id, is: 'later', dueAt: Math.ceil(clock.now() + ms), error: failure.kind, counts }
    }
    switch (failure.kind) {
      // Neither is the message's fault: it waits as long as it takes.
      case 'throttled':
        return later(failure.retryAfterMs, false)
      case 'account-down':
        return later(ACCOUNT_DOWN_MS, false)
      // Each try is an invitation to write: not without end.
      case 'waits-for-person':
        if (due.attempts + 1 >= INVITATIONS) return { id: due.id, is: 'dead', error: 'unanswered' }
        return later(failure.retryAfterMs, true)
      case 'retryable': {
        if (due.attempts + 1 >= TRIES) return { id: due.id, is: 'dead', error: 'retryable' }
        const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** due.attempts)
        return later(wait * (0.5 + random.number() / 2), true)
      }
      case 'contact-stopped':
        return { id: due.id, is: 'dead', error: CONTACT_STOPPED }
      case 'final':
        return { id: due.id, is: 'dead', error: failure.code }
    }
  }
}
