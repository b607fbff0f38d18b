import type { Event } from '../../flows/engine/input.ts'
import type { Limits } from '../runtime/pace.ts'

/** What a channel can do; the runtime renders messages down to it. */
export interface Capabilities {
  /** how many buttons fit under a message; 0 = none: choices become numbered text */
  readonly buttons: number
  /** how many rows a list may have; 0 = none */
  readonly list: number
  /** a button with which people share their own phone number */
  readonly contact: boolean
  readonly deleteInbound: boolean
  readonly typing: boolean
  /** characters */
  readonly maxText: number
  readonly maxCaption: number
  /** characters of a message with choices under it, where fewer fit than in a plain one */
  readonly maxChoiceText?: number
  /** characters of a button's label, where a button has room for fewer than a row of a list */
  readonly maxButton?: number
  /** below a file only buttons fit: a list, or a button that shares the number, needs a message of its own */
  readonly underFile?: 'buttons'
  /** bytes; of all files of one message together */
  readonly maxFile: number
  /** how many files one message may have; one when absent */
  readonly album?: number
}

/** Something that happened on the platform, as the adapter hands it over. */
export interface Arrival {
  /** which of our accounts on the platform, e.g. `simulator`, `telegram:8812` */
  readonly account: string
  /** the chat it happened in, in the platform's own terms */
  readonly address: string
  /** the platform's id of it, unique within the account: a redelivery carries the same */
  readonly id: string
  /** `replyTo` is the platform id of the message it quotes */
  readonly event: Event
  readonly replyTo?: string
  /** the phone number that the platform itself vouches for, E.164 */
  readonly provenPhone?: string
  /** the platform's own, lasting id of who writes, where the address can come to somebody else (a phone number) */
  readonly identity?: string
}

/** A button or list row; `id` comes back as a `choice` event, at most 64 bytes. */
export interface Button {
  readonly id: string
  readonly label: string
  readonly hint?: string
}

/** A file on its way out. */
export interface OutgoingFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/** One message to be sent, already in words and already small enough for the channel. */
export interface Outgoing {
  /** the same for every try: the platform (or the adapter) sends it once */
  readonly key: string
  readonly text: string
  readonly subject?: string
  readonly buttons?: { readonly as: 'buttons' | 'list'; readonly rows: readonly Button[] }
  readonly file?: OutgoingFile
  /** further files of the same message; only where the channel has albums, and then without buttons */
  readonly album?: readonly OutgoingFile[]
  /** label of a button that shares the person's own phone number; `buttons` beside it may come back as their words */
  readonly contact?: string
  readonly protect?: boolean
  /** platform id of a received message to be removed from the chat before this is sent */
  readonly deleteInbound?: string
  /** the notice that it tells, where it comes unasked: `decision` */
  readonly notice?: string
}

/** Takes arrivals in durably. Acknowledge to the platform only after it has returned. */
export type Sink = (arrivals: readonly Arrival[]) => Promise<void>

/**
 * One connection to a platform. It keeps no state but its auth; order, retries, pacing and
 * deduplication are the runtime's.
 */
export interface Channel {
  readonly account: string
  readonly capabilities: Capabilities
  /** how fast the platform lets it send; as fast as it goes when absent */
  readonly limits?: Limits
  start(sink: Sink): Promise<void>
  /** Sends one message; resolves with the platform's ids of it. Fails with a SendError. */
  send(address: string, message: Outgoing): Promise<readonly string[]>
  /** Shows that an answer is on its way. Never fails. */
  typing?(address: string): void
  /** The chat of a phone number (E.164), where addresses follow from numbers; undefined when it has none. May take time. */
  addressOf?(phone: string): Promise<string | undefined>
  /** A link that opens our chat here with these words (letters, digits, spaces) ready to be sent; undefined while none is known. */
  invite?(words: string): string | undefined
  /** The bytes of a received file, which are the caller's own; fails with FileTooLarge beyond `max` bytes. */
  fetch(ref: string, max: number): Promise<Uint8Array>
  /** Stops taking in; resolves when nothing is under way. */
  stop(): Promise<void>
}

/** Why a send failed, and so what the runtime does about it. */
export type SendFailure =
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  | { readonly kind: 'retryable' }
  /** this message can never be sent */
  | { readonly kind: 'final'; readonly code: string }
  /** the person blocked us or left */
  | { readonly kind: 'contact-stopped' }
  /** nothing can be sent on this account for now */
  | { readonly kind: 'account-down' }
  /** the platform takes it only after the person has written; until then it waits, and is tried again after so long */
  | { readonly kind: 'waits-for-person'; readonly retryAfterMs: number }

/** A failed send; `failure` says which kind. */
export class SendError extends Error {
  readonly failure: SendFailure
  constructor(failure: SendFailure, message: string = failure.kind) {
    super(message)
    this.name = 'SendError'
    this.failure = failure
  }
}

/** A received file is larger than was asked for. */
export class FileTooLarge extends Error {
  readonly max: number
  constructor(max: number) {
    super(`file is larger than ${max} bytes`)
    this.name = 'FileTooLarge'
    this.max = max
  }
}
