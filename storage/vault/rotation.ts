import { timingSafeEqual } from 'node:crypto'
import type { Random } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { FileKeyring } from './file-keys.ts'
import { withNewKey, withOnly, writeRing, type KeyRing } from './key-ring.ts'
import { openKeys } from './keys.ts'
import { makeNextKeyFile, MasterKeyError, parseMasterKey, settleKeyFile, writeCheck, type MasterKeySource } from './master-key.ts'
import { Unsealable } from './seal.ts'

/** File keys that are re-wrapped in one transaction. */
const BATCH = 200
/** There while a rotation is under way: its new key for files is made. */
const UNDER_WAY = 'rotation'

/** What a rotation has just brought about. */
export type RotationStep =
  /** the new master key is kept where the next start finds it; nothing uses it yet */
  | { readonly step: 'master-key-ready' }
  /** there is a new key for files; new files would take it already */
  | { readonly step: 'file-key-ready'; readonly version: number }
  /** so many files have the new key by now, in this run */
  | { readonly step: 'rewrapped'; readonly files: number }
  /** the database has the new master key; the old key for files is gone but for the files in `unreadable` */
  | { readonly step: 'switched'; readonly version: number; readonly unreadable: readonly string[] }
  /** the key file is the new one */
  | { readonly step: 'key-file-replaced' }
  /** the setting's next key is the master key already: a rotation before this one has ended */
  | { readonly step: 'nothing-to-do' }

/** What a rotation stands on. Nobody else may have the database open meanwhile (`openAlone`). */
export interface RotationParts {
  readonly unitOfWork: UnitOfWork
  readonly source: MasterKeySource
  readonly random: Random
}

/**
 * Replaces the master key, and the key that wraps the files' own keys (decision 15). Each step is one transaction, or one
 * file written durably, and is committed when it is told. After each of them a counter can start and everything can be
 * read; whoever calls this again after an interruption goes on where it ended. Fails with MasterKeyError.
 */
export async function* rotation({ unitOfWork, source, random }: RotationParts): AsyncGenerator<RotationStep, void> {
  const { master, ...before } = await openKeys(source, unitOfWork, random)
  const next = await nextMasterKey(source, random)
  if (timingSafeEqual(next, master.bytes)) {
    yield { step: 'nothing-to-do' }
    return
  }
  yield { step: 'master-key-ready' }
  const ring = await unitOfWork.run(async (tx) => {
    if ((await tx.setting.findUnique({ where: { name: UNDER_WAY } })) !== null) return before
    const made = withNewKey(before, random)
    await writeRing(tx, made, master.bytes, random)
    await tx.setting.create({ data: { name: UNDER_WAY, value: String(made.files.newest) } })
    return made
  })
  yield { step: 'file-key-ready', version: ring.files.newest }
  const unreadable: string[] = []
  let files = 0
  let after: string | undefined = ''
  while (after !== undefined) {
    const done: Batch = await unitOfWork.run((tx) => rewrapSome(tx, ring, random, after ?? ''))
    unreadable.push(...done.unreadable)
    files += done.files
    after = done.last
    if (done.files > 0) yield { step: 'rewrapped', files }
  }
  const version = master.version + 1
  await unitOfWork.run(async (tx) => {
    const kept = withOnly(ring, await versionsInUse(tx))
    await writeRing(tx, kept, next, random)
    await writeCheck(tx, { version, bytes: next })
    await tx.setting.delete({ where: { name: UNDER_WAY } })
  })
  yield { step: 'switched', version, unreadable }
  if (source.setting !== undefined) return
  await settleKeyFile(source, next, random)
  yield { step: 'key-file-replaced' }
}

async function nextMasterKey({ setting, next, file }: MasterKeySource, random: Random): Promise<Uint8Array> {
  if (setting === undefined) return makeNextKeyFile(file, random)
  if (next !== undefined) return parseMasterKey(next)
  throw new MasterKeyError(
    'the master key is a setting, so the new one has to be one too: set LOKET_MASTER_KEY_NEXT to what `openssl rand -base64 32` ' +
      'prints, and leave LOKET_MASTER_KEY as it is',
  )
}

interface Batch {
  readonly files: number
  readonly unreadable: readonly string[]
  /** where to go on; undefined = there are no more */
  readonly last: string | undefined
}

async function rewrapSome(tx: Tx, { files }: KeyRing, random: Random, after: string): Promise<Batch> {
  const keys = new FileKeyring(files, random)
  const rows = await tx.file.findMany({
    where: { id: { gt: after }, wrappedKey: { not: null }, keyVersion: { not: files.newest } },
    orderBy: { id: 'asc' },
    take: BATCH,
  })
  const unreadable: string[] = []
  for (const { id, agency, variant, wrappedKey, keyVersion } of rows) {
    const data = wrappedKey === null ? undefined : rewrapped(() => keys.rewrap({ id, agency, variant, wrappedKey, keyVersion }))
    if (data === undefined) unreadable.push(id)
    else await tx.file.update({ where: { id }, data })
  }
  return { files: rows.length - unreadable.length, unreadable, last: rows.at(-1)?.id }
}

// A row that was altered cannot be read now either; its key stays as it is, for the day when the row is put right.
function rewrapped<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Unsealable) return undefined
    throw error
  }
}

async function versionsInUse(tx: Tx): Promise<ReadonlySet<number>> {
  const rows = await tx.file.groupBy({ by: ['keyVersion'], where: { wrappedKey: { not: null } } })
  return new Set(rows.map(({ keyVersion }) => keyVersion))
}
