import type { proto } from '@whiskeysockets/baileys'
import { z } from 'zod'

/** As what a file was sent. */
export type MediaKind = 'photo' | 'document'

/** Base64 of some bytes. */
const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'))

const shape = z.object({
  as: z.enum(['photo', 'document']),
  path: z.string().startsWith('/').max(2000),
  key: bytes,
  sha256: bytes,
  encSha256: bytes,
  size: z.number().int().nonnegative(),
  /** the message, for whoever has the file still */
  message: z.object({ id: z.string(), chat: z.string(), participant: z.string().optional() }),
})

/** Where a received file is, what opens it, and how it is known to be whole. */
export type FilePlace = z.output<typeof shape>

interface HeldFile {
  readonly as: MediaKind
  readonly key: proto.IMessageKey
  readonly directPath?: string | null
  readonly url?: string | null
  readonly mediaKey?: Uint8Array | null
  readonly fileSha256?: Uint8Array | null
  readonly fileEncSha256?: Uint8Array | null
  readonly fileLength?: number | { toString(): string } | null
}

/**
 * The reference by which a file is fetched later; undefined when the message lacks what that takes. The host that the
 * message names is left out: whoever writes the message writes that too.
 */
export function fileRef({
  as,
  key,
  directPath,
  url,
  mediaKey,
  fileSha256,
  fileEncSha256,
  fileLength,
}: HeldFile): string | undefined {
  const path = directPath || pathOf(url)
  if (!path || !mediaKey?.length || !fileSha256?.length || !fileEncSha256?.length || !key.id || !key.remoteJid) return undefined
  const base64 = (one: Uint8Array): string => Buffer.from(one).toString('base64')
  const place: z.input<typeof shape> = {
    as,
    path,
    key: base64(mediaKey),
    sha256: base64(fileSha256),
    encSha256: base64(fileEncSha256),
    size: Number(fileLength ?? 0),
    message: { id: key.id, chat: key.remoteJid, ...(key.participant && { participant: key.participant }) },
  }
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Reads a reference. Fails when it is none of ours. */
export function filePlace(ref: string): FilePlace {
  try {
    return shape.parse(JSON.parse(Buffer.from(ref, 'base64url').toString()))
  } catch {
    throw new Error('that is no file of a message')
  }
}

function pathOf(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}
