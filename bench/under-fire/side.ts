import type { Handset } from './registrant.ts'

/** What goes wrong with what people send: shares of all messages, 0 to 1. */
export interface Wrongs {
  /** come twice */
  readonly duplicated: number
  /** are lost at first, and come later */
  readonly dropped: number
  /** a number in [0, 1) */
  random(): number
}

/** What a platform is opened with. */
export interface SideParts {
  /** the clock of the world, ms since 1970 */
  now(): number
  readonly faults: Wrongs
  readonly photo: Buffer
  /** the counter's folder */
  readonly directory: string
}

/** A phone, and how often the platform knew a message of the counter again and did not show it twice. */
export interface CountingHandset extends Handset {
  repeated(): number
}

/** A platform with its people. */
export interface Side {
  readonly name: string
  /** as in `Channel.account` */
  readonly account: string
  /** what Loket has to be told, by the names of its environment variables */
  readonly settings: Readonly<Record<string, string>>
  /** how often what people sent came twice, or late */
  happened(): { readonly duplicated: number; readonly dropped: number }
  /** Somebody new; `heard` is told whenever the phone shows something new. */
  handset(name: string, heard: () => void): CountingHandset
  close(): Promise<void>
}
