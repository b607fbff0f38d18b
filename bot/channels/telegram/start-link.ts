import type { DrivenBot } from './bot-api.ts'
import { openBotApi } from './drivers.ts'

/** How long Telegram may take to say what its bot is called, s. */
const PATIENCE = 10
/** What a link may carry (https://core.telegram.org/bots/features#deep-linking). */
const WORD = /^[\w-]{1,64}$/

/**
 * The link that opens the bot's chat and, at a tap on Start, sends it `word`; undefined when Telegram does not say what
 * the bot is called. Fails on a word that no link can carry.
 */
export async function startLink(bot: DrivenBot, word: string): Promise<string | undefined> {
  if (!WORD.test(word)) throw new Error('a link carries 1 to 64 letters, digits, _ or -')
  try {
    const { username } = await openBotApi(bot, PATIENCE).call('getMe', {})
    return `https://t.me/${username}?start=${word}`
  } catch {
    return undefined
  }
}
