import type { BinaryNode } from '@whiskeysockets/baileys'

/** What a message that the counter sends meets: an error code in its ack, no ack at all, or the end of the connection. */
export type AckFault = string

/** The faults that a test has ordered. */
export class Faults {
  /** shares of what is delivered, 0 to 1 */
  duplicated = 0
  dropped = 0
  /** a number in [0, 1) */
  random: () => number = () => 1
  readonly #acks: AckFault[] = []
  #held: BinaryNode[] | undefined

  /** The next `times` messages of the counter are answered so: an error code, `none`, `cut`. */
  nextAck(fault: AckFault, times = 1): void {
    for (let n = 0; n < times; n++) this.#acks.push(fault)
  }

  takeAck(): string | undefined {
    return this.#acks.shift()
  }

  /** What is delivered from now on is held back. */
  hold(): void {
    this.#held = []
  }

  /** Gives what was held back, in the order that `order` makes of it. */
  release(order: (held: readonly BinaryNode[]) => readonly BinaryNode[] = (held) => held): readonly BinaryNode[] {
    const held = this.#held ?? []
    this.#held = undefined
    return order(held)
  }

  /** What goes out in place of a stanza. A dropped one comes when the device is there the next time. */
  deliver(node: BinaryNode): readonly BinaryNode[] {
    if (node.tag !== 'message') return [node]
    if (this.#held !== undefined) {
      this.#held.push(node)
      return []
    }
    if (this.random() < this.dropped) return []
    return this.random() < this.duplicated ? [node, node] : [node]
  }
}
