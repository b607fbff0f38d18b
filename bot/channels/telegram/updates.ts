import type { CallbackQuery, Message, Update } from 'grammy/types'
import type { Event, IncomingFile } from '../../../flows/engine/input.ts'
import type { Arrival } from '../channel.ts'

/** The updates that are asked for: all others stay with Telegram. */
export const WANTED = ['message', 'edited_message', 'callback_query'] as const satisfies readonly (keyof Update)[]

/** What a person can send that no question asks for, by Telegram's name of it, and ours. */
const OTHERS = {
  animation: 'video',
  audio: 'audio',
  checklist: 'other',
  dice: 'sticker',
  game: 'other',
  location: 'location',
  paid_media: 'other',
  poll: 'poll',
  sticker: 'sticker',
  story: 'other',
  venue: 'location',
  video: 'video',
  video_note: 'video',
  voice: 'voice',
} as const satisfies Partial<Record<keyof Message, string>>

/** Which of our bots receives it. */
export interface Receiver {
  /** as in `Channel.account` */
  readonly account: string
  /** the bot's own user id */
  readonly botId: number
}

/**
 * What an update (https://core.telegram.org/bots/api#update) says to us; undefined when nothing: a group, another bot,
 * a line of service ("pinned a message"). Only private chats are served, where the chat's id is the person's.
 */
export function arrivalOf(update: Update, { account, botId }: Receiver): Arrival | undefined {
  const { update_id: id, message, edited_message: edited, callback_query: query } = update
  if (query !== undefined) return tapped(id, account, query)
  const said = message ?? edited
  if (said?.chat.type !== 'private' || said.from === undefined || said.from.is_bot || said.from.id !== said.chat.id)
    return undefined
  const event = edited === undefined ? eventOf(said) : correction(said)
  if (event === undefined) return undefined
  const quoted = said.reply_to_message
  return {
    account,
    address: String(said.chat.id),
    id: arrivalId(id, said.message_id),
    event,
    ...(quoted?.from?.id === botId && { replyTo: String(quoted.message_id) }),
    ...(event.kind === 'contact' && event.own && { provenPhone: event.phone }),
  }
}

// The same at every delivery; the message's own number is in it, because that is what it can be removed by.
function arrivalId(update: number, message: number): string {
  return `${update}.${message}`
}

/** The number, in its chat, of the message that an arrival's id names; undefined when it names none. */
export function messageIn(arrivalId: string): number | undefined {
  const [, message] = /^\d+\.(\d+)$/.exec(arrivalId) ?? []
  return message === undefined ? undefined : Number(message)
}

function tapped(id: number, account: string, { from, data, message }: CallbackQuery): Arrival | undefined {
  if (data === undefined || message?.chat.type !== 'private' || message.chat.id !== from.id) return undefined
  const replyTo = String(message.message_id)
  return { account, address: String(from.id), id: String(id), event: { kind: 'choice', id: data }, replyTo }
}

function eventOf(message: Message): Event | undefined {
  const { text, photo, document, contact, animation, media_group_id: album } = message
  if (text !== undefined) return { kind: 'text', text: meant(text.toWellFormed()) }
  const part = {
    ...(message.caption !== undefined && { caption: message.caption.toWellFormed() }),
    ...(album !== undefined && { album }),
  }
  if (photo !== undefined && photo.length > 0) return { kind: 'file', file: { ...largest(photo), ...part } }
  // An animation comes with a document beside it, for programs that know no animations.
  if (document !== undefined && animation === undefined) {
    const { file_id: ref, file_name: name, mime_type: mime, file_size: size } = document
    const told = {
      ...(name !== undefined && { name: name.toWellFormed() }),
      ...(mime !== undefined && { mime }),
      ...(size !== undefined && { size }),
    }
    return { kind: 'file', file: { ref, as: 'document', ...told, ...part } }
  }
  if (contact !== undefined) return contactOf(message, contact)
  const kind = Object.entries(OTHERS).find(([name]) => name in message)
  return kind === undefined ? undefined : { kind: 'other', what: kind[1] }
}

// A live location corrects itself all the time; of anything else a person should know that it is not read again.
function correction(message: Message): Event | undefined {
  return message.location === undefined ? { kind: 'other', what: 'edit' } : undefined
}

// Telegram makes several sizes of a photo.
function largest(sizes: NonNullable<Message['photo']>): Pick<IncomingFile, 'ref' | 'as' | 'mime' | 'size'> {
  const best = sizes.reduce((one, other) => (other.width * other.height > one.width * one.height ? other : one))
  return { ref: best.file_id, as: 'photo', mime: 'image/jpeg', ...(best.file_size !== undefined && { size: best.file_size }) }
}

// Only the sender's own card, sent by themselves, proves a number: Telegram fills in whose it is.
function contactOf(
  { from, forward_origin: forwarded }: Message,
  { phone_number, user_id }: NonNullable<Message['contact']>,
): Event {
  const digits = phone_number.replace(/\D/g, '')
  const own = user_id !== undefined && user_id === from?.id && forwarded === undefined && /^[1-9]\d{6,14}$/.test(digits)
  return { kind: 'contact', phone: own ? `+${digits}` : phone_number.toWellFormed(), own }
}

/**
 * A command may carry the bot's name (`/menu@LoketBot`). A link `t.me/<bot>?start=<words>` arrives as `/start <words>`:
 * what it says is what its words say, an officer's invitation or the name of a service.
 */
function meant(text: string): string {
  const link = /^\/start(?:@\w+)?[ \n]+([\w-]{1,64})\s*$/.exec(text)?.[1]
  return link === undefined ? text.replace(/^(\/\w{1,32})@\w{1,64}/, '$1') : link.replaceAll('_', ' ')
}
