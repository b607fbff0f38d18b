import { join } from 'node:path'
import { openDatabase } from '../storage/database.ts'
import { highestId } from '../storage/highest-id.ts'
import { Ids } from '../storage/ids.ts'
import { migrate } from '../storage/migrate.ts'
import { UnitOfWork } from '../storage/unit-of-work.ts'
import { openKeys, type Keys } from '../storage/vault/keys.ts'
import { Sealer } from '../storage/vault/seal.ts'
import { loadAgencies, loadHolidays, type LoadedAgency } from './agencies.ts'
import { loadEnv, parseConfig, type Config } from './config.ts'
import { systemClock } from './runtime/clock.ts'
import { systemRandom } from './runtime/random.ts'
import { loadTexts } from './texts.ts'
import { masterKeySource } from './vault-parts.ts'

/** The command was given something that it cannot work with; the message says what it needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What commands find in the database with. */
export interface CounterParts {
  readonly unitOfWork: UnitOfWork
  readonly ids: Ids
  readonly keys: Keys
  readonly sealer: Sealer
  readonly random: typeof systemRandom
}

/** The settings, as `npm start` would take them. */
export function readConfig(): Config {
  loadEnv(join(import.meta.dirname, '../.env'))
  return parseConfig(process.env)
}

/** The agencies of this installation. */
export function readAgencies({ agenciesFolder }: Config): readonly LoadedAgency[] {
  return loadAgencies(loadTexts(), loadHolidays(), agenciesFolder)
}

/** The agency with this id. Fails with UsageError when there is none. */
export function agencyOf(config: Config, id: string): LoadedAgency {
  const agencies = readAgencies(config)
  const agency = agencies.find((one) => one.agency.id === id)
  if (agency !== undefined) return agency
  throw new UsageError(`there is no agency ${JSON.stringify(id)}, only: ${agencies.map((one) => one.agency.id).join(', ')}`)
}

/** Opens the database beside a counter that may be running on it, and closes it again. */
export async function withDatabase<T>(config: Config, work: (parts: CounterParts) => Promise<T>): Promise<T> {
  await migrate(config.databaseFile)
  const unitOfWork = new UnitOfWork(await openDatabase(config.databaseFile))
  try {
    const keys = await openKeys(masterKeySource(config), unitOfWork, systemRandom)
    const ids = new Ids(systemClock, await unitOfWork.run(highestId))
    return await work({ unitOfWork, ids, keys, sealer: new Sealer(keys.sealing, systemRandom), random: systemRandom })
  } finally {
    await unitOfWork.close()
  }
}
