import type { BinaryNode } from '@whiskeysockets/baileys'

/** What a message that the counter sends meets: an error code in its ack, no ack at all, or the end of the connection. */
export type AckFault = string

/** The faults that a test has ordered on the way between the server and the linked device. */
export class Faults {
  /** shares of the messages that are delivered, 0 to 1: come twice; come only when the device is there the next time, and with them what follows in their chat; come behind the next one */
  duplicated = 0
  dropped = 0
  reordered = 0
  /** whatever is delivered takes so long, in its order, real ms */
  delayMs = 0
  /** nothing is delivered any more until the device is there the next time */
  isStalled = false
  /** after each stanza of the counter the server reads nothing for so long, real ms */
  readingMs = 0
  /** the owner's phone is switched off: it puts up no file again */
  phoneIsOff = false
  /** a number in [0, 1) */
  random: () => number = () => 1
  /** how often it happened so far */
  readonly happened = { duplicated: 0, dropped: 0, reordered: 0 }
  readonly #acks: AckFault[] = []
  /** chats in which something was dropped: what follows waits behind it */
  readonly #away = new Set<string>()
  #overtaken: BinaryNode[] = []

  /** The next `times` messages of the counter are answered so: an error code, `none`, `cut`. */
  nextAck(fault: AckFault, times = 1): void {
    for (let n = 0; n < times; n++) this.#acks.push(fault)
  }

  takeAck(): string | undefined {
    return this.#acks.shift()
  }

  /** The device is there again: it gets everything that it has not confirmed. */
  reconnected(): void {
    this.isStalled = false
    this.#away.clear()
    this.#overtaken = []
  }

  /** Brings a stanza to the device, as the faults have it. */
  bring(node: BinaryNode, send: (node: BinaryNode) => void): void {
    for (const one of this.#instead(node))
      if (this.delayMs === 0) send(one)
      else setTimeout(() => send(one), this.delayMs)
  }

  #instead(node: BinaryNode): readonly BinaryNode[] {
    if (this.isStalled) return []
    if (node.tag !== 'message') return [node]
    const { from = '' } = node.attrs
    if (this.#away.has(from)) return []
    if (this.#happens('dropped')) {
      this.#away.add(from)
      return []
    }
    if (this.#happens('reordered')) {
      this.#overtaken.push(node)
      return []
    }
    const all = this.#happens('duplicated') ? [node, node] : [node]
    return [...all, ...this.#overtaken.splice(0)]
  }

  #happens(fault: keyof Faults['happened']): boolean {
    if (this.random() >= this[fault]) return false
    this.happened[fault]++
    return true
  }
}
