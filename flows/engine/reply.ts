import type { JsonObject } from './json.ts'
import type { Text } from './text.ts'

/**
 * Something to tap, or to type by its number or its words.
 * An id that begins with `/` is a command that is always valid (`/setujui:4TQ2`); any other id
 * belongs to the question that it was offered with.
 */
export interface Choice {
  readonly id: string
  readonly label: Text
  readonly hint?: Text
}

/** A stored file, by its id, and the name it is sent under. */
export interface SentFile {
  readonly file: string
  readonly name: string
}

/** What the bot says: rich and channel-blind; the runtime renders it down to what a channel can do. */
export type Reply =
  | {
      readonly kind: 'message'
      readonly text: Text
      readonly choices?: readonly Choice[]
      /** the person's own phone number is an answer, where the channel has a button that shares it */
      readonly contact?: true
      /**
       * what it is about, so that a quoted reply can be understood: a task id, which a command in the reply then means;
       * or a command of its own (`/answer:4TQ2`), which gets the reply's words, whatever they are, as parameter `said`
       */
      readonly about?: string
      /** must not be forwarded or saved, where the channel can see to that */
      readonly protect?: boolean
      /** a subject line, for e-mail */
      readonly subject?: Text
    }
  /** a stored file; `album`: those that go with it as one message, where the channel can */
  | (SentFile & {
      readonly kind: 'file'
      readonly album?: readonly SentFile[]
      readonly caption?: Text
      readonly about?: string
    })
  /** remove the message just received from the chat: it held a secret */
  | { readonly kind: 'delete-input' }

/** Something to be done in the same commit as the new state. */
export type Effect =
  | { readonly kind: 'timer'; readonly name: string; readonly at: number; readonly data?: JsonObject }
  | { readonly kind: 'cancel-timer'; readonly name: string }
  | { readonly kind: 'job'; readonly job: string; readonly token: string; readonly payload: JsonObject }
