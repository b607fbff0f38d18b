import type { Message, Update, UserFromGetMe } from 'grammy/types'

/** The Bot API in memory: makes the updates that a rival gets and answers the calls that it makes. */

const date = 1_760_000_000

/** The rivals' bot account, given to them so that they need not ask for it. */
export const me: UserFromGetMe = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'Loket',
  username: 'loket_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  can_manage_bots: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  supports_join_request_queries: false,
}

/** Looks like a token; nothing is ever sent with it. */
export const token = `${me.id}:bench`

/** What the rivals have in common: updates go in, `sendMessage` calls come out. */
export class InMemoryTelegram {
  #ids = 0
  #replies = new Map<number, string>()

  /** Answers a call of the Bot API the way Telegram would. Rivals call only `sendMessage`. */
  call(method: string, payload: unknown): Message.TextMessage {
    if (method !== 'sendMessage') throw new Error(`unexpected call of ${method}`)
    const { chat_id, text } = payload as { chat_id: number; text: string }
    this.#replies.set(chat_id, `${this.#replies.get(chat_id) ?? ''}${text}`)
    return { message_id: ++this.#ids, date, chat: { id: chat_id, type: 'private', first_name: 'Warga' }, from: me, text }
  }

  /** A text message of a person in a private chat; the command /start is marked as Telegram marks it. */
  update(chat: number, text: string): Update {
    return {
      update_id: ++this.#ids,
      message: {
        message_id: ++this.#ids,
        date,
        chat: { id: chat, type: 'private', first_name: 'Warga' },
        from: { id: chat, is_bot: false, first_name: 'Warga', language_code: 'id' },
        text,
        ...(text === '/start' && { entities: [{ type: 'bot_command' as const, offset: 0, length: text.length }] }),
      },
    }
  }

  /** What was sent to the chat since the last time. */
  takeReply(chat: number): string {
    const reply = this.#replies.get(chat) ?? ''
    this.#replies.delete(chat)
    return reply
  }
}
