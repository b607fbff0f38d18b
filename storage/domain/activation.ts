import { foldName } from '../../flows/fields/name.ts'
import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'
import { useLinksAbout } from '../links.ts'
import { Attempts } from './attempts.ts'
import { openObject } from './columns.ts'
import { accountOf, personHere } from './contacts.ts'
import { motherName } from './form.ts'
import { isSameText } from './same-text.ts'
import type { Desk, DomainParts } from './scope.ts'

/** Far longer than any name; what is longer is wrong without being looked at. */
const LONGEST = 200

/** How a try to activate an account ended; `none`: it does not wait for activation. */
export type Activation = 'active' | 'wrong' | 'locked' | 'none'

/**
 * Activates an approved account when the mother's name is the registered one and the sum was right. Which of the two
 * was wrong is not told, and not to be seen in the time it takes. Wrong tries lock it for a while, in the chat and on
 * the page alike. Once it is active, its activation links are used up.
 */
export async function activateAccount(
  tx: Tx,
  parts: Pick<DomainParts, 'agency' | 'ids' | 'sealer'>,
  accountId: string,
  mother: string,
  sumIsRight: boolean,
  now: number,
): Promise<Activation> {
  const { agency, ids, sealer } = parts
  const account = await tx.account.findFirst({ where: { id: accountId, agency: agency.id }, include: { person: true } })
  if (account?.status !== 'approved') return 'none'
  const attempts = new Attempts(tx, sealer, 'activation', accountId, agency.lockout, now)
  if (await attempts.locked()) return 'locked'
  const subject = { agency: agency.id, actor: `account:${accountId}`, subject: accountId }
  const registered = motherName(agency, openObject(sealer, account.person.profile, 'person.profile'))
  const same = sameName(parts, mother, registered)
  if (!same || !sumIsRight) {
    await appendAudit(tx, { ...subject, action: 'account.activation-refused' }, now)
    return (await attempts.miss()) ? 'locked' : 'wrong'
  }
  await attempts.forget()
  await tx.account.update({ where: { id: accountId }, data: { status: 'active', activatedAt: BigInt(now) } })
  await useLinksAbout(tx, 'activation', accountId, now)
  const approved = await tx.registration.findFirst({
    where: { agency: agency.id, personId: account.personId, status: 'approved' },
    orderBy: { id: 'desc' },
  })
  if (approved !== null)
    await tx.caseEvent.create({
      data: { id: ids.text(), registrationId: approved.id, kind: 'activated', actor: 'applicant', at: BigInt(now) },
    })
  await appendAudit(tx, { ...subject, action: 'account.activated' }, now)
  return 'active'
}

/** The account of this chat's person that waits for activation; null when there is none. */
export async function waitingAccount(desk: Desk): Promise<string | null> {
  const person = await personHere(desk)
  const account = person === null ? null : await accountOf(desk, person)
  return account?.status === 'approved' ? account.id : null
}

function sameName({ sealer }: Pick<DomainParts, 'sealer'>, typed: string, registered: string | undefined): boolean {
  return isSameText(sealer, foldName(typed.slice(0, LONGEST)), foldName(registered ?? ''))
}
