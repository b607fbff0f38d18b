import { appendAudit } from '../audit.ts'
import { openText } from './columns.ts'
import { noteProven } from './contacts.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'
import { tellKept } from './tell-person.ts'

const HOUR = 3_600_000

/** Begins a session in this chat, in place of any other; gives the person's name. Fails when the account is not active. */
export async function openSession(desk: Desk, id: string): Promise<{ readonly name: string }> {
  const { tx, ids, sealer, agency, conversation, now } = desk
  const account = await tx.account.findFirst({ where: { id, agency: agency.id, status: 'active' }, include: { person: true } })
  if (account === null) throw new Error(`account ${id} cannot be logged in to`)
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
  return { name: openText(sealer, account.person.name, 'person.name') }
}

/** The account that is logged in to in this chat; null when none is. */
export async function accountLoggedIn(desk: Desk): Promise<string | null> {
  return (await loggedInHere(desk))?.account ?? null
}

/** Ends the session in this chat; false when there was none, or its time was over. */
export async function closeSession(desk: Desk): Promise<boolean> {
  const { tx, agency, conversation, now } = desk
  const open = { conversationId: BigInt(conversation), endedAt: null, account: { agency: agency.id } }
  const live = await tx.session.findFirst({ where: { ...open, expiresAt: { gt: BigInt(now) } } })
  await tx.session.updateMany({ where: open, data: { endedAt: BigInt(now) } })
  if (live !== null) await audit(desk, live.accountId, 'session.closed')
  return live !== null
}

async function audit({ tx, agency, conversation, now }: Desk, account: string, action: string): Promise<void> {
  await appendAudit(tx, { agency: agency.id, actor: `conversation:${conversation}`, action, subject: account }, now)
}
