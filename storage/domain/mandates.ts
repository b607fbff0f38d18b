import { isForGroups } from '../../flows/agency-services.ts'
import { instantOf } from '../../flows/calendar/local-day.ts'
import { parseNik } from '../../flows/fields/nik.ts'
import type { Holder, MandatePorts, MandateView, NewMandate } from '../../flows/ports/mandates.ts'
import { appendAudit } from '../audit.ts'
import { emailOf } from './applicant.ts'
import { openObject, openText, sealObject } from './columns.ts'
import { chatsOf } from './contacts.ts'
import { dayAfter, groupMode, groupOf, inForce, PERSONAL, regionText, type MandateGroup } from './modes.ts'
import { accountInSession } from './session-here.ts'
import { mailbox, tell } from './notices.ts'
import { may, officerHere, type Officer } from './officers.ts'
import type { Desk } from './scope.ts'
import { tellPerson } from './tell-person.ts'

/** Most mandates that are listed at once; older ones are found by their holder's NIK. */
const LISTED = 100
/** Longest reason kept, in characters; the conversation takes half of it. */
const LONGEST_REASON = 1000

/** What MandatePorts promises. */
export function mandatePorts(desk: Desk): MandatePorts {
  return {
    async holder(nik) {
      const officer = await giverHere(desk)
      return officer === null ? { outcome: 'not-allowed' } : holderOf(desk, officer, nik)
    },
    give: (mandate) => give(desk, mandate),
    list: (nik) => list(desk, nik),
    revoke: (mandate, reason) => revoke(desk, mandate, reason),
  }
}

async function giverHere(desk: Desk): Promise<Officer | null> {
  const officer = await officerHere(desk)
  return officer !== null && may(desk.agency, officer.role, 'mandate') ? officer : null
}

// That an officer was told who has this NIK is written down.
async function holderOf(desk: Desk, officer: Officer, typed: string): Promise<Holder> {
  const { sealer } = desk
  const account = await accountWithNik(desk, typed)
  if (account === null) return { outcome: 'none' }
  if (await isOwn(desk, account)) return { outcome: 'own' }
  await audit(desk, officer, 'person.found', account.personId)
  return { outcome: 'found', account: account.id, name: openText(sealer, account.person.name, 'person.name') }
}

async function accountWithNik({ tx, sealer, agency }: Desk, typed: string) {
  const nik = parseNik(typed)
  if (!('nik' in nik)) return null
  const where = { agency: agency.id, status: 'active', person: { nikIndex: sealer.index(nik.nik, 'nik') } }
  return tx.account.findFirst({ where, include: { person: true } })
}

// Nobody gives himself a right: the account of this chat's person, or the one that is logged in here.
async function isOwn(desk: Desk, { id, personId }: { readonly id: string; readonly personId: string }): Promise<boolean> {
  if ((await chatsOf(desk, personId)).includes(desk.conversation)) return true
  return (await accountInSession(desk))?.id === id
}

async function give(desk: Desk, mandate: NewMandate): Promise<Awaited<ReturnType<MandatePorts['give']>>> {
  const { tx, ids, sealer, agency, now } = desk
  const officer = await giverHere(desk)
  if (officer === null) return 'not-allowed'
  const account = await tx.account.findFirst({
    where: { id: mandate.account, agency: agency.id, status: 'active' },
    include: { person: true },
  })
  if (account === null) return 'gone'
  if (await isOwn(desk, account)) return 'own'
  const { services, lastDay } = mandate
  const last = lastDay === null ? undefined : dayAfter(lastDay)
  const endsAt = last === undefined ? null : instantOf(last, 0, agency.zone)
  // The conversation offers only what fits; what does not fit comes from elsewhere and is refused.
  const fits = services.length > 0 && services.every((id) => isForGroups(agency, id))
  if (!fits || (lastDay !== null && (endsAt === null || endsAt <= now))) return 'not-allowed'

  const group: MandateGroup = { name: mandate.group, region: mandate.region, letter: mandate.letter, services }
  const id = ids.text()
  await tx.mandate.create({
    data: {
      id,
      agency: agency.id,
      accountId: account.id,
      group: sealObject(sealer, group, 'mandate.group'),
      grantedBy: officer.id,
      grantedAt: BigInt(now),
      endsAt: endsAt === null ? null : BigInt(endsAt),
    },
  })
  await audit(desk, officer, 'mandate.given', id, account.id)
  const data = { group: group.name, region: regionText(group.region), services, lastDay }
  await tellHolder(desk, account.person, 'mandate-given', id, data)
  return 'given'
}

async function list(desk: Desk, nik: string | null): Promise<readonly MandateView[] | null> {
  const { tx, sealer } = desk
  const officer = await giverHere(desk)
  if (officer === null) return null
  const account = nik === null ? undefined : await accountWithNik(desk, nik)
  if (account === null) return []
  const rows = await tx.mandate.findMany({
    where: { ...inForce(desk), ...(account !== undefined && { accountId: account.id }) },
    include: { account: { include: { person: true } } },
    orderBy: { id: 'desc' },
    take: LISTED,
  })
  for (const { id, accountId } of rows) await audit(desk, officer, 'mandate.viewed', id, accountId)
  return rows.map((row) => {
    const { name, region } = groupOf(desk, row)
    const holder = openText(sealer, row.account.person.name, 'person.name')
    return { mandate: row.id, group: name, region: regionText(region), holder }
  })
}

async function revoke(desk: Desk, id: string, reason: string): Promise<'revoked' | 'gone' | 'not-allowed'> {
  const { tx, sealer, now } = desk
  const officer = await giverHere(desk)
  const words = reason.trim()
  if (officer === null || words === '' || words.length > LONGEST_REASON) return 'not-allowed'
  const row = await tx.mandate.findFirst({
    where: { id, ...inForce(desk) },
    include: { account: { include: { person: true } } },
  })
  if (row === null) return 'gone'
  const group = groupOf(desk, row)
  const { count } = await tx.mandate.updateMany({
    where: { id, revokedAt: null },
    data: {
      revokedBy: officer.id,
      revokedAt: BigInt(now),
      group: sealObject(sealer, { ...group, revoked: words }, 'mandate.group'),
    },
  })
  if (count === 0) return 'gone'
  await tx.account.updateMany({ where: { id: row.accountId, mode: groupMode(id) }, data: { mode: PERSONAL } })
  await audit(desk, officer, 'mandate.revoked', id, row.accountId)
  await tellHolder(desk, row.account.person, 'mandate-revoked', id, { group: group.name, reason: words })
  return 'revoked'
}

// In the owner's chat in full; an e-mail is a postcard and names nothing.
async function tellHolder(
  desk: Desk,
  person: { readonly id: string; readonly profile: Uint8Array },
  notice: 'mandate-given' | 'mandate-revoked',
  key: string,
  data: { readonly [name: string]: string | readonly string[] | null },
): Promise<void> {
  const email = emailOf(desk.agency, openObject(desk.sealer, person.profile, 'person.profile'))
  await tellPerson(desk, person.id, { notice, key, data, mailed: email !== undefined })
  if (email === undefined) return
  await tell(desk, [{ conversation: await mailbox(desk, email), notice: `mail-${notice}`, key, data: {} }])
}

async function audit(
  { tx, agency, now }: Desk,
  officer: Officer,
  action: string,
  subject: string,
  account?: string,
): Promise<void> {
  const entry = { agency: agency.id, actor: `officer:${officer.id}`, action, subject }
  await appendAudit(tx, { ...entry, ...(account !== undefined && { detail: { account } }) }, now)
}
