import type { Arrival, Button, Channel, Outgoing, Sink } from '../../bot/channels/channel.ts'
import { FileTooLarge } from '../../bot/channels/channel.ts'
import type { Event } from '../../flows/engine/input.ts'

/** What a phone of the network got. */
export interface Received {
  readonly id: string
  readonly text: string
  readonly buttons: readonly Button[]
  readonly file: { readonly name: string; readonly mime: string; readonly bytes: Uint8Array } | undefined
  readonly subject: string | undefined
}

/** A chat platform in memory, for conversations as scripts. */
export class PhoneNetwork implements Channel {
  readonly account: string
  readonly capabilities = {
    buttons: 3,
    list: 10,
    contact: false,
    deleteInbound: true,
    typing: false,
    maxText: 4096,
    maxCaption: 1024,
    maxFile: 2 ** 25,
  }
  readonly #inboxes = new Map<string, Received[]>()
  readonly #media = new Map<string, Uint8Array>()
  readonly deleted: string[] = []
  /** the address of each number that is reached by it */
  readonly numbers = new Map<string, string>()
  #sink: Sink | undefined
  #serial = 0
  /** a send fails with this, once, where it is set */
  fault: Error | undefined
  /** every send to these addresses fails with this */
  readonly faults = new Map<string, Error>()

  constructor(account = 'phones') {
    this.account = account
  }

  start(sink: Sink): Promise<void> {
    this.#sink = sink
    return Promise.resolve()
  }

  stop(): Promise<void> {
    this.#sink = undefined
    return Promise.resolve()
  }

  /** What `address` has received so far. */
  inbox(address: string): Received[] {
    let inbox = this.#inboxes.get(address)
    if (inbox === undefined) this.#inboxes.set(address, (inbox = []))
    return inbox
  }

  /** Keeps a file and gives the reference to send it by. */
  upload(bytes: Uint8Array): string {
    const ref = `media-${this.#media.size + 1}`
    this.#media.set(ref, bytes)
    return ref
  }

  /** Hands an event over; resolves when it is kept. Gives its platform id. */
  async deliver(
    address: string,
    event: Event,
    extra: Partial<Pick<Arrival, 'id' | 'replyTo' | 'provenPhone' | 'identity'>> = {},
  ): Promise<string> {
    if (this.#sink === undefined) throw new Error('the network is down')
    const id = extra.id ?? `in-${++this.#serial}`
    await this.#sink([{ account: this.account, address, event, ...extra, id }])
    return id
  }

  send(address: string, message: Outgoing): Promise<readonly string[]> {
    const lasting = this.faults.get(address)
    if (lasting !== undefined) return Promise.reject(lasting)
    const { fault } = this
    if (fault !== undefined) {
      this.fault = undefined
      return Promise.reject(fault)
    }
    const inbox = this.inbox(address)
    const id = `out-${message.key}`
    if (message.deleteInbound !== undefined) this.deleted.push(message.deleteInbound)
    if (!inbox.some((one) => one.id === id))
      inbox.push({ id, text: message.text, buttons: message.buttons?.rows ?? [], file: message.file, subject: message.subject })
    return Promise.resolve([id])
  }

  addressOf(phone: string): Promise<string | undefined> {
    return Promise.resolve(this.numbers.get(phone))
  }

  fetch(ref: string, max: number): Promise<Uint8Array> {
    const bytes = this.#media.get(ref)
    if (bytes === undefined) return Promise.reject(new Error('no such file'))
    return bytes.byteLength > max ? Promise.reject(new FileTooLarge(max)) : Promise.resolve(Uint8Array.from(bytes))
  }
}
