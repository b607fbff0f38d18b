import { FakeSmtp } from '../../fakes/smtp/fake-smtp.ts'
import type { CaseName } from './cases.ts'
import type { Platform } from './platform.ts'
import { openTelegram } from './telegram-platform.ts'

const LOGIN = { user: 'loket@kantor.example', password: 'rahasia-server-123' }

/** A mail server beside Telegram: people talk there, and what is for their mailboxes goes by SMTP. */
export async function openMail(now: () => number): Promise<Platform> {
  const [chat, smtp] = await Promise.all([openTelegram('polling', now), FakeSmtp.open({ login: LOGIN })])
  return {
    ...chat,
    account: 'mail',
    settings: {
      ...chat.settings,
      SMTP_URL: `smtp://${encodeURIComponent(LOGIN.user)}:${LOGIN.password}@127.0.0.1:${smtp.port}`,
      MAIL_FROM: 'Loket SINTREN <loket@kantor.example>',
    },
    secrets: [...chat.secrets, LOGIN.user, LOGIN.password],
    calls: () => (chat.calls() ?? 0) + smtp.connections,
    close: async () => {
      await chat.close()
      await smtp.close()
    },
  }
}

const TAKES_NOTHING_IN = 'nothing is ever received by e-mail'
const OWN_TEST = 'its own tests try this with what a mail server says'

/** What e-mail cannot have: it only sends. What it does have of these is tried in test/channels/mail/. */
export const LACKED_BY_MAIL: Readonly<Partial<Record<CaseName, string>>> = {
  'answers a text': TAKES_NOTHING_IN,
  'takes a choice by its button': 'a mail has no buttons, and takes no answer',
  'passes a photo on, byte for byte, in and out': TAKES_NOTHING_IN,
  'passes a document on, byte for byte, in and out': `${TAKES_NOTHING_IN}; files out have a test of their own`,
  'sends several files together': 'no officer works by e-mail',
  'takes the first photo of an album and says so once': TAKES_NOTHING_IN,
  'handles a message once that is delivered twice': TAKES_NOTHING_IN,
  'answers what was said while it was closed, in order': TAKES_NOTHING_IN,
  'takes a message again that it could not keep': TAKES_NOTHING_IN,
  'handles a message once that was kept but not acknowledged before a crash': TAKES_NOTHING_IN,
  'says that a changed message is not read again': TAKES_NOTHING_IN,
  'takes an officer’s decision by a quoted reply': 'no officer works by e-mail',
  'takes an officer’s decision by a button': 'no officer works by e-mail',
  'refuses the decision of somebody else': 'no officer works by e-mail',
  'enrols an officer by a link': 'no officer works by e-mail',
  'refuses a file that is too large': TAKES_NOTHING_IN,
  'refuses a file that is not what it says': TAKES_NOTHING_IN,
  'fetches a file again that came half': TAKES_NOTHING_IN,
  'waits when the platform is in no hurry, and loses nothing': OWN_TEST,
  'gives a message up that is refused for good, and goes on': OWN_TEST,
  'notes who cannot be reached any more': OWN_TEST,
  'can reach somebody again who writes again': TAKES_NOTHING_IN,
  'takes a number that the platform vouches for': 'a mail server vouches for no phone number',
  'takes a secret out of the chat': TAKES_NOTHING_IN,
  'protects a link from being passed on': 'every mail can be passed on; the link serves once',
}
