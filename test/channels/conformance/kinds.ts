import type { CaseName } from './cases.ts'

/** A kind of platform that all cases are tried on, by the id of its test: `test/channels/conformance/<id>.test.ts`. */
export interface Kind {
  readonly name: string
  /** cases that it cannot have, and why */
  readonly lacks: Readonly<Partial<Record<CaseName, string>>>
}

const NO_BUTTON_FOR_IT = 'it vouches for the number with every message, and has no button for it'

const LACKED_BY_CLOUD: Kind['lacks'] = {
  'takes the first photo of an album and says so once': 'the Cloud API does not say which photos were sent together',
  'takes a secret out of the chat': 'nothing can be deleted from a chat; secrets are asked on a page',
  'protects a link from being passed on': 'nothing can be protected on WhatsApp; links serve once, and only their person',
}

const TAKES_NOTHING_IN = 'nothing is ever received by e-mail'
const NO_OFFICER = 'no officer works by e-mail'
const MAIL_SERVERS = 'its own tests try this with what a mail server says'

/** Every kind of platform. */
export const KINDS = {
  telegram: { name: 'Telegram by long polling', lacks: {} },
  'telegram-webhook': { name: 'Telegram by webhook', lacks: {} },
  telegraf: { name: 'Telegram by long polling, with telegraf', lacks: {} },
  'telegraf-webhook': { name: 'Telegram by webhook, with telegraf', lacks: {} },
  'whatsapp-linked': {
    name: 'WhatsApp by linked device',
    lacks: {
      'refuses the decision of somebody else':
        'it has no buttons that could be forged; its own test quotes a card that somebody else got, and speaks in a group',
      'takes a number that the platform vouches for': NO_BUTTON_FOR_IT,
      'takes a secret out of the chat': 'only the sender can take a message out of a private chat',
      'protects a link from being passed on': 'it has no mark against passing a message on',
    },
  },
  'whatsapp-cloud': {
    name: 'the official WhatsApp number',
    lacks: { ...LACKED_BY_CLOUD, 'takes a number that the platform vouches for': NO_BUTTON_FOR_IT },
  },
  'whatsapp-cloud-hidden': { name: 'the official WhatsApp number, with people who hide theirs', lacks: LACKED_BY_CLOUD },
  // It only sends. What it does have of these is tried in test/channels/mail/.
  mail: {
    name: 'E-mail by SMTP',
    lacks: {
      'answers a text': TAKES_NOTHING_IN,
      'takes a choice by its button': 'a mail has no buttons, and takes no answer',
      'passes a photo on, byte for byte, in and out': TAKES_NOTHING_IN,
      'passes a document on, byte for byte, in and out': `${TAKES_NOTHING_IN}; files out have a test of their own`,
      'sends several files together': NO_OFFICER,
      'takes the first photo of an album and says so once': TAKES_NOTHING_IN,
      'handles a message once that is delivered twice': TAKES_NOTHING_IN,
      'answers what was said while it was closed, in order': TAKES_NOTHING_IN,
      'takes a message again that it could not keep': TAKES_NOTHING_IN,
      'handles a message once that was kept but not acknowledged before a crash': TAKES_NOTHING_IN,
      'says that a changed message is not read again': TAKES_NOTHING_IN,
      'takes an officer’s decision by a quoted reply': NO_OFFICER,
      'takes an officer’s decision by a button': NO_OFFICER,
      'refuses the decision of somebody else': NO_OFFICER,
      'enrols an officer by a link': NO_OFFICER,
      'refuses a file that is too large': TAKES_NOTHING_IN,
      'refuses a file that is not what it says': TAKES_NOTHING_IN,
      'fetches a file again that came half': TAKES_NOTHING_IN,
      'waits when the platform is in no hurry, and loses nothing': MAIL_SERVERS,
      'gives a message up that is refused for good, and goes on': MAIL_SERVERS,
      'notes who cannot be reached any more': MAIL_SERVERS,
      'can reach somebody again who writes again': TAKES_NOTHING_IN,
      'takes a number that the platform vouches for': 'a mail server vouches for no phone number',
      'takes a secret out of the chat': TAKES_NOTHING_IN,
      'protects a link from being passed on': 'every mail can be passed on; the link serves once',
    },
  },
  simulator: {
    name: 'the phone simulator',
    lacks: {
      'can reach somebody again who writes again': 'a phone that was thrown away does not come back',
      'says that a changed message is not read again': 'nothing can be changed on its phones',
      'refuses the decision of somebody else': 'the platform itself takes a button only from the message that has it',
      'enrols an officer by a link': 'no link opens its phones; the code is typed',
      'takes a number that the platform vouches for': NO_BUTTON_FOR_IT,
      'fetches a file again that came half': 'files are read from the same disk',
      'waits when the platform is in no hurry, and loses nothing': 'it takes messages as fast as they come',
      'gives a message up that is refused for good, and goes on': 'it refuses only what the runtime never sends',
      'takes a message again that it could not keep':
        'where the database takes nothing, its phones cannot send; its own test fails the sink',
      'handles a message once that was kept but not acknowledged before a crash':
        'its acknowledgement is a row of the same database; its own test cuts it off',
    },
  },
} as const satisfies Record<string, Kind>

/** The id of a kind. */
export type KindId = keyof typeof KINDS
