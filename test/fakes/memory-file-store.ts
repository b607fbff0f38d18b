import type { FileStore } from '../../storage/vault/file-store.ts'

/** A store that forgets, for tests of what stands on one. */
export class MemoryFileStore implements FileStore {
  readonly files = new Map<string, Uint8Array>()

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.files.set(key, new Uint8Array(bytes))
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return this.files.get(key)
  }

  async *list(): AsyncIterable<string> {
    yield* this.files.keys()
  }

  async writtenAt(key: string): Promise<number | undefined> {
    return this.files.has(key) ? 0 : undefined
  }

  async remove(key: string): Promise<void> {
    this.files.delete(key)
  }
}
