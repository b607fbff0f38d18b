import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Channel, Outgoing, Sink } from '../../bot/channels/channel.ts'
import { JobRunner, type JobHandler } from '../../bot/runtime/job-runner.ts'
import { ChannelOutlet, CONTACT_STOPPED } from '../../bot/runtime/outlet.ts'
import { Pace, type Limits } from '../../bot/runtime/pace.ts'
import { Pump, type RefusedMessage } from '../../bot/runtime/pump.ts'
import { loadTexts } from '../../bot/texts.ts'
import type { Event } from '../../flows/engine/input.ts'
import type { Json } from '../../flows/engine/json.ts'
import { createTexts } from '../../flows/text/texts.ts'
import { openDatabase, type Database, type Tx } from '../../storage/database.ts'
import { highestId } from '../../storage/highest-id.ts'
import { Ids } from '../../storage/ids.ts'
import { migrate } from '../../storage/migrate.ts'
import { SqliteStore } from '../../storage/sqlite-store.ts'
import type { NewJob } from '../../storage/store.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { Sealer } from '../../storage/vault/seal.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { VirtualTime } from '../support/virtual-time.ts'
import { TinyEngine } from './tiny-engine.ts'

const ROUNDS = 60

/** A message as the wire saw it. */
export interface Sent {
  readonly address: string
  readonly key: string
  readonly text: string
  readonly at: number
}

/** A platform that does with each send what a test says. */
export class Wire implements Channel {
  readonly account = 'wire'
  readonly capabilities = {
    buttons: 3,
    list: 10,
    contact: false,
    deleteInbound: true,
    typing: false,
    maxText: 4096,
    maxCaption: 1024,
    maxFile: 1e6,
  }
  /** every try, in order */
  readonly tries: Sent[] = []
  /** what arrived; a key that is here already is not delivered twice */
  readonly delivered: Sent[] = []
  readonly #now: () => number
  sink: Sink | undefined
  /** decides over a try: rejects to fail it */
  behave: (sent: Sent) => Promise<void> = () => Promise.resolve()

  constructor(now: () => number) {
    this.#now = now
  }

  start(sink: Sink): Promise<void> {
    this.sink = sink
    return Promise.resolve()
  }

  async send(address: string, { key, text }: Outgoing): Promise<readonly string[]> {
    const sent = { address, key, text, at: this.#now() }
    this.tries.push(sent)
    await this.behave(sent)
    if (!this.delivered.some((one) => one.key === key)) this.delivered.push(sent)
    return [`p${key}`]
  }

  fetch(): Promise<Uint8Array> {
    return Promise.reject(new Error('no files'))
  }

  stop(): Promise<void> {
    return Promise.resolve()
  }
}

/** What a machine is made of, where it matters. */
export interface MachineOptions {
  /** the folder of another machine: what it left is found */
  readonly folder?: string
  readonly time?: VirtualTime
  readonly limits?: Limits
  readonly handlers?: Readonly<Record<string, JobHandler>>
  call?(tx: Tx, what: string, store: SqliteStore): Promise<Json>
  /** what comes of messages that were refused for good */
  afterRefusal?(messages: readonly RefusedMessage[]): readonly NewJob[]
}

/** The whole runtime on a real SQLite file, with the tiny engine, virtual time and a wire in the test's hands. */
export async function openMachine(options: MachineOptions = {}) {
  const folder = options.folder ?? (await newFolder())
  const { time = new VirtualTime(), limits = { perSecond: Infinity, chatGapMs: 0 }, handlers = {} } = options
  const path = join(folder, 'loket.db')
  await migrate(path)
  const flaky = new FlakyDatabase(await openDatabase(path))
  const unitOfWork = new UnitOfWork(flaky.asDatabase())
  const random = seededRandom(7)
  const sealer = new Sealer(new Uint8Array(32).fill(7), random)
  const ids = new Ids(time, await unitOfWork.run(highestId))
  const store = new SqliteStore(ids, sealer)
  const wire = new Wire(() => time.now())
  const observed = { failures: [] as unknown[], turns: [] as unknown[], sends: [] as string[], jobs: [] as string[] }
  const stopped: number[] = []
  const jobs: JobRunner = new JobRunner({
    store,
    unitOfWork,
    clock: time,
    random,
    handlers,
    ended: () => pump.changed(),
    observe: ({ kind, outcome }) => void observed.jobs.push(`${kind} ${outcome}`),
  })
  const pump: Pump<{ call(what: string): Promise<Json> }> = new Pump({
    world: {
      engine: new TinyEngine(),
      store,
      texts: createTexts(loadTexts()),
      clock: time,
      random,
      sealer,
      ports: ({ tx }) => ({ call: (what) => options.call?.(tx, what, store) ?? Promise.resolve(what) }),
      issueLink: () => Promise.reject(new Error('no links')),
      observe: ({ error, aside }) => void (error !== undefined && observed.turns.push(aside === true ? 'aside' : 'again')),
    },
    store,
    unitOfWork,
    clock: time,
    scheduler: time,
    wakeJobs: () => jobs.wake(),
    refused: (tx, messages, now) => {
      stopped.push(...messages.filter(({ error }) => error === CONTACT_STOPPED).map(({ conversation }) => conversation))
      return store.enqueue(tx, options.afterRefusal?.(messages) ?? [], now)
    },
    failed: (error) => void observed.failures.push(error),
  })
  pump.attach(
    new ChannelOutlet(wire, {
      clock: time,
      random,
      pace: new Pace(limits, time, time),
      openFile: () => Promise.reject(new Error('no such file')),
      observe: ({ outcome }) => void observed.sends.push(outcome),
    }),
  )
  await wire.start((arrivals) => pump.ingest(arrivals))
  await unitOfWork.run((tx) => store.recover(tx))
  jobs.wake()
  let serial = 0
  let isOpen = true

  /** Lets everything that can happen now happen. */
  const quiet = async () => {
    for (let still = 0, before = -1; still < ROUNDS; still++) {
      await new Promise((resolve) => setImmediate(resolve))
      const now = flaky.commits + wire.tries.length + observed.jobs.length
      if (now !== before) [still, before] = [0, now]
    }
  }
  /** Hands in events of one chat, as one arrival each. */
  const arrive = (address: string, ...texts: readonly string[]) =>
    pump.ingest(texts.map((text) => arrival(address, { kind: 'text', text })))
  const arrival = (address: string, event: Event, id = `in-${++serial}`, replyTo?: string) => ({
    account: 'wire',
    address,
    event,
    id,
    ...(replyTo !== undefined && { replyTo }),
  })
  /** What was delivered to a chat, in order. */
  const heard = (address: string) => wire.delivered.filter((one) => one.address === address).map(({ text }) => text)
  /** Says something and waits until all is quiet; gives what was heard since. */
  const say = async (address: string, ...texts: readonly string[]) => {
    const before = heard(address).length
    await arrive(address, ...texts)
    await quiet()
    return heard(address).slice(before)
  }
  const pass = async (ms: number) => {
    time.pass(ms)
    await quiet()
  }
  /** Closes it as the counter does. */
  const stop = async () => {
    if (!isOpen) return
    isOpen = false
    await jobs.stop()
    await pump.stop()
    await unitOfWork.close()
  }
  /** As if the process were gone: nothing is finished, nothing noted. */
  const kill = async () => {
    isOpen = false
    flaky.isGone = true
    await flaky.database.$disconnect()
  }
  onTestFinished(() => (isOpen ? stop() : undefined))
  return {
    folder,
    time,
    unitOfWork,
    store,
    ids,
    sealer,
    wire,
    pump,
    jobs,
    flaky,
    observed,
    stopped,
    quiet,
    arrive,
    arrival,
    heard,
    say,
    pass,
    stop,
    kill,
    rows: <T>(sql: string) => unitOfWork.run((tx) => tx.$queryRawUnsafe<T[]>(sql)),
  }
}

/** A database whose commits are counted, and fail when a test wants them to. */
export class FlakyDatabase {
  readonly database: Database
  commits = 0
  /** so many of the next transactions fail at their end */
  failing = 0
  isGone = false

  constructor(database: Database) {
    this.database = database
  }

  asDatabase(): Database {
    const transact = (work: (tx: Tx) => Promise<unknown>, limits: object) => {
      if (this.isGone) return new Promise(() => undefined)
      this.commits++
      return this.database.$transaction(async (tx) => {
        const result = await work(tx)
        if (this.failing > 0) {
          this.failing--
          throw new Error('the disk is full')
        }
        return result
      }, limits)
    }
    return { $transaction: transact, $disconnect: () => this.database.$disconnect() } as unknown as Database
  }
}

/** A folder that is gone after the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-runtime-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
