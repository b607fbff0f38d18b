import { runCases } from './run-cases.ts'
import { openTelegram } from './telegram-platform.ts'

runCases({ name: 'Telegram by webhook, with telegraf', open: (now) => openTelegram('webhook', now, 'telegraf'), lacks: {} })
