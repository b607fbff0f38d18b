import type {
  BotCommand,
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  Update,
} from 'grammy/types'

/** A bot, and where it is served. */
export interface BotAddress {
  /** from BotFather: the bot's id, a colon, a secret */
  readonly token: string
  /** the Bot API server, no slash at the end */
  readonly apiRoot: string
}

/** The libraries that it can be called by. */
export const DRIVERS = ['grammy', 'telegraf'] as const

/** A bot, and the library to call it by. */
export interface DrivenBot extends BotAddress {
  readonly driver: (typeof DRIVERS)[number]
}

/** A file on its way to the Bot API: as a value of a call's parameters, or as the `media` of one of an album. */
export class Upload {
  readonly bytes: Uint8Array
  readonly name: string

  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes
    this.name = name
  }
}

/** What stands below a message. */
export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove

interface Common {
  readonly chat_id: number
  readonly protect_content?: true
}

interface Captioned {
  readonly caption?: string
  readonly caption_entities?: readonly MessageEntity[]
}

interface Sent extends Common {
  readonly reply_markup?: Markup
}

/** One file of an album. */
export interface Media extends Captioned {
  readonly type: 'photo' | 'document'
  readonly media: Upload
  readonly disable_content_type_detection?: true
}

/** What is called of the Bot API, with its parameters and its result: https://core.telegram.org/bots/api#available-methods */
export interface Methods {
  getMe: [params: object, result: { readonly username: string }]
  getUpdates: [
    params: {
      readonly offset: number
      readonly limit: number
      readonly timeout: number
      readonly allowed_updates: readonly string[]
    },
    result: readonly Update[],
  ]
  setWebhook: [
    params: { readonly url: string; readonly secret_token: string; readonly allowed_updates: readonly string[] },
    result: true,
  ]
  deleteWebhook: [params: object, result: true]
  setMyCommands: [params: { readonly commands: readonly BotCommand[]; readonly language_code?: 'en' }, result: true]
  setChatMenuButton: [params: { readonly menu_button: { readonly type: 'commands' } }, result: true]
  answerCallbackQuery: [params: { readonly callback_query_id: string }, result: true]
  deleteMessage: [params: { readonly chat_id: number; readonly message_id: number }, result: true]
  getFile: [params: { readonly file_id: string }, result: { readonly file_size?: number; readonly file_path?: string }]
  sendChatAction: [params: { readonly chat_id: number; readonly action: 'typing' }, result: true]
  sendMessage: [
    params: Sent & {
      readonly text: string
      readonly entities: readonly MessageEntity[]
      readonly link_preview_options: { readonly is_disabled: true }
    },
    result: Message,
  ]
  sendPhoto: [params: Sent & Captioned & { readonly photo: Upload }, result: Message]
  sendDocument: [
    params: Sent & Captioned & { readonly document: Upload; readonly disable_content_type_detection: true },
    result: Message,
  ]
  sendMediaGroup: [params: Common & { readonly media: readonly Media[] }, result: readonly Message[]]
}

/** The Bot API of one bot, by whichever library. */
export interface BotApi {
  /**
   * Calls a method. Fails with a BotApiRefusal or a BotApiSilence, and with nothing else: the errors of the libraries
   * hold the address of the call, and the bot's token is a part of it.
   */
  call<M extends keyof Methods>(method: M, params: Methods[M][0], signal?: AbortSignal): Promise<Methods[M][1]>
}

/** The Bot API has understood the call and does not do it (https://core.telegram.org/bots/api#making-requests). */
export class BotApiRefusal extends Error {
  override readonly name = 'BotApiRefusal'
  /** as of HTTP */
  readonly status: number
  /** s */
  readonly retryAfter: number | undefined
  // Its words may hold anything: they can be asked, and are shown nowhere.
  readonly #description: string

  constructor(status: number, description: string, retryAfter: number | undefined) {
    super('the Bot API has refused a call')
    this.status = status
    this.retryAfter = retryAfter
    this.#description = description
  }

  /** Whether it is for this reason. */
  speaksOf(reason: RegExp): boolean {
    return reason.test(this.#description)
  }
}

/** No answer, or half of one, or none that makes sense: it is not known whether the call was done. */
export class BotApiSilence extends Error {
  override readonly name = 'BotApiSilence'
  constructor() {
    super('the Bot API has not answered a call')
  }
}

/** The parameters of a call with what a library wants in place of each file. */
export function withFiles(value: unknown, fileOf: (upload: Upload) => unknown): unknown {
  if (value instanceof Upload) return fileOf(value)
  if (Array.isArray(value)) return value.map((one) => withFiles(one, fileOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withFiles(one, fileOf)]))
}
