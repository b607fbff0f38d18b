import type { SimulatorFile, SimulatorMessage, TypedBody } from '../../../storage/simulator-records.ts'
import type { SimulatorStore } from '../../../storage/simulator-store.ts'
import { SendError, type Arrival, type Capabilities, type Channel, type Outgoing, type Sink } from '../channel.ts'
import type { Event } from '../../../flows/engine/input.ts'
import type { Feed } from './feed.ts'
import type { MediaFolder } from './media-folder.ts'

/** Where the adapter says that something went wrong: ids only, never content. */
export interface Log {
  warn(about: object, message: string): void
}

/** What a browser hands in; the platform fills in the rest and refuses what cannot be. */
export type Typed =
  | { readonly kind: 'text'; readonly text: string; readonly replyTo?: number | undefined }
  | { readonly kind: 'choice'; readonly id: string; readonly of: number }
  | {
      readonly kind: 'file'
      readonly as: 'photo' | 'document'
      readonly file: { readonly id: string; readonly name: string; readonly mime: string }
      readonly caption?: string | undefined
      /** the same for files that are sent together */
      readonly album?: string | undefined
      readonly replyTo?: number | undefined
    }

/** Why the simulated platform did not take a message. */
export type Refusal = 'no-phone' | 'no-button' | 'no-file'

/** The limits of WhatsApp, which the simulator plays. */
export const CAPABILITIES: Capabilities = {
  buttons: 3,
  list: 10,
  contact: false,
  deleteInbound: true,
  typing: true,
  maxText: 4096,
  maxCaption: 1024,
  maxFile: 25 * 2 ** 20,
}
/** Bytes of a button's id (channel.ts). */
const MAX_BUTTON_ID = 64

interface Needs {
  readonly store: SimulatorStore
  readonly media: MediaFolder
  readonly feed: Feed
  readonly log?: Log
  /** until a sink that failed is tried again; the default is a second */
  readonly retryMs?: number
}

/**
 * The phone simulator as a channel. What a phone sends is stored first and handed to the sink in the
 * order it was sent; until the sink has returned it stays `pending` and is handed over again, with the same
 * id, after a failure or a restart. Addresses are phone ids.
 */
export class SimulatorChannel implements Channel {
  readonly account = 'simulator'
  readonly capabilities = CAPABILITIES
  readonly #needs: Needs
  #sink: Sink | undefined
  /** the last piece of handing-over of each phone: the next one waits for it */
  readonly #underWay = new Map<string, Promise<void>>()
  readonly #retries = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(needs: Needs) {
    this.#needs = needs
  }

  async start(sink: Sink): Promise<void> {
    this.#sink = sink
    for (const phoneId of await this.#needs.store.waitingPhones()) this.#handOver(phoneId)
  }

  async stop(): Promise<void> {
    this.#sink = undefined
    for (const timer of this.#retries.values()) clearTimeout(timer)
    this.#retries.clear()
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values())
  }

  /**
   * Takes what was typed on a phone. Resolves when it is stored, or with why it was refused; Loket
   * gets it in the background. `key` is the browser's own id of it: the same one twice is one message.
   */
  async type(phoneId: string, key: string, typed: Typed): Promise<SimulatorMessage | Refusal> {
    const { store, feed } = this.#needs
    const body = await this.#complete(phoneId, typed)
    if (typeof body === 'string') return body
    const message = await store.typed(phoneId, key, body)
    if (message === undefined) return 'no-phone'
    feed.publish({ type: 'message', message })
    this.#handOver(phoneId)
    return message
  }

  async send(address: string, message: Outgoing): Promise<readonly string[]> {
    const { store, media, feed } = this.#needs
    refuseWhatWhatsAppWould(message)
    const { key, text, buttons, protect } = message
    const file = message.file && (await media.keep(message.file))
    const body = { kind: 'sent' as const, text, ...(buttons && { buttons }), ...(file && { file }), ...(protect && { protect }) }
    const deleteInbound = message.deleteInbound === undefined ? undefined : Number(message.deleteInbound)
    const sent = await store.sent(address, key, body, deleteInbound)
    if (file !== undefined && sent?.fresh !== true) await media.remove([file.id])
    if (sent === undefined) throw new SendError({ kind: 'contact-stopped' })
    await media.remove(sent.orphans)
    if (sent.deleted) feed.publish({ type: 'message', message: sent.deleted })
    if (sent.fresh) feed.publish({ type: 'message', message: sent.message })
    return [String(sent.message.id)]
  }

  typing(address: string): void {
    this.#needs.feed.publish({ type: 'typing', phoneId: address })
  }

  addressOf(phone: string): Promise<string | undefined> {
    return this.#needs.store.phoneWith(phone)
  }

  fetch(ref: string, max: number): Promise<Uint8Array> {
    return this.#needs.media.read(ref, max)
  }

  /** Fills in what only the platform knows, so that a browser cannot make up a button or a file. */
  async #complete(phoneId: string, typed: Typed): Promise<TypedBody | Refusal> {
    const { store, media } = this.#needs
    if (typed.kind === 'choice') {
      const tapped = await store.message(phoneId, typed.of)
      const rows = tapped?.body.kind === 'sent' ? (tapped.body.buttons?.rows ?? []) : []
      const row = rows.find(({ id }) => id === typed.id)
      return row === undefined ? 'no-button' : { kind: 'choice', id: row.id, label: row.label, replyTo: typed.of }
    }
    const quote = typed.replyTo === undefined ? {} : { replyTo: typed.replyTo }
    if (typed.kind === 'text') return { kind: 'text', text: typed.text.toWellFormed(), ...quote }
    const size = await media.size(typed.file.id)
    if (size === undefined) return 'no-file'
    const file: SimulatorFile = { ...typed.file, name: typed.file.name.toWellFormed(), size }
    const caption = typed.caption === undefined ? {} : { caption: typed.caption.toWellFormed() }
    const album = typed.album === undefined ? {} : { album: typed.album }
    return { kind: 'file', as: typed.as, file, ...caption, ...album, ...quote }
  }

  #handOver(phoneId: string): void {
    const before = this.#underWay.get(phoneId) ?? Promise.resolve()
    const next = before
      .then(() => this.#handOverWaiting(phoneId))
      .catch((error: unknown) => this.#retryLater(phoneId, error))
      .then(() => {
        if (this.#underWay.get(phoneId) === next) this.#underWay.delete(phoneId)
      })
    this.#underWay.set(phoneId, next)
  }

  async #handOverWaiting(phoneId: string): Promise<void> {
    const { store, feed } = this.#needs
    for (;;) {
      const sink = this.#sink
      if (sink === undefined) return
      const [phone, waiting] = await Promise.all([store.phone(phoneId), store.waiting(phoneId)])
      if (phone === undefined || waiting.length === 0) return
      const arrivals: Arrival[] = []
      for (const message of waiting) arrivals.push(await this.#arrival(message, phone.phone))
      await sink(arrivals)
      for (const message of await store.handedOver(waiting.map(({ id }) => id))) feed.publish({ type: 'message', message })
    }
  }

  #retryLater(phoneId: string, error: unknown): void {
    const kind = error instanceof Error ? error.name : 'unknown'
    this.#needs.log?.warn(
      { account: this.account, phoneId, error: kind },
      'messages of a phone wait: they could not be handed over',
    )
    if (this.#sink === undefined) return
    clearTimeout(this.#retries.get(phoneId))
    const again = () => {
      this.#retries.delete(phoneId)
      this.#handOver(phoneId)
    }
    this.#retries.set(phoneId, setTimeout(again, this.#needs.retryMs ?? 1000))
  }

  async #arrival({ id, phoneId, body }: SimulatorMessage, provenPhone: string): Promise<Arrival> {
    const arrival = { account: this.account, address: phoneId, id: String(id), event: eventOf(body), provenPhone }
    if (body.kind === 'sent' || body.kind === 'deleted' || body.replyTo === undefined) return arrival
    // Only what Loket sent means something to it; a citizen may also quote their own words.
    const quoted = await this.#needs.store.message(phoneId, body.replyTo)
    return quoted?.direction === 'out' ? { ...arrival, replyTo: String(quoted.id) } : arrival
  }
}

function eventOf(body: SimulatorMessage['body']): Event {
  switch (body.kind) {
    case 'text':
      return { kind: 'text', text: body.text }
    case 'choice':
      return { kind: 'choice', id: body.id }
    case 'file': {
      const { id, name, mime, size } = body.file
      const caption = body.caption === undefined ? {} : { caption: body.caption }
      const album = body.album === undefined ? {} : { album: body.album }
      return { kind: 'file', file: { ref: id, as: body.as, name, mime, size, ...caption, ...album } }
    }
    case 'sent':
    case 'deleted':
      throw new Error(`a ${body.kind} message is never handed over`)
  }
}

/** Fails with a final SendError on a message that the real platform would not take either. */
function refuseWhatWhatsAppWould({ text, buttons, file }: Outgoing): void {
  const refuse = (code: string) => {
    throw new SendError({ kind: 'final', code })
  }
  if (text.length > (file ? CAPABILITIES.maxCaption : CAPABILITIES.maxText)) refuse('text-too-long')
  if (file && file.bytes.length > CAPABILITIES.maxFile) refuse('file-too-large')
  if (!buttons) return
  if (buttons.rows.length > (buttons.as === 'list' ? CAPABILITIES.list : CAPABILITIES.buttons)) refuse('too-many-buttons')
  if (buttons.rows.some(({ id }) => Buffer.byteLength(id) > MAX_BUTTON_ID)) refuse('button-id-too-long')
}
