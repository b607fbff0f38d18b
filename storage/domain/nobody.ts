import { sealObject, sealText } from './columns.ts'
import type { Desk } from './scope.ts'

const ID = 'nobody'

/**
 * The person with whom requests are kept that concern nobody known (docs/decisions/0012): one row without any data, whose
 * index no NIK can have.
 */
export async function nobody({ tx, sealer, now }: Desk): Promise<string> {
  const empty = {
    nikIndex: sealer.index(ID, 'nik'),
    nik: sealText(sealer, '', 'person.nik'),
    name: sealText(sealer, '', 'person.name'),
    profile: sealObject(sealer, {}, 'person.profile'),
  }
  const at = { createdAt: BigInt(now), updatedAt: BigInt(now) }
  const { id } = await tx.person.upsert({ where: { id: ID }, create: { id: ID, ...empty, ...at }, update: {} })
  return id
}
