import { runCases } from './run-cases.ts'
import { openTelegram } from './telegram-platform.ts'

runCases({ name: 'Telegram by webhook', open: (now) => openTelegram('webhook', now), lacks: {} })
