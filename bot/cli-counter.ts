import { join } from 'node:path'
import { loadAgencies, loadHolidays, type LoadedAgency } from './agencies.ts'
import { loadEnv, parseConfig, type Config } from './config.ts'
import { openStorage, type Storage } from './open-storage.ts'
import { systemClock } from './runtime/clock.ts'
import { systemRandom } from './runtime/random.ts'
import { loadTexts } from './texts.ts'

/** The command was given something that it cannot work with; the message says what it needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What commands find in the database with. */
export interface CounterParts extends Storage {
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
  const storage = await openStorage(config, { clock: systemClock, random: systemRandom })
  try {
    return await work({ ...storage, random: systemRandom })
  } finally {
    await storage.unitOfWork.close()
  }
}
