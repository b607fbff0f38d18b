import { runCases } from './run-cases.ts'
import { openTelegram } from './telegram-platform.ts'

runCases({ name: 'Telegram by long polling, with telegraf', open: (now) => openTelegram('polling', now, 'telegraf'), lacks: {} })
