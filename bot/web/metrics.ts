import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Depth } from '../../storage/store.ts'

/** The figures of this process, for Prometheus. Labels are codes of ours, never anything a person sent. */
export interface Metrics {
  readonly registry: Registry
  /** An event was taken into the inbox. */
  inboxEvent(account: string, kind: string): void
  /** A turn was taken; how long, in seconds. */
  turn(seconds: number): void
  turnFailed(): void
  /** A send ended: `sent`, `later` or `dead`. */
  outboxSend(account: string, outcome: string): void
  /** Something came by a channel's webhook: what it was, or why it was not taken in. */
  webhookEvent(account: string, what: string): void
  /** A platform's account is in trouble that only people can end: what kind. */
  channelTrouble(account: string, what: string): void
  /** A job's try ended: `done`, `again` or `given-up`. */
  job(kind: string, outcome: string): void
}

/** Where the figures that are counted on each scrape come from. */
export interface MetricsParts {
  depth(): Promise<Depth>
  /** the depth could not be counted; the scrape goes on without it */
  failed(error: unknown): void
}

/** Makes the registry. One for each process: the process defaults are in it. */
export function createMetrics({ depth, failed }: MetricsParts): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const inbox = new Counter({
    name: 'loket_inbox_events_total',
    help: 'Events taken into the inbox',
    labelNames: ['account', 'kind'],
    registers,
  })
  const turns = new Histogram({
    name: 'loket_turn_seconds',
    help: 'Time that one turn took, without its commit',
    buckets: [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  })
  const failures = new Counter({ name: 'loket_turn_failures_total', help: 'Turns that failed and were undone', registers })
  const sends = new Counter({
    name: 'loket_outbox_sends_total',
    help: 'Ends of sends, by outcome',
    labelNames: ['account', 'outcome'],
    registers,
  })
  const webhooks = new Counter({
    name: 'loket_webhook_events_total',
    help: 'What came by webhooks, by what became of it',
    labelNames: ['account', 'what'],
    registers,
  })
  const troubles = new Counter({
    name: 'loket_channel_troubles_total',
    help: 'Troubles of accounts on platforms that only people can end, by kind',
    labelNames: ['account', 'what'],
    registers,
  })
  const jobs = new Counter({
    name: 'loket_jobs_total',
    help: 'Ends of tries of jobs, by outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  registry.registerMetric(
    new Gauge({
      name: 'loket_waiting',
      help: 'What waits in each queue; set_aside and dead wait for a human',
      labelNames: ['queue'],
      registers: [],
      async collect() {
        try {
          const { setAside, ...rest } = await depth()
          for (const [queue, count] of Object.entries({ ...rest, set_aside: setAside })) this.set({ queue }, count)
        } catch (error) {
          // an old figure would look like a good one
          this.reset()
          failed(error)
        }
      },
    }),
  )
  return {
    registry,
    inboxEvent: (account, kind) => inbox.inc({ account, kind }),
    turn: (seconds) => turns.observe(seconds),
    turnFailed: () => failures.inc(),
    outboxSend: (account, outcome) => sends.inc({ account, outcome }),
    webhookEvent: (account, what) => webhooks.inc({ account, what }),
    channelTrouble: (account, what) => troubles.inc({ account, what }),
    job: (kind, outcome) => jobs.inc({ kind, outcome }),
  }
}
