import { createHash } from 'node:crypto'
import { FileTooLarge } from '../channel.ts'
import type { Graph, Located } from './graph.ts'

/** What an address that has expired is answered with. */
const EXPIRED = new Set([401, 403, 404, 410])

/**
 * The bytes of a received file, by its media id. Fails with FileTooLarge beyond `max` bytes, and when it came incomplete or
 * is not what Meta says it is.
 */
export async function fetchFile(graph: Graph, ref: string, max: number): Promise<Uint8Array> {
  let file = await located(graph, ref, max)
  let response = await graph.open(file.url)
  if (EXPIRED.has(response.status)) {
    await response.body?.cancel()
    file = await located(graph, ref, max)
    response = await graph.open(file.url)
  }
  if (!response.ok) throw new Error('a file could not be fetched')
  const bytes = await read(response, max)
  const { sha256, size = bytes.length } = file
  if (sha256 === undefined ? bytes.length !== size : !isHashOf(bytes, sha256)) throw new Error('a file is not what was sent')
  return bytes
}

async function located(graph: Graph, ref: string, max: number): Promise<Located> {
  const file = await graph.locate(ref)
  if (file.size !== undefined && file.size > max) throw new FileTooLarge(max)
  return file
}

async function read(response: Response, max: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response.body ?? []) {
      size += part.length
      if (size > max) throw new FileTooLarge(max)
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof FileTooLarge ? error : new Error('a file came half')
  }
  return Buffer.concat(parts)
}

// Webhooks write it in base64, the media's own answer in hexadecimal.
function isHashOf(bytes: Uint8Array, told: string): boolean {
  const hash = createHash('sha256').update(bytes).digest()
  return told.toLowerCase() === hash.toString('hex') || told.replace(/=+$/, '') === hash.toString('base64').replace(/=+$/, '')
}
