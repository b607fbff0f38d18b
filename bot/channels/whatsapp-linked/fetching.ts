import type { WASocket } from '@whiskeysockets/baileys'
import type { Scheduler } from '../../runtime/scheduler.ts'
import type { FilePlace } from './file-ref.ts'
import { download, FileGone } from './files.ts'
import { within } from './pauses.ts'

/** How long a phone may take to put a file up again, ms. */
const PHONE_MS = 60_000

/**
 * The bytes of a received file. One that WhatsApp has not got any more is asked of the phone that has. Fails as
 * `download` does.
 */
export async function fetchFile(socket: WASocket, place: FilePlace, max: number, scheduler: Scheduler): Promise<Uint8Array> {
  // The host is asked of WhatsApp: a message could name any machine, this one too.
  const host = (await socket.refreshMediaConn(false)).hosts[0]?.hostname
  if (host === undefined) throw new Error('WhatsApp names no place for files')
  try {
    return await download(host, place, max)
  } catch (error) {
    if (!(error instanceof FileGone)) throw error
    return download(host, { ...place, path: await uploadedAgain(socket, place, scheduler) }, max)
  }
}

async function uploadedAgain(socket: WASocket, { as, path, key, message }: FilePlace, scheduler: Scheduler): Promise<string> {
  const held = { directPath: path, mediaKey: key }
  const asked = {
    key: {
      id: message.id,
      remoteJid: message.chat,
      fromMe: false,
      ...(message.participant && { participant: message.participant }),
    },
    message: as === 'photo' ? { imageMessage: held } : { documentMessage: held },
  }
  // The library's errors hold the message.
  const answered = await within(
    scheduler,
    PHONE_MS,
    socket.updateMediaMessage(asked).catch(() => undefined),
  )
  const found = answered?.message?.imageMessage ?? answered?.message?.documentMessage
  if (!found?.directPath) throw new FileGone()
  return found.directPath
}
