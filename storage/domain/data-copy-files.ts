import type { Tx } from '../database.ts'
import type { FileVault, PreparedFile } from '../vault/files.ts'
import { COPY_SLOT } from './data-copy-cases.ts'
import type { Desk } from './scope.ts'

const MINUTE = 60_000
/** A copy that was sent is of no more use here; one that cannot be sent is erased all the same, after a day. */
const LOOK_MINUTES = 10
const LONGEST_MINUTES = 1440

/** What keeping and erasing copies needs. */
export type CopyFileParts = Pick<Desk, 'tx' | 'store' | 'ids' | 'now'> & {
  readonly vault: Pick<FileVault, 'record' | 'erase'>
}

/** What the job `erase-copy` is given. */
export type CopyOrder = {
  /** what the messages that carry the copy are about */
  readonly about: string
  readonly files: readonly string[]
  /** ms since 1970; then it goes, sent or not */
  readonly until: number
}

/** Records the files of a copy, and that they are to be erased. The messages that carry them are about the first. */
export async function keepCopy(parts: CopyFileParts, person: string, files: readonly PreparedFile[]): Promise<void> {
  const { tx, ids, vault, now } = parts
  for (const file of files) {
    await vault.record(tx, file)
    await tx.document.create({
      data: { id: ids.text(), personId: person, slot: COPY_SLOT, fileId: file.id, createdAt: BigInt(now) },
    })
  }
  const about = files[0]?.id ?? ''
  await lookAgain(parts, { about, files: files.map(({ id }) => id), until: now + LONGEST_MINUTES * MINUTE })
}

/** Erases a copy once nothing waits to be sent of it, or its time is over; else looks again later. */
export async function eraseCopy(parts: CopyFileParts, order: CopyOrder): Promise<void> {
  const { tx, vault, now } = parts
  if (now < order.until && (await isWaiting(tx, order.about))) {
    await lookAgain(parts, order)
    return
  }
  await tx.document.updateMany({
    where: { fileId: { in: [...order.files] }, slot: COPY_SLOT, removedAt: null },
    data: { removedAt: BigInt(now) },
  })
  for (const file of order.files) await vault.erase(tx, file)
}

async function lookAgain({ tx, store, now }: CopyFileParts, order: CopyOrder): Promise<void> {
  const dueAt = Math.min(now + LOOK_MINUTES * MINUTE, order.until)
  const payload = { ...order, files: [...order.files] }
  await store.enqueue(tx, [{ kind: 'erase-copy', key: `erase-copy:${order.about}:${dueAt}`, payload, dueAt }], now)
}

async function isWaiting(tx: Tx, about: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS count FROM Outbox WHERE status = 0 AND about = ${about}`
  return Number(row?.count ?? 0) > 0
}
