import type { SimulatorMail, SimulatorMessage, SimulatorPhone } from '../../../../storage/simulator-records.ts'
import type { FromServer } from '../protocol.ts'

/** One phone's chat as this page knows it, oldest message first. */
export interface Chat {
  readonly messages: readonly SimulatorMessage[]
  /** the server has older ones */
  readonly more: boolean
  readonly typing: boolean
}

/** What the server has told this page. */
export interface Model {
  /** false until the first snapshot */
  readonly ready: boolean
  /** the name of whoever answers the phones */
  readonly counter: string
  readonly phones: readonly SimulatorPhone[]
  readonly chats: Readonly<Record<string, Chat>>
  /** newest first */
  readonly mails: readonly SimulatorMail[]
  /** e-mail goes to a mail server: nothing new comes here */
  readonly mailElsewhere: boolean
}

export const NOTHING: Model = { ready: false, counter: 'Loket', phones: [], chats: {}, mails: [], mailElsewhere: false }
const EMPTY: Chat = { messages: [], more: false, typing: false }

/** The chat of a phone; an empty one when nothing was said yet. */
export function chatOf(model: Model, phoneId: string): Chat {
  return model.chats[phoneId] ?? EMPTY
}

/** The model after the server's words. Pure; words that come twice change nothing. */
export function hear(model: Model, words: FromServer): Model {
  switch (words.type) {
    case 'snapshot': {
      const chats = Object.fromEntries(words.chats.map((page) => [page.phoneId, caughtUp(chatOf(model, page.phoneId), page)]))
      const { counter, phones, mails, mailElsewhere = false } = words
      return { ready: true, counter, phones, chats, mails, mailElsewhere }
    }
    case 'phones':
      return { ...model, phones: words.phones }
    case 'message':
      return withChat(model, words.message.phoneId, (chat) => ({
        ...chat,
        messages: merged(chat.messages, [words.message]),
        typing: chat.typing && words.message.direction === 'in',
      }))
    case 'older':
      return withChat(model, words.phoneId, (chat) => ({
        ...chat,
        messages: merged(chat.messages, words.messages),
        more: words.more,
      }))
    case 'typing':
      return withChat(model, words.phoneId, (chat) => ({ ...chat, typing: true }))
    case 'mail': {
      const others = model.mails.filter((mail) => mail.id !== words.mail.id)
      return { ...model, mails: [...others, words.mail].sort((a, b) => b.id - a.id) }
    }
    case 'refused':
      return model
  }
}

/** The model when the indicator has been shown for long enough. */
export function typingOver(model: Model, phoneId: string): Model {
  return withChat(model, phoneId, (chat) => ({ ...chat, typing: false }))
}

function withChat(model: Model, phoneId: string, change: (chat: Chat) => Chat): Model {
  return { ...model, chats: { ...model.chats, [phoneId]: change(chatOf(model, phoneId)) } }
}

/** Older pages stay only where nothing is missing between them and the newest page. */
function caughtUp(chat: Chat, page: { messages: readonly SimulatorMessage[]; more: boolean }): Chat {
  const oldest = page.messages[0]
  const newestKnown = chat.messages.at(-1)
  const joins = oldest !== undefined && newestKnown !== undefined && newestKnown.id >= oldest.id
  if (!joins || !page.more) return { messages: page.messages, more: page.more, typing: false }
  return { messages: merged(chat.messages, page.messages), more: chat.more, typing: false }
}

function merged(known: readonly SimulatorMessage[], news: readonly SimulatorMessage[]): SimulatorMessage[] {
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of news) {
    const old = byId.get(message.id)
    if (old === undefined || !isFurther(old, message)) byId.set(message.id, message)
  }
  return [...byId.values()].sort((a, b) => a.id - b.id)
}

function isFurther(one: SimulatorMessage, other: SimulatorMessage): boolean {
  if (one.body.kind === 'deleted') return other.body.kind !== 'deleted'
  return one.status === 'received' && other.status === 'pending'
}
