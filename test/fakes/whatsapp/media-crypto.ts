import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { getMediaKeys, type MediaType } from '@whiskeysockets/baileys'

/** What a message says of its file. */
export interface MediaDetails {
  readonly mediaKey: Uint8Array
  readonly fileSha256: Uint8Array
  readonly fileEncSha256: Uint8Array
  readonly fileLength: number
}

const MAC = 10

/** Encrypts a file as a phone does; gives what goes to the media server, and what goes into the message. */
export async function encryptMedia(bytes: Buffer, type: MediaType): Promise<{ sealed: Buffer; details: MediaDetails }> {
  const mediaKey = randomBytes(32)
  const { iv, cipherKey, macKey } = await getMediaKeys(mediaKey, type)
  if (macKey === undefined) throw new Error('no key for the mark of the file')
  const cipher = createCipheriv('aes-256-cbc', cipherKey, iv)
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  const mac = createHmac('sha256', macKey).update(iv).update(body).digest().subarray(0, MAC)
  const sealed = Buffer.concat([body, mac])
  return { sealed, details: { mediaKey, fileSha256: sha256(bytes), fileEncSha256: sha256(sealed), fileLength: bytes.length } }
}

/** Decrypts a file that the counter has sent. */
export async function decryptMedia(sealed: Buffer, mediaKey: Uint8Array, type: MediaType): Promise<Buffer> {
  const { iv, cipherKey } = await getMediaKeys(mediaKey, type)
  const cipher = createDecipheriv('aes-256-cbc', cipherKey, iv)
  return Buffer.concat([cipher.update(sealed.subarray(0, -MAC)), cipher.final()])
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
