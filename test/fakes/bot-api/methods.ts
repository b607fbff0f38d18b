import type { Call } from './call.ts'
import { readMarkup } from './markup.ts'
import type { People } from './people.ts'
import { badRequest, Refusal } from './refusal.ts'
import { chatFor, sendingMethods } from './sending-methods.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { WebhookSender } from './webhook-sender.ts'

/** The bot of a token. */
export interface BotAccount {
  readonly id: number
  readonly is_bot: true
  readonly first_name: string
  readonly username: string
}

/** What the methods work on. */
export interface MethodParts {
  readonly bot: BotAccount
  readonly people: People
  readonly queue: UpdateQueue
  readonly webhook: WebhookSender
  /** the commands set, by language ('' = everybody's) */
  readonly commands: Map<string, readonly unknown[]>
  /** a server of one's own with `--local` keeps files in this folder, and names their paths; undefined = it hands them out */
  readonly localFolder: string | undefined
  /** ids of callback queries that wait for an answer */
  readonly glowing: Set<string>
}

/** A method: what it answers, `now` in ms; `gone` = the caller has hung up. */
export type Method = (call: Call, now: number, gone: AbortSignal) => unknown

const MAX_DOWNLOAD = 20 * 2 ** 20
const COMMAND = /^[a-z0-9_]{1,32}$/

/** Every method of the fake, by its name in lower case, as the real one reads it. */
export function methodsOf(parts: MethodParts): ReadonlyMap<string, Method> {
  const { bot, people, queue, webhook, commands, glowing } = parts
  const methods: Record<string, Method> = {
    ...sendingMethods(people, bot),
    getMe: () => bot,
    getUpdates: (call, _now, gone) => {
      if (webhook.webhook !== undefined)
        throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it")
      const limit = Math.min(100, Math.max(1, call.number('limit') || 100))
      return queue.ask(call.number('offset') || 0, limit, 1000 * (call.number('timeout') || 0), gone)
    },
    setWebhook: (call) => {
      const url = call.text('url')
      if (!/^https?:\/\/\S+$/.test(url)) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
      const secret = call.text('secret_token')
      if (!/^[\w-]{0,256}$/.test(secret)) throw badRequest('secret token contains unallowed characters')
      webhook.set({ url, secret: secret === '' ? undefined : secret })
      queue.connected()
      return true
    },
    deleteWebhook: (call) => {
      webhook.set(undefined)
      if (call.flag('drop_pending_updates')) queue.clear()
      queue.connected()
      return true
    },
    setMyCommands: (call) => {
      const list = call.list('commands') as readonly { command?: unknown; description?: unknown }[]
      for (const { command, description } of list) {
        if (typeof command !== 'string' || !COMMAND.test(command)) throw badRequest('BOT_COMMAND_INVALID')
        if (typeof description !== 'string' || description === '' || description.length > 256)
          throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
      }
      commands.set(call.text('language_code'), list)
      return true
    },
    setChatMenuButton: (call) => {
      const button = call.get('menu_button') as { type?: unknown } | undefined
      if (!['commands', 'default', 'web_app'].includes(String(button?.type))) throw badRequest('BUTTON_TYPE_INVALID')
      return true
    },
    answerCallbackQuery: (call) => {
      if (!glowing.delete(call.text('callback_query_id')))
        throw badRequest('query is too old and response timeout expired or query ID is invalid')
      return true
    },
    deleteMessage: (call) => {
      const message = chatFor(people, call).find(call.number('message_id'))
      if (message === undefined) throw badRequest('message to delete not found')
      message.isDeleted = true
      return true
    },
    editMessageReplyMarkup: (call) => {
      const message = chatFor(people, call).find(call.number('message_id'))
      if (message?.from !== 'bot') throw badRequest('message to edit not found')
      message.keys = readMarkup(call.get('reply_markup')).keys
      return true
    },
    getFile: (call) => {
      const file = people.file(call.text('file_id'))
      if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable')
      const { localFolder: folder } = parts
      if (folder === undefined && file.bytes.length > MAX_DOWNLOAD) throw badRequest('file is too big')
      const path = folder === undefined ? file.path : `${folder}/${file.path}`
      return { file_id: file.id, file_unique_id: file.path, file_size: file.bytes.length, file_path: path }
    },
  }
  return new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]))
}
