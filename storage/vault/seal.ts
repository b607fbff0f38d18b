import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Random } from '../../flows/ports.ts'

const ALGORITHM = 'aes-256-gcm'
const IV = 12
const TAG = 16
const NONCES = 1024

/** A sealed value cannot be opened: wrong key, wrong purpose, or altered. Carries no content. */
export class Unsealable extends Error {
  constructor() {
    super('a sealed value cannot be opened: wrong key, wrong purpose, or altered')
    this.name = 'Unsealable'
  }
}

/**
 * Encrypts what is personal before it reaches the database, and makes blind indexes of it.
 * Every key is derived (HKDF-SHA256) from one 32-byte master key: one for each purpose (`inbox`, `person.nik`), so that a
 * value copied to another column does not open. A sealed value is `version ‖ nonce ‖ ciphertext ‖ tag` of AES-256-GCM.
 */
export class Sealer {
  readonly #masterKey: Uint8Array
  readonly #indexKey: KeyObject
  readonly #random: Random
  readonly #keys = new Map<string, KeyObject>()
  #nonces: Uint8Array = new Uint8Array(0)
  #next = 0

  constructor(masterKey: Uint8Array, random: Random) {
    this.#masterKey = masterKey
    this.#indexKey = this.#derive('index.v1')
    this.#random = random
  }

  seal(plain: string | Uint8Array, purpose: string): Buffer {
    const nonce = this.#nonce()
    const cipher = createCipheriv(ALGORITHM, this.#keyFor(purpose), nonce, { authTagLength: TAG })
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
    cipher.final()
    // This runs several times in every turn: one buffer, filled, is cheaper than four joined.
    const sealed = Buffer.allocUnsafe(1 + IV + body.length + TAG)
    sealed[0] = VERSION
    sealed.set(nonce, 1)
    sealed.set(body, 1 + IV)
    sealed.set(cipher.getAuthTag(), 1 + IV + body.length)
    return sealed
  }

  /** Opens what `seal` made for the same purpose. Fails with Unsealable. */
  open(sealed: Uint8Array, purpose: string): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes.length < 1 + IV + TAG || bytes[0] !== VERSION) throw new Unsealable()
    const decipher = createDecipheriv(ALGORITHM, this.#keyFor(purpose), bytes.subarray(1, 1 + IV), { authTagLength: TAG })
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    try {
      const body = decipher.update(bytes.subarray(1 + IV, bytes.length - TAG))
      decipher.final()
      return body
    } catch {
      throw new Unsealable()
    }
  }

  /** A blind index (HMAC-SHA256, hex): equal for equal values of one purpose, tells nothing else. */
  index(value: string, purpose: string): string {
    return createHmac('sha256', this.#indexKey).update(purpose).update('\0').update(value).digest('hex')
  }

  // A call to the random source costs more than the encryption itself: draw many nonces at once.
  #nonce(): Uint8Array {
    if (this.#next >= this.#nonces.length) {
      this.#nonces = this.#random.bytes(IV * NONCES)
      this.#next = 0
    }
    this.#next += IV
    return this.#nonces.subarray(this.#next - IV, this.#next)
  }

  #keyFor(purpose: string): KeyObject {
    let key = this.#keys.get(purpose)
    if (key === undefined) this.#keys.set(purpose, (key = this.#derive(`seal.v1:${purpose}`)))
    return key
  }

  #derive(info: string): KeyObject {
    return createSecretKey(Buffer.from(hkdfSync('sha256', this.#masterKey, 'loket', info, 32)))
  }
}

const VERSION = 1
