import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Feed, type Change } from '../../bot/channels/simulator/feed.ts'
import { MediaFolder } from '../../bot/channels/simulator/media-folder.ts'
import { SimulatorChannel, type Log } from '../../bot/channels/simulator/simulator-channel.ts'
import { SimulatorMail } from '../../bot/channels/simulator/simulator-mail.ts'
import { systemRandom } from '../../bot/runtime/random.ts'
import { openDatabase } from '../../storage/database.ts'
import { Ids } from '../../storage/ids.ts'
import { migrate } from '../../storage/migrate.ts'
import type { SimulatorPhone } from '../../storage/simulator-records.ts'
import { SimulatorStore } from '../../storage/simulator-store.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { Sealer } from '../../storage/vault/seal.ts'

/** Half past eight in the morning of 21 July 2025 in Pekalongan; each look at it is a second later. */
export function tickingClock(start = Date.UTC(2025, 6, 21, 1, 30)) {
  let now = start
  return { now: () => (now += 1000) }
}

/** Runs on over restarts, as clocks do. */
const oneClock = tickingClock()

/** A new folder for one test; `remove` takes it away. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'loket-simulator-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** The simulated platform on the database in `dataFolder`, as the composition root would put it together. */
export async function openPlatform(dataFolder: string, clock = oneClock, log?: Log) {
  const path = join(dataFolder, 'loket.db')
  await migrate(path)
  const database = await openDatabase(path)
  const work = new UnitOfWork(database)
  const sealer = new Sealer(Buffer.alloc(32, 7), systemRandom)
  const store = new SimulatorStore({ work, ids: new Ids(clock), clock, sealer })
  const media = new MediaFolder({ dataFolder, sealer, random: systemRandom })
  const feed = new Feed()
  const changes: Change[] = []
  feed.watch((change) => changes.push(change))
  const channel = new SimulatorChannel({ store, media, feed, retryMs: 1, ...(log && { log }) })
  const mail = new SimulatorMail({ store, media, feed })
  await store.seedDemo(['Ibu Ratna (petugas)', 'Pak Joko (petugas)'])
  const [siti, budi, ratna, joko] = (await store.phones()) as [SimulatorPhone, SimulatorPhone, SimulatorPhone, SimulatorPhone]
  const close = async () => {
    await channel.stop()
    await work.close()
  }
  return { database, work, store, media, feed, changes, channel, mail, siti, budi, ratna, joko, close }
}

export type Platform = Awaited<ReturnType<typeof openPlatform>>
