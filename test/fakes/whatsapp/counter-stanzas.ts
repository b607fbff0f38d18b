import type { BinaryNode } from '@whiskeysockets/baileys'
import type { Companion } from './companion.ts'
import type { Faults } from './faults.ts'
import { mediaRetry } from './media-retry.ts'
import type { MediaServer } from './media-server.ts'
import type { People } from './people.ts'
import type { Person } from './person.ts'

/** What the counter's stanzas meet. */
export interface StanzaParts {
  readonly faults: Faults
  readonly media: MediaServer
  readonly people: People
  companion(): Companion | undefined
  /** the server's clock, s since 1970 */
  seconds(): string
}

/** Takes what the counter sends to people: messages, receipts, confirmations, that it types. */
export class CounterStanzas {
  readonly #parts: StanzaParts

  constructor(parts: StanzaParts) {
    this.#parts = parts
  }

  async take(node: BinaryNode): Promise<void> {
    if (node.tag === 'message') return this.#message(node)
    if (node.tag === 'receipt') return this.#receipt(node)
    if (node.tag === 'chatstate') this.#shows(node.attrs.to)
    if (node.tag === 'ack') this.#parts.companion()?.confirm(node.attrs.id ?? '')
  }

  #shows(to: string | undefined): void {
    const person = this.#parts.people.of(to)
    if (person !== undefined) person.typing++
  }

  async #message(node: BinaryNode): Promise<void> {
    const { faults, people, companion, seconds } = this.#parts
    const { id = '', to = '' } = node.attrs
    const error = faults.takeAck()
    if (error === 'none') return
    if (error === 'cut') return companion()?.connection?.cut()
    const attrs = { class: 'message', id, from: to, t: seconds(), ...(error !== undefined && { error }) }
    const person = people.of(to)
    if (error === undefined && person !== undefined && !person.isGone) await this.#hand(person, node)
    companion()?.connection?.send({ tag: 'ack', attrs })
  }

  async #hand(person: Person, node: BinaryNode): Promise<void> {
    const t = this.#parts.seconds()
    const id = node.attrs.id ?? ''
    const attrs = { id, from: person.lid, t }
    if ((await person.hears(node)) === 'read') return this.#parts.companion()?.deliver({ tag: 'receipt', attrs })
    const retry = { tag: 'retry', attrs: { count: '1', id, t, v: '1' } }
    this.#parts.companion()?.deliver({ tag: 'receipt', attrs: { ...attrs, type: 'retry' }, content: [retry] })
  }

  async #receipt(node: BinaryNode): Promise<void> {
    const { people, companion } = this.#parts
    const { id = '', type, to } = node.attrs
    const person = people.of(to) ?? people.of(node.attrs.participant)
    if (type === 'server-error') return this.#reupload(node)
    if (type === 'read' || type === 'read-self') person?.read.push(id)
    else companion()?.confirm(id)
    // A phone can say again only what it has said.
    if (type === 'retry' && person?.hasSent(id)) await person.repeats(id, true)
  }

  // The counter asks the owner's phone for a file that the server has lost.
  #reupload(node: BinaryNode): void {
    const { faults, people, media, companion } = this.#parts
    if (faults.phoneIsOff) return
    const file = people.all.map((person) => person.fileOf(node.attrs.id ?? '')).find((one) => one !== undefined)
    const directPath = file && media.restore(file.directPath)
    const again = file && directPath !== undefined ? { directPath, mediaKey: file.mediaKey } : undefined
    companion()?.connection?.send(mediaRetry(node, again))
  }
}
