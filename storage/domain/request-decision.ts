import type { Decision } from '../../flows/ports.ts'
import type { RequestRow } from './cases.ts'
import { sealText } from './columns.ts'
import type { Desk } from './scope.ts'

/** Keeps what was decided with a request. */
export async function settleRequest(
  { tx, sealer, now }: Desk,
  row: RequestRow,
  { decision, reason, note }: Decision,
): Promise<void> {
  await tx.request.update({
    where: { id: row.id },
    data: {
      status: decision === 'approve' ? 'approved' : 'rejected',
      reason,
      note: note === null ? null : sealText(sealer, note, 'request.note'),
      decidedAt: BigInt(now),
    },
  })
}
