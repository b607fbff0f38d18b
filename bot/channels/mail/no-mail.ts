import { SendError, type Channel } from '../channel.ts'
import { MAIL, MAIL_CAPABILITIES } from './mail-channel.ts'

/** Why nothing is sent where no mail server is set. */
export const NO_MAIL_SERVER = 'no-mail-server'

/** Stands for e-mail where none can be sent: what is for a mailbox ends at once, with a reason, instead of waiting for ever. */
export class NoMail implements Channel {
  readonly account = MAIL
  readonly capabilities = MAIL_CAPABILITIES

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  send(): Promise<readonly string[]> {
    return Promise.reject(new SendError({ kind: 'final', code: NO_MAIL_SERVER }))
  }

  fetch(): Promise<Uint8Array> {
    return Promise.reject(new Error('no e-mail is ever received, so there is no file to fetch'))
  }
}
