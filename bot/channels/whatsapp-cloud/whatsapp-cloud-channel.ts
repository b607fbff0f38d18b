import type { Clock } from '../../../flows/ports.ts'
import type { Log } from '../../runtime/log.ts'
import type { Limits } from '../../runtime/pace.ts'
import { SendError, type Arrival, type Capabilities, type Channel, type Outgoing, type Sink } from '../channel.ts'
import { arrivalOf, isSilent, movedFrom } from './arrivals.ts'
import { envelope, fileBody, isAddress, templateBody, textBody, type Template } from './bodies.ts'
import {
  accountTrouble,
  failureOf,
  isTemplateTrouble,
  isWindowClosed,
  pauseBeforeAgain,
  sendErrorOf,
  type AccountTrouble,
} from './failures.ts'
import { fetchFile } from './files.ts'
import { Graph, GraphRefusal, type GraphSettings } from './graph.ts'
import type { Delivery, Received, Status } from './notification.ts'
import { ServiceWindows } from './service-windows.ts'
import { Statuses } from './statuses.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
export const CAPABILITIES: Capabilities = {
  buttons: 3,
  list: 10,
  contact: true,
  deleteInbound: false,
  typing: true,
  maxText: 4096,
  maxCaption: 1024,
  maxChoiceText: 1024,
  maxButton: 20,
  underFile: 'buttons',
  maxFile: 100 * 2 ** 20,
}
/** 80 a second for a number; to one person one in six seconds, with bursts of up to 45. */
const LIMITS: Limits = { perSecond: 80, chatGapMs: 6000, chatBurst: 40 }
/** Keys of messages that are remembered as sent, and people whose last message is. */
const REMEMBERED = 2000
const HOUR = 3_600_000
/** After an invitation to write that was not answered. */
const INVITED_AGAIN_MS = 14 * 24 * HOUR
/** Until the operator has mended a template. */
const NO_TEMPLATE_MS = 6 * HOUR

/** Why a message did not arrive after Meta had taken it. */
export interface LateFailure {
  readonly code: string
  /** its reader can be reached no more here */
  readonly stopped: boolean
  /** it may arrive if it is sent again, at the earliest after so long, ms */
  readonly againAfterMs?: number
}

/** What the channel needs of the house. */
export interface WhatsappCloudNeeds {
  readonly settings: GraphSettings
  readonly clock: Clock
  readonly log: Log
  /** what opens a list, at most 20 letters */
  readonly listLabel: string
  /** Those of Meta when absent. */
  readonly limits?: Limits
  /** the template that asks somebody to write, for a notice (undefined = any other message); undefined = none */
  template(notice: string | undefined): Template | undefined
  /** when somebody last wrote, ms since 1970 */
  lastHeard(address: string): Promise<number | undefined>
  /** These people have written: what waited for that may be sent. */
  release(addresses: readonly string[]): Promise<void>
  /** A message did not arrive after all, by its key; fails when it must be told again later. */
  failedLater(key: string, failure: LateFailure): Promise<void>
  /** Whoever wrote from these addresses does so no more: others may come to have them. `key` is the same for the same news. */
  otherHands(addresses: readonly string[], key: string): Promise<void>
  /** the account is in trouble that only people can end */
  alert(trouble: AccountTrouble): void
  /** One that was said not to have arrived has. */
  arrivedAfterAll(key: string): Promise<void>
  count(what: string): void
}

/**
 * WhatsApp by Meta's own Cloud API, for one business phone number. Addresses are phone numbers without the plus, or the id
 * that Meta gives to somebody whose number it does not tell (BSUID); ids of messages are Meta's. The API knows no key that
 * makes a message be sent once: what was sent is remembered for a while, and a message whose answer was lost may come twice.
 */
export class WhatsappCloudChannel implements Channel {
  readonly account: string
  readonly capabilities = CAPABILITIES
  readonly limits: Limits
  readonly #needs: WhatsappCloudNeeds
  readonly #graph: Graph
  readonly #windows: ServiceWindows
  readonly #statuses = new Statuses()
  readonly #sent = new Map<string, readonly string[]>()
  readonly #lastReceived = new Map<string, string>()
  readonly #toRelease = new Set<string>()
  readonly #asides = new Set<Promise<unknown>>()
  #sink: Sink | undefined
  #end = new AbortController()
  #trouble: AccountTrouble | undefined
  /** our own number, in digits, once Meta has told it */
  #number: string | undefined

  constructor(needs: WhatsappCloudNeeds) {
    this.#needs = needs
    this.account = accountOf(needs.settings.phoneNumberId)
    this.limits = needs.limits ?? LIMITS
    this.#graph = new Graph(needs.settings)
    this.#windows = new ServiceWindows(needs.lastHeard)
  }

  /** From now on what the webhook gets is taken in. Asks, in the background, whether the token is good. */
  async start(sink: Sink): Promise<void> {
    this.#sink = sink
    this.#end = new AbortController()
    this.#aside(async (signal) => {
      try {
        this.#number = await this.#graph.check(signal)
        this.#needs.log.info({ account: this.account }, 'WhatsApp is connected')
      } catch (error) {
        if (!signal.aborted) this.#noteRefusal(error)
      }
    })
    if (this.#needs.template(undefined) === undefined)
      this.#needs.log.error(
        { account: this.account },
        'no template: news to people who have not written for a day will wait; set whatsappTemplates in agency.yaml',
      )
  }

  async stop(): Promise<void> {
    this.#sink = undefined
    this.#end.abort()
    await Promise.all(this.#asides)
  }

  /** Hands deliveries over; resolves when they are durable, fails when they are not. */
  async take(deliveries: readonly Delivery[]): Promise<void> {
    const sink = this.#sink
    if (sink === undefined) throw new Error('the counter is closed')
    const { count, log } = this.#needs
    const arrivals: Arrival[] = []
    for (const delivery of deliveries) {
      if (delivery.phoneNumberId !== '' && accountOf(delivery.phoneNumberId) !== this.account) {
        count('other-number')
        continue
      }
      for (let n = 0; n < delivery.misread; n++) count('misread')
      for (const code of delivery.errors) log.warn({ account: this.account, status: code }, 'WhatsApp reports trouble')
      for (const code of delivery.errors) this.#noteTrouble(accountTrouble(code, 0), code)
      for (const message of delivery.messages) arrivals.push(...this.#receive(message, delivery))
    }
    if (arrivals.length > 0) await sink(arrivals)
    await this.#release()
    await this.#movedAway(deliveries)
    for (const { phoneNumberId, statuses } of deliveries)
      if (accountOf(phoneNumberId) === this.account) for (const status of statuses) await this.#follow(status)
  }

  async send(address: string, message: Outgoing): Promise<readonly string[]> {
    const known = this.#sent.get(message.key)
    if (known !== undefined) return known
    if (!isAddress(address)) throw new SendError({ kind: 'final', code: 'no-such-address' })
    try {
      if (!(await this.#isOpen(address))) await this.#invite(address, message)
      const ids = [await this.#deliver(address, message)]
      remember(this.#sent, message.key, ids)
      this.#trouble = undefined
      return ids
    } catch (error) {
      this.#noteRefusal(error)
      throw sendErrorOf(error)
    }
  }

  typing(address: string): void {
    const message = this.#lastReceived.get(address)
    if (message !== undefined) this.#aside((signal) => this.#graph.markRead(message, signal))
  }

  async addressOf(phone: string): Promise<string | undefined> {
    const digits = phone.replace(/^\+/, '')
    return isAddress(digits) ? digits : undefined
  }

  /** https://faq.whatsapp.com/5913398998672934: a link with words to be sent. */
  invite(words: string): string | undefined {
    return this.#number === undefined ? undefined : `https://wa.me/${this.#number}?text=${encodeURIComponent(words)}`
  }

  fetch(ref: string, max: number): Promise<Uint8Array> {
    return fetchFile(this.#graph, ref, max)
  }

  #receive(received: Received, { senders }: Delivery): readonly Arrival[] {
    const arrival = arrivalOf(received, senders, this.account)
    if (arrival === undefined) {
      this.#needs.count(isSilent(received) ? 'silent' : 'ignored')
      return []
    }
    this.#needs.count('message')
    const { address, id } = arrival
    const now = this.#needs.clock.now()
    if (!this.#windows.isKnownOpen(address, now)) this.#toRelease.add(address)
    this.#windows.heard(address, Math.min(now, received.timestamp * 1000))
    remember(this.#lastReceived, address, id)
    return [arrival]
  }

  // Only then is the message acknowledged: if this fails, it comes again and this with it.
  async #release(): Promise<void> {
    const addresses = [...this.#toRelease]
    if (addresses.length === 0) return
    await this.#needs.release(addresses)
    for (const address of addresses) this.#toRelease.delete(address)
  }

  async #follow(status: Status): Promise<void> {
    const { count, failedLater, arrivedAfterAll, log } = this.#needs
    const news = this.#statuses.newsOf(status)
    const key = status.biz_opaque_callback_data
    if (news === 'nothing') return
    if (key !== undefined && news === 'arrived-after-all') await arrivedAfterAll(key)
    if (news === 'failed') {
      const code = status.errors?.[0]?.code ?? 0
      const failure = failureOf(code, 0)
      const stopped = failure.kind === 'contact-stopped'
      const recipient = status.recipient_id ?? status.recipient_user_id
      if (isWindowClosed(code) && recipient !== undefined) this.#windows.close(recipient)
      log.warn({ account: this.account, kind: failure.kind, status: code }, 'a message that was taken did not arrive')
      this.#noteTrouble(accountTrouble(code, 0), code)
      const againAfterMs = pauseBeforeAgain(code)
      if (key !== undefined) {
        if (againAfterMs !== undefined) this.#sent.delete(key)
        const again = againAfterMs !== undefined && { againAfterMs }
        await failedLater(key, { code: stopped ? 'contact-stopped' : `whatsapp-${code}`, stopped, ...again })
      }
    }
    this.#statuses.note(status)
    count(news)
  }

  #isOpen(address: string): Promise<boolean> {
    return this.#windows.isOpen(address, this.#needs.clock.now())
  }

  async #deliver(address: string, message: Outgoing): Promise<string> {
    const { file, key } = message
    const content =
      file === undefined
        ? textBody(address, message, this.#needs.listLabel)
        : fileBody(message, file, await this.#graph.upload(file))
    try {
      return await this.#graph.send({ ...envelope(address, key), ...content })
    } catch (error) {
      if (!(error instanceof GraphRefusal) || !isWindowClosed(error.graphCode)) throw error
      this.#windows.close(address)
      await this.#invite(address, message)
      return this.#graph.send({ ...envelope(address, key), ...content })
    }
  }

  /** Asks somebody to write, so that the message may be sent then. Resolves only when they have written meanwhile. */
  async #invite(address: string, { key, notice }: Outgoing): Promise<void> {
    const { template, log, clock, alert } = this.#needs
    const found = template(notice)
    try {
      if (found !== undefined) await this.#graph.send({ ...envelope(address, `${key}.invitation`), ...templateBody(found) })
    } catch (error) {
      if (!(error instanceof GraphRefusal) || !isTemplateTrouble(error.graphCode)) throw error
      log.error({ account: this.account, status: error.graphCode }, 'WhatsApp does not take a template: mend it in its manager')
      alert('template-refused')
      throw new SendError({ kind: 'waits-for-person', retryAfterMs: NO_TEMPLATE_MS })
    }
    if (this.#windows.isKnownOpen(address, clock.now())) return
    throw new SendError({ kind: 'waits-for-person', retryAfterMs: found === undefined ? NO_TEMPLATE_MS : INVITED_AGAIN_MS })
  }

  #noteRefusal(error: unknown): void {
    if (error instanceof GraphRefusal) this.#noteTrouble(accountTrouble(error.graphCode, error.status), error.graphCode)
  }

  // Says once what only an operator can mend.
  #noteTrouble(reason: AccountTrouble | undefined, status: number): void {
    if (reason === undefined || reason === this.#trouble) return
    this.#trouble = reason
    this.#needs.log.error({ account: this.account, reason, status }, 'WhatsApp lets nothing be sent')
    this.#needs.alert(reason)
  }

  // What WhatsApp itself writes into a chat when a number or an id is given up.
  async #movedAway(deliveries: readonly Delivery[]): Promise<void> {
    for (const { phoneNumberId, messages, senders } of deliveries) {
      if (accountOf(phoneNumberId) !== this.account) continue
      for (const message of messages) {
        const addresses = movedFrom(message, senders)
        if (addresses.length > 0) await this.#needs.otherHands(addresses, message.id)
      }
    }
  }

  // A courtesy that nothing depends on: it may fail, and ends with the channel.
  #aside(call: (signal: AbortSignal) => Promise<unknown>): void {
    const under = call(this.#end.signal)
      .catch(() => undefined)
      .finally(() => this.#asides.delete(under))
    this.#asides.add(under)
  }
}

function accountOf(phoneNumberId: string): string {
  return `whatsapp:${phoneNumberId}`
}

function remember<T>(all: Map<string, T>, key: string, value: T): void {
  all.delete(key)
  all.set(key, value)
  const [oldest] = all.keys()
  if (all.size > REMEMBERED && oldest !== undefined) all.delete(oldest)
}
