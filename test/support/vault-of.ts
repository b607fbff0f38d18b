import { join } from 'node:path'
import { loadMasterKey } from '../../storage/vault/master-key.ts'
import { Sealer } from '../../storage/vault/seal.ts'
import type { Office } from './office.ts'
import { seededRandom } from './seeded-random.ts'

/** What the office seals with, for looking into its database. */
export async function sealerOf(office: Office): Promise<Sealer> {
  const random = seededRandom(1)
  const file = join(office.folder, 'master.key')
  const masterKey = await loadMasterKey({ setting: undefined, file }, office.open.unitOfWork, random)
  return new Sealer(masterKey.bytes, random)
}

/** The questions whose answers are kept for somebody's conversation at the moment, by name. */
export async function keptAnswers(office: Office, name: string): Promise<string[]> {
  const where = { account: office.phones.account, addressIndex: (await sealerOf(office)).index(name, 'address') }
  return office.open.unitOfWork.run(async (tx) => {
    const { id } = await tx.conversation.findFirstOrThrow({ where })
    const rows = await tx.answer.findMany({ where: { conversationId: id }, orderBy: { step: 'asc' } })
    return rows.map(({ step }) => step)
  })
}
