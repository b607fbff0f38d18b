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

/** What the bot says: rich and channel-blind; the runtime renders it down to what a channel can do. */
export type Reply =
  | {
      readonly kind: 'message'
      readonly text: Text
      readonly choices?: readonly Choice[]
      /** what it is about (a task id), so that a quoted reply can be understood */
      readonly about?: string
      /** must not be forwarded or saved, where the channel can see to that */
      readonly protect?: boolean
      /** a subject line, for e-mail */
      readonly subject?: Text
    }
  /** a stored file, by its id */
  | { readonly kind: 'file'; readonly file: string; readonly name: string; readonly caption?: Text; readonly about?: string }
  /** remove the message just received from the chat: it held a secret */
  | { readonly kind: 'delete-input' }

/** Something to be done in the same commit as the new state. */
export type Effect =
  | { readonly kind: 'timer'; readonly name: string; readonly at: number; readonly data?: JsonObject }
  | { readonly kind: 'cancel-timer'; readonly name: string }
  | { readonly kind: 'job'; readonly job: string; readonly token: string; readonly payload: JsonObject }
