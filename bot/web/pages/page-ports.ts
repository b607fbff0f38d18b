import type { Language, Text } from '../../../flows/engine/text.ts'
import type { Clock, Random } from '../../../flows/ports.ts'
import type { Texts } from '../../../flows/text/texts.ts'
import type { OpenedLink } from '../../../storage/links.ts'
import type { Sealer } from '../../../storage/vault/seal.ts'

/** Whose counter a page belongs to. */
export interface PageAgency {
  /** the name people know it by: `SINTREN` */
  readonly name: string
  /** the public office behind it */
  readonly office: string
  readonly texts: Texts
  /** wrong tries after which a link is locked */
  readonly tries: number
}

/** The question that an answer page asks: a step of an open form. */
export interface QuestionPlace {
  readonly conversation: number
  readonly frame: number
  readonly flow: string
  readonly step: string
}

/** An open question as the page shows it. */
export interface PageQuestion {
  /** the field's type: `password`, `name`, … */
  readonly type: string
  readonly secret: boolean
  readonly prompt: Text
  readonly label: Text
  readonly help?: Text
}

/** How an answer was taken. `late`: the question is not open any more. */
export type AnswerOutcome =
  { readonly ok: true } | { readonly ok: false; readonly problem: Text } | { readonly ok: false; readonly late: true }

/**
 * How a try to make a new password behind a reset link ended. `none`: the link is not good any more; `unreadable`: what was
 * typed is no family card number; `weak`: the password is not taken; `wrong`: so many tries are `left`.
 */
export type ResetOutcome =
  | { readonly outcome: 'made' | 'locked' | 'none' }
  | { readonly outcome: 'wrong'; readonly left: number }
  | { readonly outcome: 'unreadable' | 'weak'; readonly problem: Text }

/** What a page asks of the world, within one transaction. */
export interface PageDesk {
  open(token: string): Promise<OpenedLink | null>
  /** counts a wrong try, locks the link at the `limit`-th; how many are left */
  countTry(link: string, limit: number): Promise<number>
  /** uses the link up; false when it was not open any more */
  use(link: string): Promise<boolean>
  language(conversation: number): Promise<Language>
  /** as `Ports.accounts.activate`, for this account */
  activate(account: string, motherName: string, sumIsRight: boolean): Promise<'active' | 'wrong' | 'locked' | 'none'>
  /** whether the account is active and has no password yet */
  needsPassword(account: string): Promise<boolean>
  /** the path of a page where the account that `link` is about gets its first password, for the same bearer */
  passwordLink(link: OpenedLink): Promise<string>
  /** makes the text the account's first password, if it may be one; it is hashed afterwards. `late`: it has one */
  makePassword(account: string, text: string): Promise<AnswerOutcome>
  /** makes a new password for the account that the link is about, if the family card number is its owner's; it uses the link up */
  resetPassword(link: OpenedLink, typed: { readonly kk: string; readonly password: string }): Promise<ResetOutcome>
  /**
   * Uses up the link to a file as it was sent, and notes who gets it. False when the link is not open any more, or the chat
   * that it was sent to is no officer's by now.
   */
  handOver(link: OpenedLink): Promise<boolean>
  /** the question if it is still the open one, else null */
  question(place: QuestionPlace): Promise<PageQuestion | null>
  /** reads the text by the question's own field and hands the value to the conversation */
  answer(place: QuestionPlace, text: string): Promise<AnswerOutcome>
}

/** What the pages behind links need of the installation. */
export interface PagePorts {
  readonly clock: Clock
  readonly random: Random
  readonly sealer: Sealer
  /**
   * Runs `work` in one transaction and commits it; two requests with the same link are so taken one after the other.
   * Fails with what `work` fails with; then nothing of it is kept.
   */
  transact<T>(work: (desk: PageDesk) => Promise<T>): Promise<T>
  /** the content of a stored file; undefined: it is not there any more */
  readFile(id: string): Promise<{ readonly bytes: Uint8Array; readonly mime: string } | undefined>
  /** undefined: there is no such agency any more */
  agency(id: string): PageAgency | undefined
  /** in whose name a page speaks that belongs to no known link */
  readonly house: Pick<PageAgency, 'name' | 'office' | 'texts'>
}
