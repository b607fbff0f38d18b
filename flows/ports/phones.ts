/** How the change of a number may go on: see PhonePorts.begin. */
export type PhoneChangeStart = 'login' | 'same' | 'proven' | 'code'

/** How a code that was typed was judged. `moved`: the number was changed, and this chat, which has another number, is let go. */
export type PhoneCodeVerdict =
  | { readonly outcome: 'changed' | 'moved' | 'expired' | 'login' }
  | { readonly outcome: 'wrong'; /** tries left */ readonly left: number }

/** Phone numbers, and which chat speaks for whom. */
export interface PhonePorts {
  /**
   * How whoever is logged in here can make a number (E.164) the account's: `proven`, the platform vouches for it in this
   * very message; `code`, a code must be sent there; `same`, it is the account's already; `login`, nobody is logged in.
   */
  begin(phone: string): Promise<PhoneChangeStart>
  /** Makes a number the account's for which the platform vouches in this very message; false when it does not, or nobody is logged in. */
  claimHere(phone: string): Promise<boolean>
  /** Judges the code that the job `send-phone-code` sent to the new number; a right one changes the number. */
  confirm(code: string): Promise<PhoneCodeVerdict>
  /**
   * A code to be typed at the new number, where no message of ours gets there; null when nobody is logged in, or too many
   * were asked for.
   */
  showCode(phone: string): Promise<{ readonly code: string; readonly minutes: number } | null>
  /** Takes such a code in the chat of the new number. `unproven`: the platform does not vouch for this chat's number. */
  claim(code: string): Promise<'changed' | 'wrong' | 'unproven'>
  /**
   * Lets go of whoever this chat was bound to: a number or a phone that came to somebody else. Nothing of theirs is told;
   * they are told elsewhere.
   */
  disown(): Promise<null>
  /** Has the notices of whoever is logged in here sent to this chat too. `others`: it is another person's. */
  linkHere(): Promise<'linked' | 'already' | 'others' | 'login'>
}
