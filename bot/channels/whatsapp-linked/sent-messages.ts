import { proto } from '@whiskeysockets/baileys'
import { z } from 'zod'
import type { AuthRows } from './auth-state.ts'

/** So many of the last messages are kept. */
const KEPT = 256
const SLOTS = Array.from({ length: KEPT }, (_, n) => String(n))

const shape = z.object({ serial: z.number(), id: z.string(), message: z.string(), key: z.string().optional() })

/** The last messages that were sent: a phone that could not decrypt one asks for it again, also after a restart. */
export class SentMessages {
  readonly #rows: Pick<AuthRows, 'get' | 'set'>
  #serial: number | undefined

  constructor(rows: Pick<AuthRows, 'get' | 'set'>) {
    this.#rows = rows
  }

  /** `key`: of the message as the runtime knows it. */
  async keep(id: string, key: string, message: proto.IMessage): Promise<void> {
    const last = this.#serial ?? (await this.#lastSerial())
    // Several may have waited for the last one of before.
    const serial = (this.#serial = Math.max(last, this.#serial ?? 0) + 1)
    const encoded = Buffer.from(proto.Message.encode(message).finish()).toString('base64')
    const value = JSON.stringify({ serial, id, message: encoded, key })
    await this.#rows.set([{ kind: 'sent', name: String(serial % KEPT), value }])
  }

  async find(id: string): Promise<proto.IMessage | undefined> {
    const found = (await this.#all()).find((one) => one.id === id)
    return found && proto.Message.decode(Buffer.from(found.message, 'base64'))
  }

  /** The key of a message that was sent. */
  async keyOf(id: string): Promise<string | undefined> {
    return (await this.#all()).find((one) => one.id === id)?.key
  }

  async #lastSerial(): Promise<number> {
    return Math.max(0, ...(await this.#all()).map(({ serial }) => serial))
  }

  async #all() {
    return [...(await this.#rows.get('sent', SLOTS)).values()].map((value) => shape.parse(JSON.parse(value)))
  }
}
