// `npm start`: one process that serves one counter.
import { join } from 'node:path'
import { AgencyError } from '../flows/agency.ts'
import { DatabaseInUse } from '../storage/database.ts'
import { DatabaseTooNew } from '../storage/migrate.ts'
import { FileStoreError } from '../storage/vault/file-store.ts'
import { MasterKeyError } from '../storage/vault/master-key.ts'
import { ConfigError, loadEnv, parseConfig } from './config.ts'
import { FlowError } from './conversations.ts'
import { openLoket } from './loket.ts'
import { systemClock } from './runtime/clock.ts'
import { createLogger } from './runtime/log.ts'
import { systemRandom } from './runtime/random.ts'
import { systemScheduler } from './runtime/scheduler.ts'

/** Mistakes that the operator can mend: their message is enough. */
const MENDABLE = [ConfigError, AgencyError, MasterKeyError, FileStoreError, FlowError, DatabaseInUse, DatabaseTooNew]

try {
  loadEnv(join(import.meta.dirname, '../.env'))
  const config = parseConfig(process.env)
  const log = createLogger({ level: config.logLevel, destination: process.stderr, safeErrors: MENDABLE })
  const loket = await openLoket({ config, log, clock: systemClock, random: systemRandom, scheduler: systemScheduler })
  await loket.start()
  process.stdout.write(greeting(loket.url, config.simulator))
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // A second signal means: now.
      if (stopping) process.exit(1)
      stopping = true
      loket.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, 'stop failed')
          process.exit(1)
        },
      )
    })
} catch (error) {
  process.stderr.write(`${explained(error)}\n`)
  process.exitCode = 1
}

function greeting(url: string, simulator: boolean): string {
  return simulator ? `Loket siap. Buka simulator HP: ${url}/simulator\n` : `Loket siap: ${url}\n`
}

function explained(error: unknown): string {
  if (MENDABLE.some((kind) => error instanceof kind)) return (error as Error).message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken by another program. Stop that one, or choose another port, e.g. LOKET_PORT=8421 npm start'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
