import { runCases } from './run-cases.ts'
import { openWhatsappLinked } from './whatsapp-linked-platform.ts'

runCases({
  name: 'WhatsApp by linked device',
  open: openWhatsappLinked,
  lacks: {
    'refuses the decision of somebody else':
      'it has no buttons that could be forged; its own test quotes a card that somebody else got, and speaks in a group',
    'takes a number that the platform vouches for': 'it vouches for the number with every message, and has no button for it',
    'takes a secret out of the chat': 'only the sender can take a message out of a private chat',
    'protects a link from being passed on': 'it has no mark against passing a message on',
  },
})
