import { runCases } from './run-cases.ts'
import { openTelegram } from './telegram-platform.ts'

runCases('telegraf-webhook', (now) => openTelegram('webhook', now, 'telegraf'))
