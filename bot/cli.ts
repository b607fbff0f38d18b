// `npm run loket -- <command>`: what an operator does besides starting the counter.
// Exit code 0: done; 1: it could not be done; 2: it was asked for in a wrong way; 75: to be tried again (`mail bounce`).
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { writeFile } from 'node:fs/promises'
import { allFlows } from '../flows/all.ts'
import { drawAll, drawFlow } from '../flows/engine/draw.ts'
import { verifyAudit } from '../storage/audit.ts'
import type { Tx } from '../storage/database.ts'
import { createInvite } from '../storage/domain/enrolment.ts'
import { removeOfficer } from '../storage/domain/removal.ts'
import { deadMessages, retryEvent, retryMessage, setAsideEvents, type GivenUp } from '../storage/given-up.ts'
import { startLink } from './channels/telegram/start-link.ts'
import { linkWhatsapp, unlinkWhatsapp, whatsappStatus } from './cli-whatsapp.ts'
import { agencyOf, readAgencies, readConfig, UsageError, withDatabase } from './cli-counter.ts'
import { NotNow, returnedMail, testMail } from './cli-mail.ts'
import { checkVault, rotateVault } from './cli-vault.ts'
import { loadRegions } from './regions.ts'
import { systemClock } from './runtime/clock.ts'

/** An officer's name: one line that a terminal and a chat show as it is. */
const NAME = /^[\p{L}\p{M}\p{N} .,'’()-]{1,60}$/u
const NO_LINK = 'Telegram did not say what the bot is called, so there is no link: let the officer type the code.'
const RETRIED = 'waits again; a running counter takes it within a minute'

const program = new Command('loket')
  .description('Loket, a public-service counter that lives in chat')
  .showHelpAfterError()
  // What was typed is repeated in messages: a terminal must not obey it.
  .configureOutput({ writeErr: (text) => process.stderr.write(text.replace(/[^\P{C}\n]/gu, '�')) })

const officer = program.command('officer').description('the people who decide')

officer
  .command('invite')
  .description('prints a single-use code, and a Telegram link with it; typed in a chat it makes that chat an officer’s')
  .requiredOption('--agency <id>', 'the agency, e.g. sintren')
  .requiredOption('--role <role>', 'the role, e.g. verifikator')
  .option('--name <name>', 'how colleagues see the officer', nameOf, 'Petugas')
  .action(async (given: { agency: string; role: string; name: string }) => {
    const config = readConfig()
    const roles = agencyOf(config, given.agency).agency.roles.map(({ id }) => id)
    if (!roles.includes(given.role))
      throw new UsageError(`${given.agency} has no role ${JSON.stringify(given.role)}, only: ${roles.join(', ')}`)
    const { code, expiresAt } = await withDatabase(config, ({ unitOfWork, ...parts }) =>
      unitOfWork.run((tx) => createInvite(tx, parts, given, systemClock.now())),
    )
    print(`${code}  (${given.role}, ${given.agency}; valid until ${dateTime(expiresAt)})`)
    if (config.telegram !== undefined) print((await startLink(config.telegram, code)) ?? NO_LINK)
  })

officer
  .command('list')
  .description('lists the officers of an agency: id, role, name')
  .requiredOption('--agency <id>', 'the agency')
  .action(async (given: { agency: string }) => {
    const config = readConfig()
    agencyOf(config, given.agency)
    const where = { agency: given.agency, removedAt: null }
    const rows = await transact(config, (tx) => tx.officer.findMany({ where, orderBy: { id: 'asc' } }))
    for (const { id, role, name } of rows) print(`${id}\t${role}\t${name}`)
  })

officer
  .command('remove')
  .argument('<id>', 'of `officer list`')
  .description('takes an officer’s seat away at once')
  .action(async (id: string) => {
    if (!(await transact(readConfig(), (tx) => removeOfficer(tx, id, systemClock.now()))))
      throw new Error(`there is no officer ${JSON.stringify(id)}; see \`officer list\``)
    print(`${id} removed`)
  })

program
  .command('flows')
  .description('the conversations')
  .command('draw')
  .argument('[flow]', 'which; all of them when left out')
  .description('writes Mermaid: of one flow, or of all')
  .option('--out <file>', 'a file instead of the screen')
  .action(async (id: string | undefined, { out }: { out?: string }) => {
    const config = readConfig()
    const [counter] = readAgencies(config)
    if (counter === undefined) throw new Error('there is no agency')
    const flows = allFlows({ ...counter, regions: await loadRegions(), publicUrl: config.publicUrl })
    const one = flows.find((flow) => flow.id === id)
    if (id !== undefined && one === undefined)
      throw new UsageError(`there is no flow ${JSON.stringify(id)}, only: ${flows.map((flow) => flow.id).join(', ')}`)
    const drawing = one === undefined ? drawAll(flows) : drawFlow(one)
    if (out === undefined) print(drawing)
    else await writeFile(out, `${drawing}\n`)
  })

program
  .command('audit')
  .description('the record of who saw or did what')
  .command('verify')
  .description('checks that no row was changed, added or taken out')
  .action(async () => {
    const found = await transact(readConfig(), verifyAudit)
    print(JSON.stringify(found))
    if (!found.holds) process.exitCode = 1
  })

const whatsapp = program.command('whatsapp').description('the ordinary WhatsApp account that Loket is linked to')
whatsapp
  .command('link')
  .description('links an account: shows a QR, or with --phone a code, for its phone')
  .option('--phone <number>', 'link by a code instead, such as +62 812…')
  .action((given: { phone?: string }) => linkWhatsapp(given, write))
whatsapp
  .command('status')
  .description('says whether an account is linked')
  .action(() => whatsappStatus(write))
whatsapp
  .command('unlink')
  .description('takes Loket off the phone’s linked devices')
  .option('--forget', 'only forget the keys: WhatsApp is out of reach, or has closed the account')
  .action((given: { forget?: boolean }) => unlinkWhatsapp(given, write))

const vault = program.command('vault').description('the stored files and the keys that they are encrypted with')
vault
  .command('check')
  .description('tries whether files can be kept, and whether all of them are there')
  .action(() => checkVault(write))
vault
  .command('rotate')
  .description('replaces the master key and re-wraps the files’ keys; the counter has to be stopped')
  .action(() => rotateVault(write))

const inbox = program.command('inbox').description('what came in and could not be handled')
inbox.command('list').description('lists the events that were set aside').action(list(setAsideEvents))
inbox
  .command('retry')
  .argument('<id>', 'of `inbox list`', idOf)
  .description('lets an event have its turn again')
  .action(retry(retryEvent, 'event', 'inbox list'))

const outbox = program.command('outbox').description('what could not be sent')
outbox.command('list').description('lists the messages that were given up').action(list(deadMessages))
outbox
  .command('retry')
  .argument('<id>', 'of `outbox list`', idOf)
  .description('lets a message be sent after all')
  .action(retry(retryMessage, 'message', 'outbox list'))

const mail = program.command('mail').description('e-mail')
mail
  .command('test')
  .argument('<address>', 'your own address')
  .description('sends one test mail, as SMTP_URL and MAIL_FROM say')
  .action((address: string) => testMail(address, write))
mail
  .command('bounce')
  .description('takes in, on the standard input, a mail that came to MAIL_FROM: what bounced is noted and told')
  .action(() => returnedMail(process.stdin, write))

for (const one of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
  one.exitOverride().allowExcessArguments(false)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}
// WhatsApp's library leaves timers behind that would keep the process for a minute.
process.exit()

function list(find: (tx: Tx) => Promise<readonly GivenUp[]>) {
  return async () => {
    for (const { id, account, conversation, at, attempts, error } of await transact(readConfig(), find))
      print([id, dateTime(at), account, `conversation ${conversation}`, `${attempts} tries`, error ?? ''].join('\t').trimEnd())
  }
}

function retry(again: (tx: Tx, id: number) => Promise<boolean>, what: string, where: string) {
  return async (id: number) => {
    if (!(await transact(readConfig(), (tx) => again(tx, id)))) throw new Error(`no ${what} ${id} was given up; see \`${where}\``)
    print(`${id} ${RETRIED}`)
  }
}

function transact<T>(config: ReturnType<typeof readConfig>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withDatabase(config, ({ unitOfWork }) => unitOfWork.run(work))
}

function nameOf(value: string): string {
  const name = value.trim()
  if (!NAME.test(name)) throw new InvalidArgumentError('1 to 60 letters, digits, spaces and signs as in names.')
  return name
}

function idOf(value: string): number {
  const id = Number(value)
  if (!/^\d{1,16}$/.test(value) || !Number.isSafeInteger(id)) throw new InvalidArgumentError('A whole number.')
  return id
}

// Commander has written its own errors already.
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof NotNow) return 75
  return error instanceof UsageError ? 2 : 1
}

function dateTime(at: number): string {
  return new Date(at).toISOString()
}

function print(line: string): void {
  write(`${line}\n`)
}

function write(text: string): void {
  process.stdout.write(text)
}
