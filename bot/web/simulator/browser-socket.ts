import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { SimulatorStore } from '../../../storage/simulator-store.ts'
import type { Feed } from '../../channels/simulator/feed.ts'
import type { Log, SimulatorChannel } from '../../channels/simulator/simulator-channel.ts'
import { MAX_TYPED, type FromBrowser, type FromServer } from './protocol.ts'

const Id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const Key = z.string().min(1).max(64)
const Said: z.ZodType<FromBrowser> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('type'),
    phoneId: Key,
    key: Key,
    typed: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string().min(1).max(MAX_TYPED), replyTo: Id.optional() }),
      z.object({ kind: z.literal('choice'), id: z.string().max(64), of: Id }),
      z.object({
        kind: z.literal('file'),
        as: z.enum(['photo', 'document']),
        file: z.object({ id: Key, name: z.string().max(255), mime: z.string().max(127) }),
        caption: z.string().max(MAX_TYPED).optional(),
        album: Key.optional(),
        replyTo: Id.optional(),
      }),
    ]),
  }),
  z.object({ type: z.literal('older'), phoneId: Key, before: Id }),
  z.object({ type: z.literal('readMail'), id: Id }),
])
const BAD_DATA = 1007

interface Needs {
  readonly counter: string
  readonly mailElsewhere?: boolean
  readonly channel: SimulatorChannel
  readonly store: SimulatorStore
  readonly feed: Feed
  readonly log?: Log
}

/** Serves one open page: tells it everything once, then every change, and does what it asks, in its order. */
export function serveBrowser(socket: WebSocket, needs: Needs): void {
  new BrowserSocket(socket, needs).listen()
}

class BrowserSocket {
  readonly #socket: WebSocket
  readonly #needs: Needs
  /** Changes that came while the snapshot was being read: they may be newer than it, so they follow it. */
  #held: FromServer[] | undefined = []
  #doing = Promise.resolve()

  constructor(socket: WebSocket, needs: Needs) {
    this.#socket = socket
    this.#needs = needs
  }

  listen(): void {
    this.#socket.on(
      'close',
      this.#needs.feed.watch((change) => this.#tell(change)),
    )
    this.#socket.on('message', (data: Buffer) => this.#hear(data.toString()))
    this.#doing = this.#begin().catch((error: unknown) => this.#giveUp(error))
  }

  async #begin(): Promise<void> {
    const snapshot = await this.#needs.store.snapshot()
    const held = this.#held ?? []
    this.#held = undefined
    const { counter, mailElsewhere = false } = this.#needs
    for (const one of [{ type: 'snapshot' as const, counter, mailElsewhere, ...snapshot }, ...held]) this.#tell(one)
  }

  #tell(words: FromServer): void {
    if (this.#held) this.#held.push(words)
    else if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(words))
  }

  #hear(text: string): void {
    const said = Said.safeParse(parsed(text))
    if (!said.success) return this.#socket.close(BAD_DATA, 'not understood')
    this.#doing = this.#doing.then(() => this.#do(said.data))
  }

  async #do(said: FromBrowser): Promise<void> {
    const { channel, store, feed } = this.#needs
    try {
      if (said.type === 'older') this.#tell({ type: 'older', ...(await store.older(said.phoneId, said.before)) })
      if (said.type === 'readMail') {
        const mail = await store.readMail(said.id)
        if (mail) feed.publish({ type: 'mail', mail })
      }
      if (said.type !== 'type') return
      const { phoneId, key } = said
      const taken = await channel.type(phoneId, key, said.typed)
      if (typeof taken === 'string') this.#tell({ type: 'refused', phoneId, key, why: taken })
    } catch (error) {
      this.#warn(error)
      if (said.type === 'type') this.#tell({ type: 'refused', phoneId: said.phoneId, key: said.key, why: 'failed' })
    }
  }

  #giveUp(error: unknown): void {
    this.#warn(error)
    this.#socket.close(1011)
  }

  #warn(error: unknown): void {
    this.#needs.log?.warn(
      { error: error instanceof Error ? error.name : 'unknown' },
      'the simulator could not do what a browser asked',
    )
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
