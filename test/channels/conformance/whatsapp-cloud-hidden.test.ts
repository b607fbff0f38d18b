import { runCases } from './run-cases.ts'
import { openWhatsappCloud } from './whatsapp-cloud-platform.ts'

runCases('whatsapp-cloud-hidden', (now) => openWhatsappCloud('hidden', now))
