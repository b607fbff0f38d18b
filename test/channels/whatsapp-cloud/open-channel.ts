import Fastify, { type FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import type { Arrival, Sink } from '../../../bot/channels/channel.ts'
import { templateFor } from '../../../bot/whatsapp-cloud.ts'
import { registerWebhook } from '../../../bot/channels/whatsapp-cloud/webhook.ts'
import { WhatsappCloudChannel, type WhatsappCloudNeeds } from '../../../bot/channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
import { createLogger } from '../../../bot/runtime/log.ts'
import { FakeCloudApi } from '../../fakes/cloud-api/fake-cloud-api.ts'
import { VirtualTime } from '../../support/virtual-time.ts'

/** The adapter alone: the fake Meta on one side, its webhook on a server of its own, and what it hands over. */
export interface OpenChannel {
  readonly api: FakeCloudApi
  readonly channel: WhatsappCloudChannel
  readonly app: FastifyInstance
  readonly time: VirtualTime
  readonly got: Arrival[]
  readonly counted: string[]
  readonly released: string[]
  readonly failed: { readonly key: string; readonly code: string; readonly stopped: boolean; readonly againAfterMs?: number }[]
  readonly arrived: string[]
  /** addresses that were given up, and the message that said so */
  readonly moved: (readonly [addresses: readonly string[], key: string])[]
  readonly troubles: string[]
  readonly logLines: string[]
  /** what the sink does besides keeping */
  sink: Sink
}

/** Opens it; `changes` replaces what the house gives, `phoneNumberId` what the operator has set. */
export async function openChannel({
  phoneNumberId,
  ...changes
}: Partial<WhatsappCloudNeeds> & { readonly phoneNumberId?: string } = {}): Promise<OpenChannel> {
  const time = new VirtualTime()
  const api = await FakeCloudApi.open(() => time.now())
  const logLines: string[] = []
  const counted: string[] = []
  const released: string[] = []
  const failed: OpenChannel['failed'][number][] = []
  const arrived: string[] = []
  const moved: OpenChannel['moved'][number][] = []
  const troubles: string[] = []
  const settings = { token: api.token, phoneNumberId: phoneNumberId ?? api.phoneNumberId, apiRoot: api.root, version: 'v25.0' }
  const templates = { default: { name: 'loket_ada_kabar', language: 'id', parameters: ['office' as const] } }
  const channel = new WhatsappCloudChannel({
    settings,
    clock: time,
    log: createLogger({ level: 'debug', destination: { write: (line: string) => void logLines.push(line) } }),
    listLabel: 'Pilih',
    template: (notice) => templateFor({ name: 'SINTREN', office: 'Disdukcapil', whatsappTemplates: templates }, notice),
    lastHeard: async () => undefined,
    release: async (addresses) => void released.push(...addresses),
    failedLater: async (key, failure) => void failed.push({ key, ...failure }),
    arrivedAfterAll: async (key) => void arrived.push(key),
    otherHands: async (addresses, key) => void moved.push([addresses, key]),
    alert: (trouble) => void troubles.push(trouble),
    count: (what) => void counted.push(what),
    ...changes,
  })
  const app = Fastify()
  const { appSecret, verifyToken } = api
  registerWebhook(app, {
    appSecret,
    verifyToken,
    take: (deliveries) => channel.take(deliveries),
    troubled: (trouble) => void troubles.push(trouble),
    count: (what) => void counted.push(what),
  })
  const got: Arrival[] = []
  const open: OpenChannel = {
    api,
    channel,
    app,
    time,
    got,
    counted,
    released,
    failed,
    arrived,
    moved,
    troubles,
    logLines,
    sink: async () => undefined,
  }
  await channel.start(async (arrivals) => {
    await open.sink(arrivals)
    got.push(...arrivals)
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  api.webhook.connect(`${address}/whatsapp`)
  onTestFinished(async () => {
    api.webhook.close()
    await app.close()
    await channel.stop()
    await api.close()
  })
  return open
}
