import { createHash } from 'node:crypto'

/** A file that Meta keeps. */
export interface KeptFile {
  readonly id: string
  readonly bytes: Buffer
  readonly mime: string
  readonly name: string
}

/** Files of both sides, and the addresses at which they can be fetched for a while. */
export class MediaStore {
  readonly #files = new Map<string, KeptFile>()
  readonly #addresses = new Map<string, KeptFile>()
  #serial = 0

  keep(file: Omit<KeptFile, 'id'>): KeptFile {
    const kept = { ...file, id: `${9_000_000_000_000 + ++this.#serial}` }
    this.#files.set(kept.id, kept)
    return kept
  }

  find(id: string): KeptFile | undefined {
    return this.#files.get(id)
  }

  /** A new address for a file: its path. */
  address(file: KeptFile): string {
    const path = `/whatsapp_business/attachments/?mid=${file.id}&ext=${++this.#serial}&hash=ATs`
    this.#addresses.set(path, file)
    return path
  }

  at(path: string): KeptFile | undefined {
    return this.#addresses.get(path)
  }

  expire(path: string): void {
    this.#addresses.delete(path)
  }
}

/** A file's hash as the media's own answer has it, and as webhooks have it. */
export function hashOf(bytes: Buffer, as: 'hex' | 'base64'): string {
  return createHash('sha256').update(bytes).digest(as)
}
