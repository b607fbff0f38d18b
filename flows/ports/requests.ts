import type { JsonObject } from '../engine/json.ts'

/** A request as whoever made it may see it. */
export type RequestView = {
  readonly kind: 'correction' | 'phone'
  readonly number: string
  readonly status: 'submitted' | 'approved' | 'rejected' | 'withdrawn'
  /** ms since 1970 */
  readonly submittedAt: number
  readonly promisedAt: number
  /** code of the agency's reason, when it may be told */
  readonly reason: string | null
  readonly note: string | null
}

/** Whether the person logged in here can have data corrected now. */
export type Correctable =
  | {
      readonly state: 'ready'
      readonly nik: string
      /** form field id -> what is registered */
      readonly registered: JsonObject
    }
  /** one is being looked at already */
  | { readonly state: 'open'; readonly number: string; readonly promisedAt: number }
  | { readonly state: 'logged-out' }

/** What became of a request that was handed in. */
export type Requested = { readonly outcome: 'submitted' | 'open'; readonly number: string; readonly promisedAt: number }

/** What somebody writes whose phone number is lost. */
export type LostPhone = {
  readonly nik: string
  readonly name: string
  readonly kk: string
  /** the new number, E.164 */
  readonly phone: string
  /** of the KTP */
  readonly sheets: readonly HandedSheet[]
}

/** One file of a document that goes with a request: its id, and what its sender's phone calls it. */
export type HandedSheet = { readonly file: string; readonly name: string | null }

/** What people ask the office for besides a registration; officers decide. */
export interface RequestPorts {
  /** Lost numbers reported from this chat, corrections of the person it belongs to or who is logged in, newest first. */
  mine(): Promise<readonly RequestView[]>
  correctable(): Promise<Correctable>
  /**
   * Asks for a correction: `changes` is form field id -> new value, `sheets` the document that goes with it. `open`: there is one
   * already, whose number is given; `unchanged`: that is what is registered.
   */
  correct(change: {
    readonly changes: JsonObject
    readonly sheets: readonly HandedSheet[]
  }): Promise<Requested | { readonly outcome: 'logged-out' | 'unchanged' }>
  /** Whether a lost number can be reported from this chat: not where an accepted person's account is already. */
  mayReport(): Promise<'yes' | 'own-chat' | 'too-many'>
  /**
   * Asks for this chat and number in place of a lost one. The answer is the same whether anybody has this NIK or not.
   * `open`: one was reported from here already.
   */
  reportLost(lost: LostPhone): Promise<Requested | { readonly outcome: 'own-chat' | 'too-many' }>
  /** Whether somebody asks to replace the number of the person of this chat, and nobody has said yet that it is not them. */
  isReported(): Promise<boolean>
  /** The person of this chat says that an open request to replace the number is not theirs: it can only be rejected. False when there is none. */
  contest(): Promise<boolean>
}
