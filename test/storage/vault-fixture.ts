import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { systemRandom } from '../../bot/runtime/random.ts'
import { openDatabase } from '../../storage/database.ts'
import { Ids } from '../../storage/ids.ts'
import { migrate } from '../../storage/migrate.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { FileVault } from '../../storage/vault/files.ts'
import { loadMasterKey, type MasterKey } from '../../storage/vault/master-key.ts'

/** Noon of 4 May 2026 in Jakarta. */
export const NOON = Date.UTC(2026, 4, 4, 5)

/** A clock that stands still until it is set. */
export class StandingClock {
  time = NOON
  now(): number {
    return this.time
  }
}

/** A data folder of its own for one test, and what can be started on it, also more than once. */
export async function dataFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'loket-vault-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const keyFile = join(folder, 'master.key')
  const files = join(folder, 'files')
  const databasePath = join(folder, 'loket.db')
  const clock = new StandingClock()
  await migrate(databasePath)

  const openUnitOfWork = async () => {
    const unitOfWork = new UnitOfWork(await openDatabase(databasePath))
    onTestFinished(() => unitOfWork.close())
    return unitOfWork
  }
  const ids = new Ids(clock)
  const vaultWith = (masterKey: MasterKey) => new FileVault({ folder: files, masterKey, ids, clock, random: systemRandom })
  /** As `main` does it: database, master key, vault. */
  const start = async () => {
    const unitOfWork = await openUnitOfWork()
    const masterKey = await loadMasterKey({ setting: undefined, file: keyFile }, unitOfWork, systemRandom)
    return { unitOfWork, masterKey, vault: vaultWith(masterKey) }
  }
  return { folder, keyFile, files, databasePath, clock, openUnitOfWork, vaultWith, start }
}
