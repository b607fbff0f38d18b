import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'

/** Takes an officer's seat away: from now on the chat is nobody's, and what the officer held is free. False when there is no such officer. */
export async function removeOfficer(tx: Tx, id: string, now: number): Promise<boolean> {
  const officer = await tx.officer.findFirst({ where: { id, removedAt: null }, select: { agency: true } })
  if (officer === null) return false
  await tx.officer.update({ where: { id }, data: { removedAt: BigInt(now) } })
  await tx.task.updateMany({
    where: { status: 'claimed', claimedBy: id },
    data: { status: 'open', claimedBy: null, claimUntil: null },
  })
  await tx.talk.updateMany({ where: { status: 'held', officerId: id }, data: { status: 'open', officerId: null } })
  await appendAudit(tx, { agency: officer.agency, actor: 'system', action: 'officer.removed', subject: id }, now)
  return true
}
