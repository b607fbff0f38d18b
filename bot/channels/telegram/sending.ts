import { InputFile, type Api } from 'grammy'
import type { Message } from 'grammy/types'
import { SendError, type Outgoing } from '../channel.ts'
import { isRefusal, sendErrorOf } from './failures.ts'
import { markupOf } from './keyboards.ts'
import { marked } from './marks.ts'
import { messageIn } from './updates.ts'

/** Kinds of images that Telegram shows as photos. */
const PHOTOS = new Set(['image/jpeg', 'image/png'])
/** Bytes: a larger image goes as a file. */
const MAX_PHOTO = 10 * 2 ** 20

/** Sends one message; resolves with its number in the chat. Fails with a SendError. */
export async function sendMessage(api: Api, address: string, message: Outgoing): Promise<readonly string[]> {
  const chat = Number(address)
  if (!Number.isSafeInteger(chat)) throw new SendError({ kind: 'final', code: 'chat-not-found' })
  try {
    if (message.deleteInbound !== undefined) await remove(api, chat, message.deleteInbound)
    const sent =
      message.file === undefined ? await sendText(api, chat, message) : await sendFile(api, chat, message, message.file)
    return [String(sent.message_id)]
  } catch (error) {
    throw sendErrorOf(error)
  }
}

// After two days, or when the person has been quicker, there is nothing to remove: no failure.
async function remove(api: Api, chat: number, arrival: string): Promise<void> {
  const message = messageIn(arrival)
  if (message === undefined) return
  try {
    await api.deleteMessage(chat, message)
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

function sendText(api: Api, chat: number, message: Outgoing): Promise<Message> {
  const { text, entities } = marked(message.text)
  return api.sendMessage(chat, text, {
    entities,
    // A preview would open a one-time link before its owner does.
    link_preview_options: { is_disabled: true },
    ...common(message),
  })
}

async function sendFile(api: Api, chat: number, message: Outgoing, file: NonNullable<Outgoing['file']>): Promise<Message> {
  const { text, entities } = marked(message.text)
  const caption = { ...(text !== '' && { caption: text, caption_entities: entities }), ...common(message) }
  const upload = () => new InputFile(file.bytes, safeName(file.name))
  if (PHOTOS.has(file.mime) && file.bytes.length <= MAX_PHOTO)
    try {
      return await api.sendPhoto(chat, upload(), caption)
    } catch (error) {
      // An image that Telegram does not take as a photo (too long, too wide, damaged) is still a file.
      if (!isRefusal(error) || !/PHOTO|IMAGE|photo/.test(error.description)) throw error
    }
  return api.sendDocument(chat, upload(), { ...caption, disable_content_type_detection: true })
}

function common(message: Outgoing) {
  return { reply_markup: markupOf(message), ...(message.protect && { protect_content: true }) }
}

// grammY writes the name into a header as it is.
function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-100)
}
