import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { lineInAgency } from '../flows/agency-parse.ts'
import { type Agency, AgencyError } from '../flows/agency.ts'
import type { Clock } from '../flows/ports.ts'
import type { Texts } from '../flows/text/texts.ts'
import { noteGivenUp } from '../storage/domain/identity.ts'
import { tell } from '../storage/domain/notices.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import { releaseTo } from '../storage/late-sends.ts'
import type { StoppedContacts } from '../storage/stopped-contacts.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { Alert } from './channel-alerts.ts'
import type { Template } from './channels/whatsapp-cloud/bodies.ts'
import type { Channel } from './channels/channel.ts'
import type { AccountTrouble } from './channels/whatsapp-cloud/failures.ts'
import { registerWebhook } from './channels/whatsapp-cloud/webhook.ts'
import { WhatsappCloudChannel } from './channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
import { lateNews } from './late-failures.ts'
import type { Log } from './runtime/log.ts'
import { shownPath } from './texts.ts'
import type { Metrics } from './web/metrics.ts'
import type { WhatsappCloudConfig } from './whatsapp-cloud-settings.ts'

/** The official WhatsApp number, put together. */
export interface WhatsappCloud {
  readonly channel: Channel
  /** puts its webhook on the web server */
  serve(app: FastifyInstance): void
}

interface WhatsappCloudNeeds {
  readonly settings: WhatsappCloudConfig
  readonly domain: DomainParts
  /** its agency.yaml */
  readonly agencyFile: string
  /** names of all notices */
  readonly notices: readonly string[]
  readonly texts: Texts
  readonly log: Log
  readonly clock: Clock
  readonly stoppedContacts: StoppedContacts
  readonly unitOfWork: UnitOfWork
  readonly metrics: Pick<Metrics, 'webhookEvent'>
  readonly alert: Alert
  /** the outbox has changed beside the pump */
  changed(): void
}

/**
 * Makes the channel of the number that the settings name.
 * @throws AgencyError when a template is for a notice that there is not
 */
export function openWhatsappCloud(needs: WhatsappCloudNeeds): WhatsappCloud {
  const { settings, domain, texts, log, clock, stoppedContacts, unitOfWork, metrics, alert, changed } = needs
  const { store, agency } = domain
  const account = `whatsapp:${settings.phoneNumberId}`
  checkTemplates(agency, needs.agencyFile, needs.notices)
  const count = (what: string): void => metrics.webhookEvent(account, what)
  const channel = new WhatsappCloudChannel({
    settings,
    clock,
    log,
    listLabel: texts.format('id', { key: 'whatsapp-list' }),
    template: (notice) => templateFor(agency, notice),
    lastHeard: (address) =>
      unitOfWork.run(async (tx) => {
        const conversation = await store.conversationAt(tx, account, address, clock.now())
        return (await store.session(tx, conversation))?.session.head.at
      }),
    release: async (addresses) => {
      const isReleased = await unitOfWork.run(async (tx) => {
        const conversations = []
        for (const address of addresses) conversations.push(await store.conversationAt(tx, account, address, clock.now()))
        return releaseTo(tx, account, conversations)
      })
      if (isReleased) changed()
    },
    otherHands: async (addresses, key) => {
      const isKnown = await unitOfWork.run(async (tx) => {
        const now = clock.now()
        const notices = []
        for (const address of addresses) {
          const conversation = await store.conversationAt(tx, account, address, now)
          const desk = { ...domain, tx, conversation, account, language: 'id' as const, now }
          if (await noteGivenUp(desk)) notices.push({ conversation, notice: 'other-hands', key, data: {} })
        }
        await tell({ tx, store, now }, notices)
        return notices.length > 0
      })
      if (isKnown) changed()
    },
    alert: (trouble) => alert(account, trouble),
    ...lateNews(account, { store, stoppedContacts, unitOfWork, clock, changed }),
    count,
  })
  return {
    channel,
    serve: (app) => {
      const { appSecret, verifyToken } = settings
      const troubled = (trouble: AccountTrouble): void => {
        log.error({ account, reason: trouble }, 'WhatsApp has told of trouble with the account')
        alert(account, trouble)
      }
      registerWebhook(app, { appSecret, verifyToken, take: (deliveries) => channel.take(deliveries), troubled, count })
    },
  }
}

function checkTemplates({ whatsappTemplates = {} }: Pick<Agency, 'whatsappTemplates'>, file: string, notices: readonly string[]) {
  const strange = Object.keys(whatsappTemplates).filter((kind) => kind !== 'default' && !notices.includes(kind))
  if (strange.length === 0) return
  const content = readFileSync(file, 'utf8')
  throw new AgencyError(
    strange.map((kind) => ({
      file: shownPath(file),
      line: lineInAgency(content, ['whatsappTemplates', kind]),
      key: `whatsappTemplates.${kind}`,
      problem: 'there is no notice of this name',
    })),
  )
}

/** The template that stands in for a notice until its reader has written; undefined when the agency has none. */
export function templateFor(
  { name, office, whatsappTemplates = {} }: Pick<Agency, 'name' | 'office' | 'whatsappTemplates'>,
  notice: string | undefined,
): Template | undefined {
  const own = notice !== undefined && Object.hasOwn(whatsappTemplates, notice) ? whatsappTemplates[notice] : undefined
  const found = own ?? whatsappTemplates['default']
  if (found === undefined) return undefined
  const values = { office, agency: name }
  return { name: found.name, language: found.language, values: found.parameters.map((one) => values[one]) }
}
