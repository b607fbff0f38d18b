import {
  conversations,
  createConversation,
  type Conversation,
  type ConversationData,
  type ConversationFlavor,
  type VersionedState,
} from '@grammyjs/conversations'
import { Bot, type ApiClientOptions, type Context } from 'grammy'
import { completion, question } from '../form.ts'
import { measure } from '../generator.ts'
import type { Load, Run, Subject } from '../measurement.ts'
import { openKeyValue } from './key-value.ts'
import { InMemoryTelegram, me, token } from './telegram.ts'

/**
 * grammY with its conversations plugin, set up as https://grammy.dev/plugins/conversations has it:
 * a builder function that asks and waits, and a storage of type `key` for the replay log.
 */
export const run: Run = (load) => measure(open, load)

async function open(load: Load): Promise<Subject> {
  const telegram = new InMemoryTelegram()
  const store = openKeyValue(load.directory)
  const bot = new Bot<ConversationFlavor<Context>>(token, { botInfo: me, client: { fetch: answerWith(telegram) } })
  bot.use(
    conversations({
      storage: {
        type: 'key',
        version: 0,
        adapter: {
          read: (key) => {
            const json = store.get(key)
            return json === undefined ? undefined : (JSON.parse(json) as VersionedState<ConversationData>)
          },
          write: (key, state) => store.set(key, JSON.stringify(state)),
          delete: (key) => store.delete(key),
        },
      },
    }),
  )

  async function form(conversation: Conversation, ctx: Context): Promise<void> {
    const answers: string[] = []
    for (let number = 1; number <= load.questions; number++) {
      await ctx.reply(question(number))
      const { message } = await conversation.waitFor('message:text')
      answers.push(message.text)
    }
    await ctx.reply(completion(answers))
  }
  bot.use(createConversation(form))
  bot.command('start', (ctx) => ctx.conversation.enter('form'))

  // The plugin writes the state after the reply has gone out; handleUpdate returns after both.
  const answer = async (chat: number, text: string): Promise<string> => {
    await bot.handleUpdate(telegram.update(chat, text))
    return telegram.takeReply(chat)
  }
  return { begin: (chat) => answer(chat, '/start'), answer, close: async () => store.close() }
}

/**
 * A `fetch` that answers Bot API calls in memory. An API transformer would be simpler, but the plugin
 * makes a client of its own for every context inside a conversation, which only shares these options.
 */
function answerWith(telegram: InMemoryTelegram): NonNullable<ApiClientOptions['fetch']> {
  return async (url: string, init: { body: string }) => {
    const result = telegram.call(url.slice(url.lastIndexOf('/') + 1), JSON.parse(init.body))
    return { json: async () => ({ ok: true, result }) }
  }
}
