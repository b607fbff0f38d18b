import type { Agency } from '../flows/agency.ts'
import type { Clock } from '../flows/ports.ts'
import type { Texts } from '../flows/text/texts.ts'
import type { NewJob } from '../storage/store.ts'
import type { Sealer } from '../storage/vault/seal.ts'
import type { Channel } from './channels/channel.ts'
import { MAIL, MailChannel } from './channels/mail/mail-channel.ts'
import { NO_MAIL_SERVER, NoMail } from './channels/mail/no-mail.ts'
import type { MailSettings } from './channels/mail/settings.ts'
import type { Log } from './runtime/log.ts'
import type { RefusedMessage } from './runtime/pump.ts'

/** The language of what is sent to mailboxes: nothing is known of who reads there. */
const LANGUAGE = 'id'
/** Letters of a seal in hexadecimal: 80 bits. */
const SEAL = 20

interface MailNeeds {
  readonly settings: MailSettings | undefined
  readonly agency: Pick<Agency, 'name' | 'office' | 'contact'>
  readonly texts: Texts
  readonly clock: Clock
  /** as `mailSeal` makes it */
  seal(key: string): string
}

/** What only this counter can write beside a message's key: nobody else can say that a mail of ours came back. */
export function mailSeal(sealer: Pick<Sealer, 'index'>): (key: string) => string {
  return (key) => sealer.index(key, 'mail.message-id').slice(0, SEAL)
}

/** E-mail by the server that the settings name; where they name none, one that says no at once. */
export function openMail({ settings, log, ...needs }: MailNeeds & { readonly log: Log }): Channel {
  if (settings !== undefined) return mailBy(settings, needs)
  log.info({ account: MAIL, reason: NO_MAIL_SERVER }, 'there is no mail server: what is for mailboxes is given up at once')
  return new NoMail()
}

/** E-mail by this server, in the name of this agency. */
export function mailBy(settings: MailSettings, { agency, texts, clock, seal }: Omit<MailNeeds, 'settings'>): MailChannel {
  const { name, office, contact } = agency
  const say = (key: string): string => texts.format(LANGUAGE, { key, args: { agency: name, office, email: contact.email } })
  const letterhead = { foot: say('mail-foot'), language: LANGUAGE, subject: say('mail-subject'), seal }
  return new MailChannel({ settings: { ...settings, from: { name, ...settings.from } }, letterhead, clock })
}

/** What comes of messages that were refused for good: whoever gave the address is told in the chat. */
export function afterRefusal(messages: readonly RefusedMessage[]): NewJob[] {
  return messages
    .filter(({ account, error }) => account === MAIL && error !== NO_MAIL_SERVER)
    .map(({ id, address }) => ({
      kind: 'undelivered-mail',
      key: `undelivered-mail:${id}`,
      payload: { message: String(id), address },
    }))
}
