import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { getMediaKeys } from '@whiskeysockets/baileys'
import { FileTooLarge } from '../channel.ts'
import type { FilePlace } from './file-ref.ts'

/** How long the whole of a file may take, ms. */
const PATIENCE = 120_000
/** Bytes of the mark at the end of an encrypted file (HMAC-SHA256, cut off), and of the cipher's padding. */
const MARK = 10
const PADDING = 16

/** WhatsApp has not got the file any more: the phone must put it up again. */
export class FileGone extends Error {
  constructor() {
    super('the file is not there any more')
    this.name = 'FileGone'
  }
}

/**
 * Fetches a file from WhatsApp's media host and decrypts it. The library does that too, but checks neither the length nor
 * the hashes, and an end in the middle of the body ends the process. Fails with FileTooLarge beyond `max` bytes, with
 * FileGone, and with an error that names nothing when the file is not what its message said.
 */
export async function download(host: string, place: FilePlace, max: number): Promise<Uint8Array> {
  if (place.size > max) throw new FileTooLarge(max)
  const sealed = await fetchSealed(addressOf(host, place.path), max + PADDING + MARK, max)
  if (!same(sha256(sealed), place.encSha256)) throw new Error('a file came incomplete or altered')
  const { iv, cipherKey, macKey } = await getMediaKeys(place.key, place.as === 'photo' ? 'image' : 'document')
  const body = sealed.subarray(0, -MARK)
  const mark = createHmac('sha256', macKey ?? '')
    .update(iv)
    .update(body)
    .digest()
    .subarray(0, MARK)
  if (!same(mark, sealed.subarray(-MARK))) throw new Error('a file came altered')
  const bytes = decrypted(body, cipherKey, iv)
  if (bytes.length > max) throw new FileTooLarge(max)
  // A length of 0 is one that was not told.
  if ((place.size > 0 && bytes.length !== place.size) || !same(sha256(bytes), place.sha256))
    throw new Error('a file is not what its message said')
  return bytes
}

// A path may be written so that it names another machine (`//host/file`): whoever writes the message writes it too.
function addressOf(host: string, path: string): URL {
  const base = new URL(`https://${host}`)
  const url = URL.parse(path, base)
  if (url === null || url.origin !== base.origin) throw new Error('that is no place of a file')
  return url
}

async function fetchSealed(url: URL, limit: number, max: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    const answer = await fetch(url, {
      headers: { origin: 'https://web.whatsapp.com' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (answer.status === 404 || answer.status === 410) throw new FileGone()
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    for await (const part of answer.body ?? []) {
      size += part.length
      if (size > limit) throw new FileTooLarge(max)
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof FileTooLarge || error instanceof FileGone ? error : new Error('a file could not be fetched')
  }
  return Buffer.concat(parts)
}

function decrypted(body: Buffer, key: Uint8Array, iv: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, iv)
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch {
    throw new Error('a file could not be decrypted')
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
