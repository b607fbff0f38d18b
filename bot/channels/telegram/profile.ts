import type { BotApi } from './bot-api.ts'

/** What a person can pick from the bot's menu, in each language: words that the conversations understand. */
const COMMANDS = [
  { id: 'menu', en: 'menu', text: 'telegram-command-menu' },
  { id: 'daftar', en: 'register', text: 'telegram-command-register' },
  { id: 'status', en: 'status', text: 'telegram-command-status' },
  { id: 'bantuan', en: 'help', text: 'telegram-command-help' },
  { id: 'petugas', en: 'officer', text: 'telegram-command-officer' },
  { id: 'bahasa', en: 'language', text: 'telegram-command-language' },
  { id: 'batal', en: 'cancel', text: 'telegram-command-cancel' },
] as const

/** Puts a message into words. */
export type Say = (language: 'id' | 'en', key: string) => string

/** Sets the bot's commands and its menu button: Indonesian for everybody, English for whose app is in English. Harmless twice. */
export async function setProfile(api: BotApi, say: Say, signal: AbortSignal): Promise<void> {
  const commands = (language: 'id' | 'en') =>
    COMMANDS.map((one) => ({ command: one[language], description: say(language, one.text) }))
  await api.call('setMyCommands', { commands: commands('id') }, signal)
  await api.call('setMyCommands', { commands: commands('en'), language_code: 'en' }, signal)
  await api.call('setChatMenuButton', { menu_button: { type: 'commands' } }, signal)
}
