import type { BotApi, DrivenBot } from './bot-api.ts'
import { openByGrammy } from './grammy.ts'
import { openByTelegraf } from './telegraf.ts'

/** The Bot API of a bot. `patience` in seconds: a call that is not answered has failed then. */
export function openBotApi(bot: DrivenBot, patience: number): BotApi {
  return bot.driver === 'telegraf' ? openByTelegraf(bot, patience) : openByGrammy(bot, patience)
}
