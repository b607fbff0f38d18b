/** A mail server that takes our messages, and whom they are from. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte on (RFC 8314); else STARTTLS */
  readonly secure: boolean
  /** it is this machine: TLS only where it is offered, and with any certificate, because nothing leaves the machine */
  readonly near: boolean
  readonly login?: { readonly user: string; readonly password: string }
  readonly from: Mailbox
}

/** An address, and the name that is shown for it. */
export interface Mailbox {
  readonly address: string
  readonly name?: string
}
