import { systemClock } from '../../../bot/runtime/clock.ts'
import { systemScheduler } from '../../../bot/runtime/scheduler.ts'
import { ACCOUNT, link } from '../../../bot/channels/whatsapp-linked/linking.ts'
import { withDatabase } from '../../../bot/cli-counter.ts'
import type { Config } from '../../../bot/config.ts'
import { ChannelAuth } from '../../../storage/channel-auth.ts'
import { FakeWhatsApp } from '../../fakes/whatsapp/fake-whatsapp.ts'
import type { Person, Received } from '../../fakes/whatsapp/person.ts'
import type { Extras, Platform, Seen, Someone } from './platform.ts'

/** WhatsApp as the fake plays it, with Loket as a linked device. */
export async function openWhatsappLinked(now: () => number): Promise<Platform> {
  const whatsapp = await FakeWhatsApp.open({ now })
  const platform: Platform = {
    account: ACCOUNT,
    settings: { WHATSAPP_BAILEYS: 'on', WHATSAPP_WS_URL: whatsapp.url },
    extras: extrasOf(whatsapp),
    get secrets() {
      return whatsapp.people.flatMap(({ account: { phone, lid } }) => [phone, lid])
    },
    prepare: (config) => linkOnce(whatsapp, config),
    someone: async (name) => new WhatsappUser(whatsapp, whatsapp.person({ name })),
    opened: async () => undefined,
    closing: () => undefined,
    calls: () => whatsapp.connections + whatsapp.stanzas.length + whatsapp.media.count,
    close: () => whatsapp.close(),
  }
  fakes.set(platform, whatsapp)
  return platform
}

const fakes = new WeakMap<Platform, FakeWhatsApp>()

/** The fake behind a platform of this kind. */
export function whatsappOf(platform: Platform): FakeWhatsApp {
  const found = fakes.get(platform)
  if (found === undefined) throw new Error('that is another platform')
  return found
}

async function linkOnce(whatsapp: FakeWhatsApp, config: Config): Promise<void> {
  const settings = config.whatsappLinked
  if (whatsapp.isLinked || settings === undefined) return
  await withDatabase(config, async (parts) => {
    const account = new ChannelAuth(ACCOUNT, { ...parts, clock: systemClock })
    const guide = { qr: (text: string) => whatsapp.scan(text), code: () => undefined }
    await link({ account, settings, scheduler: systemScheduler }, guide, AbortSignal.timeout(20_000))
  })
}

class WhatsappUser implements Someone {
  readonly person: Person
  readonly #whatsapp: FakeWhatsApp

  constructor(whatsapp: FakeWhatsApp, person: Person) {
    this.#whatsapp = whatsapp
    this.person = person
  }

  get inbox(): readonly Seen[] {
    return this.person.inbox.map(seen)
  }

  get own(): readonly string[] {
    return this.person.own
  }

  async says(text: string): Promise<void> {
    await this.person.says(text)
  }

  async quotes({ id }: Seen, text: string): Promise<void> {
    await this.person.says(text, id)
  }

  // There are no buttons: people type the number that stands before the words, or the words.
  async taps(label: string): Promise<void> {
    const message = this.inbox.findLast(({ labels }) => labels.includes(label))
    const number = message && new RegExp(`^(\\d+)\\. ${label}$`, 'm').exec(message.text)?.[1]
    await this.person.says(number ?? label)
  }

  async sendsPhoto(bytes: Buffer): Promise<void> {
    await this.person.sendsPhoto(bytes)
  }

  async sendsDocument(bytes: Buffer, name: string, mime: string): Promise<void> {
    await this.person.sendsDocument(bytes, { name, mime })
  }

  async leaves(): Promise<void> {
    this.person.isGone = true
    this.#whatsapp.devicesChanged(this.person)
  }
}

function seen({ id, text, file }: Received): Seen {
  const labels = [...text.matchAll(/^(?:\d+\.|•) (.+)$/gm)].flatMap(([, label]) => label ?? [])
  return { id, text, labels, file, isProtected: false }
}

function personOf(someone: Someone): Person {
  if (someone instanceof WhatsappUser) return someone.person
  throw new Error('somebody of another platform')
}

function extrasOf(whatsapp: FakeWhatsApp): Partial<Extras> {
  return {
    album: async (someone, photos) => {
      const person = personOf(someone)
      const id = await person.sends({ albumMessage: { expectedImageCount: photos.length } }, 'media')
      for (const bytes of photos) await person.sendsPhoto(bytes, { album: id })
    },
    edit: async (someone, text) => void (await personOf(someone).edits(text)),
    duplicate: async (someone, text) => {
      whatsapp.faults.duplicated = 1
      whatsapp.faults.random = () => 0.5
      await personOf(someone).says(text)
    },
    // What https://wa.me/<number>?text=… does: it writes the text into the chat, and the person sends it.
    openByLink: async (someone, word) => void (await personOf(someone).says(word)),
    comesBack: async (someone) => {
      const person = personOf(someone)
      person.isGone = false
      whatsapp.devicesChanged(person)
    },
    breakDownload: () => whatsapp.media.next('GET', { is: 'half-sent' }),
    throttle: (times) => whatsapp.faults.nextAck('429', times),
    refuseNext: () => whatsapp.faults.nextAck('463'),
    loseAcknowledgements: () => whatsapp.companion.forgetConfirmations(),
  }
}
