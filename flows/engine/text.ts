import type { JsonObject } from './json.ts'

/** The languages a citizen can choose. */
export type Language = 'id' | 'en'

/** A one-time link to be issued, and its address put in place, when the message is rendered. */
export interface LinkRequest {
  readonly link: {
    /** which page it opens: `answer`, `activation`, … */
    readonly purpose: string
    /** what it is about: a person, a step; never shown */
    readonly subject: string
    readonly minutes: number
    readonly data?: JsonObject
  }
}

/** What may stand in a message's placeholder. */
export type TextArg = string | number | Text | LinkRequest

/** A message by its key, to be put into words in the reader's language. */
export interface Message {
  readonly key: string
  readonly args?: Readonly<Record<string, TextArg>>
}

/**
 * Words for a person: a message key, or a plain string that is the same in every language
 * (a name, a code, what somebody typed).
 */
export type Text = string | Message

/** Makes a `Text` from a message key and its placeholders. */
export function t(key: string, args?: Readonly<Record<string, TextArg>>): Message {
  return args === undefined ? { key } : { key, args }
}
