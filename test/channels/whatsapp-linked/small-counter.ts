import { onTestFinished, vi } from 'vitest'
import type { Arrival } from '../../../bot/channels/channel.ts'
import { LASTING } from '../../../bot/channels/whatsapp-linked/acquaintances.ts'
import type { Trouble } from '../../../bot/channels/whatsapp-linked/disconnects.ts'
import { ACCOUNT, link } from '../../../bot/channels/whatsapp-linked/linking.ts'
import type { LinkedAccount } from '../../../bot/channels/whatsapp-linked/link-keeper.ts'
import { WhatsappLinkedChannel } from '../../../bot/channels/whatsapp-linked/whatsapp-linked-channel.ts'
import { createLogger } from '../../../bot/runtime/log.ts'
import { systemScheduler } from '../../../bot/runtime/scheduler.ts'
import { FakeWhatsApp } from '../../fakes/whatsapp/fake-whatsapp.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { VirtualTime } from '../../support/virtual-time.ts'

/** An account's keys in memory, and a lease that others may hold. */
export class MemoryAccount implements LinkedAccount {
  readonly rows = new Map<string, string>()
  /** so many of the next questions for rows of this kind are not answered: the database is busy */
  readonly busy = new Map<string, number>()
  /** changes so far, each one transaction */
  writes = 0
  isTaken = false
  /** so many of the next times that the lease is asked for, the database is busy */
  refusesLease = 0
  /** how often it was given back */
  released = 0
  wish = ''

  async get(kind: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const busy = this.busy.get(kind) ?? 0
    this.busy.set(kind, Math.max(0, busy - 1))
    if (busy > 0) throw new Error('the database is busy')
    return new Map(
      names.flatMap((name) => (this.rows.has(`${kind}/${name}`) ? [[name, this.rows.get(`${kind}/${name}`) ?? '']] : [])),
    )
  }

  async set(changes: Parameters<LinkedAccount['set']>[0]): Promise<void> {
    this.writes++
    for (const { kind, name, value } of changes)
      if (value === null) this.rows.delete(`${kind}/${name}`)
      else this.rows.set(`${kind}/${name}`, value)
  }

  async forget(): Promise<void> {
    for (const key of this.rows.keys()) if (!LASTING.some((kind) => key.startsWith(`${kind}/`))) this.rows.delete(key)
  }

  async take(): Promise<boolean> {
    if (this.refusesLease-- > 0) throw new Error('the database is busy')
    return !this.isTaken
  }

  async release(): Promise<void> {
    this.released++
    this.isTaken = false
  }

  async isWished(what: string): Promise<boolean> {
    return this.wish === what
  }
}

/** A linked channel on a fake WhatsApp, with a list in place of a counter. */
export async function openChannel() {
  const time = new VirtualTime()
  const whatsapp = await FakeWhatsApp.open({ now: () => time.now() })
  onTestFinished(() => whatsapp.close())
  const account = new MemoryAccount()
  const settings = { url: whatsapp.url }
  await link(
    { account, settings, scheduler: systemScheduler },
    { qr: (text) => whatsapp.scan(text), code: () => undefined },
    AbortSignal.timeout(20_000),
  )
  const logLines: string[] = []
  const log = createLogger({ level: 'debug', destination: { write: (line: string) => void logLines.push(line) } })
  const troubles: Trouble[] = []
  const failed: { readonly key: string; readonly code: string; readonly stopped: boolean; readonly againAfterMs?: number }[] = []
  const arrived: string[] = []
  const tasks = new Map<string, string>()
  /** so many of the next questions for a task are not answered */
  const lookingUp = { fails: 0 }
  const make = () =>
    new WhatsappLinkedChannel({
      account,
      settings,
      log,
      scheduler: time,
      random: seededRandom(7),
      staff: {
        taskOf: async (address, { id, text }) => {
          if (lookingUp.fails-- > 0) throw new Error('the database is busy')
          return tasks.get(`${address} ${id}`) ?? tasks.get(`${address} ${text}`)
        },
      },
      alert: (trouble) => void troubles.push(trouble),
      connected: () => undefined,
      failedLater: async (key, failure) => void failed.push({ key, ...failure }),
      arrivedAfterAll: async (key) => void arrived.push(key),
    })
  const channel = make()
  onTestFinished(() => channel.stop())
  const got: Arrival[] = []
  const sink = vi.fn<(arrivals: readonly Arrival[]) => Promise<void>>(async (arrivals) => void got.push(...arrivals))

  const connected = () => logLines.filter((line) => line.includes('WhatsApp is connected')).length
  /** Waits, while the channel's time passes, until `check` no longer fails. */
  const eventually = (check: () => void) =>
    vi.waitFor(
      () => {
        time.pass(200)
        check()
      },
      { timeout: 15_000, interval: 10 },
    )
  /** Waits until the channel has connected so many times. */
  const isConnected = (times: number) =>
    eventually(() => {
      if (connected() < times) throw new Error(`connected ${connected()} times: ${logLines.slice(-3).join('')}`)
    })
  const start = async () => {
    await channel.start(sink)
    await isConnected(connected() + 1)
  }
  /** Waits for so many arrivals. */
  const arrivals = async (count: number): Promise<readonly Arrival[]> => {
    await eventually(() => {
      if (got.length < count) throw new Error(`${got.length} of ${count} have arrived`)
    })
    return got
  }
  /** Sends; gives what became of it. */
  const sends = async (address: string, text: string, key = text) => {
    let outcome: unknown
    void channel.send(address, { key, text }).then(
      (ids) => (outcome = ids),
      (error: unknown) => (outcome = error),
    )
    await eventually(() => {
      if (outcome === undefined) throw new Error('still on its way')
    })
    return outcome
  }
  return {
    account,
    arrivals,
    arrived,
    failed,
    channel,
    eventually,
    got,
    isConnected,
    logLines,
    lookingUp,
    make,
    sends,
    sink,
    start,
    tasks,
    time,
    troubles,
    whatsapp,
    settings,
    ACCOUNT,
  }
}
