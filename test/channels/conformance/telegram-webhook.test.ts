import { runCases } from './run-cases.ts'
import { openTelegram } from './telegram-platform.ts'

runCases('telegram-webhook', (now) => openTelegram('webhook', now))
