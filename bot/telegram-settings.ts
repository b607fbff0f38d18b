import { z } from 'zod'
import { DRIVERS, type DrivenBot } from './channels/telegram/bot-api.ts'
import { isBare, oneOf, origin, type Refuse, type Values } from './setting-values.ts'

/** A Telegram bot. */
export interface TelegramConfig extends DrivenBot {
  /** how updates come; by long polling when absent */
  readonly webhook: { readonly url: string; readonly secret: string } | undefined
}

const TELEGRAM = 'https://api.telegram.org'

/** What the environment says of the Telegram bot. */
export const telegramVariables = {
  TELEGRAM_BOT_TOKEN: {
    value: z
      .string()
      .regex(/^\d{5,12}:[\w-]{30,64}$/, { error: 'must be a bot token as BotFather gives it' })
      .optional(),
    example: '123456789:AAE…',
    secret: true,
  },
  TELEGRAM_API_ROOT: { value: origin.default(TELEGRAM), example: 'http://127.0.0.1:8081' },
  TELEGRAM_DRIVER: { value: oneOf(DRIVERS).default('grammy'), example: 'telegraf' },
  TELEGRAM_WEBHOOK_URL: {
    value: z
      .string()
      .refine((value) => URL.canParse(value) && isWebhook(new URL(value)), {
        error: 'must be the https:// address by which Telegram reaches /telegram of Loket',
      })
      .optional(),
    example: 'https://loket.example.go.id/telegram',
  },
  TELEGRAM_WEBHOOK_SECRET: {
    value: z
      .string()
      .regex(/^[\w-]{16,256}$/, { error: 'must be 16 to 256 letters, digits, _ or -' })
      .optional(),
    example: 'what `openssl rand -hex 32` prints',
    secret: true,
  },
} as const

/** The bot that the settings name; undefined when they name none. One that lacks a part would be silent without anybody knowing why. */
export function telegramOf(
  set: Values<typeof telegramVariables>,
  refuse: Refuse<typeof telegramVariables>,
): TelegramConfig | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = set
  const apiRoot = new URL(set.TELEGRAM_API_ROOT).origin
  if (token === undefined && (url ?? secret) !== undefined)
    refuse('TELEGRAM_BOT_TOKEN', 'must be set where there is a webhook for it')
  if (url !== undefined && secret === undefined)
    refuse('TELEGRAM_WEBHOOK_SECRET', 'must be set beside TELEGRAM_WEBHOOK_URL, so that nobody else can send to it')
  if (url === undefined && secret !== undefined)
    refuse('TELEGRAM_WEBHOOK_URL', 'must be set beside TELEGRAM_WEBHOOK_SECRET; leave both out for long polling')
  // Only a Bot API server of one's own takes another kind.
  if (url?.startsWith('http:') === true && apiRoot === TELEGRAM) refuse('TELEGRAM_WEBHOOK_URL', 'must begin with https://')
  if (token === undefined) return undefined
  const webhook = url === undefined || secret === undefined ? undefined : { url, secret }
  return { token, apiRoot, driver: set.TELEGRAM_DRIVER, webhook }
}

// Loket listens at /telegram; what a proxy puts before it is its own business.
function isWebhook(url: URL): boolean {
  return isBare(url) && (url.protocol === 'https:' || url.protocol === 'http:') && url.pathname.endsWith('/telegram')
}
