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

/** Several texts, one below the other. */
export interface Lines {
  readonly lines: readonly Text[]
}

/**
 * Words for a person: a message key, a plain string that is the same in every language
 * (a name, a code, what somebody typed), or lines of these.
 */
export type Text = string | Message | Lines

/** Makes a `Text` from a message key and its placeholders. */
export function t(key: string, args?: Readonly<Record<string, TextArg>>): Message {
  return args === undefined ? { key } : { key, args }
}
