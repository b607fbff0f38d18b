import { runCases } from './run-cases.ts'
import { openWhatsappLinked } from './whatsapp-linked-platform.ts'

runCases('whatsapp-linked', openWhatsappLinked)
