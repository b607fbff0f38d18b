import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import {
  decodeMessageNode,
  DEFAULT_CONNECTION_CONFIG,
  MISSING_KEYS_ERROR_TEXT,
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

/** So many messages are known again, word for word, when they come a second time. */
const TAKEN = 2048

interface TakenStore {
  get(type: 'taken', slots: readonly string[]): Promise<Readonly<Record<string, string>>>
  set(data: { readonly taken: Readonly<Record<string, string>> }): Promise<void>
}

/**
 * Lets a message be kept before it is confirmed. The library confirms a message (and moves the Signal session on) before
 * it tells of it; a crash in between would lose it, and so would the buffer that it puts its news into. So each message
 * is handed over as soon as it is decrypted, within the transaction that moves the session on: first it is kept, then the
 * session moves, then WhatsApp is told. A crash at any point brings it again, and it can be read again.
 *
 * What was taken and comes again, because its confirmation was lost, is said to be known. The library would find no key
 * for it, ask the phone for it anew, and so have it begin a new session, in which libsignal loses its way when something
 * of the old one comes behind.
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
    // The library's store takes any type; its declarations know its own only.
    const taken = keys as unknown as TakenStore
    const kept = (sealed: Uint8Array, decrypt: () => Promise<Uint8Array>): Promise<Uint8Array> =>
      keys.transaction(async () => {
        const digest = createHash('sha256').update(sealed).digest()
        const [slot, name] = [String(digest.readUInt16BE() % TAKEN), digest.toString('base64')]
        if ((await taken.get('taken', [slot]))[slot] === name) throw new Error(MISSING_KEYS_ERROR_TEXT)
        const plain = await decrypt()
        await this.#keep(sealed, plain)
        await taken.set({ taken: { [slot]: name } })
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
