import { appendAudit } from '../audit.ts'
import { openText } from './columns.ts'
import { boundPerson, noteProven } from './contacts.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'
import { tellKept } from './tell-person.ts'

const HOUR = 3_600_000

/** Begins a session in this chat, in place of any other, as Ports.accounts.openSession promises. Fails when the account is not active. */
export async function openSession(desk: Desk, id: string): Promise<{ readonly name: string; readonly others: boolean }> {
  const { tx, ids, sealer, agency, conversation, now } = desk
  const account = await tx.account.findFirst({ where: { id, agency: agency.id, status: 'active' }, include: { person: true } })
  if (account === null) throw new Error(`account ${id} cannot be logged in to`)
  const others = (await lastHere(desk)) !== account.personId
  await closeSession(desk)
  await tx.session.create({
    data: {
      id: ids.text(),
      accountId: id,
      conversationId: BigInt(conversation),
      startedAt: BigInt(now),
      expiresAt: BigInt(now + agency.sessionHours * HOUR),
    },
  })
  await noteProven(desk, account.personId)
  await tellKept(desk, account.personId)
  await audit(desk, id, 'session.opened')
  return { name: openText(sealer, account.person.name, 'person.name'), others }
}

// Whose a form that was left in this chat may be: whoever logged in here last, or else the person whose chat it is.
async function lastHere(desk: Desk): Promise<string | null> {
  const { tx, agency, conversation } = desk
  const last = await tx.session.findFirst({
    where: { conversationId: BigInt(conversation), account: { agency: agency.id } },
    orderBy: { id: 'desc' },
    select: { account: { select: { personId: true } } },
  })
  return last?.account.personId ?? boundPerson(desk, conversation)
}

/** The account that is logged in to in this chat; null when none is. */
export async function accountLoggedIn(desk: Desk): Promise<string | null> {
  return (await loggedInHere(desk))?.account ?? null
}

/** Ends the session in this chat, as Ports.accounts.closeSession promises. */
export async function closeSession(desk: Desk): Promise<'ended' | 'over' | 'none'> {
  const { tx, agency, conversation, now } = desk
  const open = { conversationId: BigInt(conversation), endedAt: null, account: { agency: agency.id } }
  const live = await tx.session.findFirst({ where: { ...open, expiresAt: { gt: BigInt(now) } } })
  const { count } = await tx.session.updateMany({ where: open, data: { endedAt: BigInt(now) } })
  if (live === null) return count === 0 ? 'none' : 'over'
  await audit(desk, live.accountId, 'session.closed')
  return 'ended'
}

async function audit({ tx, agency, conversation, now }: Desk, account: string, action: string): Promise<void> {
  await appendAudit(tx, { agency: agency.id, actor: `conversation:${conversation}`, action, subject: account }, now)
}
