/** A mandate to be given: the right to act for a group, and the letter that it rests on. */
export type NewMandate = {
  /** the account that gets it */
  readonly account: string
  readonly group: string
  /** narrowest first */
  readonly region: readonly { readonly code: string; readonly name: string }[]
  readonly letter: {
    readonly number: string
    /** yyyy-mm-dd */
    readonly date: string
  }
  /** ids of services for groups, at least one */
  readonly services: readonly string[]
  /** the last day on which it counts, yyyy-mm-dd; null = until it is revoked */
  readonly lastDay: string | null
}

/** A mandate in force, as an officer sees it. */
export type MandateView = {
  readonly mandate: string
  readonly group: string
  readonly region: string
  /** name of the account's owner */
  readonly holder: string
}

/** Whom a NIK belongs to. `none`: no active account; `own`: the officer's own, which another officer must see to. */
export type Holder =
  | { readonly outcome: 'found'; readonly account: string; readonly name: string }
  | { readonly outcome: 'none' | 'own' | 'not-allowed' }

/** Rights to act for groups, for officers whose role has the permission `mandate`. Everything is audited. */
export interface MandatePorts {
  /** The active account of a NIK. */
  holder(nik: string): Promise<Holder>
  /** Gives a mandate; its holder is told. */
  give(mandate: NewMandate): Promise<'given' | 'gone' | 'own' | 'not-allowed'>
  /** The mandates in force, newest first, of one NIK or (null) of all; null when this officer may not see them. */
  list(nik: string | null): Promise<readonly MandateView[] | null>
  /** Takes a mandate back at once, for a reason in the officer's words; its holder is told. `gone`: it was not in force any more. */
  revoke(mandate: string, reason: string): Promise<'revoked' | 'gone' | 'not-allowed'>
}
