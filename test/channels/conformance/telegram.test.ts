import { runCases } from './run-cases.ts'
import { openTelegram } from './telegram-platform.ts'

runCases('telegram', (now) => openTelegram('polling', now))
