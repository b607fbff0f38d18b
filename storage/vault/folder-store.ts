import { readFile, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Random } from '../../flows/ports.ts'
import { isMissing, removeIfThere, writeDurably } from './durable-file.ts'
import type { FileStore } from './file-store.ts'

/** Keeps files in a folder of this machine, which is made with the first of them. Fails with the file system's errors. */
export class FolderStore implements FileStore {
  readonly #folder: string
  readonly #random: Random

  constructor(folder: string, random: Random) {
    this.#folder = folder
    this.#random = random
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await writeDurably(this.#path(key), bytes, Buffer.from(this.#random.bytes(6)).toString('hex'))
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return unlessMissing(readFile(this.#path(key)))
  }

  async *list(): AsyncIterable<string> {
    const entries = await unlessMissing(readdir(this.#folder, { recursive: true, withFileTypes: true }))
    for (const entry of entries ?? [])
      if (entry.isFile()) yield relative(this.#folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')
  }

  async writtenAt(key: string): Promise<number | undefined> {
    return (await unlessMissing(stat(this.#path(key))))?.mtimeMs
  }

  async remove(key: string): Promise<void> {
    await removeIfThere(this.#path(key))
  }

  #path(key: string): string {
    return join(this.#folder, key)
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
