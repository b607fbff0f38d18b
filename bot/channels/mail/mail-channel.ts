import { createTransport } from 'nodemailer'
import type { Clock } from '../../../flows/ports.ts'
import type { Limits } from '../../runtime/pace.ts'
import { SendError, type Capabilities, type Channel, type Outgoing } from '../channel.ts'
import { isMailAddress } from './address.ts'
import { sendErrorOf } from './failures.ts'
import { mailOf, type Letterhead } from './message.ts'
import type { MailSettings } from './settings.ts'

/** The channel account of e-mail. */
export const MAIL = 'mail'

/** Most mail servers take 20 to 25 MB, of which the encoding of a file takes a third. */
const MAX_FILE = 10 * 2 ** 20

/** What a mail can hold. */
export const MAIL_CAPABILITIES: Capabilities = {
  buttons: 0,
  list: 0,
  contact: false,
  deleteInbound: false,
  typing: false,
  maxText: 100_000,
  maxCaption: 100_000,
  maxFile: MAX_FILE,
}
/** An office's server is not in a hurry, and who sends in bursts is taken for a spammer. */
const LIMITS: Limits = { perSecond: 5, chatGapMs: 1000, chatBurst: 3 }
const CONNECTIONS = 2
/** How long the server may be silent, ms. */
const PATIENCE = 30_000
/** How long one mail may take in all, waiting for its turn included, ms. */
const LONGEST = 10 * 60_000

interface Needs {
  readonly settings: MailSettings
  readonly letterhead: Omit<Letterhead, 'from'>
  readonly clock: Clock
  /** those of a usual office when absent */
  readonly limits?: Limits
  /** how long the server may be silent, ms; 30 s when absent */
  readonly patience?: number
}

/**
 * E-mail by one SMTP server (RFC 5321, submission by RFC 6409). Addresses are mail addresses. It takes nothing in: what is
 * refused while it is sent is known at once; a bounce that comes later goes to the mailbox of the sender's address, and from
 * there to `loket mail bounce`, where the office has set that up.
 */
export class MailChannel implements Channel {
  readonly account = MAIL
  readonly capabilities = MAIL_CAPABILITIES
  readonly limits: Limits
  readonly #letterhead: Letterhead
  readonly #clock: Clock
  readonly #transport: ReturnType<typeof transportTo>

  constructor({ settings, letterhead, clock, limits = LIMITS, patience = PATIENCE }: Needs) {
    this.limits = limits
    this.#letterhead = { ...letterhead, from: settings.from }
    this.#clock = clock
    this.#transport = transportTo(settings, patience)
  }

  async start(): Promise<void> {}

  async send(address: string, message: Outgoing): Promise<readonly string[]> {
    if (!isMailAddress(address)) throw new SendError({ kind: 'final', code: 'invalid-address' })
    if (message.file && message.file.bytes.length > MAX_FILE) throw new SendError({ kind: 'final', code: 'file-too-large' })
    const mail = mailOf(this.#letterhead, address, message, this.#clock.now())
    try {
      const { messageId } = await this.#transport.sendMail({ ...mail, signal: AbortSignal.timeout(LONGEST) })
      return [messageId]
    } catch (error) {
      throw sendErrorOf(error)
    }
  }

  fetch(): Promise<Uint8Array> {
    return Promise.reject(new Error('no e-mail is ever received, so there is no file to fetch'))
  }

  /** Closes the connections; one that is in the middle of a mail finishes it. */
  async stop(): Promise<void> {
    this.#transport.close()
  }
}

function transportTo({ host, port, secure, near, login }: MailSettings, patience: number) {
  return createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    // A broken connection is the runtime's to try again: it alone keeps count.
    maxRequeues: 0,
    host,
    port,
    secure,
    requireTLS: !secure && !near,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !near },
    ...(login && { auth: { user: login.user, pass: login.password } }),
    // Without it a server that offers no login would be given mail as from a stranger.
    forceAuth: login !== undefined,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 2 * patience,
    dnsTimeout: patience,
    logger: false,
  })
}
