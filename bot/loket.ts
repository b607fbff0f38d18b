import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Agency } from '../flows/agency.ts'
import { allFlows, FRONT } from '../flows/all.ts'
import { Engine } from '../flows/engine/engine.ts'
import { lintFlows } from '../flows/engine/lint.ts'
import type { Clock, Ports, Random } from '../flows/ports.ts'
import { openDatabase } from '../storage/database.ts'
import { highestId } from '../storage/highest-id.ts'
import { Ids } from '../storage/ids.ts'
import { afterLoss } from '../storage/lost-notices.ts'
import { issueLink } from '../storage/links.ts'
import { migrate } from '../storage/migrate.ts'
import { SqliteStore } from '../storage/sqlite-store.ts'
import { StoppedContacts } from '../storage/stopped-contacts.ts'
import { noteIdentity } from '../storage/domain/identity.ts'
import type { Invitation } from '../storage/domain/scope.ts'
import { createPorts } from '../storage/domain/ports.ts'
import { forgetNotices } from '../storage/domain/tell-person.ts'
import { eraseUnusedFiles } from '../storage/domain/unused-files.ts'
import { UnitOfWork } from '../storage/unit-of-work.ts'
import { FileVault } from '../storage/vault/files.ts'
import { openKeys } from '../storage/vault/keys.ts'
import { Sealer } from '../storage/vault/seal.ts'
import { calendarWarnings, loadAgencies, loadHolidays, type LoadedAgency } from './agencies.ts'
import { casePictures } from './case-pictures.ts'
import { channelAlerts } from './channel-alerts.ts'
import type { Arrival, Channel } from './channels/channel.ts'
import { MAIL } from './channels/mail/mail-channel.ts'
import type { Config } from './config.ts'
import { scan as scanWith } from './intake/malware/scan.ts'
import { openFacePool } from './intake/face/face-hint.ts'
import { openPools } from './intake/pools.ts'
import { dataCopyPage } from './data-copy-page.ts'
import { jobHandlers, type HandlerParts } from './job-handlers.ts'
import { afterRefusal, openMail } from './mail.ts'
import { observers } from './observers.ts'
import { pageDesk } from './page-desk.ts'
import { loadRegions } from './regions.ts'
import { JobRunner, type JobHandler } from './runtime/job-runner.ts'
import type { Log } from './runtime/log.ts'
import { ChannelOutlet, CONTACT_STOPPED } from './runtime/outlet.ts'
import { Pace, type Limits } from './runtime/pace.ts'
import { Pump } from './runtime/pump.ts'
import type { Scheduler } from './runtime/scheduler.ts'
import { shownFiles } from './shown-files.ts'
import { openSimulator } from './simulator.ts'
import { sweeping } from './sweeping.ts'
import { openTelegram } from './telegram.ts'
import { loadTexts } from './texts.ts'
import { fileStore, masterKeySource } from './vault-parts.ts'
import { openWhatsappCloud } from './whatsapp-cloud.ts'
import { createMetrics } from './web/metrics.ts'
import { createServer } from './web/server.ts'

/** A mistake in the conversations, found before anybody could run into it. */
export class FlowError extends Error {
  override readonly name = 'FlowError'
}

/** What the outside world gives. */
export interface LoketParts {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly random: Random
  readonly scheduler: Scheduler
  /** channels besides those that the settings ask for */
  readonly channels?: readonly Channel[]
  /** takes in documents in place of the pipeline of bot/intake */
  readonly intake?: (parts: HandlerParts) => JobHandler
}

/** A counter, open or not yet. */
export interface Loket {
  /** where a browser reaches it */
  readonly url: string
  readonly agency: Agency
  readonly unitOfWork: UnitOfWork
  readonly app: FastifyInstance
  /** Begins to take in and to send. */
  start(): Promise<void>
  /** Takes nothing more in, finishes what is under way, and closes the database. */
  stop(): Promise<void>
}

/** A channel that plays a platform has no limits of its own. */
const UNLIMITED: Limits = { perSecond: Infinity, chatGapMs: 0 }
/** Platforms redeliver for up to a week; what is done with is kept this long, ms. */
const KEPT_MS = 30 * 86_400_000

/** Puts a counter together from its settings: reads its data, migrates its database, checks its conversations. */
export async function openLoket(parts: LoketParts): Promise<Loket> {
  const { config, log, clock, random, scheduler } = parts
  const counter = theOne(loadAgencies(loadTexts(), loadHolidays(), config.agenciesFolder))
  const { agency, texts, calendar } = counter
  for (const _warning of calendarWarnings([counter], clock.now()))
    log.warn({ agency: agency.id }, 'public holidays of a year to come are not known')
  const [regions] = await Promise.all([loadRegions(), migrate(config.databaseFile)])
  const unitOfWork = new UnitOfWork(await openDatabase(config.databaseFile))
  const keys = await openKeys(masterKeySource(config), unitOfWork, random)
  const sealer = new Sealer(keys.sealing, random)
  const ids = new Ids(clock, await unitOfWork.run(highestId))
  const store = new SqliteStore(ids, sealer)
  const stoppedContacts = new StoppedContacts()
  const vault = new FileVault({ store: fileStore(config, random), keys: keys.files, ids, clock, random })
  const knowsRegion = (code: string) => regions.knows(code)
  const domain = { store, ids, sealer, random, agency, calendar, vault, knowsRegion, invitations }

  const conversing = { agency, texts, calendar, regions, publicUrl: config.publicUrl }
  const flows = allFlows(conversing)
  const problems = lintFlows(flows, { ...FRONT, hasText: (key) => texts.has('id', key) && texts.has('en', key) })
  if (problems.length > 0)
    throw new FlowError(
      `The conversations have mistakes:\n${problems.map(({ problem, flow, step }) => `  - ${flow}${step === undefined ? '' : `/${step}`}: ${problem}`).join('\n')}`,
    )
  const engine = new Engine<Ports>(flows, FRONT)

  const metrics = createMetrics({
    depth: () => unitOfWork.run((tx) => store.depth(tx)),
    failed: (error) => log.warn({ error }, 'the queues could not be counted'),
  })
  const observe = observers(log, metrics)
  const workerFailed = (error: unknown) => log.warn({ error }, 'a document worker failed')
  const pools = openPools(workerFailed)
  const faces = agency.selfie && openFacePool(workerFailed)
  const jobs: JobRunner = new JobRunner({
    store,
    unitOfWork,
    clock,
    random,
    handlers: handlers(),
    ended: () => pump.changed(),
    observe: observe.job,
  })
  const pump: Pump<Ports> = new Pump<Ports>({
    world: {
      engine,
      store,
      texts,
      clock,
      random,
      sealer,
      ports: (scope) => createPorts(domain, scope),
      recognise: async (scope) =>
        (await noteIdentity({ ...domain, ...scope })) ? { kind: 'notice', notice: 'other-hands', data: {} } : undefined,
      issueLink: async ({ tx, conversation, now }, { link }) => {
        const token = await issueLink(tx, { ids, random }, { ...link, agency: agency.id, conversation }, now)
        return `${config.publicUrl}/l/${token}`
      },
      hasNoButtons: (account) => wordsOnly.has(account),
      observe: observe.turn,
    },
    store,
    unitOfWork,
    clock,
    scheduler,
    wakeJobs: () => jobs.wake(),
    heard: (tx, conversations) => stoppedContacts.heard(tx, conversations),
    refused: async (tx, messages, now) => {
      const lost = messages.map(({ id, error }) => ({ id, stopped: error === CONTACT_STOPPED }))
      await store.enqueue(tx, [...afterRefusal(messages), ...(await afterLoss(tx, stoppedContacts, lost, now))], now)
    },
    failed: (error) => log.error({ error }, 'a batch of turns could not be committed'),
  })

  const simulator = config.simulator
    ? openSimulator({ config, log, clock, random, ids, sealer, store, unitOfWork, agency })
    : undefined
  const alert = channelAlerts({ domain, unitOfWork, log, clock, metrics, changed: () => pump.changed() })
  const telegram = config.telegram && openTelegram({ settings: config.telegram, texts, log, scheduler, alert })
  const whatsappCloud =
    config.whatsappCloud &&
    openWhatsappCloud({
      settings: config.whatsappCloud,
      domain,
      agencyFile: join(config.agenciesFolder, agency.id, 'agency.yaml'),
      notices: flows.map(({ id }) => id),
      texts,
      log,
      clock,
      stoppedContacts,
      unitOfWork,
      metrics,
      alert,
      changed: () => pump.changed(),
    })
  // Its library takes long to load: only where it is used.
  const whatsappLinked =
    config.whatsappLinked &&
    (await import('./whatsapp-linked.ts')).openWhatsappLinked({
      settings: config.whatsappLinked,
      domain,
      unitOfWork,
      log,
      clock,
      random,
      scheduler,
      stoppedContacts,
      alert,
      changed: () => pump.changed(),
    })
  const platforms = [telegram, whatsappCloud].flatMap((one) => one ?? [])
  const linked = [...platforms.map(({ channel }) => channel), ...(whatsappLinked ? [whatsappLinked] : [])]
  const talking = [...(simulator?.channels ?? []), ...linked, ...(parts.channels ?? [])]
  const hasMail = talking.some(({ account }) => account === MAIL)
  const wordsOnly = new Set(
    talking.filter(({ capabilities: { buttons, list } }) => buttons + list === 0).map(({ account }) => account),
  )
  const channels: readonly Channel[] = hasMail
    ? talking
    : [...talking, openMail({ settings: config.mail, agency, texts, clock, log })]
  const drawCase = casePictures({ counter: conversing, domain, unitOfWork, vault })
  const openFile = shownFiles({ vault, unitOfWork, examples: counter.examples, drawCase })
  for (const channel of channels)
    pump.attach(
      new ChannelOutlet(channel, {
        clock,
        random,
        pace: new Pace(channel.limits ?? UNLIMITED, clock, scheduler),
        openFile,
        observe: observe.send,
      }),
    )
  let state: 'starting' | 'running' | 'stopping' = 'starting'
  const app = createServer({
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    log,
    pages: pageDesk({ counter, domain, engine, unitOfWork, clock, random, sealer, vault, changed: () => pump.changed() }),
    health: { unitOfWork, scheduler, registry: metrics.registry, state: () => state, metricsAccess: config.metricsAccess },
  })
  simulator?.serve(app)
  for (const platform of platforms) platform.serve(app)
  const sweeps = sweeping(
    scheduler,
    {
      files: async () => {
        await eraseUnusedFiles({ unitOfWork, store, sealer, agency, vault, clock })
        await vault.sweep(unitOfWork)
      },
      rows: () =>
        unitOfWork.run(async (tx) => {
          await store.purge(tx, clock.now() - KEPT_MS)
          await forgetNotices({ tx }, clock.now() - KEPT_MS)
        }),
    },
    (error, kind) => log.warn({ error, kind }, 'what nobody needs any more could not be swept up'),
  )

  return {
    url: config.publicUrl,
    agency,
    unitOfWork,
    app,
    start: async () => {
      await unitOfWork.run((tx) => store.recover(tx))
      await app.listen({ host: config.host, port: config.port })
      await simulator?.seat()
      for (const channel of channels) await channel.start((arrivals) => take(channel, arrivals))
      pump.wake()
      jobs.wake()
      sweeps.start()
      state = 'running'
    },
    stop: async () => {
      state = 'stopping'
      await app.close()
      await Promise.all(channels.map((channel) => channel.stop()))
      await jobs.stop()
      await pump.stop()
      await Promise.all([pools.close(), faces?.close(), sweeps.stop()])
      await unitOfWork.close()
    },
  }

  // Whoever wrote sees at once that an answer is on its way.
  function take(channel: Channel, arrivals: readonly Arrival[]): Promise<void> {
    for (const { address } of arrivals) channel.typing?.(address)
    return pump.ingest(arrivals)
  }

  function handlers() {
    const fetch = (account: string, ref: string, max: number) => {
      const channel = channels.find((one) => one.account === account)
      if (channel === undefined) return Promise.reject(new Error(`no channel ${account}`))
      return channel.fetch(ref, max)
    }
    const { clamd } = config
    const scan = clamd && ((bytes: Uint8Array) => scanWith(bytes, clamd))
    const needs = { domain, unitOfWork, clock, fetch, reach, vault, scan, ...pools, faces, page: dataCopyPage(conversing) }
    return { ...jobHandlers(needs), ...(parts.intake && { intake: parts.intake(needs) }) }
  }

  function invitations(words: string): readonly Invitation[] {
    return channels.flatMap((channel) => {
      const link = channel.invite?.(words)
      return link === undefined ? [] : [{ account: channel.account, link }]
    })
  }

  async function reach(phone: string) {
    const found = await Promise.all(channels.map(async (channel) => channel.addressOf?.(phone)))
    return channels.flatMap(({ account }, i) => (found[i] === undefined ? [] : [{ account, address: found[i] }]))
  }
}

function theOne(agencies: readonly LoadedAgency[]): LoadedAgency {
  const [first, second] = agencies
  if (first === undefined || second !== undefined)
    throw new FlowError(
      'This version serves one agency per installation: keep one folder in flows/agencies (or set LOKET_AGENCIES).',
    )
  return first
}
