import { runCases } from './run-cases.ts'
import { openWhatsappCloud } from './whatsapp-cloud-platform.ts'

const NEVER = {
  'takes the first photo of an album and says so once': 'the Cloud API does not say which photos were sent together',
  'takes a secret out of the chat': 'nothing can be deleted from a chat; secrets are asked on a page',
  'protects a link from being passed on': 'nothing can be protected on WhatsApp; links serve once, and only their person',
}

runCases({
  name: 'the official WhatsApp number',
  open: (now) => openWhatsappCloud('shown', now),
  lacks: {
    ...NEVER,
    'takes a number that the platform vouches for': 'it vouches for the number with every message, and has no button for it',
  },
})

runCases({
  name: 'the official WhatsApp number, with people who hide theirs',
  open: (now) => openWhatsappCloud('hidden', now),
  lacks: NEVER,
})
