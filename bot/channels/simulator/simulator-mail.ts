import type { SimulatorStore } from '../../../storage/simulator-store.ts'
import { SendError, type Capabilities, type Channel, type Outgoing } from '../channel.ts'
import type { Feed } from './feed.ts'
import type { MediaFolder } from './media-folder.ts'

/** One mailbox and one host, no blanks or control characters: enough for a mailbox that is never left. */
const ADDRESS = /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,255}$/u

/** E-mail of the simulator: it goes to the mailbox panel, and nothing ever comes in. Addresses are e-mail addresses. */
export class SimulatorMail implements Channel {
  readonly account = 'mail'
  readonly capabilities: Capabilities = {
    buttons: 0,
    list: 0,
    contact: false,
    deleteInbound: false,
    typing: false,
    maxText: 100_000,
    maxCaption: 100_000,
    maxFile: 10 * 2 ** 20,
  }
  readonly #needs: { readonly store: SimulatorStore; readonly media: MediaFolder; readonly feed: Feed }

  constructor(needs: { readonly store: SimulatorStore; readonly media: MediaFolder; readonly feed: Feed }) {
    this.#needs = needs
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async send(address: string, message: Outgoing): Promise<readonly string[]> {
    const { store, media, feed } = this.#needs
    if (!ADDRESS.test(address)) throw new SendError({ kind: 'final', code: 'invalid-address' })
    if (message.file && message.file.bytes.length > this.capabilities.maxFile)
      throw new SendError({ kind: 'final', code: 'file-too-large' })
    const file = message.file && (await media.keep(message.file))
    const content = { to: address, subject: message.subject ?? '', text: message.text, ...(file && { file }) }
    const { mail, fresh } = await store.mailed(message.key, content)
    if (fresh) feed.publish({ type: 'mail', mail })
    else if (file) await media.remove([file.id])
    return [String(mail.id)]
  }

  fetch(): Promise<Uint8Array> {
    return Promise.reject(new Error('no e-mail is ever received, so there is no file to fetch'))
  }
}
