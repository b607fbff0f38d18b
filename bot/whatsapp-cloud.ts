import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { lineInAgency } from '../flows/agency-parse.ts'
import { type Agency, AgencyError } from '../flows/agency.ts'
import type { Clock } from '../flows/ports.ts'
import type { Texts } from '../flows/text/texts.ts'
import { noteArrival, noteLateFailure, releaseTo } from '../storage/late-sends.ts'
import { afterLoss } from '../storage/lost-notices.ts'
import type { StoppedContacts } from '../storage/stopped-contacts.ts'
import type { Store } from '../storage/store.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { Template } from './channels/whatsapp-cloud/bodies.ts'
import type { Channel } from './channels/channel.ts'
import { registerWebhook } from './channels/whatsapp-cloud/webhook.ts'
import { WhatsappCloudChannel } from './channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
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
  readonly agency: Pick<Agency, 'name' | 'office' | 'whatsappTemplates'>
  /** its agency.yaml */
  readonly agencyFile: string
  /** names of all notices */
  readonly notices: readonly string[]
  readonly texts: Texts
  readonly log: Log
  readonly clock: Clock
  readonly store: Store
  readonly stoppedContacts: StoppedContacts
  readonly unitOfWork: UnitOfWork
  readonly metrics: Pick<Metrics, 'webhookEvent'>
  /** the outbox has changed beside the pump */
  changed(): void
}

/**
 * Makes the channel of the number that the settings name.
 * @throws AgencyError when a template is for a notice that there is not
 */
export function openWhatsappCloud(needs: WhatsappCloudNeeds): WhatsappCloud {
  const { settings, agency, texts, log, clock, store, stoppedContacts, unitOfWork, metrics, changed } = needs
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
    failedLater: async (key, { code, stopped }) => {
      const failure = { account, message: rowOf(key), error: code, stopped }
      const outcome = await unitOfWork.run(async (tx) => {
        const noted = await noteLateFailure(tx, stoppedContacts, failure, clock.now())
        const lost = noted === 'noted' ? [{ id: failure.message, stopped }] : []
        await store.enqueue(tx, await afterLoss(tx, stoppedContacts, lost, clock.now()), clock.now())
        return noted
      })
      changed()
      if (outcome === 'early') throw new Error('the message is not noted as sent yet')
    },
    arrivedAfterAll: (key) => unitOfWork.run((tx) => noteArrival(tx, account, rowOf(key))),
    count,
  })
  return {
    channel,
    serve: (app) => {
      const { appSecret, verifyToken } = settings
      registerWebhook(app, { appSecret, verifyToken, take: (deliveries) => channel.take(deliveries), count })
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

// The parts of a long message have keys of their own: `7`, `7.1`.
function rowOf(key: string): number {
  return Number(/^\d{1,16}/.exec(key)?.[0] ?? 0)
}
