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
 * Every key is derived (HKDF-SHA256) from one 32-byte master key. A sealed value is
 * `version ‖ nonce ‖ ciphertext ‖ tag` of AES-256-GCM; its purpose (`inbox`, `person.nik`) is bound to it as
 * associated data, so that a value copied to another column does not open.
 */
export class Sealer {
  readonly #key: KeyObject
  readonly #indexKey: KeyObject
  readonly #random: Random
  readonly #purposes = new Map<string, Buffer>()
  #nonces: Uint8Array = new Uint8Array(0)
  #next = 0

  constructor(masterKey: Uint8Array, random: Random) {
    const derive = (info: string) => createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, 'loket', info, 32)))
    this.#key = derive('seal.v1')
    this.#indexKey = derive('index.v1')
    this.#random = random
  }

  seal(plain: string | Uint8Array, purpose: string): Buffer {
    const nonce = this.#nonce()
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce, { authTagLength: TAG })
    cipher.setAAD(this.#associated(purpose))
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
    cipher.final()
    return Buffer.concat([VERSION, nonce, body, cipher.getAuthTag()])
  }

  /** Opens what `seal` made for the same purpose. Fails with Unsealable. */
  open(sealed: Uint8Array, purpose: string): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes.length < 1 + IV + TAG || bytes[0] !== VERSION[0]) throw new Unsealable()
    const decipher = createDecipheriv(ALGORITHM, this.#key, bytes.subarray(1, 1 + IV), { authTagLength: TAG })
    decipher.setAAD(this.#associated(purpose))
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

  #associated(purpose: string): Buffer {
    let bytes = this.#purposes.get(purpose)
    if (bytes === undefined) this.#purposes.set(purpose, (bytes = Buffer.from(purpose)))
    return bytes
  }
}

const VERSION = Buffer.from([1])
