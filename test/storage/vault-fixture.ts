import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { systemRandom } from '../../bot/runtime/random.ts'
import { openDatabase } from '../../storage/database.ts'
import { Ids } from '../../storage/ids.ts'
import { migrate } from '../../storage/migrate.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { FileStore } from '../../storage/vault/file-store.ts'
import { FileVault } from '../../storage/vault/files.ts'
import { FolderStore } from '../../storage/vault/folder-store.ts'
import type { FileKeys } from '../../storage/vault/key-ring.ts'
import { openKeys } from '../../storage/vault/keys.ts'
import type { MasterKeySource } from '../../storage/vault/master-key.ts'

/** Noon of 4 May 2026 in Jakarta. */
export const NOON = Date.UTC(2026, 4, 4, 5)

/** A clock that stands still until it is set. */
export class StandingClock {
  time = NOON
  now(): number {
    return this.time
  }
}

/** A data folder of its own for one test, and what can be started on it, also more than once; its files may lie elsewhere. */
export async function dataFolder(elsewhere?: FileStore) {
  const folder = await mkdtemp(join(tmpdir(), 'loket-vault-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const keyFile = join(folder, 'master.key')
  const files = join(folder, 'files')
  const databasePath = join(folder, 'loket.db')
  const clock = new StandingClock()
  const store = elsewhere ?? new FolderStore(files, systemRandom)
  await migrate(databasePath)

  const openUnitOfWork = async () => {
    const unitOfWork = new UnitOfWork(await openDatabase(databasePath))
    onTestFinished(() => unitOfWork.close())
    return unitOfWork
  }
  const ids = new Ids(clock)
  const vaultWith = (keys: FileKeys) => new FileVault({ store, keys, ids, clock, random: systemRandom })
  /** As `main` does it: database, keys, vault. */
  const start = async (source: Partial<MasterKeySource> = {}) => {
    const unitOfWork = await openUnitOfWork()
    const keys = await openKeys({ setting: undefined, file: keyFile, ...source }, unitOfWork, systemRandom)
    return { unitOfWork, keys, masterKey: keys.master, vault: vaultWith(keys.files) }
  }
  return { folder, keyFile, files, store, databasePath, clock, openUnitOfWork, vaultWith, start }
}

/** Everything that lies in a store. */
export async function keysIn(store: FileStore): Promise<string[]> {
  const keys: string[] = []
  for await (const key of store.list()) keys.push(key)
  return keys.sort()
}
