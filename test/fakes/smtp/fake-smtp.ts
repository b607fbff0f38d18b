import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { SelfSigned } from '../../support/self-signed.ts'
import { readMail, type ReceivedMail } from './received-mail.ts'

/** What goes wrong with one connection or one mail. */
export type SmtpFault =
  /** the answer to a command, e.g. 451 and `4.7.1 try later`; `from` is MAIL FROM, `end` the end of the mail */
  | { readonly at: 'login' | 'from' | 'to' | 'end'; readonly status: number; readonly text: string }
  /** the connection is taken, and nothing is said */
  | { readonly at: 'greeting'; readonly is: 'silent' }
  /** the connection ends in the middle of the mail */
  | { readonly at: 'middle'; readonly is: 'cut' }
  /** the mail is taken, and the connection ends before that is said */
  | { readonly at: 'end'; readonly is: 'cut' }

/** How the server is set up. */
export interface FakeSmtpOptions {
  /** who may send; everybody when absent */
  readonly login?: { readonly user: string; readonly password: string }
  /** the certificate; without it there is no TLS at all */
  readonly tls?: SelfSigned
  /** TLS from the start instead of STARTTLS */
  readonly secure?: boolean
  /** bytes of the largest mail */
  readonly size?: number
  /** takes wishes about reports (RFC 3461); true when absent */
  readonly reports?: boolean
}

/** A mail server on this machine: the real protocol (smtp-server), mails kept in memory, faults as ordered. */
export class FakeSmtp {
  readonly mails: ReceivedMail[] = []
  /** connections that were made */
  connections = 0
  /** passwords that were shown, in this order */
  readonly logins: string[] = []
  readonly #server: SMTPServer
  readonly #sockets = new Map<number, Socket>()
  readonly #faults: SmtpFault[] = []

  private constructor({ login, tls, secure = false, size, reports = true }: FakeSmtpOptions) {
    this.#server = new SMTPServer({
      ...(tls && { key: tls.key, cert: tls.cert }),
      ...(size !== undefined && { size }),
      secure,
      disabledCommands: [...(tls === undefined || secure ? ['STARTTLS'] : []), ...(login === undefined ? ['AUTH'] : [])],
      authOptional: login === undefined,
      allowInsecureAuth: tls === undefined,
      // Its own codes would stand before those of a fault.
      hideENHANCEDSTATUSCODES: true,
      hideDSN: !reports,
      disableReverseLookup: true,
      logger: false,
      onConnect: (_session, callback) => {
        this.connections++
        if (this.#take('greeting') === undefined) callback()
      },
      onAuth: ({ username, password }, _session, callback) => {
        this.logins.push(password ?? '')
        const refused = this.#refusal('login')
        if (refused !== undefined) callback(refused)
        else if (username === login?.user && password === login?.password) callback(null, { user: username })
        else callback(answer(535, '5.7.8 Authentication failed'))
      },
      onMailFrom: (_address, _session, callback) => callback(this.#refusal('from')),
      onRcptTo: (_address, _session, callback) => callback(this.#refusal('to')),
      onData: (stream, session, callback) => {
        if (this.#take('middle') !== undefined) {
          stream.once('data', () => this.#cut(session))
          stream.resume()
          return
        }
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          if (stream.sizeExceeded) return callback(answer(552, '5.3.4 Message too big'))
          const fault = this.#take('end')
          if (fault !== undefined && 'status' in fault) return callback(answer(fault.status, fault.text))
          this.#keep(Buffer.concat(chunks), session)
          if (fault === undefined) callback()
          else this.#cut(session)
        })
      },
    })
    // A client that breaks off is none of the server's errors.
    this.#server.on('error', () => undefined)
    this.#server.server.on('connection', (socket: Socket) => {
      const { remotePort = 0 } = socket
      this.#sockets.set(remotePort, socket)
      socket.once('close', () => this.#sockets.delete(remotePort))
    })
  }

  static async open(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
    const fake = new FakeSmtp(options)
    await once(fake.#server.listen(0, '127.0.0.1'), 'listening')
    return fake
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port
  }

  /** The next connection or mail that comes so far goes wrong so; `times` of them. */
  next(fault: SmtpFault, times = 1): void {
    for (let n = 0; n < times; n++) this.#faults.push(fault)
  }

  /** Ends every connection, and takes no more. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const socket of this.#sockets.values()) socket.destroy()
    await closed
  }

  #take(at: SmtpFault['at']): SmtpFault | undefined {
    const place = this.#faults.findIndex((fault) => fault.at === at)
    return place < 0 ? undefined : this.#faults.splice(place, 1)[0]
  }

  #refusal(at: SmtpFault['at']): Error | undefined {
    const fault = this.#take(at)
    return fault !== undefined && 'status' in fault ? answer(fault.status, fault.text) : undefined
  }

  #cut({ remotePort }: SMTPServerSession): void {
    this.#sockets.get(remotePort)?.destroy()
  }

  #keep(raw: Buffer, { envelope: { mailFrom, rcptTo, dsn } }: SMTPServerSession): void {
    const from = mailFrom === false ? '' : mailFrom.address
    const notify = rcptTo.flatMap((one) => one.dsn?.notify ?? [])
    const wishes = { ...(dsn?.ret && { ret: dsn.ret }), ...(notify.length > 0 && { notify }) }
    this.mails.push(readMail(raw, { from, to: rcptTo.map(({ address }) => address), wishes }))
  }
}

function answer(status: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: status })
}
