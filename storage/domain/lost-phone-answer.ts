import { appendAudit } from '../audit.ts'
import type { RequestRow } from './cases.ts'
import { tell } from './notices.ts'
import type { Desk } from './scope.ts'

type Parts = Pick<Desk, 'tx' | 'store' | 'agency' | 'now'>

/**
 * Answers a report of a lost number when its promise ends: one that was refused or that fits nobody is told so, in the
 * same words and at the same time, so that neither tells which it was. One that officers still have waits for them.
 */
export async function answerLostPhone(parts: Parts, id: string): Promise<void> {
  const { tx, agency, now } = parts
  const row = await tx.request.findFirst({
    where: { id, agency: agency.id, kind: 'phone', status: { not: 'approved' } },
    include: { tasks: { select: { id: true } } },
  })
  if (row === null) return
  const isOpen = row.status === 'submitted'
  if (isOpen && row.tasks.length > 0) return
  if (isOpen) {
    await tx.request.update({ where: { id }, data: { status: 'rejected', decidedAt: BigInt(now) } })
    await appendAudit(tx, { agency: agency.id, actor: 'system', action: 'request.unmatched', subject: id }, now)
  }
  await tellRefused(parts, row)
}

/** Tells that a lost number is not replaced; never why. */
export async function tellRefused(
  parts: Pick<Desk, 'tx' | 'store' | 'now'>,
  { id, number, conversationId }: RequestRow,
): Promise<void> {
  await tell(parts, [{ conversation: Number(conversationId), notice: 'phone-refused', key: id, data: { number } }])
}
