import type { ChatMessage } from '../../fakes/bot-api/chat.ts'
import { FakeBotApi } from '../../fakes/bot-api/fake-bot-api.ts'
import type { Person } from '../../fakes/bot-api/person.ts'
import type { Extras, Platform, Seen, Someone } from './platform.ts'

const SECRET = 'the-secret-of-the-webhook-0123'

/** Telegram as the fake Bot API plays it, by long polling or by webhook. */
export async function openTelegram(mode: 'polling' | 'webhook', now: () => number, driver = 'grammy'): Promise<Platform> {
  const api = await FakeBotApi.open({ now })
  const webhook = { TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1:<port>/telegram', TELEGRAM_WEBHOOK_SECRET: SECRET }
  return {
    account: `telegram:${api.bot.id}`,
    settings: {
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      TELEGRAM_DRIVER: driver,
      ...(mode === 'webhook' && webhook),
    },
    hasAlbums: true,
    extras: extrasOf(api),
    secrets: [api.token, api.token.split(':')[1] ?? '', SECRET],
    someone: async (name) => new TelegramUser(api.person({ name, phone: '6281299988877' })),
    opened: async () => undefined,
    closing: () => undefined,
    calls: () => api.calls.length,
    close: () => api.close(),
  }
}

class TelegramUser implements Someone {
  readonly person: Person

  constructor(person: Person) {
    this.person = person
  }

  get inbox(): readonly Seen[] {
    return this.person.inbox.map(seen)
  }

  get own(): readonly string[] {
    return this.person.own.map(({ text }) => text)
  }

  async says(text: string): Promise<void> {
    this.person.says(text)
  }

  async quotes({ id }: Seen, text: string): Promise<void> {
    this.person.says(text, Number(id))
  }

  async taps(label: string): Promise<void> {
    this.person.presses(label)
  }

  async sendsPhoto(bytes: Buffer): Promise<void> {
    this.person.sendsPhoto(bytes)
  }

  async sendsDocument(bytes: Buffer, name: string, mime: string): Promise<void> {
    this.person.sendsDocument(bytes, { name, mime })
  }

  async leaves(): Promise<void> {
    this.person.blocks()
  }
}

function seen({ id, text, keys, file, album, isProtected }: ChatMessage): Seen {
  const together = album === undefined ? {} : { album }
  return { id: String(id), text, labels: keys.map(({ label }) => label), file, isProtected, ...together }
}

function personOf(someone: Someone): Person {
  if (someone instanceof TelegramUser) return someone.person
  throw new Error('somebody of another platform')
}

function extrasOf(api: FakeBotApi): Partial<Extras> {
  return {
    album: async (someone, photos) => void personOf(someone).sendsAlbum(photos.map((bytes) => ({ bytes }))),
    edit: async (someone, text) => {
      const person = personOf(someone)
      person.edits(person.own.at(-1)?.id ?? 0, text)
    },
    duplicate: async (someone, text) => {
      api.queue.faults = { duplicated: 1, dropped: 0, random: () => 0.5 }
      personOf(someone).says(text)
    },
    shareNumber: async (someone) => personOf(someone).presses('📱 Kirim nomor saya'),
    forge: async (someone, _message, label) => {
      const person = personOf(someone)
      const officers = Array.from({ length: 20 }, (_, n) => api.people.chat(5_000_001 + n))
      const data = officers.flatMap((chat) => chat?.messages ?? []).flatMap(({ keys }) => keys)
      person.pressesData(person.inbox.at(-1)?.id ?? 0, data.find((key) => key.label === label)?.data ?? '')
    },
    comesBack: async (someone) => personOf(someone).blocks(false),
    openByLink: async (someone, word) => void personOf(someone).says(`/start ${word}`),
    breakDownload: () => api.faults.next('file', { is: 'half-answered' }),
    throttle: (times, seconds) =>
      api.faults.next(
        'sendMessage',
        { is: 'refused', status: 429, description: `Too Many Requests: retry after ${seconds}`, retryAfter: seconds },
        times,
      ),
    refuseNext: () =>
      api.faults.next('sendMessage', { is: 'refused', status: 400, description: 'Bad Request: message is too long' }),
    loseAcknowledgements: () => api.queue.forgetConfirmations(),
  }
}
