import type { Clock, Random } from '../flows/ports.ts'
import { openDatabase } from '../storage/database.ts'
import { highestId } from '../storage/highest-id.ts'
import { Ids } from '../storage/ids.ts'
import { migrate } from '../storage/migrate.ts'
import { UnitOfWork } from '../storage/unit-of-work.ts'
import { openKeys, type Keys } from '../storage/vault/keys.ts'
import { Sealer } from '../storage/vault/seal.ts'
import type { Config } from './config.ts'
import { masterKeySource } from './vault-parts.ts'

/** The database of an installation, and what its rows are read and written with. */
export interface Storage {
  readonly unitOfWork: UnitOfWork
  readonly ids: Ids
  readonly keys: Keys
  readonly sealer: Sealer
}

/**
 * Migrates and opens the database that the settings name, and finds its keys. Fails with MasterKeyError when the key is
 * not the database's own; then nothing is left open.
 */
export async function openStorage(config: Config, { clock, random }: { clock: Clock; random: Random }): Promise<Storage> {
  await migrate(config.databaseFile)
  const unitOfWork = new UnitOfWork(await openDatabase(config.databaseFile))
  try {
    const keys = await openKeys(masterKeySource(config), unitOfWork, random)
    const ids = new Ids(clock, await unitOfWork.run(highestId))
    return { unitOfWork, ids, keys, sealer: new Sealer(keys.sealing, random) }
  } catch (error) {
    await unitOfWork.close()
    throw error
  }
}
