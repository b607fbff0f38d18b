import { jidDecode, jidNormalizedUser, type WASocket } from '@whiskeysockets/baileys'
import type { Random } from '../../../flows/ports.ts'
import type { Log } from '../../runtime/log.ts'
import type { Scheduler } from '../../runtime/scheduler.ts'
import { pause } from '../pause.ts'
import { authOf, deviceOf, linkedCreds, type AuthRows, type KeptAuth } from './auth-state.ts'
import { afterDisconnect, backoff, type Trouble } from './disconnects.ts'
import { patientRows } from './patient-rows.ts'
import { within } from './pauses.ts'
import type { LidMap } from './sender.ts'
import { openSession, type LinkSettings, type SessionEvents } from './session.ts'

/** So often the lease is renewed, and looked whether somebody wants the account, ms. */
const WATCH_MS = 5000
/** How long the end of a connection may take, ms. */
const FAREWELL_MS = 3000

/** The account that is linked: its keys, the lease on it, and what is wished of whoever holds that. */
export interface LinkedAccount extends AuthRows {
  take(): Promise<boolean>
  release(): Promise<void>
  isWished(what: 'unlink'): Promise<boolean>
}

/** What a keeper works with. */
export interface KeeperParts {
  /** as in `Channel.account` */
  readonly name: string
  readonly account: LinkedAccount
  readonly settings: LinkSettings
  readonly log: Log
  readonly scheduler: Scheduler
  readonly random: Random
  readonly events: Pick<SessionEvents, 'take' | 'ack' | 'receipt' | 'restricted' | 'called' | 'sent'>
  /** the account that is about to be connected has this number, digits */
  owned(number: string): Promise<void>
  /** there is a connection */
  opened(): void
  /** the connection is gone */
  lost(): void
  /** the account is in trouble that only people can end */
  alert(trouble: Trouble): void
}

/** Keeps a linked account connected: as the only process, again after each end, as the reason of the end asks for. */
export class LinkKeeper {
  readonly #parts: KeeperParts
  #socket: WASocket | undefined
  #isOpen = false
  #wakers: (() => void)[] = []
  #failures = 0
  #told = ''
  #number: string | undefined
  /** the device that was connected last */
  #device: string | undefined

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  /** Runs until `signal` is aborted; resolves when the connection is closed and the account given back. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { account, log, name } = this.#parts
    while (!signal.aborted) {
      let wait: number
      try {
        wait = await this.#once(signal)
      } catch (error) {
        log.warn({ account: name, error }, 'WhatsApp waits: something is not ready')
        wait = this.#backoff()
      }
      if (wait > 0) await this.#rest(wait, signal)
    }
    await account.release().catch((error: unknown) => log.warn({ account: name, error }, 'the account could not be given back'))
  }

  /** The connection, as soon as there is one; undefined when there is none after `ms`, or when `signal` is aborted. */
  async ready(ms: number, signal: AbortSignal): Promise<WASocket | undefined> {
    if (!this.#isOpen) {
      const opened = new AbortController()
      this.#wakers.push(() => opened.abort())
      await pause(this.#parts.scheduler, ms, AbortSignal.any([signal, opened.signal]))
    }
    return this.#isOpen ? this.#socket : undefined
  }

  /** The connection, when there is one now. */
  get now(): WASocket | undefined {
    return this.#isOpen ? this.#socket : undefined
  }

  /** Our own phone number, digits; undefined until the account was connected. */
  get number(): string | undefined {
    return this.#number
  }

  /** What is known of whose LID and whose number belong together, once there is something like a connection. */
  get lids(): LidMap | undefined {
    return this.#socket?.signalRepository.lidMapping
  }

  /** Whether messages have gone between us and them. */
  async knows(jid: string): Promise<boolean> {
    return (await this.#socket?.signalRepository.validateSession(jidNormalizedUser(jid)))?.exists === true
  }

  // One connection, from beginning to end; gives how long to wait for the next, ms.
  async #once(signal: AbortSignal): Promise<number> {
    const { account, alert } = this.#parts
    if ((await linkedCreds(account)) === undefined) return this.#idle('unlinked')
    if (!(await account.take())) return this.#idle('elsewhere')
    // Only now nobody else can have changed them.
    const creds = await linkedCreds(account)
    if (creds === undefined) return this.#idle('unlinked')
    this.#device = deviceOf(creds)
    await this.#parts.owned(jidDecode(creds.me?.id)?.user ?? '')
    const auth = authOf(patientRows(account, this.#parts.scheduler, signal), creds)
    const code = await this.#connect(auth, signal)
    if (signal.aborted || code === 'elsewhere') return 0
    const { wait, trouble, forgets } = afterDisconnect(code)
    this.#tell(code ?? 0)
    if (forgets === true) await account.forget()
    if (trouble !== undefined) alert(trouble)
    if (wait === 'backoff') return this.#backoff()
    // For as long as that others may have the account: to unlink it, or to link another.
    if (wait > 0) await account.release().catch(() => undefined)
    return wait
  }

  // Waits, but not once another device has been linked meanwhile, or this one forgotten: what the wait is for is over then.
  async #rest(ms: number, signal: AbortSignal): Promise<void> {
    const { account, scheduler } = this.#parts
    const over = new AbortController()
    const device = this.#device
    const watch = async (): Promise<void> => {
      for (;;) {
        await pause(scheduler, WATCH_MS, over.signal)
        if (over.signal.aborted) return
        const now = await linkedCreds(account).catch(() => 'unknown' as const)
        if (now !== 'unknown' && (now && deviceOf(now)) !== device) over.abort()
      }
    }
    const watching = ms > WATCH_MS ? watch() : undefined
    await pause(scheduler, ms, AbortSignal.any([signal, over.signal]))
    over.abort()
    await watching
  }

  async #connect(auth: KeptAuth, signal: AbortSignal): Promise<number | undefined | 'elsewhere'> {
    const { settings, events, lost } = this.#parts
    const end = new AbortController()
    const code = await new Promise<number | undefined | 'elsewhere'>((resolve) => {
      const isOurs = (): void => void this.#watch(socket, end.signal, resolve)
      const socket = openSession(auth, settings, {
        ...events,
        open: () => this.#opened(),
        closed: resolve,
        // The account is somebody else's: looking after the lease finds that out.
        broken: isOurs,
      })
      this.#socket = socket
      isOurs()
      signal.addEventListener('abort', () => resolve(undefined), { once: true, signal: end.signal })
    })
    end.abort()
    this.#isOpen = false
    const socket = this.#socket
    this.#socket = undefined
    lost()
    if (socket !== undefined) await within(this.#parts.scheduler, FAREWELL_MS, socket.end(undefined))
    await auth.save().catch(() => undefined)
    return code
  }

  // Renews the lease again and again; ends the connection where it is lost, or where somebody wants the account unlinked.
  async #watch(socket: WASocket, signal: AbortSignal, resolve: (code: number | undefined | 'elsewhere') => void): Promise<void> {
    const { account, scheduler } = this.#parts
    for (; !signal.aborted; await pause(scheduler, WATCH_MS, signal))
      try {
        if (!(await account.take())) return resolve('elsewhere')
        if (this.#isOpen && (await account.isWished('unlink'))) await socket.logout()
      } catch {
        // The database is busy: nobody else can have taken the account there either.
      }
  }

  #opened(): void {
    const { name, log } = this.#parts
    this.#isOpen = true
    this.#number = jidDecode(this.#socket?.user?.id)?.user
    this.#failures = 0
    this.#told = ''
    log.info({ account: name }, 'WhatsApp is connected')
    for (const wake of this.#wakers.splice(0)) wake()
    this.#parts.opened()
  }

  #backoff(): number {
    return backoff(++this.#failures, this.#parts.random.number())
  }

  #idle(why: 'unlinked' | 'elsewhere'): number {
    const { name, log } = this.#parts
    if (this.#told !== why) {
      if (why === 'unlinked') log.warn({ account: name }, 'no WhatsApp account is linked: npm run loket -- whatsapp link')
      else log.warn({ account: name }, 'another process uses the linked WhatsApp account')
    }
    this.#told = why
    return WATCH_MS
  }

  #tell(status: number): void {
    const { name, log } = this.#parts
    if (status === 515) return
    log.warn({ account: name, status, tries: this.#failures }, 'WhatsApp has ended the connection')
  }
}
