/** A registration that was not approved, as shown to whoever knows its password. */
export type ReturnedView = {
  readonly number: string
  readonly status: 'rejected' | 'repair'
  readonly nik: string
  readonly name: string
  /** code of the agency's reason */
  readonly reason: string | null
  readonly note: string | null
  /** whether this chat is known to be its applicant's; elsewhere NIK and name are masked */
  readonly own: boolean
}

/** What somebody may do who logs in with the password of a registration that was rejected or sent back. */
export interface ReturnedPorts {
  /**
   * Opens such a registration, whose password the job `login` has verified, in this chat: it may be put right from here.
   * Null when it is not to be put right any more.
   */
  open(registration: string): Promise<ReturnedView | null>
  /** Takes that away again. */
  close(registration: string): Promise<null>
}
