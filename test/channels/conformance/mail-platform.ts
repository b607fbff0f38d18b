import { FakeSmtp } from '../../fakes/smtp/fake-smtp.ts'
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
