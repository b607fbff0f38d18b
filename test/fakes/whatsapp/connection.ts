import { decodeBinaryNode, encodeBinaryNode, type BinaryNode, type proto } from '@whiskeysockets/baileys'
import type { WebSocket } from 'ws'
import type { Faults } from './faults.ts'
import { NoiseResponder, type ServerKeys } from './noise-responder.ts'

/** What a connection tells its server. */
export interface ConnectionEvents {
  /** the handshake is done: who is it? */
  client(connection: Connection, payload: proto.ClientPayload): void
  node(connection: Connection, node: BinaryNode): Promise<void>
  closed(connection: Connection): void
}

/** One client on its websocket: nodes in, nodes out. */
export class Connection {
  readonly #socket: WebSocket
  readonly #noise: NoiseResponder
  readonly #events: ConnectionEvents
  #taking = Promise.resolve()

  constructor(socket: WebSocket, keys: ServerKeys, events: ConnectionEvents, faults: Pick<Faults, 'readingMs'>) {
    this.#socket = socket
    this.#noise = new NoiseResponder(keys)
    this.#events = events
    socket.on('message', (bytes: Buffer) => {
      this.#take(bytes)
      if (faults.readingMs > 0) this.#restFor(faults.readingMs)
    })
    socket.on('close', () => events.closed(this))
    socket.on('error', () => socket.terminate())
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  send(node: BinaryNode): void {
    if (this.isOpen) this.#socket.send(this.#noise.seal(encodeBinaryNode(node)))
  }

  /** Sends what is no protobuf and no node, as a broken server might. */
  sendGarbage(bytes: Uint8Array): void {
    this.#socket.send(this.#noise.seal(bytes))
  }

  /** Sends what was not even encrypted. */
  sendRaw(bytes: Uint8Array): void {
    this.#socket.send(bytes)
  }

  /** Ends the stream with a code (https://github.com/tulir/whatsmeow has the list), as the real server does. */
  end(code: number, content: readonly BinaryNode[] = []): void {
    this.send({ tag: 'stream:error', attrs: { code: String(code) }, content: [...content] })
    this.#socket.close()
  }

  /** Refuses the login. */
  fail(reason: number): void {
    this.send({ tag: 'failure', attrs: { reason: String(reason) } })
    this.#socket.close()
  }

  /** Pulls the plug. */
  cut(): void {
    this.#socket.terminate()
  }

  #take(bytes: Buffer): void {
    for (const heard of this.#noise.take(bytes)) {
      if (heard.is === 'answer') this.#socket.send(heard.bytes)
      else if (heard.is === 'client') this.#events.client(this, heard.payload)
      else
        this.#taking = this.#taking
          .then(async () => this.#events.node(this, await decodeBinaryNode(heard.plain)))
          .catch((error: unknown) => this.#broken(error))
    }
  }

  // What the counter sends meanwhile stays in its own buffers, and in those of the network.
  #restFor(ms: number): void {
    const rest = new Promise<void>((resolve) => void setTimeout(resolve, ms))
    this.#socket.pause()
    this.#taking = this.#taking.then(() => rest)
    void rest.then(() => this.#socket.resume())
  }

  // A fake that cannot follow is a mistake in the fake: say so.
  #broken(error: unknown): void {
    process.stderr.write(`the fake WhatsApp failed: ${error instanceof Error ? error.stack : String(error)}\n`)
    this.cut()
  }
}
