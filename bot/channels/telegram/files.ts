import { readFile, stat } from 'node:fs/promises'
import { FileTooLarge } from '../channel.ts'
import type { BotAddress, BotApi } from './bot-api.ts'
import { isRefusal } from './failures.ts'

/** How long the whole of a file may take, ms. */
const PATIENCE = 120_000

/** Where files are fetched. */
export interface FileSource extends BotAddress {
  readonly api: BotApi
  /** the server is this installation's own, and may name a file on this machine (`telegram-bot-api --local`) */
  readonly isLocal: boolean
}

/**
 * The bytes of a received file, by its file_id. Fails with FileTooLarge beyond `max` bytes (or 20 MB, Telegram's own
 * limit), and with an error that tells nothing of the address, which holds the bot's token.
 */
export async function fetchFile(source: FileSource, ref: string, max: number): Promise<Uint8Array> {
  const { size, path } = await locate(source, ref, max)
  if (size !== undefined && size > max) throw new FileTooLarge(max)
  const bytes = path.startsWith('/') ? await readLocal(source, path, max) : await download(source, path, max)
  if (size !== undefined && bytes.length !== size) throw new Error('a file came incomplete')
  return bytes
}

async function locate({ api }: FileSource, ref: string, max: number): Promise<{ size: number | undefined; path: string }> {
  try {
    const { file_size: size, file_path: path } = await api.call('getFile', { file_id: ref })
    if (path !== undefined) return { size, path }
  } catch (error) {
    if (isRefusal(error) && error.speaksOf(/too big/i)) throw new FileTooLarge(max)
  }
  throw new Error('a file could not be found')
}

async function download({ apiRoot, token }: FileSource, path: string, max: number): Promise<Uint8Array> {
  const place = path.split('/').map(encodeURIComponent).join('/')
  const parts: Uint8Array[] = []
  let size = 0
  try {
    const answer = await fetch(`${apiRoot}/file/bot${token}/${place}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    for await (const part of answer.body ?? []) {
      size += part.length
      if (size > max) throw new FileTooLarge(max)
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof FileTooLarge ? error : new Error('a file could not be fetched')
  }
  return Buffer.concat(parts)
}

// Its own server keeps a bot's files in a folder that is called by the token.
async function readLocal({ token, isLocal }: FileSource, path: string, max: number): Promise<Uint8Array> {
  const folders = path.split('/')
  if (!isLocal || !folders.includes(token) || folders.includes('..')) throw new Error('a file is in a place of somebody else')
  try {
    if ((await stat(path)).size <= max) return await readFile(path)
  } catch {
    throw new Error('a file could not be read')
  }
  throw new FileTooLarge(max)
}
