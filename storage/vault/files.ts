import { createHash, hkdfSync } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, Random } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import type { Ids } from '../ids.ts'
import { UnitOfWork } from '../unit-of-work.ts'
import { decrypt, encrypt } from './aead.ts'
import { PARTIAL_SUFFIX, isMissing, removeIfThere, writeDurably } from './durable-file.ts'
import type { MasterKey } from './master-key.ts'

const DAY = 24 * 60 * 60 * 1000
const KEY = 32
/** Rows asked for at once; SQLite limits the parameters of a statement. */
const ROWS = 500

/** What is known of content that is put into the vault. */
export interface FileFacts {
  readonly agency: string
  readonly mime: string
  /** which form of the document it is, e.g. `photo` */
  readonly variant: string
  /** pixels */
  readonly width?: number
  readonly height?: number
}

/** Content that lies encrypted on disk and waits for its row. */
export interface PreparedFile extends FileFacts {
  readonly id: string
  /** of the content, hexadecimal */
  readonly sha256: string
  /** bytes of the content */
  readonly size: number
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyVersion: number
  /** milliseconds since 1970 */
  readonly createdAt: number
}

/** Content read back. */
export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mime: string
}

/** A file cannot be read: never recorded, erased, its ciphertext gone from disk, or wrapped by another master key. */
export class FileUnavailable extends Error {
  readonly reason: 'unknown' | 'erased' | 'lost' | 'other-key'
  constructor(id: string, reason: FileUnavailable['reason']) {
    super(`file ${id} cannot be read: ${reason}`)
    this.name = 'FileUnavailable'
    this.name = 'FileUnavailable'
    this.reason = reason
  }
}

/** What a FileVault stands on. */
export interface VaultParts {
  /** where the ciphertext lies: `<folder>/<2 characters>/<file id>` */
  readonly folder: string
  readonly masterKey: MasterKey
  readonly ids: Ids
  readonly clock: Clock
  readonly random: Random
}

/**
 * Keeps files encrypted on disk. Each has a key of its own (AES-256-GCM), kept in its row only as wrapped by the
 * master key; both are bound to the file's agency, id and variant, so that neither a row nor a file can stand in
 * for another. Without the row the ciphertext is noise: erasing the wrapped key erases the file, in every copy.
 */
export class FileVault {
  readonly #folder: string
  readonly #wrappingKey: Uint8Array
  readonly #keyVersion: number
  readonly #ids: Ids
  readonly #clock: Clock
  readonly #random: Random

  constructor({ folder, masterKey, ids, clock, random }: VaultParts) {
    this.#folder = folder
    this.#wrappingKey = new Uint8Array(hkdfSync('sha256', masterKey.bytes, 'loket', 'file-key.v1', KEY))
    this.#keyVersion = masterKey.version
    this.#ids = ids
    this.#clock = clock
    this.#random = random
  }

  /** Writes the content, encrypted, to disk. It counts only once `record` has committed; otherwise `sweep` removes it. */
  async put(bytes: Uint8Array, facts: FileFacts): Promise<PreparedFile> {
    const id = this.#ids.text()
    const binding = bindingOf({ ...facts, id })
    const key = this.#random.bytes(KEY)
    const prepared: PreparedFile = {
      ...facts,
      id,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      wrappedKey: encrypt(this.#wrappingKey, key, `key ${binding}`, this.#random),
      keyVersion: this.#keyVersion,
      createdAt: this.#clock.now(),
    }
    const unique = Buffer.from(this.#random.bytes(6)).toString('hex')
    await writeDurably(this.#path(id), encrypt(key, bytes, `content ${binding}`, this.#random), unique)
    return prepared
  }

  /** Inserts the row of content that was put. */
  async record(tx: Tx, prepared: PreparedFile): Promise<void> {
    await tx.file.create({ data: { ...prepared, createdAt: BigInt(prepared.createdAt) } })
  }

  /**
   * Reads a file back. Given a UnitOfWork, the disk is read outside of any transaction: the better way but for those
   * who stand in one already. Fails with FileUnavailable, or with Unsealable when row or ciphertext were altered.
   */
  async read(from: UnitOfWork | Tx, id: string): Promise<StoredFile> {
    const find = (tx: Tx) => tx.file.findUnique({ where: { id } })
    const row = await (from instanceof UnitOfWork ? from.run(find) : find(from))
    if (row === null) throw new FileUnavailable(id, 'unknown')
    if (row.wrappedKey === null) throw new FileUnavailable(id, 'erased')
    if (row.keyVersion !== this.#keyVersion) throw new FileUnavailable(id, 'other-key')
    const binding = bindingOf(row)
    const key = decrypt(this.#wrappingKey, row.wrappedKey, `key ${binding}`)
    try {
      const bytes = decrypt(key, await readFile(this.#path(id)), `content ${binding}`)
      return { bytes, mime: row.mime }
    } catch (error) {
      throw isMissing(error) ? new FileUnavailable(id, 'lost') : error
    }
  }

  /**
   * Deletes the wrapped key: from the commit on nobody can read the file. The ciphertext itself goes with the next
   * `sweep`, not here, since a transaction that is undone could not bring it back. Erasing twice changes nothing.
   */
  async erase(tx: Tx, id: string): Promise<void> {
    await tx.file.updateMany({
      where: { id, erasedAt: null },
      data: { wrappedKey: null, erasedAt: BigInt(this.#clock.now()) },
    })
  }

  /**
   * Removes ciphertext that nothing can open: of erased files at once, and whatever has no row (a crash between
   * `put` and `record`, a partial write) when it is older than a day. Returns how many files it removed.
   */
  async sweep(unitOfWork: UnitOfWork): Promise<number> {
    let removed = 0
    for (const path of await this.#erasedOrOrphaned(unitOfWork)) if (await removeIfThere(path)) removed++
    return removed
  }

  async #erasedOrOrphaned(unitOfWork: UnitOfWork): Promise<string[]> {
    const paths = await this.#listing()
    const doomed: string[] = []
    for (let i = 0; i < paths.length; i += ROWS) {
      const chunk = paths.slice(i, i + ROWS)
      const rows = await unitOfWork.run((tx) =>
        tx.file.findMany({ where: { id: { in: chunk.map(([name]) => name) } }, select: { id: true, erasedAt: true } }),
      )
      const erased = new Map(rows.map((row) => [row.id, row.erasedAt !== null]))
      for (const [name, path] of chunk) if (erased.get(name) ?? (await this.#isOld(path))) doomed.push(path)
    }
    return doomed
  }

  /** Name and path of everything in the folder. */
  async #listing(): Promise<(readonly [string, string])[]> {
    try {
      const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true })
      return entries.filter((e) => e.isFile() && isOurs(e.name)).map((e) => [e.name, join(e.parentPath, e.name)] as const)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  async #isOld(path: string): Promise<boolean> {
    try {
      return (await stat(path)).mtimeMs < this.#clock.now() - DAY
    } catch (error) {
      // A partial file that was completed, and so renamed, since the folder was listed.
      if (isMissing(error)) return false
      throw error
    }
  }

  // These two characters change with the millisecond; the first of an id stay the same for months.
  #path(id: string): string {
    return join(this.#folder, id.slice(-4, -2), id)
  }
}

function isOurs(name: string): boolean {
  return /^[0-9A-Z]{11}$/.test(name) || name.endsWith(PARTIAL_SUFFIX)
}

function bindingOf({ agency, id, variant }: { agency: string; id: string; variant: string }): string {
  return JSON.stringify([agency, id, variant])
}
