import type { Agency } from '../../flows/agency.ts'
import type { Clock } from '../../flows/ports.ts'
import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

const DAY = 86_400_000
/** Documents put aside in one transaction; the next sweep goes on with the rest. */
const ROWS = 200

/** What looking for documents that were left needs. */
export interface LeftDocumentParts {
  readonly unitOfWork: UnitOfWork
  readonly agency: Agency
  readonly clock: Clock
}

/**
 * Removes the documents that somebody made ready for a service and left: `privacy.preparedDays` after the last of them was
 * added (UU 27/2022 article 16(2)g: no longer than they are needed). Their files are erased by `eraseUnusedFiles`, unless
 * something else names them. Audited; returns how many were removed, at most 200.
 */
export async function removeLeftDocuments({ unitOfWork, agency, clock }: LeftDocumentParts): Promise<number> {
  const now = clock.now()
  const before = BigInt(now - agency.privacy.preparedDays * DAY)
  return unitOfWork.run(async (tx) => {
    const left = await leftDocuments(tx, agency, before)
    for (const id of left) {
      await tx.document.update({ where: { id }, data: { removedAt: BigInt(now), name: null, date: null, remark: null } })
      await appendAudit(tx, { agency: agency.id, actor: 'system', action: 'document.expired', subject: id }, now)
    }
    return left.length
  })
}

// Whoever goes on with a service keeps what is there for it: its newest document counts.
async function leftDocuments(tx: Tx, agency: Agency, before: bigint): Promise<string[]> {
  const prepared = {
    service: { not: null },
    personId: { not: null },
    registrationId: null,
    requestId: null,
    removedAt: null,
    file: { agency: agency.id },
  }
  const groups = await tx.document.groupBy({
    by: ['personId', 'service'],
    where: prepared,
    having: { createdAt: { _max: { lt: before } } },
    orderBy: { personId: 'asc' },
    take: ROWS,
  })
  if (groups.length === 0) return []
  const where = { ...prepared, OR: groups.map(({ personId, service }) => ({ personId, service })) }
  const rows = await tx.document.findMany({ where, orderBy: { id: 'asc' }, take: ROWS, select: { id: true } })
  return rows.map(({ id }) => id)
}
