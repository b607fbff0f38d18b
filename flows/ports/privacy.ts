/** Whose data are meant, once that is proven. Made by the ports; a conversation only hands it on. */
export type DataSubject = {
  readonly person: string
  /**
   * Only what was handed in in this one chat, because the chat is not known to be the person's own: a neighbour's
   * phone, or somebody who typed another one's NIK. Null = everything that is kept about the person.
   */
  readonly chat: number | null
}

/**
 * How somebody may prove whose data they ask for: `session` = logged in here, `login` = this chat has an account,
 * `number` = something was handed in here and there is no account yet, `nothing` = nothing is known of this chat.
 */
export type ProofAsked = 'session' | 'login' | 'number' | 'nothing'

/** What a person has consented to, newest first. */
export type ConsentView = {
  readonly version: string
  /** ms since 1970 */
  readonly givenAt: number
  readonly withdrawnAt: number | null
}

/** How far a person's erasure is. */
export type ErasureView = {
  /** ms since 1970; null = no erasure is under way */
  readonly eraseAt: number | null
  /** consent was withdrawn: it cannot be taken back, only given anew */
  readonly withdrawn: boolean
  /** numbers of the cases that wait for a decision and would be called off */
  readonly openCases: readonly string[]
}

/** What everybody may do about their own data (UU 27/2022 articles 5 to 13). */
export interface PrivacyPorts {
  /** What proof is to be asked for in this chat. */
  proof(): Promise<ProofAsked>
  /** The person who is logged in here; null when nobody is. */
  loggedIn(): Promise<DataSubject | null>
  /**
   * The applicant of a registration that was handed in in this chat, by its number and NIK together; null when they do
   * not belong together, for whatever reason, when there is an account to log in to, or after too many tries.
   */
  applicant(number: string, nik: string): Promise<DataSubject | null>
  /**
   * Whether a copy of the data may be made now; counted and written down. `enough`: there were enough today; `logged-out`:
   * the login that proved who asks is over.
   */
  mayCopy(subject: DataSubject): Promise<'yes' | 'enough' | 'logged-out'>
  consents(subject: DataSubject): Promise<readonly ConsentView[]>
  /** The erasure of a person who has proven who they are. */
  erasure(subject: DataSubject): Promise<ErasureView>
  /**
   * Sets the date of the erasure of whoever is logged in here, and tells every chat and mailbox of theirs. Gives the date,
   * ms since 1970; null when nobody is logged in any more.
   */
  askErasure(): Promise<number | null>
  /**
   * Takes an erasure back, for the person logged in here or the one this chat belongs to: it only keeps things as they
   * are, so the chat is proof enough. `withdrawn`: consent is gone, only a new one helps.
   */
  cancelErasure(): Promise<'kept' | 'nothing' | 'withdrawn'>
  /**
   * Withdraws consent: open cases stop at once, officers are told, the account closes, and what is kept is erased on
   * the date given back (ms since 1970). Null when there is no consent to be withdrawn, or the login that proved who
   * asks is over.
   */
  withdrawConsent(subject: DataSubject): Promise<number | null>
  /** Whether a consent stands to having one's face compared, which is given and withdrawn by itself. */
  hasSelfie(subject: DataSubject): Promise<boolean>
  /**
   * Withdraws that consent alone: the selfies are erased at once with what was found in them, and the cases go on. False
   * when there was none, or the login that proved who asks is over.
   */
  withdrawSelfie(subject: DataSubject): Promise<boolean>
}
