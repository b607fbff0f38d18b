/** What somebody who forgot their password says of themselves. */
export type ClaimedIdentity = {
  readonly nik: string
  readonly name: string
  /** E.164 */
  readonly phone: string
}

/** Changing a password that is known, and making a new one in place of one that is forgotten. */
export interface PasswordPorts {
  /**
   * Has it looked up, afterwards, whether these are an account's; if they are, the account's own chats and mailbox are
   * sent a one-time link. What is told here is the same in both cases, and so is the time that it takes.
   */
  askForReset(claimed: ClaimedIdentity): Promise<'asked' | 'too-many-tries'>
  /**
   * The account whose open reset link was sent to this chat: `account`, or that of the chat's own person when it is null.
   * Null when there is none.
   */
  openReset(account: string | null): Promise<string | null>
  /** Whether the number is the registered family card's, for an account whose open reset link was sent to this chat. */
  judgeReset(account: string, kk: string): Promise<'right' | 'wrong' | 'locked' | 'none'>
  /** Uses up the account's reset links; false when none was open in this chat any more. */
  takeReset(account: string): Promise<boolean>
  /** The account that is logged in to here; null when none is. */
  loggedIn(): Promise<string | null>
  /**
   * What the password of an account must not rest on (NIK, name, …), for whoever is logged in to it or holds its open
   * reset link here; else nothing.
   */
  about(account: string): Promise<readonly string[]>
}
