import { SendError, type Channel } from './channels/channel.ts'

/** What an operator does about each trouble; what else can be wrong is said by the send itself. */
const ADVICE: Readonly<Record<string, string>> = {
  unreachable: 'the mail server does not answer: are host and port of SMTP_URL right, and does the firewall let Loket out?',
  'not-encrypted':
    'there is no encrypted connection: the server offers no STARTTLS, or nobody vouches for its certificate (see docs/mail.md)',
  'login-refused': 'the server refuses the login: are user and password in SMTP_URL right (@ in them is %40)?',
  'sender-refused': 'the server takes no mail from MAIL_FROM: it must be an address that this login may use',
  'contact-stopped': 'the server says that nobody has this address',
  retryable: 'the server says: later. Try again in some minutes',
}

/**
 * Sends one test mail to `address`; undefined when the server has taken it, else what is wrong and what to do. `at` tells it
 * from other tests, ms since 1970.
 */
export async function tryMail(mail: Channel, address: string, at: number): Promise<string | undefined> {
  try {
    await mail.send(address, {
      key: `test-${at}`,
      text: 'Ini e-mail percobaan. Kalau Anda membacanya, pengiriman e-mail sudah benar.',
    })
    return undefined
  } catch (error) {
    if (!(error instanceof SendError)) throw error
    const { failure, message } = error
    return ADVICE[message] ?? `the mail was refused for good (${failure.kind === 'final' ? failure.code : failure.kind})`
  } finally {
    await mail.stop()
  }
}
