import type { Call } from './call.ts'
import type { Chat, ChatFile, ChatMessage } from './chat.ts'
import { readMarkup } from './markup.ts'
import type { People } from './people.ts'
import { badRequest, Refusal } from './refusal.ts'

const MAX_TEXT = 4096
const MAX_CAPTION = 1024
const MAX_PHOTO = 10 * 2 ** 20
const MAX_FILE = 50 * 2 ** 20

interface AlbumPart {
  readonly type?: unknown
  readonly media?: unknown
  readonly caption?: string
  readonly caption_entities?: readonly unknown[]
}

type Entity = { readonly type?: unknown; readonly offset?: unknown; readonly length?: unknown }

/** The methods that put something into a chat. Each resolves with the message as the Bot API gives it. */
export function sendingMethods(people: People, bot: object) {
  const given = (message: ChatMessage, chat: number, at: number) => ({
    message_id: message.id,
    date: Math.floor(at / 1000),
    chat: { id: chat, type: 'private' },
    from: bot,
    ...(message.file === undefined ? { text: message.text } : { caption: message.text }),
  })

  return {
    sendMessage: (call: Call, now: number) => {
      const chat = chatFor(people, call)
      const text = call.text('text')
      if (text.trim() === '') throw badRequest('message text is empty')
      if (text.length > MAX_TEXT) throw badRequest('message is too long')
      return given(add(chat, call, text, call.list('entities')), call.number('chat_id'), now)
    },
    sendPhoto: (call: Call, now: number) => given(sendFile(people, call, 'photo'), call.number('chat_id'), now),
    sendDocument: (call: Call, now: number) => given(sendFile(people, call, 'document'), call.number('chat_id'), now),
    sendMediaGroup: (call: Call, now: number) => {
      const chat = chatFor(people, call)
      const media = call.list('media') as readonly AlbumPart[]
      if (media.length < 2 || media.length > 10) throw badRequest('wrong number of messages in the album')
      if (new Set(media.map(({ type }) => type)).size > 1) throw badRequest("document can't be mixed with other media types")
      const files = media.map(({ type, media: what }) => fileFrom(people, call, what, type === 'photo' ? 'photo' : 'document'))
      const album = `out-${chat.messages.length}`
      return files.map((file, i) => {
        const { caption = '', caption_entities: entities = [] } = media[i] ?? {}
        if (caption.length > MAX_CAPTION) throw badRequest('message caption is too long')
        return given(add(chat, call, caption, entities, file, album), call.number('chat_id'), now)
      })
    },
    sendChatAction: (call: Call) => {
      chatFor(people, call).typing++
      return true
    },
  }
}

/** The chat that a call is for, where the bot may write to it. */
export function chatFor(people: People, call: Call): Chat {
  const chat = people.chat(call.number('chat_id'))
  if (chat === undefined) throw badRequest('chat not found')
  if (chat.isBlocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user')
  return chat
}

function sendFile(people: People, call: Call, as: ChatFile['as']): ChatMessage {
  const chat = chatFor(people, call)
  const caption = call.text('caption')
  if (caption.length > MAX_CAPTION) throw badRequest('message caption is too long')
  return add(chat, call, caption, call.list('caption_entities'), fileFrom(people, call, call.get(as), as))
}

function fileFrom(people: People, call: Call, value: unknown, as: ChatFile['as']): ChatFile {
  const upload = call.upload(value)
  if (upload === undefined) {
    const known = typeof value === 'string' ? people.file(value) : undefined
    if (known === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
    return known
  }
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
  if (upload.bytes.length > MAX_FILE) throw new Refusal(413, 'Request Entity Too Large')
  if (as === 'photo' && upload.bytes.length > MAX_PHOTO)
    throw badRequest(`file of size ${upload.bytes.length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO} bytes`)
  if (as === 'photo' && !isImage(upload.bytes)) throw badRequest('IMAGE_PROCESS_FAILED')
  return { ...upload, as }
}

function isImage(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4).toString('hex')
  return start.startsWith('ffd8ff') || start === '89504e47' || start === '52494646'
}

function add(chat: Chat, call: Call, text: string, entities: readonly unknown[], file?: ChatFile, album?: string): ChatMessage {
  const { keys, keyboard } = readMarkup(call.get('reply_markup'))
  const bold = entities.flatMap((one) => boldOf(text, one as Entity))
  if (keyboard !== undefined) chat.keyboard = keyboard
  return chat.add({
    from: 'bot',
    text,
    bold,
    keys,
    isProtected: call.flag('protect_content'),
    ...(file !== undefined && { file }),
    ...(album !== undefined && { album }),
  })
}

function boldOf(text: string, { type, offset, length }: Entity): string[] {
  if (typeof offset !== 'number' || typeof length !== 'number' || length < 1 || offset + length > text.length)
    throw badRequest("can't parse entities")
  return type === 'bold' ? [text.slice(offset, offset + length)] : []
}
