import { AsyncLocalStorage } from 'node:async_hooks'
import {
  decodeMessageNode,
  DEFAULT_CONNECTION_CONFIG,
  proto,
  unpadRandomMax16,
  type AuthenticationCreds,
  type BinaryNode,
  type SignalKeyStoreWithTransaction,
  type SocketConfig,
  type WAMessage,
} from '@whiskeysockets/baileys'

/** Keeps a message; it is confirmed to WhatsApp only when this has returned, and comes again when it has failed. */
export type TakeMessage = (message: Pick<WAMessage, 'key' | 'message'>) => Promise<void>

/**
 * Lets a message be kept before it is confirmed. The library confirms a message (and moves the Signal session on) before
 * it tells of it; a crash in between would lose it, and so would the buffer that it puts its news into. So each message
 * is handed over as soon as it is decrypted, within the transaction that moves the session on: first it is kept, then the
 * session moves, then WhatsApp is told. A crash at any point brings it again, and it can be read again.
 *
 * The transaction bears the name that the library's sends use too. Under the names that it gives decryptions, a send and
 * a decryption of one chat would each overwrite what the other did to the session.
 */
export class DurableDecryption {
  readonly #take: TakeMessage
  readonly #creds: AuthenticationCreds
  /** what `take` begins must not become part of the library's transaction */
  readonly #outside = AsyncLocalStorage.snapshot()
  readonly #stanzas = new WeakMap<object, BinaryNode>()

  constructor(creds: AuthenticationCreds, take: TakeMessage) {
    this.#creds = creds
    this.#take = take
  }

  /** A stanza has come: its parts will be decrypted. */
  expect(stanza: BinaryNode): void {
    if (!Array.isArray(stanza.content)) return
    for (const { content } of stanza.content) if (content instanceof Uint8Array) this.#stanzas.set(content, stanza)
  }

  /** For the socket's settings. */
  readonly makeSignalRepository: SocketConfig['makeSignalRepository'] = (auth, logger, findLids) => {
    const signal = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, findLids)
    const keys = auth.keys as SignalKeyStoreWithTransaction
    const kept = (sealed: Uint8Array, decrypt: () => Promise<Uint8Array>): Promise<Uint8Array> =>
      keys.transaction(async () => {
        const plain = await decrypt()
        await this.#keep(sealed, plain)
        return plain
      }, this.#creds.me?.id ?? '')
    return {
      ...signal,
      decryptMessage: (given) => kept(given.ciphertext, () => signal.decryptMessage(given)),
      decryptGroupMessage: (given) => kept(given.msg, () => signal.decryptGroupMessage(given)),
    }
  }

  async #keep(sealed: Uint8Array, plain: Uint8Array): Promise<void> {
    const stanza = this.#stanzas.get(sealed)
    const { me } = this.#creds
    if (stanza === undefined || me === undefined) return
    const { fullMessage } = decodeMessageNode(stanza, me.id, me.lid ?? '')
    const decoded = proto.Message.decode(unpadRandomMax16(plain))
    const message = decoded.deviceSentMessage?.message ?? decoded
    await this.#outside(() => this.#take({ key: fullMessage.key, message }))
  }
}
