import { createHash } from 'node:crypto'
import { extractImageThumb, type AnyMessageContent } from '@whiskeysockets/baileys'
import type { Outgoing } from '../channel.ts'

/** Kinds of images that WhatsApp shows as photos. */
const PHOTOS = new Set(['image/jpeg', 'image/png'])
/** Pixels across of the little picture that is seen before the photo has come. */
const THUMBNAIL = 32

/**
 * The id of a message: the same for the same key, so that a phone shows a message once whose confirmation was lost on the
 * way and that was sent again. Shaped as the ids of WhatsApp's own web client are.
 */
export function messageIdOf(account: string, address: string, key: string): string {
  const digest = createHash('sha256').update(`${account}\0${address}\0${key}`).digest('hex')
  return `3EB0${digest.slice(0, 18).toUpperCase()}`
}

/** The content of a message. Without previews: making one would open a one-time link before its owner does. */
export async function contentToSend({ text, file }: Outgoing): Promise<AnyMessageContent> {
  if (file === undefined) return { text, linkPreview: null }
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const caption = text === '' ? {} : { caption: text }
  if (PHOTOS.has(file.mime)) return { image: bytes, mimetype: file.mime, jpegThumbnail: await thumbnailOf(bytes), ...caption }
  return { document: bytes, mimetype: file.mime, fileName: file.name, ...caption }
}

// Where there is none, the library makes one, and writes the photo as it is into the folder for temporary files for that.
async function thumbnailOf(photo: Buffer): Promise<string> {
  try {
    const thumbnail: { readonly buffer: unknown } = await extractImageThumb(photo, THUMBNAIL)
    return Buffer.isBuffer(thumbnail.buffer) ? thumbnail.buffer.toString('base64') : ''
  } catch {
    return ''
  }
}
