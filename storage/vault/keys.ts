import type { Random } from '../../flows/ports.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { derivedRing, newRing, readRing, writeRing, type KeyRing } from './key-ring.ts'
import {
  fits,
  givenKeys,
  makeKeyFile,
  MasterKeyError,
  readCheck,
  settleKeyFile,
  writeCheck,
  type MasterKey,
  type MasterKeySource,
} from './master-key.ts'

/** The keys of an installation. */
export interface Keys extends KeyRing {
  readonly master: MasterKey
}

/**
 * The keys of this installation. At the first start they are made, and a key file (mode 0600) unless the setting gives the
 * master key; afterwards only the database's own master key is accepted, because with any other one everything
 * personal in it would be unreadable. Fails with MasterKeyError.
 */
export async function openKeys(source: MasterKeySource, unitOfWork: UnitOfWork, random: Random): Promise<Keys> {
  const known = await unitOfWork.run(readCheck)
  const given = await givenKeys(source)
  if (given.length === 0 && known !== undefined) {
    throw new MasterKeyError(
      `the master key of this database is missing: put back the key file ${source.file} or set LOKET_MASTER_KEY; ` +
        'a new key could not open what is stored',
    )
  }
  const bytes =
    known === undefined ? (given[0] ?? (await makeKeyFile(source.file, random))) : given.find((key) => fits(key, known))
  if (bytes === undefined) throw notThisOne(source)
  const keys = await unitOfWork.run(async (tx): Promise<Keys> => {
    // Somebody else may have begun the database meanwhile, with another key.
    const check = await readCheck(tx)
    if (check !== undefined && !fits(bytes, check)) throw notThisOne(source)
    const master = { version: check?.version ?? 1, bytes }
    const kept = await readRing(tx, bytes)
    if (kept !== undefined) return { ...kept, master }
    const ring = check === undefined ? newRing(random) : derivedRing(bytes)
    await writeRing(tx, ring, bytes, random)
    await writeCheck(tx, master)
    return { ...ring, master }
  })
  await settleKeyFile(source, bytes, random)
  return keys
}

function notThisOne({ setting, file }: MasterKeySource): MasterKeyError {
  const origin = setting === undefined ? `the key file ${file}` : 'LOKET_MASTER_KEY'
  return new MasterKeyError(
    `the master key in ${origin} is not the one of this database: put back the right key, or start with an empty data folder`,
  )
}
