// `npm run loket -- <command>`: what an operator does besides starting the counter.
import { Command, InvalidArgumentError } from 'commander'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allFlows } from '../flows/all.ts'
import { drawAll, drawFlow } from '../flows/engine/draw.ts'
import { verifyAudit } from '../storage/audit.ts'
import { openDatabase } from '../storage/database.ts'
import { createInvite } from '../storage/domain/enrolment.ts'
import { highestId } from '../storage/highest-id.ts'
import { Ids } from '../storage/ids.ts'
import { migrate } from '../storage/migrate.ts'
import { UnitOfWork } from '../storage/unit-of-work.ts'
import { loadMasterKey } from '../storage/vault/master-key.ts'
import { Sealer } from '../storage/vault/seal.ts'
import { loadAgencies, loadHolidays, type LoadedAgency } from './agencies.ts'
import { loadEnv, parseConfig, type Config } from './config.ts'
import { loadRegions } from './regions.ts'
import { systemClock } from './runtime/clock.ts'
import { systemRandom } from './runtime/random.ts'
import { loadTexts } from './texts.ts'

const program = new Command('loket').description('Loket, a public-service counter that lives in chat').showHelpAfterError()

const officer = program.command('officer').description('the people who decide')

officer
  .command('invite')
  .description('prints a single-use code; typed in a chat it makes that chat an officer’s')
  .requiredOption('--agency <id>', 'the agency, e.g. sintren')
  .requiredOption('--role <role>', 'the role, e.g. verifikator')
  .option('--name <name>', 'how colleagues see the officer', shortName, 'Petugas')
  .action(async (given: { agency: string; role: string; name: string }) => {
    const { config, agency } = counterOf(given.agency)
    const roles = agency.agency.roles.map(({ id }) => id)
    if (!roles.includes(given.role)) fail(`${given.agency} has no role "${given.role}": it has ${roles.join(', ')}`)
    await withDatabase(config, async (unitOfWork, parts) => {
      const { code, expiresAt } = await unitOfWork.run((tx) => createInvite(tx, parts, { ...given }, systemClock.now()))
      process.stdout.write(`${code}  (${given.role}, ${given.agency}; valid until ${new Date(expiresAt).toISOString()})\n`)
    })
  })

officer
  .command('list')
  .description('lists the officers of an agency')
  .requiredOption('--agency <id>', 'the agency')
  .action(async (given: { agency: string }) => {
    const { config } = counterOf(given.agency)
    await withDatabase(config, async (unitOfWork) => {
      const rows = await unitOfWork.run((tx) =>
        tx.officer.findMany({ where: { agency: given.agency, removedAt: null }, orderBy: { id: 'asc' } }),
      )
      for (const { id, role, name } of rows) process.stdout.write(`${id}\t${role}\t${name}\n`)
    })
  })

officer
  .command('remove <id>')
  .description('takes an officer’s seat away at once')
  .action(async (id: string) => {
    await withDatabase(readConfig(), async (unitOfWork) => {
      const removedAt = BigInt(systemClock.now())
      const { count } = await unitOfWork.run((tx) =>
        tx.officer.updateMany({ where: { id, removedAt: null }, data: { removedAt } }),
      )
      if (count === 0) fail(`no officer ${id}`)
      process.stdout.write(`${id} removed\n`)
    })
  })

program
  .command('flows')
  .description('the conversations')
  .command('draw [flow]')
  .description('writes Mermaid: of one flow, or of all')
  .option('--out <file>', 'a file instead of the screen')
  .action(async (id: string | undefined, { out }: { out?: string }) => {
    const [counter] = loadAgencies(loadTexts(), loadHolidays(), readConfig().agenciesFolder)
    if (counter === undefined) return fail('no agency')
    const flows = allFlows({ ...counter, regions: await loadRegions() })
    const one = flows.find((flow) => flow.id === id)
    if (id !== undefined && one === undefined) fail(`no flow "${id}": there are ${flows.map((flow) => flow.id).join(', ')}`)
    const drawing = one === undefined ? drawAll(flows) : drawFlow(one)
    if (out === undefined) process.stdout.write(`${drawing}\n`)
    else await writeFile(out, `${drawing}\n`)
  })

program
  .command('audit')
  .description('the record of who saw or did what')
  .command('verify')
  .description('checks that no row was changed, added or taken out')
  .action(async () => {
    await withDatabase(readConfig(), async (unitOfWork) => {
      const found = await unitOfWork.run((tx) => verifyAudit(tx))
      process.stdout.write(`${JSON.stringify(found)}\n`)
      if (!found.holds) process.exitCode = 1
    })
  })

await program.parseAsync().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))

function readConfig(): Config {
  loadEnv(join(import.meta.dirname, '../.env'))
  return parseConfig(process.env)
}

function counterOf(id: string): { config: Config; agency: LoadedAgency } {
  const config = readConfig()
  const agencies = loadAgencies(loadTexts(), loadHolidays(), config.agenciesFolder)
  const agency = agencies.find((one) => one.agency.id === id)
  if (agency === undefined) fail(`no agency "${id}": there is ${agencies.map((one) => one.agency.id).join(', ')}`)
  return { config, agency }
}

async function withDatabase(
  config: Config,
  work: (unitOfWork: UnitOfWork, parts: { ids: Ids; sealer: Sealer; random: typeof systemRandom }) => Promise<void>,
): Promise<void> {
  await migrate(config.databaseFile)
  const unitOfWork = new UnitOfWork(await openDatabase(config.databaseFile))
  try {
    const masterKey = await loadMasterKey(
      { setting: config.masterKey, file: join(config.dataFolder, 'master.key') },
      unitOfWork,
      systemRandom,
    )
    const ids = new Ids(systemClock, await unitOfWork.run(highestId))
    await work(unitOfWork, { ids, sealer: new Sealer(masterKey.bytes, systemRandom), random: systemRandom })
  } finally {
    await unitOfWork.close()
  }
}

function shortName(value: string): string {
  const name = value.trim()
  if (name === '' || name.length > 60) throw new InvalidArgumentError('1 to 60 characters.')
  return name
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
