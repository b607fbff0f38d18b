import type { Json, JsonObject } from './json.ts'

/** A file as the channel announced it; its bytes are fetched later, by a job. */
export interface IncomingFile {
  /** the channel's own reference, opaque to us */
  readonly ref: string
  readonly as: 'photo' | 'document'
  readonly name?: string
  readonly mime?: string
  /** bytes, when the channel tells */
  readonly size?: number
  readonly caption?: string
  /** the same for files that were sent together; each comes as an event of its own */
  readonly album?: string
}

/** What a person can send. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'file'; readonly file: IncomingFile }
  | { readonly kind: 'contact'; readonly phone: string; readonly own: boolean }
  /** something no question asks for: `sticker`, `voice`, `location`, `video`, … */
  | { readonly kind: 'other'; readonly what: string }

/** The kinds of input, for a field to say what it takes. */
export type InputKind = Input['kind']

/** Everything that can happen to a conversation. */
export type Event =
  | (Input & {
      /** the outbox message it replies to is about this (a task) */
      readonly about?: string
    })
  /** an answer given on a secure page to the open form `frame`; `value` has passed the field already */
  | { readonly kind: 'answer'; readonly frame: number; readonly step: string; readonly value: Json }
  /** the form `frame` was taken to another chat of the same person, who goes on with it there */
  | { readonly kind: 'moved'; readonly frame: number }
  /** a durable alarm went off */
  | { readonly kind: 'timer'; readonly name: string; readonly data?: JsonObject }
  /** a job has ended: `value` is its outcome, absent when it was given up */
  | { readonly kind: 'result'; readonly token: string; readonly value?: Json }
  /** something to be told: a decision, a reminder. `notice` names the flow that says it; `id` is given to one that is followed up */
  | { readonly kind: 'notice'; readonly notice: string; readonly data: JsonObject; readonly id?: string }
