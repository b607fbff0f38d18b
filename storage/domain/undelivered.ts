import { isoDate, localDay } from '../../flows/calendar/local-day.ts'
import { maskedEmail } from '../../flows/fields/masks.ts'
import { appendAudit } from '../audit.ts'
import { openObject } from './columns.ts'
import { accountOf } from './contacts.ts'
import { emailIndex } from './email-index.ts'
import { profileText } from './form.ts'
import type { Desk } from './scope.ts'
import { tellPerson } from './tell-person.ts'

/** People whose data are opened in one go, at most: about 5 ms of the one writer's time. */
const PAGE = 200

type Parts = Pick<Desk, 'tx' | 'store' | 'ids' | 'sealer' | 'agency' | 'now'>

/** A few people, and where to go on. */
export interface AddressPage {
  /** ids of those among them who have this address in their data */
  readonly found: readonly string[]
  /** null = there are no more */
  readonly next: string | null
}

/**
 * Who has a mail address in their data, some people at a time after id `after` (`''` at first). Whoever came before there was an
 * index of addresses has none: their data are opened.
 */
export async function whoseAddress(
  { tx, sealer, agency }: Pick<Parts, 'tx' | 'sealer' | 'agency'>,
  address: string,
  after: string,
): Promise<AddressPage> {
  const rows = await tx.person.findMany({
    where: { id: { gt: after }, erasedAt: null, OR: [{ emailIndex: emailIndex({ sealer }, address) }, { emailIndex: null }] },
    select: { id: true, profile: true },
    orderBy: { id: 'asc' },
    take: PAGE,
  })
  const has = ({ profile }: (typeof rows)[number]): boolean =>
    profileText(agency, openObject(sealer, profile, 'person.profile'), 'email') === address
  return { found: rows.filter(has).map(({ id }) => id), next: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) }
}

/**
 * Tells people in a chat of theirs that the mail to the address in their data did not arrive, once a day, and notes it. Whoever
 * was erased or has another address by now is left in peace. `message` is the outbox id.
 */
export async function tellUndelivered(parts: Parts, people: readonly string[], address: string, message: string): Promise<void> {
  const { tx, sealer, agency, now } = parts
  const day = isoDate(localDay(now, agency.zone))
  for (const id of people) {
    const person = await tx.person.findUnique({ where: { id }, select: { profile: true, erasedAt: true } })
    if (person === null || person.erasedAt !== null) continue
    const profile = openObject(sealer, person.profile, 'person.profile')
    if (profileText(agency, profile, 'email') !== address) continue
    const account = await accountOf(parts, id)
    const data = { address: maskedEmail(address), active: account?.status === 'active' }
    await tellPerson(parts, id, { notice: 'mail-undelivered', key: day, data, mailed: true })
    const entry = { agency: agency.id, actor: 'system', action: 'mail.undelivered', subject: id, detail: { message } }
    await appendAudit(tx, entry, now)
  }
}
