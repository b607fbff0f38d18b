import { Scenes, session, Telegraf, Telegram, type SessionStore } from 'telegraf'
import { message } from 'telegraf/filters'
import type { Update as TelegrafUpdate } from 'telegraf/types'
import { completion, question } from '../form.ts'
import type { Load, Subject } from '../measurement.ts'
import { InMemoryTelegram, me, token } from './telegram.ts'

type WizardSession = Scenes.WizardSession

/**
 * Telegraf's WizardScene with one step a question, as its guide has it, over the given session
 * store; without one, over Telegraf's own memory store. `close` closes what the store stands on.
 */
export async function openWizard(
  load: Load,
  store: SessionStore<WizardSession> | undefined,
  close: () => void,
): Promise<Subject> {
  const telegram = new InMemoryTelegram()
  // Telegraf makes a client for every update, so the call is replaced where they all find it.
  Object.defineProperty(Telegram.prototype, 'callApi', {
    value: async (method: string, payload: unknown) => telegram.call(method, payload),
  })
  const bot = new Telegraf<Scenes.WizardContext>(token)
  bot.botInfo = me
  bot.use(store === undefined ? session() : session({ store }))
  bot.use(new Scenes.Stage<Scenes.WizardContext>([wizard(load.questions)]).middleware())
  bot.command('start', (ctx) => ctx.scene.enter('form'))

  // The session is written after the reply has gone out; handleUpdate returns after both.
  const answer = async (chat: number, text: string): Promise<string> => {
    await bot.handleUpdate(telegram.update(chat, text) as TelegrafUpdate)
    return telegram.takeReply(chat)
  }
  return { begin: (chat) => answer(chat, '/start'), answer, close: async () => close() }
}

function wizard(questions: number): Scenes.WizardScene<Scenes.WizardContext> {
  const steps = Array.from({ length: questions }, (_, index) => async (ctx: Scenes.WizardContext) => {
    if (!ctx.has(message('text'))) return
    const state = ctx.wizard.state as { answers: string[] }
    state.answers.push(ctx.message.text)
    if (index + 1 === questions) {
      await ctx.reply(completion(state.answers))
      await ctx.scene.leave()
      return
    }
    await ctx.reply(question(index + 2))
    ctx.wizard.next()
  })
  return new Scenes.WizardScene<Scenes.WizardContext>(
    'form',
    async (ctx) => {
      ctx.scene.state = { answers: [] }
      await ctx.reply(question(1))
      ctx.wizard.next()
    },
    ...steps,
  )
}
