import { onTestFinished } from 'vitest'
import { SendError, type SendFailure } from '../../../bot/channels/channel.ts'
import { MailChannel } from '../../../bot/channels/mail/mail-channel.ts'
import type { MailSettings } from '../../../bot/channels/mail/settings.ts'
import { FakeSmtp, type FakeSmtpOptions } from '../../fakes/smtp/fake-smtp.ts'

/** When mails of these tests are sent. */
export const NOW = Date.UTC(2026, 6, 1, 3, 4, 5)

const FOOT = 'SINTREN · Disdukcapil Kabupaten Pekalongan\nE-mail ini dikirim otomatis.'

/** A mail server, and the channel that sends by it. */
export async function mailWorld(
  server: FakeSmtpOptions = {},
  settings: Partial<MailSettings> = {},
  patience?: number,
): Promise<{ readonly smtp: FakeSmtp; readonly channel: MailChannel }> {
  const smtp = await FakeSmtp.open(server)
  const channel = channelTo({ port: smtp.port, ...settings }, patience)
  onTestFinished(async () => {
    await channel.stop()
    await smtp.close()
  })
  return { smtp, channel }
}

/** A channel to a mail server on this machine. */
export function channelTo(settings: Partial<MailSettings> & { readonly port: number }, patience?: number): MailChannel {
  const from = { address: 'loket@kantor.example', name: 'Loket SINTREN' }
  return new MailChannel({
    settings: { host: '127.0.0.1', secure: false, near: true, from, ...settings },
    letterhead: { foot: FOOT, language: 'id', subject: 'Kabar dari SINTREN', seal: (key) => `segel${key}` },
    clock: { now: () => NOW },
    ...(patience !== undefined && { patience }),
  })
}

/** Why a send failed; fails when it did not. */
export async function failureOf(sending: Promise<unknown>): Promise<SendFailure> {
  const error = await sending.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  if (!(error instanceof SendError)) throw new Error('it did not fail as a send does')
  return error.failure
}
