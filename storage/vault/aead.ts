import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Random } from '../../flows/ports.ts'
import { Unsealable } from './seal.ts'

const ALGORITHM = 'aes-256-gcm'
const VERSION = 1
const NONCE = 12
const TAG = 16

/**
 * Encrypts `plain` with AES-256-GCM (NIST SP 800-38D) under a 32-byte key.
 * The result is `version ‖ nonce ‖ ciphertext ‖ tag`; `associated` is bound to it but not contained in it.
 */
export function encrypt(key: Uint8Array, plain: Uint8Array, associated: string, random: Random): Uint8Array<ArrayBuffer> {
  const nonce = random.bytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(associated))
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([Buffer.from([VERSION]), nonce, body, cipher.getAuthTag()])
}

/** Decrypts what `encrypt` made. Fails with Unsealable when the key or `associated` differs or a bit was altered. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, associated: string): Uint8Array<ArrayBuffer> {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== VERSION) throw new Unsealable()
  const body = sealed.subarray(1 + NONCE, sealed.length - TAG)
  // Without a stated length Node would accept a tag cut down to 4 bytes.
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(associated))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    const plain = decipher.update(body)
    decipher.final()
    return plain
  } catch {
    throw new Unsealable()
  }
}
