import type { ChatMessage } from '../../fakes/cloud-api/chat.ts'
import { FakeCloudApi } from '../../fakes/cloud-api/fake-cloud-api.ts'
import type { Person } from '../../fakes/cloud-api/person.ts'
import type { Extras, Platform, Seen, Someone } from './platform.ts'

/** The official WhatsApp number as the fake Cloud API plays it; people show their number, or hide it behind a username. */
export async function openWhatsappCloud(numbers: 'shown' | 'hidden', now: () => number): Promise<Platform> {
  const api = await FakeCloudApi.open(now)
  const platform: Platform = {
    account: `whatsapp:${api.phoneNumberId}`,
    settings: {
      WHATSAPP_CLOUD_TOKEN: api.token,
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: api.phoneNumberId,
      WHATSAPP_CLOUD_APP_SECRET: api.appSecret,
      WHATSAPP_CLOUD_VERIFY_TOKEN: api.verifyToken,
      WHATSAPP_CLOUD_API_ROOT: api.root,
    },
    extras: extrasOf(api),
    secrets: [api.token, api.appSecret, api.verifyToken],
    someone: async (name) => new WhatsappUser(api.person({ name, hidesNumber: numbers === 'hidden' })),
    opened: async (port) => api.webhook.connect(`http://127.0.0.1:${port}/whatsapp`),
    closing: () => undefined,
    calls: () => api.calls.length,
    close: () => api.close(),
  }
  fakes.set(platform, api)
  return platform
}

const fakes = new WeakMap<Platform, FakeCloudApi>()

/** The fake behind a platform of this kind. */
export function apiOf(platform: Platform): FakeCloudApi {
  const found = fakes.get(platform)
  if (found === undefined) throw new Error('that is another platform')
  return found
}

class WhatsappUser implements Someone {
  readonly person: Person

  constructor(person: Person) {
    this.person = person
  }

  get inbox(): readonly Seen[] {
    return this.person.inbox.map(seen)
  }

  get own(): readonly string[] {
    return this.person.chat.own.map(({ text }) => text)
  }

  async says(text: string): Promise<void> {
    this.person.says(text)
  }

  async quotes({ id }: Seen, text: string): Promise<void> {
    this.person.says(text, id)
  }

  async taps(label: string): Promise<void> {
    this.person.presses(label)
  }

  async sendsPhoto(bytes: Buffer): Promise<void> {
    this.person.sendsPhoto(bytes)
  }

  async sendsDocument(bytes: Buffer, name: string, mime: string): Promise<void> {
    this.person.sendsDocument(bytes, { name, mime })
  }

  async leaves(): Promise<void> {
    this.person.leaves()
  }
}

function seen({ id, text, keys, file }: ChatMessage): Seen {
  return { id, text, labels: keys.map(({ label }) => label), file, isProtected: false }
}

/** The fake's person behind somebody of this platform. */
export function personOf(someone: Someone): Person {
  if (someone instanceof WhatsappUser) return someone.person
  throw new Error('somebody of another platform')
}

function extrasOf(api: FakeCloudApi): Partial<Extras> {
  const quiet = api.webhook.faults
  return {
    edit: async (someone) => void personOf(someone).edits(),
    duplicate: async (someone, text) => {
      api.webhook.faults = { ...quiet, duplicated: 1, random: () => 0.5 }
      personOf(someone).says(text)
    },
    shareNumber: async (someone) => void personOf(someone).presses('Share contact info'),
    forge: async (someone, message, label) => {
      const key = api.keyLabelled(label)
      if (key === undefined) throw new Error('nobody has that button')
      personOf(someone).pressesKey(message.id, key)
    },
    comesBack: async (someone) => personOf(someone).leaves(false),
    openByLink: async (someone, word) => void personOf(someone).says(word),
    breakDownload: () => api.faults.next('download', { is: 'half-answered' }),
    throttle: (times) => api.faults.next('send', { is: 'refused', status: 429, code: 130429 }, times),
    refuseNext: () => api.faults.next('send', { is: 'refused', status: 400, code: 131051 }),
    loseAcknowledgements: () => api.webhook.forgetAcknowledgements(),
  }
}
