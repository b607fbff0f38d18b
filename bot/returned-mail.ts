import { timingSafeEqual } from 'node:crypto'
import type { Clock } from '../flows/ports.ts'
import { noteLateFailure, readerOf } from '../storage/late-sends.ts'
import { afterLoss } from '../storage/lost-notices.ts'
import { StoppedContacts } from '../storage/stopped-contacts.ts'
import type { Store } from '../storage/store.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { Sealer } from '../storage/vault/seal.ts'
import { readBounce } from './channels/mail/bounce.ts'
import { MAIL } from './channels/mail/mail-channel.ts'
import { partsOfMessageId } from './channels/mail/message.ts'
import { afterRefusal, mailSeal } from './mail.ts'
import { CONTACT_STOPPED } from './runtime/outlet.ts'

/** What following up a mail that came back needs. */
export interface ReturnedMailParts {
  readonly unitOfWork: UnitOfWork
  readonly store: Pick<Store, 'enqueue'>
  readonly sealer: Sealer
  readonly clock: Clock
}

/**
 * What became of a mail that came back to the sender's address: `noted` = its reader is told elsewhere; `early` = it is not even
 * noted as sent, so this must be told again; `unknown` = it was ours, and is forgotten; `not-ours`; `no-report` = a letter, an
 * absence note, news of a delay.
 */
export type Returned =
  | { readonly is: 'no-report' | 'not-ours' }
  | { readonly is: 'noted' | 'early' | 'unknown'; readonly message: number; readonly status: string }

/** Takes in what came back to the sender's address, as a mail server hands it to a program. Harmless twice. */
export async function takeReturnedMail({ unitOfWork, store, sealer, clock }: ReturnedMailParts, mail: string): Promise<Returned> {
  const bounce = readBounce(mail)
  if (bounce === undefined) return { is: 'no-report' }
  const { status, stopped } = bounce
  const named = partsOfMessageId(bounce.messageId)
  const message = Number(/^\d{1,16}/.exec(named?.key ?? '')?.[0] ?? 0)
  if (named === undefined || message === 0 || !isSame(named.seal, mailSeal(sealer)(named.key))) return { is: 'not-ours' }
  const error = stopped ? CONTACT_STOPPED : `bounced-${status}`
  const contacts = new StoppedContacts()
  const is = await unitOfWork.run(async (tx) => {
    const now = clock.now()
    const reader = await readerOf({ tx, sealer }, MAIL, message)
    const noted = await noteLateFailure(tx, contacts, { account: MAIL, message, error, stopped }, now)
    if (noted !== 'noted' || reader === undefined) return noted
    const told = afterRefusal([{ id: message, account: MAIL, error, ...reader }])
    await store.enqueue(tx, [...told, ...(await afterLoss(tx, contacts, [{ id: message, stopped }], now))], now)
    return noted
  })
  return { is, message, status }
}

// Compares in a time that tells nothing.
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
