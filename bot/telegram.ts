import type { FastifyInstance } from 'fastify'
import type { Texts } from '../flows/text/texts.ts'
import type { Alert } from './channel-alerts.ts'
import type { Channel } from './channels/channel.ts'
import { registerWebhook } from './channels/telegram/webhook.ts'
import { TelegramChannel } from './channels/telegram/telegram-channel.ts'
import type { Log } from './runtime/log.ts'
import type { Scheduler } from './runtime/scheduler.ts'
import type { TelegramConfig } from './telegram-settings.ts'
import type { Metrics } from './web/metrics.ts'

/** The Telegram bot, put together. */
export interface Telegram {
  readonly channel: Channel
  /** puts its webhook on the web server, where updates come that way */
  serve(app: FastifyInstance): void
}

interface TelegramNeeds {
  readonly settings: TelegramConfig
  readonly texts: Texts
  readonly log: Log
  readonly scheduler: Scheduler
  readonly alert: Alert
  readonly metrics: Pick<Metrics, 'webhookEvent'>
}

/** Makes the bot that the settings name. */
export function openTelegram({ settings, texts, log, scheduler, alert, metrics }: TelegramNeeds): Telegram {
  const say = (language: 'id' | 'en', key: string): string => texts.format(language, { key })
  const channel: TelegramChannel = new TelegramChannel({
    settings,
    say,
    log,
    scheduler,
    alert: (trouble) => alert(channel.account, trouble),
  })
  return {
    channel,
    serve(app) {
      const { webhook } = settings
      if (webhook === undefined) return
      const count = (outcome: string): void => metrics.webhookEvent(channel.account, outcome)
      registerWebhook(app, { secret: webhook.secret, take: (update) => channel.take([update]), count })
    },
  }
}
