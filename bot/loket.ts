import type { FastifyInstance } from 'fastify'
import type { Agency } from '../flows/agency.ts'
import type { Clock, Ports, Random } from '../flows/ports.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import { SqliteStore } from '../storage/sqlite-store.ts'
import { StoppedContacts } from '../storage/stopped-contacts.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import { FileVault } from '../storage/vault/files.ts'
import { casePictures } from './case-pictures.ts'
import type { Arrival, Channel } from './channels/channel.ts'
import type { Config } from './config.ts'
import { checkedConversations, loadCounter } from './conversations.ts'
import { dataCopyPage } from './data-copy-page.ts'
import { openDocumentWorkers } from './document-workers.ts'
import { jobHandlers, type HandlerParts } from './job-handlers.ts'
import { observers } from './observers.ts'
import { openChannels, type Channels } from './open-channels.ts'
import { openPump } from './open-pump.ts'
import { openStorage } from './open-storage.ts'
import { pageDesk } from './page-desk.ts'
import { loadRegions } from './regions.ts'
import { JobRunner, type JobHandler } from './runtime/job-runner.ts'
import type { Log } from './runtime/log.ts'
import type { Pump } from './runtime/pump.ts'
import type { Scheduler } from './runtime/scheduler.ts'
import { shownFiles } from './shown-files.ts'
import { sweeps } from './sweeps.ts'
import { fileStore } from './vault-parts.ts'
import { createMetrics } from './web/metrics.ts'
import { createServer } from './web/server.ts'

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

/**
 * Puts a counter together from its settings: reads its data, migrates its database, checks its conversations. Each subsystem
 * has a file beside this one that makes it; here is only which of them needs which.
 */
export async function openLoket(parts: LoketParts): Promise<Loket> {
  const { config, log, clock, random, scheduler } = parts
  const { publicUrl } = config
  const counter = loadCounter(config, clock, log)
  const { agency, texts, calendar } = counter
  const [regions, storage] = await Promise.all([loadRegions(), openStorage(config, parts)])
  const { unitOfWork, keys, ids, sealer } = storage
  const conversing = { agency, texts, calendar, regions, publicUrl }
  const { engine, names } = checkedConversations(conversing)

  const store = new SqliteStore(ids, sealer)
  const stoppedContacts = new StoppedContacts()
  const vault = new FileVault({ store: fileStore(config, random), keys: keys.files, ids, clock, random })
  const domain = {
    store,
    ids,
    sealer,
    random,
    agency,
    calendar,
    vault,
    knowsRegion: (code) => regions.knows(code),
    invitations: (words) => channels.invitations(words),
  } satisfies DomainParts
  // What most subsystems stand on; each takes of it what it needs.
  const ground = { domain, unitOfWork, vault, log, clock, random, scheduler, changed: () => pump.changed() }

  const metrics = createMetrics({
    depth: () => unitOfWork.run((tx) => store.depth(tx)),
    failed: (error) => log.warn({ error }, 'the queues could not be counted'),
  })
  const observe = observers(log, metrics)
  const channels: Channels = await openChannels({
    ...ground,
    config,
    besides: parts.channels ?? [],
    counter,
    notices: names,
    stoppedContacts,
    metrics,
  })
  const documents = openDocumentWorkers(config, agency, log)
  const work = { ...ground, ...documents, fetch: channels.fetch, reach: channels.reach, page: dataCopyPage(conversing) }
  const jobs = new JobRunner({
    store,
    unitOfWork,
    clock,
    random,
    handlers: { ...jobHandlers(work), ...(parts.intake && { intake: parts.intake(work) }) },
    ended: () => pump.changed(),
    observe: observe.job,
  })
  const drawCase = casePictures({ ...ground, counter: conversing })
  const pump: Pump<Ports> = openPump({
    ...ground,
    engine,
    texts,
    stoppedContacts,
    channels,
    observe,
    publicUrl,
    openFile: shownFiles({ ...ground, examples: counter.examples, drawCase }),
    wakeJobs: () => jobs.wake(),
  })
  let state: 'starting' | 'running' | 'stopping' = 'starting'
  const app = createServer({
    publicUrl,
    trustedProxies: config.trustedProxies,
    log,
    pages: pageDesk({ ...ground, counter, engine, sealer }),
    health: { unitOfWork, scheduler, registry: metrics.registry, state: () => state, metricsAccess: config.metricsAccess },
  })
  channels.serve(app)
  const sweeping = sweeps(ground)

  return {
    url: publicUrl,
    agency,
    unitOfWork,
    app,
    start: async () => {
      await unitOfWork.run((tx) => store.recover(tx))
      await app.listen({ host: config.host, port: config.port })
      await channels.seat()
      for (const channel of channels.all) await channel.start((arrivals) => take(channel, arrivals))
      pump.wake()
      jobs.wake()
      sweeping.start()
      state = 'running'
    },
    stop: async () => {
      state = 'stopping'
      await app.close()
      await Promise.all(channels.all.map((channel) => channel.stop()))
      await jobs.stop()
      await pump.stop()
      await Promise.all([documents.close(), sweeping.stop()])
      await unitOfWork.close()
    },
  }

  // Whoever wrote sees at once that an answer is on its way.
  function take(channel: Channel, arrivals: readonly Arrival[]): Promise<void> {
    for (const { address } of arrivals) channel.typing?.(address)
    return pump.ingest(arrivals)
  }
}
