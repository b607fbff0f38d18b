import { runCases } from './run-cases.ts'
import { openTelegram } from './telegram-platform.ts'

runCases('telegraf', (now) => openTelegram('polling', now, 'telegraf'))
