import { join } from 'node:path'
import { Ids } from '../../storage/ids.ts'
import { SqliteStore } from '../../storage/sqlite-store.ts'
import { openKeys } from '../../storage/vault/keys.ts'
import { Sealer } from '../../storage/vault/seal.ts'
import type { Office } from './office.ts'
import { seededRandom } from './seeded-random.ts'

/** What the office seals with, for looking into its database. */
export async function sealerOf(office: Office): Promise<Sealer> {
  const random = seededRandom(1)
  const file = join(office.folder, 'master.key')
  const keys = await openKeys({ setting: undefined, file }, office.open.unitOfWork, random)
  return new Sealer(keys.sealing, random)
}

/** The questions whose answers are kept for somebody's conversation at the moment, by name, as a counter newly begun would find them. */
export async function keptAnswers(office: Office, name: string): Promise<string[]> {
  const sealer = await sealerOf(office)
  const store = new SqliteStore(new Ids(office.time), sealer)
  const where = { account: office.phones.account, addressIndex: sealer.index(name, 'address') }
  return office.open.unitOfWork.run(async (tx) => {
    const { id } = await tx.conversation.findFirstOrThrow({ where })
    const found = await store.session(tx, id)
    return Object.values(found?.session.answers ?? {})
      .flatMap((steps) => Object.keys(steps))
      .sort()
  })
}
