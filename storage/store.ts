import type { Event } from '../flows/engine/input.ts'
import type { JsonObject } from '../flows/engine/json.ts'
import type { AnswerChange, Session } from '../flows/engine/state.ts'
import type { Tx } from './database.ts'

/** Something that happened, to be kept in the inbox. */
export interface NewEvent {
  readonly account: string
  /** the chat, in the platform's terms */
  readonly address: string
  /** unique within the account; a second one with the same key is dropped */
  readonly key: string
  readonly event: Event
  /** platform id of the event, where it has one */
  readonly platformId?: string
  /** platform id of the message it replies to */
  readonly replyTo?: string
  readonly provenPhone?: string
}

/** What an inbox row holds, sealed. */
export interface InboxPayload {
  readonly event: Event
  readonly platformId?: string
  readonly replyTo?: string
  readonly provenPhone?: string
}

/** An inbox row taken for its turn. */
export interface TakenEvent extends InboxPayload {
  readonly id: number
  readonly attempts: number
}

/** A conversation with the events that wait in it, in order. */
export interface Taken {
  readonly conversation: number
  readonly account: string
  readonly session: Session
  readonly version: number
  readonly events: readonly TakenEvent[]
}

/** A message on its way out, in words, not yet fitted to its channel. */
export interface OutboxMessage {
  readonly text?: string
  readonly subject?: string
  readonly choices?: readonly { readonly id: string; readonly label: string; readonly hint?: string }[]
  readonly file?: { readonly id: string; readonly name: string }
  readonly protect?: boolean
  readonly deleteInbound?: string
}

/** An outbox row due to be sent. */
export interface DueMessage {
  readonly id: number
  readonly conversation: number
  readonly address: string
  readonly attempts: number
  readonly message: OutboxMessage
}

/** How a send ended. */
export type Settlement =
  | { readonly id: number; readonly is: 'sent'; readonly platformIds: readonly string[] }
  | { readonly id: number; readonly is: 'later'; readonly dueAt: number; readonly error: string }
  | { readonly id: number; readonly is: 'dead'; readonly error: string }

/** All that a conversation's turns of one batch leave behind. */
export interface TurnRecord {
  readonly conversation: number
  readonly account: string
  readonly version: number
  readonly session: Session
  readonly changes: readonly AnswerChange[]
  readonly handled: readonly number[]
  readonly messages: readonly {
    readonly message: OutboxMessage
    readonly about?: string
    readonly to?: { readonly conversation: number; readonly account: string }
  }[]
  readonly timers: readonly { readonly name: string; readonly at: number | null; readonly data?: JsonObject }[]
  readonly jobs: readonly { readonly kind: string; readonly token: string; readonly payload: JsonObject }[]
  readonly posts: readonly Post[]
}

/** An event from one conversation (or job) to another. */
export interface Post {
  readonly conversation: number
  readonly key: string
  readonly event: Event
}

/** A job whose turn it is. */
export interface DueJob {
  readonly id: number
  readonly kind: string
  readonly token: string
  readonly conversation: number | null
  readonly attempts: number
  readonly payload: JsonObject
}

/**
 * The durable side of the way through: inbox, turn, outbox, timers, jobs. Every method runs in the transaction
 * given; set-based, so that a batch costs a handful of statements.
 */
export interface Store {
  /** Keeps events; those whose key is known already are dropped. Creates conversations as needed. */
  ingest(tx: Tx, events: readonly NewEvent[], now: number): Promise<void>
  /** Puts events into the inboxes of known conversations. */
  post(tx: Tx, posts: readonly Post[], now: number): Promise<void>
  /** The oldest waiting events, at most `limit`, with their conversations. */
  take(tx: Tx, limit: number): Promise<readonly Taken[]>
  /** Keeps what the turns came to. */
  commit(tx: Tx, turns: readonly TurnRecord[], now: number): Promise<void>
  /** Counts a failed turn; with `aside` the event is set aside for good (its payload is kept). */
  fail(tx: Tx, event: number, aside: boolean, now: number): Promise<void>
  /** The head message of each chat that may be sent now, oldest first. */
  due(tx: Tx, account: string, now: number, limit: number, except: ReadonlySet<number>): Promise<readonly DueMessage[]>
  settle(tx: Tx, settlements: readonly Settlement[], now: number): Promise<void>
  /** Turns timers that are due into events. Returns how many. */
  fireTimers(tx: Tx, now: number, limit: number): Promise<number>
  /** When the next timer, job or delayed message is due; null = none. */
  nextDue(tx: Tx): Promise<number | null>
  /** Takes due jobs, each for `leaseMs`. */
  takeJobs(tx: Tx, now: number, limit: number, leaseMs: number): Promise<readonly DueJob[]>
  /** Ends a job, with the event that tells its conversation. */
  finishJob(
    tx: Tx,
    job: DueJob,
    outcome: { readonly event?: Event; readonly error?: string; readonly retryAt?: number },
    now: number,
  ): Promise<void>
  /** Puts a job in the queue; one with the same key is not queued twice. */
  enqueue(
    tx: Tx,
    job: {
      readonly kind: string
      readonly key: string
      readonly payload: JsonObject
      readonly conversation?: number
      readonly dueAt?: number
    },
    now: number,
  ): Promise<void>
  /** The conversation at an address, made if there is none. */
  conversationAt(tx: Tx, account: string, address: string, now: number): Promise<number>
  /** What is waiting, for metrics. */
  depth(tx: Tx): Promise<{ inbox: number; outbox: number; jobs: number; setAside: number; dead: number }>
}
