import { runCases } from './run-cases.ts'
import { openTelegram } from './telegram-platform.ts'

runCases({ name: 'Telegram by long polling', open: (now) => openTelegram('polling', now), lacks: {} })
