import { FakeBotApi } from '../../test/fakes/bot-api/fake-bot-api.ts'
import type { Side, SideParts } from './side.ts'

/** Telegram with its people: the Bot API of ours. */
export async function openTelegramSide({ now, faults, photo }: SideParts): Promise<Side> {
  const api = await FakeBotApi.open({ now })
  api.queue.faults = faults
  return {
    name: 'Telegram',
    account: `telegram:${api.bot.id}`,
    settings: { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root },
    happened: () => api.queue.happened,
    handset: (name, heard) => {
      const person = api.person({ name })
      const shown: string[] = []
      person.chat.onShown = ({ text }) => {
        shown.push(text)
        heard()
      }
      return { shown, says: (text) => person.says(text), sendsPhoto: () => person.sendsPhoto(photo), repeated: () => 0 }
    },
    close: () => api.close(),
  }
}
