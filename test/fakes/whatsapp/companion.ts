import type { BinaryNode } from '@whiskeysockets/baileys'
import type { Connection } from './connection.ts'
import type { Faults } from './faults.ts'
import type { DeviceKeys } from './signal-party.ts'

interface Waiting {
  readonly node: BinaryNode
  isSent: boolean
}

/** The linked device as the server knows it: its keys, and what it has not confirmed yet. */
export class Companion {
  /** `628…:1@s.whatsapp.net` */
  readonly jid: string
  /** `…:1@lid` */
  readonly lid: string
  keys: DeviceKeys
  readonly preKeys: NonNullable<DeviceKeys['preKey']>[] = []
  connection: Connection | undefined
  logins = 0
  readonly #faults: Faults
  #waiting: Waiting[] = []
  #keepsAll = false

  constructor(names: { readonly jid: string; readonly lid: string }, keys: DeviceKeys, faults: Faults) {
    this.jid = names.jid
    this.lid = names.lid
    this.keys = keys
    this.#faults = faults
  }

  /** Stanzas that it has not confirmed. */
  get pending(): readonly BinaryNode[] {
    return this.#waiting.map(({ node }) => node)
  }

  /** Hands a stanza over, now or when it is there again. */
  deliver(node: BinaryNode): void {
    this.#waiting.push({ node, isSent: false })
    this.push()
  }

  /** Sends what has not been sent on this connection. */
  push(): void {
    const { connection } = this
    if (connection === undefined) return
    for (const one of this.#waiting.filter(({ isSent }) => !isSent)) {
      one.isSent = true
      this.#faults.bring(one.node, (node) => connection.send(node))
    }
  }

  /** It has come back: everything that it has not confirmed comes again, marked as said while it was away. */
  handOverBacklog(): void {
    this.#faults.reconnected()
    const backlog = this.#waiting.splice(0)
    for (const { node } of backlog) {
      const attrs = { ...node.attrs, offline: '1' }
      this.#waiting.push({ node: { ...node, attrs }, isSent: true })
      this.connection?.send({ ...node, attrs })
    }
    this.connection?.send({
      tag: 'ib',
      attrs: { from: 's.whatsapp.net' },
      content: [{ tag: 'offline', attrs: { count: String(backlog.length) } }],
    })
    this.#keepsAll = false
  }

  /** It has said that a stanza arrived. */
  confirm(id: string): void {
    if (!this.#keepsAll) this.#waiting = this.#waiting.filter(({ node }) => node.attrs.id !== id)
  }

  /** From now on its confirmations get lost, until it comes back: then what they were for comes once more. */
  forgetConfirmations(): void {
    this.#keepsAll = true
  }

  left(connection: Connection): void {
    if (this.connection !== connection) return
    this.connection = undefined
    for (const one of this.#waiting) one.isSent = false
  }
}
