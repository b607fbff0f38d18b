import { existsSync } from 'node:fs'
import { SqliteStore } from '../storage/sqlite-store.ts'
import { readAgencies, readConfig, UsageError, withDatabase } from './cli-counter.ts'
import { mailBy } from './mail.ts'
import { takeReturnedMail, type Returned } from './returned-mail.ts'
import { systemClock } from './runtime/clock.ts'
import { tryMail } from './try-mail.ts'

/** Bytes of a mail that are looked at: a report and the headers of what it is about; the rest may be a document. */
const LOOKED_AT = 256 * 1024

type Write = (text: string) => void

/** It could not be done now; a mail server that reads this exit code (75, EX_TEMPFAIL of sysexits.h) tries again. */
export class NotNow extends Error {
  override readonly name = 'NotNow'
}

/** Sends one test mail, as the settings say. */
export async function testMail(address: string, write: Write): Promise<void> {
  const config = readConfig()
  const [counter] = readAgencies(config)
  if (config.mail === undefined || counter === undefined)
    throw new Error('SMTP_URL and MAIL_FROM are not set, so there is no e-mail')
  // No message of the outbox: nothing follows when it comes back.
  const mail = mailBy(config.mail, { ...counter, clock: systemClock, seal: () => '0' })
  const trouble = await tryMail(mail, address, systemClock.now())
  if (trouble !== undefined) throw new Error(trouble)
  write('the server has taken the mail; if it does not arrive within minutes, look among the spam\n')
}

/**
 * Takes in a mail that came to the sender's address, from the standard input. Says what it was, without an address.
 * @throws NotNow when it has to be handed in again
 */
export async function returnedMail(input: AsyncIterable<Buffer> & { readonly isTTY?: boolean }, write: Write): Promise<void> {
  if (input.isTTY === true) throw new UsageError('hand the mail in on the standard input: loket mail bounce < mail')
  const returned = await taken(await beginning(input))
  if (returned.is === 'early') throw new NotNow(`message ${returned.message} is not noted as sent yet: to be told again`)
  write(`${told(returned)}\n`)
}

async function taken(mail: string): Promise<Returned> {
  try {
    const config = readConfig()
    // In the wrong folder a new database would know of no mail, and nobody would ever hear of it.
    if (!existsSync(config.databaseFile)) throw new Error(`there is no counter at ${config.databaseFile}`)
    return await withDatabase(config, ({ unitOfWork, ids, sealer }) =>
      takeReturnedMail({ unitOfWork, store: new SqliteStore(ids, sealer), sealer, clock: systemClock }, mail),
    )
  } catch (error) {
    throw new NotNow(error instanceof Error ? error.message : String(error))
  }
}

// All of it is read, so that the mail server need not wonder why nobody listens.
async function beginning(input: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of input) {
    if (size < LOOKED_AT) parts.push(part.subarray(0, LOOKED_AT - size))
    size += part.length
  }
  return Buffer.concat(parts).toString('latin1')
}

function told(returned: Returned): string {
  switch (returned.is) {
    case 'no-report':
      return 'not a report that a mail has failed: left alone'
    case 'not-ours':
      return 'a report about a mail that is not of this counter: left alone'
    default:
      return returned.is === 'noted'
        ? `message ${returned.message} did not arrive (${returned.status}): noted, and its reader is told in the chat`
        : `message ${returned.message} did not arrive (${returned.status}), but is forgotten here`
  }
}
