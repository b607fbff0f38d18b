import type { Clock } from '../../flows/ports.ts'
import type { Tx } from '../../storage/database.ts'
import type { DueMessage, NewEvent, Settlement, Store, TakenEvent, TurnRecord } from '../../storage/store.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { Arrival } from '../channels/channel.ts'
import type { Scheduler } from './scheduler.ts'
import { takeTurns, type TurnWorld } from './turn.ts'

/** Most events, messages or settlements of one commit. */
const BATCH = 256
/** Most events whose turns are taken in one commit: more than arrive at once, so that a backlog is worked off. */
const TAKEN = 2 * BATCH
/** After a commit that failed. */
const RETRY_MS = 250
/** So often at least it looks for what another process (the command line) has left in the database. */
const LOOK_MS = 60_000
/** Tries of noting what was sent, when the counter closes. */
const LAST_TRIES = 5

/** Takes messages to a channel account. */
export interface Outlet {
  readonly account: string
  /** how many messages may be on their way at once */
  readonly capacity: number
  /** Sends them; each ends in exactly one `settled`. Never throws. */
  offer(messages: readonly DueMessage[], settled: (message: DueMessage, settlement: Settlement) => void): void
  /** Resolves when nothing is on its way. */
  drained(): Promise<void>
}

/** An outlet, and the conversations whose head message is on its way or not yet noted as sent. */
interface Attached {
  readonly outlet: Outlet
  readonly busy: Set<number>
}

interface Settling {
  readonly attached: Attached
  readonly conversation: number
  readonly address: string
  readonly settlement: Settlement
}

/** A message that was refused for good. */
export interface RefusedMessage {
  readonly id: number
  readonly account: string
  readonly conversation: number
  /** as the platform has it: personal */
  readonly address: string
  /** why, a code */
  readonly error: string
}

interface Arriving {
  readonly arrivals: readonly Arrival[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** What a beat leaves to be done. */
interface Beat {
  readonly due: ReadonlyMap<Attached, readonly DueMessage[]>
  /** jobs may be waiting */
  readonly jobs: boolean
}

/** What the pump runs on. */
export interface PumpParts<P> {
  readonly world: TurnWorld<P>
  readonly store: Store
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly scheduler: Scheduler
  /** jobs may be waiting */
  wakeJobs(): void
  /** People have written in these conversations: in the transaction that takes their turns. */
  heard?(tx: Tx, conversations: readonly number[]): Promise<void>
  /** Messages were refused for good: in the transaction that notes it, queues what is to come of it. */
  refused?(tx: Tx, messages: readonly RefusedMessage[], now: number): Promise<void>
  /** the database refused a batch; nothing of it is lost */
  failed(error: unknown): void
}

/**
 * The heart of the way through. Each beat is one transaction: settle what was sent, take in what arrived, fire
 * timers, take the turns of every conversation that has something waiting, and pick the messages that may go out.
 * An arrival is acknowledged only after that commit.
 */
export class Pump<P> {
  readonly #parts: PumpParts<P>
  readonly #outlets = new Map<string, Attached>()
  #arriving: Arriving[] = []
  #settling: Settling[] = []
  #wanted = false
  #beating: Promise<void> | undefined
  #stopped = false
  #nextDue: number | null = 0
  #nextLook = 0
  #cancelAlarm = () => {}

  constructor(parts: PumpParts<P>) {
    this.#parts = parts
    parts.unitOfWork.onUndone(() => parts.store.rolledBack())
  }

  /** Messages for `outlet.account` go to it from now on. */
  attach(outlet: Outlet): void {
    this.#outlets.set(outlet.account, { outlet, busy: new Set() })
    this.wake()
  }

  /** Keeps arrivals durably; resolves after the commit. Fails when they could not be kept: then the platform must send them again. */
  ingest(arrivals: readonly Arrival[]): Promise<void> {
    if (this.#stopped) return Promise.reject(new Error('stopping'))
    return new Promise((resolve, reject) => {
      this.#arriving.push({ arrivals, resolve, reject })
      this.wake()
    })
  }

  /** Something in the database may be due. */
  wake(): void {
    this.#wanted = true
    this.#beating ??= this.#run()
  }

  /** The database has changed beside the pump (a job ended, a page posted): look again at what is due. */
  changed(): void {
    this.#nextDue = 0
    this.wake()
  }

  /** Takes nothing more in; resolves when the last beat has committed, settlements included. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelAlarm()
    await this.#beating
    await Promise.all([...this.#outlets.values()].map(({ outlet }) => outlet.drained()))
    for (let n = 0; n < LAST_TRIES && this.#settling.length > 0; n++) {
      this.wake()
      await this.#beating
    }
    await this.#beating
    this.#cancelAlarm()
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      // What is ready in this round of the event loop joins the beat: fewer, larger commits.
      await new Promise((resolve) => setImmediate(resolve))
      this.#wanted = false
      await this.#beat()
    }
    this.#beating = undefined
  }

  async #beat(): Promise<void> {
    let arriving: readonly Arriving[] = []
    let settling: readonly Settling[] = []
    const { unitOfWork, store, wakeJobs, failed } = this.#parts
    let beat: Beat
    try {
      beat = await unitOfWork.run((tx) => {
        // Taken as late as can be: whatever has come while the transaction was waited for belongs to this beat.
        arriving = this.#arriving.splice(0, BATCH)
        settling = this.#settling.splice(0, BATCH)
        return this.#commit(tx, arriving, settling)
      })
    } catch (error) {
      failed(error)
      for (const { reject } of arriving) reject(error)
      this.#settling.unshift(...settling)
      for (const { attached, conversation } of settling) attached.busy.add(conversation)
      // Alarms that went off in it have not gone off.
      this.#nextDue = 0
      // The database is busy or broken: try again, but not in a hot loop.
      this.#cancelAlarm()
      this.#cancelAlarm = this.#parts.scheduler.after(RETRY_MS, () => this.wake())
      return
    }
    for (const { resolve } of arriving) resolve()
    for (const [attached, messages] of beat.due) this.#offer(attached, messages)
    if (beat.jobs) wakeJobs()
    if (store.backlog || this.#arriving.length > 0 || this.#settling.length > 0) this.#wanted = true
    this.#setAlarm()
  }

  async #commit(tx: Tx, arriving: readonly Arriving[], settling: readonly Settling[]): Promise<Beat> {
    const { world, store, clock } = this.#parts
    const now = clock.now()
    await store.settle(
      tx,
      settling.map(({ settlement }) => settlement),
      now,
    )
    const dead = settling.flatMap(refusedOf)
    if (dead.length > 0) await this.#parts.refused?.(tx, dead, now)
    // Only now may the next message of these chats go: earlier, this one would be picked again.
    for (const { attached, conversation } of settling) attached.busy.delete(conversation)
    const isTimeToLook = now >= this.#nextLook
    if (isTimeToLook) {
      store.look()
      this.#nextLook = now + LOOK_MS
    }
    const alarm = isTimeToLook || (this.#nextDue !== null && this.#nextDue <= now)
    if (alarm) await store.fireTimers(tx, now, BATCH)
    const arrivals = arriving.flatMap(({ arrivals }) => arrivals.map(toEvent))
    const taken = await store.receive(tx, arrivals, now, TAKEN)
    const spoken = taken.filter(({ events }) => events.some(isSaid)).map(({ conversation }) => conversation)
    if (spoken.length > 0) await this.#parts.heard?.(tx, spoken)
    const turns: TurnRecord[] = []
    let called = false
    for (const one of taken) {
      const { record, calledPorts } = await takeTurns(world, tx, one)
      if (record !== undefined) turns.push(record)
      called ||= calledPorts
    }
    await store.commit(tx, turns, now)
    // A port may have queued a job or set something for later.
    const jobs = alarm || called || dead.length > 0 || turns.some((turn) => turn.jobs.length > 0)
    const later = turns.some((turn) => turn.timers.length > 0) || settling.some(({ settlement }) => settlement.is === 'later')
    if (jobs || later) this.#nextDue = await store.nextDue(tx, now)
    const due = new Map<Attached, readonly DueMessage[]>()
    for (const attached of this.#stopped ? [] : this.#outlets.values()) {
      const room = attached.outlet.capacity - attached.busy.size
      if (room > 0) due.set(attached, await store.due(tx, attached.outlet.account, now, Math.min(BATCH, room), attached.busy))
    }
    return { due, jobs }
  }

  #offer(attached: Attached, messages: readonly DueMessage[]): void {
    for (const { conversation } of messages) attached.busy.add(conversation)
    attached.outlet.offer(messages, ({ conversation, address }, settlement) => {
      this.#settling.push({ attached, conversation, address, settlement })
      this.wake()
    })
  }

  #setAlarm(): void {
    this.#cancelAlarm()
    if (this.#stopped) return
    const next = Math.min(this.#nextDue ?? Infinity, this.#nextLook)
    this.#cancelAlarm = this.#parts.scheduler.after(next - this.#parts.clock.now(), () => this.wake())
  }
}

function refusedOf({ attached, conversation, address, settlement }: Settling): RefusedMessage[] {
  if (settlement.is !== 'dead') return []
  return [{ id: settlement.id, account: attached.outlet.account, conversation, address, error: settlement.error }]
}

// What comes from a platform has the platform's id; what comes from ourselves has none.
function isSaid({ payload }: TakenEvent): boolean {
  return payload.platformId !== undefined
}

function toEvent({ account, address, id, event, replyTo, provenPhone, identity }: Arrival): NewEvent {
  const payload = {
    event,
    platformId: id,
    ...(replyTo !== undefined && { replyTo }),
    ...(provenPhone !== undefined && { provenPhone }),
    ...(identity !== undefined && { identity }),
  }
  return { account, address, key: id, payload }
}
