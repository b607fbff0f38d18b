import { link, mkdir, open, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How a file that is not complete yet is named: `<its name>.<random>.part`. */
export const PARTIAL_SUFFIX = '.part'

/**
 * Writes a file that, once this resolves, survives a power cut, and of which nobody ever sees a part: temporary
 * file, fsync, rename, fsync of the folder. Folders are made with mode 0700, the file has mode 0600.
 * `unique` keeps the temporary names of two writers apart. With `once`, an existing file is left as it is and the
 * call fails with the file system's EEXIST.
 */
export async function writeDurably(path: string, bytes: Uint8Array, unique: string, { once = false } = {}): Promise<void> {
  const folder = dirname(path)
  await makeFolder(folder)
  const partial = `${path}.${unique}${PARTIAL_SUFFIX}`
  try {
    const file = await open(partial, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    // A link, unlike a rename, does not replace what is there.
    if (once) await link(partial, path)
    else await rename(partial, path)
  } catch (error) {
    await removeIfThere(partial)
    throw error
  }
  if (once) await unlink(partial)
  await syncFolder(folder)
}

/** Removes a file; one that is not there is fine. Returns whether it was there. */
export async function removeIfThere(path: string): Promise<boolean> {
  try {
    await unlink(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** Whether a file system error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT'
}

/** The code of a file system error, e.g. `ENOENT`. */
export function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
