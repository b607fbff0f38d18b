import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase, type Tx } from '../../storage/database.ts'
import { highestId } from '../../storage/highest-id.ts'
import { Ids } from '../../storage/ids.ts'
import { migrate } from '../../storage/migrate.ts'
import { SqliteStore } from '../../storage/sqlite-store.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { Sealer } from '../../storage/vault/seal.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { VirtualTime } from '../support/virtual-time.ts'
import type { OpenStore } from './store-suite.ts'

/** A store on an SQLite file of its own, which goes with the test. */
export async function openStore(): Promise<OpenStore> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'loket.db')
  await migrate(path)
  const unitOfWork = new UnitOfWork(await openDatabase(path))
  onTestFinished(() => unitOfWork.close())
  const sealer = new Sealer(new Uint8Array(32).fill(1), seededRandom(1))
  const run = <T>(work: (tx: Tx) => Promise<T>) => unitOfWork.run(work)
  const fresh = async () => new SqliteStore(new Ids(new VirtualTime(), await run(highestId)), sealer)
  return { run, store: await fresh(), fresh }
}
