import { getBinaryNodeChild, getBinaryNodeChildren, type BinaryNode } from '@whiskeysockets/baileys'

/** So often the library sends a message again that a phone could not decrypt (it counts each of five twice); then it is silent. */
const REPEATS = 2
/** Messages whose receipts are remembered. */
const REMEMBERED = 2000

/** What phones have said of a message of ours. */
interface Said {
  /** how often each device has asked for it */
  readonly asked: Map<string, number>
  isRead: boolean
  isLost: boolean
}

/** Something new about a message: it cannot be read and will not be, or it arrived in spite of that. */
export interface ReceiptNews {
  readonly id: string
  readonly is: 'unreadable' | 'arrived-after-all'
}

/** Follows what phones say of our messages. One that any of its reader's devices has got has arrived. */
export class Receipts {
  readonly #messages = new Map<string, Said>()

  /** What a receipt says that was not known. */
  take(receipt: BinaryNode): readonly ReceiptNews[] {
    const { id, type, from = '', participant = from, recipient } = receipt.attrs
    // From another device of our own account, which gets a copy of everything: it says nothing of the reader's.
    if (recipient !== undefined) return []
    const listed = getBinaryNodeChildren(getBinaryNodeChild(receipt, 'list'), 'item').flatMap(({ attrs }) => attrs.id ?? [])
    const ids = [...(id === undefined ? [] : [id]), ...listed]
    if (type === 'retry') return ids.flatMap((one) => this.#asked(one, participant))
    return type === undefined || type === 'read' || type === 'played' ? ids.flatMap((one) => this.#arrived(one)) : []
  }

  #asked(id: string, device: string): readonly ReceiptNews[] {
    const said = this.#of(id)
    const times = (said.asked.get(device) ?? 0) + 1
    said.asked.set(device, times)
    if (times <= REPEATS || said.isRead || said.isLost) return []
    said.isLost = true
    return [{ id, is: 'unreadable' }]
  }

  #arrived(id: string): readonly ReceiptNews[] {
    const said = this.#of(id)
    const isNews = said.isLost && !said.isRead
    said.isRead = true
    return isNews ? [{ id, is: 'arrived-after-all' }] : []
  }

  #of(id: string): Said {
    const said = this.#messages.get(id) ?? { asked: new Map<string, number>(), isRead: false, isLost: false }
    this.#messages.delete(id)
    this.#messages.set(id, said)
    const [oldest] = this.#messages.keys()
    if (this.#messages.size > REMEMBERED && oldest !== undefined) this.#messages.delete(oldest)
    return said
  }
}
