import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Clock, Random } from '../flows/ports.ts'
import type { DomainParts, Invitation } from '../storage/domain/scope.ts'
import type { StoppedContacts } from '../storage/stopped-contacts.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { LoadedAgency } from './agencies.ts'
import { channelAlerts } from './channel-alerts.ts'
import type { Channel } from './channels/channel.ts'
import { MAIL } from './channels/mail/mail-channel.ts'
import type { Config } from './config.ts'
import type { ReachPhone } from './jobs/send-phone-code.ts'
import { mailSeal, openMail } from './mail.ts'
import type { Log } from './runtime/log.ts'
import type { Scheduler } from './runtime/scheduler.ts'
import { openSimulator } from './simulator.ts'
import { openTelegram } from './telegram.ts'
import type { Metrics } from './web/metrics.ts'
import { openWhatsappCloud } from './whatsapp-cloud.ts'

/** Every channel of the counter. */
export interface Channels {
  readonly all: readonly Channel[]
  /** whether what is chosen on this account can only be said in words */
  hasNoButtons(account: string): boolean
  /** the bytes of a file that came by this account; fails with FileTooLarge beyond `max` bytes */
  fetch(account: string, ref: string, max: number): Promise<Uint8Array>
  /** the chats of a phone number, where addresses follow from numbers */
  readonly reach: ReachPhone
  /** links that open our chats with these words ready to be sent, where they are known */
  invitations(words: string): readonly Invitation[]
  /** puts webhooks and the simulator's page on the web server */
  serve(app: FastifyInstance): void
  /** gives the simulator of a new installation its phones and officers */
  seat(): Promise<void>
}

interface ChannelsNeeds {
  readonly config: Config
  /** channels besides those that the settings ask for */
  readonly besides: readonly Channel[]
  readonly counter: LoadedAgency
  /** names of all notices */
  readonly notices: readonly string[]
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly stoppedContacts: StoppedContacts
  readonly metrics: Metrics
  readonly log: Log
  readonly clock: Clock
  readonly random: Random
  readonly scheduler: Scheduler
  /** inbox or outbox have changed beside the pump */
  changed(): void
}

/** Makes the channels that the settings ask for; none of them takes or sends anything yet. */
export async function openChannels({ config, besides, notices, ...needs }: ChannelsNeeds): Promise<Channels> {
  const { domain, log, clock } = needs
  const { agency, texts } = needs.counter
  const alert = channelAlerts(needs)
  const common = { ...needs, texts, alert }
  const simulator = config.simulator ? openSimulator({ config, ...domain, ...needs }) : undefined
  const telegram = config.telegram && openTelegram({ settings: config.telegram, ...common })
  const agencyFile = join(config.agenciesFolder, agency.id, 'agency.yaml')
  const whatsappCloud =
    config.whatsappCloud && openWhatsappCloud({ settings: config.whatsappCloud, agencyFile, notices, ...common })
  // Its library takes long to load: only where it is used.
  const whatsappLinked =
    config.whatsappLinked &&
    (await import('./whatsapp-linked.ts')).openWhatsappLinked({ settings: config.whatsappLinked, ...common })
  const platforms = [telegram, whatsappCloud].flatMap((one) => one ?? [])
  const talking = [
    ...(simulator?.channels ?? []),
    ...platforms.map(({ channel }) => channel),
    ...(whatsappLinked ? [whatsappLinked] : []),
    ...besides,
  ]
  const hasMail = talking.some(({ account }) => account === MAIL)
  const seal = mailSeal(domain.sealer)
  const all = hasMail ? talking : [...talking, openMail({ settings: config.mail, agency, texts, clock, log, seal })]
  const wordsOnly = new Set(
    talking.filter(({ capabilities: { buttons, list } }) => buttons + list === 0).map(({ account }) => account),
  )
  return {
    all,
    hasNoButtons: (account) => wordsOnly.has(account),
    fetch: (account, ref, max) => {
      const channel = all.find((one) => one.account === account)
      if (channel === undefined) return Promise.reject(new Error(`no channel ${account}`))
      return channel.fetch(ref, max)
    },
    reach: async (phone) => {
      const found = await Promise.all(all.map(async (channel) => channel.addressOf?.(phone)))
      return all.flatMap(({ account }, i) => (found[i] === undefined ? [] : [{ account, address: found[i] }]))
    },
    invitations: (words) =>
      all.flatMap((channel) => {
        const link = channel.invite?.(words)
        return link === undefined ? [] : [{ account: channel.account, link }]
      }),
    serve: (app) => {
      simulator?.serve(app)
      for (const platform of platforms) platform.serve(app)
    },
    seat: async () => simulator?.seat(),
  }
}
