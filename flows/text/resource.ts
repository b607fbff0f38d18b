import type { Language } from '../engine/text.ts'

/** One file of messages in Fluent syntax (https://projectfluent.org). */
export interface TextResource {
  readonly language: Language
  /** the file, as named in errors */
  readonly name: string
  readonly content: string
  /** an agency's own file: it may put other words in place of the common ones */
  readonly overlay?: boolean
}
