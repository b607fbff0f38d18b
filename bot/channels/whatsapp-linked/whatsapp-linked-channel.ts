// First: what the library would write to the console must not get there.
import './quiet-libsignal.ts'
import { jidDecode, type WAMessage, type WASocket } from '@whiskeysockets/baileys'
import type { Random } from '../../../flows/ports.ts'
import type { Log } from '../../runtime/log.ts'
import type { Limits } from '../../runtime/pace.ts'
import type { Scheduler } from '../../runtime/scheduler.ts'
import { SendError, type Arrival, type Capabilities, type Channel, type Outgoing, type Sink } from '../channel.ts'
import { pause } from '../pause.ts'
import { Acks } from './acks.ts'
import { Acquaintances } from './acquaintances.ts'
import { arrivalOf, NotUnderstood, type Staff } from './arrivals.ts'
import { Chats } from './chats.ts'
import type { Trouble } from './disconnects.ts'
import { failureOf, RESTRICTED, sendErrorOf } from './failures.ts'
import { fetchFile } from './fetching.ts'
import { filePlace } from './file-ref.ts'
import { LinkKeeper, type LinkedAccount } from './link-keeper.ts'
import { ACCOUNT } from './linking.ts'
import { until, within } from './pauses.ts'
import { Receipts, type ReceiptNews } from './receipts.ts'
import { contentToSend, messageIdOf } from './sending.ts'
import { SentMessages } from './sent-messages.ts'
import type { LinkSettings } from './session.ts'

/** Buttons and lists do not work for ordinary accounts: choices become numbers. */
export const CAPABILITIES: Capabilities = {
  buttons: 0,
  list: 0,
  contact: false,
  deleteInbound: false,
  typing: true,
  maxText: 4096,
  maxCaption: 1024,
  maxFile: 100 * 2 ** 20,
}
/** About as fast as somebody who answers from prepared texts: WhatsApp shuts out accounts that behave like machines. */
const LIMITS: Limits = { perSecond: 2, chatGapMs: 1500, chatBurst: 3 }
/** Before each message a little time passes, never the same, ms. */
const HESITATION = { least: 200, most: 1200 }
/** How long a message waits for a connection before it is put back, ms. */
const CONNECTION_MS = 10_000
/** How long what is under way may take when the counter closes, ms. */
const FAREWELL_MS = 10_000
/** How long WhatsApp may take to answer a message, ms. */
const ACK_MS = 30_000
const RETRY_MS = 1000
/** Before a message that was refused late goes out again, ms. */
const RETRY_LATE_MS = 30_000
/** So often what became of a message is tried to be noted. */
const FOLLOWS = 10
/** Messages that are remembered, by key or id. */
const REMEMBERED = 2000

interface Needs {
  readonly account: LinkedAccount
  readonly settings: LinkSettings
  readonly staff: Staff
  readonly log: Log
  readonly scheduler: Scheduler
  readonly random: Random
  /** those of a careful person when absent */
  readonly limits?: Limits
  /** the account is in trouble that only people can end */
  alert(trouble: Trouble): void
  /** the account is connected, for the first time or again: what could not be sent can be now */
  connected(): void
  /** A message did not arrive after all, by its key; fails when it must be told again later. */
  failedLater(
    key: string,
    failure: { readonly code: string; readonly stopped: boolean; readonly againAfterMs?: number },
  ): Promise<void>
  /** One that was said not to have arrived has. */
  arrivedAfterAll(key: string): Promise<void>
}

/**
 * An ordinary WhatsApp account as a channel: Loket is one of its linked devices. Addresses are LIDs. Each message is in
 * the inbox before WhatsApp hears that it has arrived, and a send ends when WhatsApp has taken or refused it.
 */
export class WhatsappLinkedChannel implements Channel {
  readonly account = ACCOUNT
  readonly capabilities = CAPABILITIES
  readonly limits: Limits
  readonly #needs: Needs
  readonly #keeper: LinkKeeper
  readonly #acks: Acks
  readonly #receipts = new Receipts()
  readonly #chats: Chats
  readonly #acquaintances: Acquaintances
  readonly #messages: SentMessages
  readonly #sent = new Map<string, readonly string[]>()
  readonly #taken = new Set<string>()
  readonly #asides = new Set<Promise<unknown>>()
  readonly #sending = new Set<Promise<unknown>>()
  #sink: Sink | undefined
  /** nothing more is begun; what is under way is finished in a hurry */
  #closing = new AbortController()
  #end = new AbortController()
  #running = Promise.resolve()

  constructor(needs: Needs) {
    const { account, settings, log, scheduler, random, alert, connected } = needs
    this.#needs = needs
    this.limits = needs.limits ?? LIMITS
    this.#acks = new Acks(scheduler)
    this.#chats = new Chats(account)
    this.#acquaintances = new Acquaintances(account)
    this.#messages = new SentMessages(account)
    this.#keeper = new LinkKeeper({
      name: ACCOUNT,
      account,
      settings,
      log,
      scheduler,
      random,
      owned: (number) => this.#acquaintances.of(number),
      opened: connected,
      lost: () => this.#acks.close(),
      alert,
      events: {
        take: (message) => this.#take(message),
        ack: (stanza) => {
          const refused = this.#acks.take(stanza)
          if (refused !== undefined) this.#follow(() => this.#refusedLate(refused.id, refused.code))
        },
        receipt: (stanza) => {
          for (const news of this.#receipts.take(stanza)) this.#follow(() => this.#learnt(news))
        },
        restricted: (isRestricted) => isRestricted && alert('restricted'),
        called: (from, id) => void this.#called(from, id).catch(() => undefined),
        sent: ({ id }) => this.#messages.find(id ?? ''),
      },
    })
  }

  /** Begins to receive, in the background: a WhatsApp that is out of reach keeps no counter closed. */
  async start(sink: Sink): Promise<void> {
    this.#sink = sink
    this.#closing = new AbortController()
    this.#end = new AbortController()
    this.#running = this.#keeper.run(this.#end.signal)
  }

  async stop(): Promise<void> {
    this.#closing.abort()
    await within(this.#needs.scheduler, FAREWELL_MS, Promise.allSettled(this.#sending))
    // Until here: while there is a connection, what comes in and is not kept would be asked of its phone once more.
    this.#sink = undefined
    this.#end.abort()
    await this.#running
    await Promise.all(this.#asides)
  }

  async send(address: string, message: Outgoing): Promise<readonly string[]> {
    const known = this.#sent.get(message.key)
    if (known !== undefined) return known
    if (jidDecode(address) === undefined) throw new SendError({ kind: 'final', code: 'chat-not-found' })
    if (this.#closing.signal.aborted) throw new SendError({ kind: 'account-down' })
    const id = messageIdOf(ACCOUNT, address, message.key)
    const sending = this.#deliver(address, id, message)
    this.#sending.add(sending)
    try {
      await sending
    } catch (error) {
      throw sendErrorOf(error)
    } finally {
      this.#sending.delete(sending)
    }
    remember(this.#sent, message.key, [id])
    return [id]
  }

  typing(address: string): void {
    this.#aside((socket) => socket.sendPresenceUpdate('composing', address))
  }

  /** The chat of a number that has written to us; a stranger is not written to: that is how accounts are lost. */
  addressOf(phone: string): Promise<string | undefined> {
    return this.#chats.of(phone)
  }

  /** https://faq.whatsapp.com/5913398998672934: a link with words to be sent. */
  invite(words: string): string | undefined {
    const { number } = this.#keeper
    return number === undefined ? undefined : `https://wa.me/${number}?text=${encodeURIComponent(words)}`
  }

  async fetch(ref: string, max: number): Promise<Uint8Array> {
    const place = filePlace(ref)
    const socket = await this.#keeper.ready(CONNECTION_MS, this.#closing.signal)
    if (socket === undefined) throw new Error('WhatsApp is not connected')
    return fetchFile(socket, place, max, this.#needs.scheduler)
  }

  async #deliver(address: string, id: string, message: Outgoing): Promise<void> {
    const { scheduler, random } = this.#needs
    const socket = await this.#keeper.ready(CONNECTION_MS, this.#closing.signal)
    if (socket === undefined) throw new SendError({ kind: 'account-down' })
    if (!(await this.#acquaintances.has(address))) throw new SendError({ kind: 'contact-stopped' })
    // Where nobody has a device any more, the library would send to nobody, and WhatsApp would take it.
    const devices = await until(this.#closing.signal, socket.getUSyncDevices([address], true, false))
    if (devices === undefined) throw new SendError({ kind: 'account-down' })
    if (devices.length === 0) throw new SendError({ kind: 'contact-stopped' })
    await pause(scheduler, HESITATION.least + random.number() * (HESITATION.most - HESITATION.least), this.#closing.signal)
    const answer = this.#acks.answerTo(id, ACK_MS)
    const sent = await socket.sendMessage(address, await contentToSend(message), { messageId: id })
    const content = sent?.message
    // It is on its way: that it could not be noted must not have it sent again.
    if (content) this.#aside(() => this.#messages.keep(id, message.key, content))
    const answered = await answer
    if (answered.is === 'none') throw new SendError({ kind: 'retryable' })
    if (answered.is === 'taken') return
    if (answered.code === RESTRICTED) this.#needs.alert('restricted')
    // The list of devices may be an old one.
    this.#aside(() => socket.getUSyncDevices([address], false, false))
    throw new SendError(failureOf(answered.code))
  }

  // A refusal for which nobody waited any more.
  async #refusedLate(id: string, code: string): Promise<void> {
    const key = await this.#messages.keyOf(id)
    if (code === RESTRICTED) this.#needs.alert('restricted')
    if (key === undefined) return
    const failure = failureOf(code)
    const stopped = failure.kind === 'contact-stopped'
    const againAfterMs = failure.kind === 'throttled' ? failure.retryAfterMs : RETRY_LATE_MS
    const again = (failure.kind === 'throttled' || failure.kind === 'retryable') && { againAfterMs }
    if (again !== false) this.#sent.delete(key)
    await this.#needs.failedLater(key, { code: stopped ? 'contact-stopped' : `whatsapp-${code}`, stopped, ...again })
  }

  async #learnt({ id, is }: ReceiptNews): Promise<void> {
    const key = await this.#messages.keyOf(id)
    if (key === undefined) return
    if (is === 'arrived-after-all') return this.#needs.arrivedAfterAll(key)
    this.#needs.log.warn({ account: ACCOUNT, kind: is }, 'a message that was taken cannot be read by its reader')
    await this.#needs.failedLater(key, { code: is, stopped: false })
  }

  // What is said of a message may come before it is noted as sent: then a little later again.
  #follow(work: () => Promise<void>): void {
    const { scheduler, log } = this.#needs
    const persist = async (): Promise<void> => {
      for (let tries = 1; !this.#end.signal.aborted; tries++)
        try {
          return await work()
        } catch (error) {
          if (tries === FOLLOWS) return log.warn({ account: ACCOUNT, error }, 'what became of a message could not be noted')
          await pause(scheduler, RETRY_MS, this.#end.signal)
        }
    }
    const under = persist().finally(() => this.#asides.delete(under))
    this.#asides.add(under)
  }

  // Resolves when the message is kept; it takes as long as that takes, and what comes behind it waits.
  async #take(message: Pick<WAMessage, 'key' | 'message'>): Promise<void> {
    const arrival = await this.#keep(message)
    if (arrival === undefined) return
    this.#taken.add(arrival.id)
    const [oldest] = this.#taken
    if (this.#taken.size > REMEMBERED && oldest !== undefined) this.#taken.delete(oldest)
    const { provenPhone: phone, address } = arrival
    this.#aside(async (socket) => {
      if (phone !== undefined) await this.#chats.note(phone, address)
      await socket.readMessages([message.key])
    })
  }

  // Gives what is new. A database that is busy or full is waited for; what cannot be understood must not hold up what is behind it.
  async #keep(message: Pick<WAMessage, 'key' | 'message'>): Promise<Arrival | undefined> {
    const { scheduler, log } = this.#needs
    for (;;)
      try {
        const arrival = await this.#arrival(message)
        if (arrival === undefined || this.#taken.has(arrival.id)) return undefined
        if (this.#sink === undefined) break
        await this.#acquaintances.note(arrival.address)
        await this.#sink([arrival])
        return arrival
      } catch (error) {
        if (error instanceof NotUnderstood) {
          log.warn({ account: ACCOUNT }, 'a message from WhatsApp was not understood and is left out')
          return undefined
        }
        if (this.#sink === undefined) break
        log.warn({ account: ACCOUNT, error }, 'a message from WhatsApp waits: it could not be kept')
        await pause(scheduler, RETRY_MS, this.#end.signal)
      }
    throw new Error('the counter is closed')
  }

  #arrival(message: Pick<WAMessage, 'key' | 'message'>): Promise<Arrival | undefined> {
    const { staff } = this.#needs
    const lids = this.#keeper.lids ?? { getPNForLID: async () => null, getLIDForPN: async () => null }
    return arrivalOf(message, { account: ACCOUNT, staff, lids, chatOf: (phone) => this.#chats.of(phone) })
  }

  // Not one who has never written: an answer would be the first message, and to a stranger.
  async #called(from: string, id: string): Promise<void> {
    if (!(await this.#keeper.knows(from))) return
    await this.#take({ key: { remoteJid: from, id, fromMe: false }, message: { call: {} } })
  }

  // A courtesy that nothing depends on: it may fail, and ends with the channel.
  #aside(work: (socket: WASocket) => Promise<unknown>): void {
    const socket = this.#keeper.now
    if (socket === undefined) return
    const under = until(this.#end.signal, work(socket))
      .catch(() => undefined)
      .finally(() => this.#asides.delete(under))
    this.#asides.add(under)
  }
}

// The oldest is forgotten when there are many.
function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest)
}
