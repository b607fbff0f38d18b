import type { Message } from 'grammy/types'
import { SendError, type Outgoing, type OutgoingFile } from '../channel.ts'
import { Upload, type BotApi } from './bot-api.ts'
import { isRefusal, sendErrorOf } from './failures.ts'
import { markupOf } from './keyboards.ts'
import { marked } from './marks.ts'
import { messageIn } from './updates.ts'

/** Kinds of images that Telegram shows as photos. */
const PHOTOS = new Set(['image/jpeg', 'image/png'])
/** Bytes: a larger image goes as a file. */
const MAX_PHOTO = 10 * 2 ** 20

/**
 * Sends one message; resolves with its number in the chat, of an album with all its numbers. An album is one call: all of
 * it arrives or nothing. Fails with a SendError.
 */
export async function sendMessage(api: BotApi, address: string, message: Outgoing): Promise<readonly string[]> {
  const chat = Number(address)
  if (!Number.isSafeInteger(chat)) throw new SendError({ kind: 'final', code: 'chat-not-found' })
  try {
    if (message.deleteInbound !== undefined) await remove(api, chat, message.deleteInbound)
    const sent = await send(api, chat, message)
    return sent.map(({ message_id: id }) => String(id))
  } catch (error) {
    throw sendErrorOf(error)
  }
}

// After two days, or when the person has been quicker, there is nothing to remove: no failure.
async function remove(api: BotApi, chat: number, arrival: string): Promise<void> {
  const message = messageIn(arrival)
  if (message === undefined) return
  try {
    await api.call('deleteMessage', { chat_id: chat, message_id: message })
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

async function send(api: BotApi, chat: number, message: Outgoing): Promise<readonly Message[]> {
  const { file, album = [] } = message
  if (file === undefined) return [await sendText(api, chat, message)]
  const files = [file, ...album]
  if (files.every(isPhoto))
    try {
      return await sendFiles(api, chat, message, files, 'photo')
    } catch (error) {
      // An image that Telegram does not take as a photo (too long, too wide, damaged) is still a file.
      if (!isRefusal(error) || !error.speaksOf(/PHOTO|IMAGE|photo/)) throw error
    }
  return sendFiles(api, chat, message, files, 'document')
}

function isPhoto({ mime, bytes }: OutgoingFile): boolean {
  return PHOTOS.has(mime) && bytes.length <= MAX_PHOTO
}

function sendText(api: BotApi, chat: number, message: Outgoing): Promise<Message> {
  const { text, entities } = marked(message.text)
  return api.call('sendMessage', {
    ...common(chat, message),
    text,
    entities,
    // A preview would open a one-time link before its owner does.
    link_preview_options: { is_disabled: true },
    reply_markup: markupOf(message),
  })
}

// Photos and documents cannot be mixed in an album, and nothing stands below one.
async function sendFiles(
  api: BotApi,
  chat: number,
  message: Outgoing,
  files: readonly OutgoingFile[],
  type: 'photo' | 'document',
): Promise<readonly Message[]> {
  const { text, entities } = marked(message.text)
  const caption = text === '' ? {} : { caption: text, caption_entities: entities }
  const uploads = files.map(({ bytes, name }) => new Upload(bytes, safeName(name)))
  const [upload, ...more] = uploads
  const asIs = { disable_content_type_detection: true } as const
  if (upload === undefined || more.length > 0) {
    const media = uploads.map((one, i) => ({ type, media: one, ...(type === 'document' && asIs), ...(i === 0 && caption) }))
    return api.call('sendMediaGroup', { ...common(chat, message), media })
  }
  const single = { ...common(chat, message), ...caption, reply_markup: markupOf(message) }
  if (type === 'photo') return [await api.call('sendPhoto', { ...single, photo: upload })]
  return [await api.call('sendDocument', { ...single, ...asIs, document: upload })]
}

function common(chat: number, { protect }: Outgoing) {
  return { chat_id: chat, ...(protect && { protect_content: true as const }) }
}

// The libraries write the name into a header as it is.
function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-100)
}
