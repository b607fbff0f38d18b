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
  readonly payload: InboxPayload
}

/** What an inbox row holds, sealed. */
export interface InboxPayload {
  readonly event: Event
  /** platform id of the event, where it has one */
  readonly platformId?: string
  /** platform id of the message it replies to */
  readonly replyTo?: string
  /** the phone number that the platform vouches for, E.164 */
  readonly provenPhone?: string
  /** the platform's own, lasting id of who writes */
  readonly identity?: string
}

/** An inbox row taken for its turn. */
export interface TakenEvent {
  readonly id: number
  readonly attempts: number
  readonly payload: InboxPayload
}

/** A conversation with the events that wait in it, in order. */
export interface Taken {
  readonly conversation: number
  readonly account: string
  readonly session: Session
  readonly version: number
  readonly events: readonly TakenEvent[]
}

/** A stored file, and the name it is sent under. */
export interface StoredFile {
  readonly id: string
  readonly name: string
}

/** A message on its way out, in words, not yet fitted to its channel. */
export interface OutboxMessage {
  readonly text?: string
  readonly subject?: string
  readonly choices?: readonly { readonly id: string; readonly label: string; readonly hint?: string }[]
  readonly file?: StoredFile
  /** further files that go with it as one message, where the channel can */
  readonly album?: readonly StoredFile[]
  /** label of a button that shares the person's own phone number, where the channel has one */
  readonly contact?: string
  readonly protect?: boolean
  /** platform id of a received message to be removed */
  readonly deleteInbound?: string
  /** the notice that it tells, where it comes unasked */
  readonly notice?: string
}

/** A message for the outbox, and what it is about. */
export interface NewMessage {
  readonly message: OutboxMessage
  readonly about?: string
  /** the notice that it tells, where that is followed up */
  readonly noticeId?: string
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
  /** `counts`: whether it counts as one of the message's tries */
  | { readonly id: number; readonly is: 'later'; readonly dueAt: number; readonly error: string; readonly counts: boolean }
  | { readonly id: number; readonly is: 'dead'; readonly error: string }

/** What the turns of one conversation in one batch came to. */
export interface TurnRecord {
  readonly conversation: number
  readonly account: string
  /** of the conversation as it was taken */
  readonly version: number
  readonly session: Session
  /** what the turns changed in the answers of `session`, in order */
  readonly changes: readonly AnswerChange[]
  /** inbox ids that are done with */
  readonly handled: readonly number[]
  readonly messages: readonly NewMessage[]
  /** `at` null = cancel */
  readonly timers: readonly { readonly name: string; readonly at: number | null; readonly data?: JsonObject }[]
  readonly jobs: readonly { readonly kind: string; readonly token: string; readonly payload: JsonObject }[]
}

/** An event for a known conversation, from a job, a page, a timer or another conversation. */
export interface Post {
  readonly conversation: number
  /** the same post is kept once */
  readonly key: string
  readonly event: Event
}

/** A job to be queued; one with the same key is not queued twice. */
export interface NewJob {
  readonly kind: string
  readonly key: string
  readonly payload: JsonObject
  /** where its result goes as an event, under `token` */
  readonly conversation?: number
  readonly token?: string
  /** ms since 1970; now when absent */
  readonly dueAt?: number
}

/** A job whose turn it is. */
export interface DueJob {
  readonly id: number
  readonly kind: string
  readonly token: string
  readonly conversation: number | null
  /** this try included */
  readonly attempts: number
  readonly payload: JsonObject
}

/** How a job's try ended. */
export type JobEnd =
  | { readonly is: 'done'; readonly event?: Event }
  | { readonly is: 'again'; readonly at: number; readonly error: string }
  | { readonly is: 'given-up'; readonly event?: Event; readonly error: string }

/** What is to be forgotten because its owner's data are erased. */
export interface Forgotten {
  /** of these everything goes: answers, what waits to be heard, sent or done */
  readonly conversations: readonly number[]
  /** of these only what is open in them: an officer had somebody's data before him */
  readonly sessions: readonly number[]
  /** unsent messages about these subjects (task ids) go, whoever they were for */
  readonly about: readonly string[]
}

/** How much waits. */
export interface Depth {
  readonly inbox: number
  readonly outbox: number
  readonly jobs: number
  /** events and messages that were given up, kept for a human */
  readonly setAside: number
  readonly dead: number
}

/**
 * The durable side of the way through: inbox, turn, outbox, timers, jobs. Every method runs in the transaction given,
 * with set-based statements, so that a batch costs a handful of them.
 */
export interface Store {
  /**
   * Keeps new events (those with a known key are dropped; conversations are made as needed) and takes the oldest
   * waiting ones, these included, at most `limit`. The caller must hand back every event taken, in this
   * transaction: in `commit` as handled, or with `leave` or `fail`.
   */
  receive(tx: Tx, events: readonly NewEvent[], now: number, limit: number): Promise<readonly Taken[]>
  /** Keeps what the turns came to. */
  commit(tx: Tx, turns: readonly TurnRecord[], now: number): Promise<void>
  /** These wait for the next batch. */
  leave(tx: Tx, events: readonly TakenEvent[]): Promise<void>
  /** The turn failed: try again, or set the event aside for a human; its payload is kept. */
  fail(tx: Tx, event: TakenEvent, aside: boolean, now: number): Promise<void>
  /** Whether events are known to wait still. */
  readonly backlog: boolean
  post(tx: Tx, posts: readonly Post[], now: number): Promise<void>
  /** Puts messages into the outbox of a conversation beside its turns (an e-mail). */
  send(
    tx: Tx,
    to: { readonly conversation: number; readonly account: string },
    messages: readonly NewMessage[],
    now: number,
  ): Promise<void>
  /** The head messages of the chats that may be sent to now, oldest first; chats in `busy` have one under way. */
  due(tx: Tx, account: string, now: number, limit: number, busy: ReadonlySet<number>): Promise<readonly DueMessage[]>
  settle(tx: Tx, settlements: readonly Settlement[], now: number): Promise<void>
  /**
   * Lets a message that was sent go out once more at `dueAt`, unless it has had `tries` tries, or its words are not known any
   * more: they are for a while, in this process. Whether it does.
   */
  sendAgain(tx: Tx, account: string, id: number, dueAt: number, tries: number): Promise<boolean>
  /**
   * Takes back what waits to be sent to a conversation; gives the notices that were among it. A message that is on its way
   * already ends unnoted.
   */
  withdraw(tx: Tx, conversation: number): Promise<readonly string[]>
  /** What the message that the platform knows as `platformId` is about. */
  subjectOf(tx: Tx, conversation: number, platformId: string): Promise<string | undefined>
  /** Turns timers that are due into events. */
  fireTimers(tx: Tx, now: number, limit: number): Promise<void>
  /** When the next timer is due, or a job or message that has to wait beyond `now`; null = none. */
  nextDue(tx: Tx, now: number): Promise<number | null>
  takeJobs(tx: Tx, now: number, limit: number, leaseMs: number): Promise<readonly DueJob[]>
  /** Notes how a try ended; false when another try has taken over meanwhile: then nothing is noted. */
  endJob(tx: Tx, job: DueJob, end: JobEnd, now: number): Promise<boolean>
  enqueue(tx: Tx, jobs: readonly NewJob[], now: number): Promise<void>
  /** Whether one of these jobs waits or runs. */
  isUnderWay(tx: Tx, keys: readonly string[]): Promise<boolean>
  /** The conversation at an address, made if there is none. */
  conversationAt(tx: Tx, account: string, address: string, now: number): Promise<number>
  /** A conversation as it stands, for a page that belongs to it. */
  session(tx: Tx, conversation: number): Promise<{ readonly account: string; readonly session: Session } | undefined>
  /** Empties conversations: they begin anew, in their language. What was sent already is only known by its id. */
  forget(tx: Tx, forgotten: Forgotten, now: number): Promise<void>
  /** Removes conversations with their addresses; who writes from there again begins a new one. */
  remove(tx: Tx, conversations: readonly number[], now: number): Promise<void>
  /** To be called once at start: what a process that is gone had leased is free again. */
  recover(tx: Tx): Promise<void>
  /** Another process may have left something: the next `receive` reads what waits. */
  look(): void
  /** A savepoint within this transaction was rolled back: what was cached since it is forgotten. */
  undone(): void
  /** Deletes what has been done with since before `before`: the dedupe keys of events, sent messages, ended jobs. */
  purge(tx: Tx, before: number): Promise<void>
  /** A transaction did not commit: what was cached in it is forgotten. */
  rolledBack(): void
  depth(tx: Tx): Promise<Depth>
}
