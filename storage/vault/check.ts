import type { Random } from '../../flows/ports.ts'
import { PARTIAL_SUFFIX } from './durable-file.ts'
import { FileStoreError, type FileStore } from './file-store.ts'

/** Bytes that are written for a try. */
const SIZE = 4096

/**
 * Writes, reads, lists and removes a file of chance content. Fails with FileStoreError, or with the file system's own
 * error, when the store does not do that.
 */
export async function checkStore(store: FileStore, random: Random): Promise<void> {
  // Named so that a sweep removes what an interrupted try has left.
  const key = `check/${Buffer.from(random.bytes(8)).toString('hex')}${PARTIAL_SUFFIX}`
  const bytes = random.bytes(SIZE)
  await store.put(key, bytes)
  try {
    const read = await store.get(key)
    if (read === undefined || !Buffer.from(read).equals(bytes)) throw new FileStoreError('what was written is not what is read')
    if (!(await isListed(store, key))) throw new FileStoreError('what was written is not listed')
  } finally {
    await store.remove(key)
  }
  if ((await store.get(key)) !== undefined) throw new FileStoreError('what was removed is still there')
}

async function isListed(store: FileStore, wanted: string): Promise<boolean> {
  for await (const key of store.list()) if (key === wanted) return true
  return false
}
