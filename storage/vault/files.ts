import { createHash } from 'node:crypto'
import type { Json } from '../../flows/engine/json.ts'
import type { Clock, Random } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import type { Ids } from '../ids.ts'
import { UnitOfWork } from '../unit-of-work.ts'
import { decrypt, encrypt } from './aead.ts'
import { PARTIAL_SUFFIX } from './durable-file.ts'
import { bindingOf, FileKeyring } from './file-keys.ts'
import type { FileStore } from './file-store.ts'
import type { FileKeys } from './key-ring.ts'

const DAY = 24 * 60 * 60 * 1000
/** Rows asked for at once; SQLite limits the parameters of a statement. */
const ROWS = 500

/** What is known of content that is put into the vault. */
export interface FileFacts {
  readonly agency: string
  readonly mime: string
  /** which form of the document it is: `photo`, `thumbnail`, `original`, `page` */
  readonly variant: string
  /** pixels */
  readonly width?: number
  readonly height?: number
  /** id of the file that it was made of, and is erased with */
  readonly parent?: string
  /** its place among what was made of the same file in the same variant, such as the page; 0 when absent */
  readonly position?: number
  /** what the intake found in it; kept sealed with the file's own key */
  readonly findings?: Json
}

/** Content that is put together with other content. */
export interface FileContent {
  readonly bytes: Uint8Array
  readonly facts: Omit<FileFacts, 'parent'>
}

/** Content that lies encrypted in the store and waits for its row. */
export interface PreparedFile extends Omit<FileFacts, 'findings'> {
  readonly id: string
  /** of the content, hexadecimal */
  readonly sha256: string
  /** bytes of the content */
  readonly size: number
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyVersion: number
  /** sealed */
  readonly findings?: Uint8Array<ArrayBuffer>
  /** milliseconds since 1970 */
  readonly createdAt: number
}

/** Content read back. */
export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mime: string
}

/** A file that was made of another one. */
export interface ChildFile {
  readonly id: string
  readonly variant: string
  readonly position: number
  readonly mime: string
  /** bytes of the content */
  readonly size: number
  /** pixels */
  readonly width: number | null
  readonly height: number | null
}

/**
 * A file cannot be read: never recorded, erased, its ciphertext gone from the store, or wrapped by a key that the database
 * does not have any more.
 */
export class FileUnavailable extends Error {
  readonly reason: 'unknown' | 'erased' | 'lost' | 'other-key'
  constructor(id: string, reason: FileUnavailable['reason']) {
    super(`file ${id} cannot be read: ${reason}`)
    this.name = 'FileUnavailable'
    this.reason = reason
  }
}

/** What a FileVault stands on. */
export interface VaultParts {
  /** where the ciphertext lies, as `<2 characters>/<file id>` */
  readonly store: FileStore
  readonly keys: FileKeys
  readonly ids: Ids
  readonly clock: Clock
  readonly random: Random
}

type FileRow = NonNullable<Awaited<ReturnType<Tx['file']['findUnique']>>>

/**
 * Keeps files encrypted in a store. Each has a key of its own (AES-256-GCM), kept in its row only as wrapped by one of the
 * vault's keys; both are bound to the file's agency, id and variant, so that neither a row nor a file can stand in
 * for another. Without the row the ciphertext is noise: erasing the wrapped key erases the file, in every copy.
 */
export class FileVault {
  readonly #store: FileStore
  readonly #keys: FileKeyring
  readonly #ids: Ids
  readonly #clock: Clock
  readonly #random: Random

  constructor({ store, keys, ids, clock, random }: VaultParts) {
    this.#store = store
    this.#keys = new FileKeyring(keys, random)
    this.#ids = ids
    this.#clock = clock
    this.#random = random
  }

  /** Writes the content, encrypted, to the store. It counts only once `record` has committed; otherwise `sweep` removes it. */
  put(bytes: Uint8Array, facts: FileFacts): Promise<PreparedFile> {
    return this.#put(this.#ids.text(), bytes, facts)
  }

  /** Puts a file and what was made of it, all at once: the order in which `record` takes them. */
  putTogether(file: FileContent, made: readonly FileContent[]): Promise<readonly PreparedFile[]> {
    const parent = this.#ids.text()
    return Promise.all([
      this.#put(parent, file.bytes, file.facts),
      ...made.map(({ bytes, facts }) => this.#put(this.#ids.text(), bytes, { ...facts, parent })),
    ])
  }

  /**
   * Inserts the row of content that was put; of several, a parent before its children. Fails with FileUnavailable when a
   * parent is not there (any more): nothing would erase the child then.
   */
  async record(tx: Tx, prepared: PreparedFile | readonly PreparedFile[]): Promise<void> {
    for (const { parent, createdAt, ...file } of 'id' in prepared ? [prepared] : prepared) {
      if (parent !== undefined && (await this.#row(tx, parent)).agency !== file.agency)
        throw new FileUnavailable(parent, 'unknown')
      await tx.file.create({ data: { ...file, parentId: parent ?? null, createdAt: BigInt(createdAt) } })
    }
  }

  /**
   * Reads a file back. Given a UnitOfWork, the store is read outside of any transaction: the better way but for those
   * who stand in one already. Fails with FileUnavailable, or with Unsealable when row or ciphertext were altered.
   */
  async read(from: UnitOfWork | Tx, id: string): Promise<StoredFile> {
    const row = await this.#row(from, id)
    const key = this.#keyOf(row)
    const sealed = await this.#store.get(keyOf(id))
    if (sealed === undefined) throw new FileUnavailable(id, 'lost')
    return { bytes: decrypt(key, sealed, `content ${bindingOf(row)}`), mime: row.mime }
  }

  /** What was made of a file and is still there, by variant and position. */
  async children(tx: Tx, id: string): Promise<readonly ChildFile[]> {
    const rows = await tx.file.findMany({
      where: { parentId: id, erasedAt: null },
      orderBy: [{ variant: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    })
    return rows.map((row) => ({
      id: row.id,
      variant: row.variant,
      position: row.position,
      mime: row.mime,
      size: row.size,
      width: row.width,
      height: row.height,
    }))
  }

  /** What the intake found in a file; undefined = it was not looked at. Fails as `read` does. */
  async findings(from: UnitOfWork | Tx, id: string): Promise<Json | undefined> {
    const row = await this.#row(from, id)
    if (row.findings === null) return undefined
    return JSON.parse(Buffer.from(decrypt(this.#keyOf(row), row.findings, `findings ${bindingOf(row)}`)).toString()) as Json
  }

  /** Keeps what was found in a file in place of what was known of it. Fails with FileUnavailable. */
  async keepFindings(tx: Tx, id: string, findings: Json): Promise<void> {
    const row = await this.#row(tx, id)
    await tx.file.update({ where: { id }, data: { findings: this.#sealed(this.#keyOf(row), findings, row) } })
  }

  /**
   * Deletes the wrapped key, and those of all that was made of the file: from the commit on nobody can read them. The
   * ciphertext itself goes with the next `sweep`, not here, since a transaction that is undone could not bring it back.
   * Erasing twice changes nothing.
   */
  async erase(tx: Tx, id: string): Promise<void> {
    let ids = [id]
    while (ids.length > 0) {
      await tx.file.updateMany({
        where: { id: { in: ids }, erasedAt: null },
        data: { wrappedKey: null, findings: null, erasedAt: BigInt(this.#clock.now()) },
      })
      const children = await tx.file.findMany({ where: { parentId: { in: ids }, erasedAt: null }, select: { id: true } })
      ids = children.map((child) => child.id)
    }
  }

  /**
   * Removes ciphertext that nothing can open: of erased files at once, and whatever has no row (a crash between
   * `put` and `record`, a partial write) when it is older than a day. Returns how many files it removed.
   */
  async sweep(unitOfWork: UnitOfWork): Promise<number> {
    let removed = 0
    for await (const [key, row] of this.#stored(unitOfWork)) {
      if (row?.erasedAt === null || (row === undefined && !(await this.#isOld(key)))) continue
      await this.#store.remove(key)
      removed++
    }
    return removed
  }

  /** The ids of files that have a row and no ciphertext: lost, or left out of a backup. */
  async lost(unitOfWork: UnitOfWork): Promise<readonly string[]> {
    // Rows first: what is put while the store is listed has no row yet.
    const rows = await unitOfWork.run((tx) => tx.file.findMany({ where: { erasedAt: null }, select: { id: true } }))
    const missing = new Set(rows.map(({ id }) => id))
    for await (const key of this.#store.list()) missing.delete(nameIn(key))
    return [...missing].sort()
  }

  async #put(id: string, bytes: Uint8Array, { findings, ...facts }: FileFacts): Promise<PreparedFile> {
    const bound = { ...facts, id }
    const { key, wrappedKey, keyVersion } = this.#keys.make(bound)
    const prepared: PreparedFile = {
      ...bound,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      wrappedKey,
      keyVersion,
      ...(findings !== undefined && { findings: this.#sealed(key, findings, bound) }),
      createdAt: this.#clock.now(),
    }
    await this.#store.put(keyOf(id), encrypt(key, bytes, `content ${bindingOf(bound)}`, this.#random))
    return prepared
  }

  async #row(from: UnitOfWork | Tx, id: string): Promise<FileRow> {
    const find = (tx: Tx) => tx.file.findUnique({ where: { id } })
    const row = await (from instanceof UnitOfWork ? from.run(find) : find(from))
    if (row === null) throw new FileUnavailable(id, 'unknown')
    if (row.wrappedKey === null) throw new FileUnavailable(id, 'erased')
    return row
  }

  #keyOf(row: FileRow): Uint8Array {
    const key = row.wrappedKey === null ? undefined : this.#keys.open({ ...row, wrappedKey: row.wrappedKey })
    if (key === undefined) throw new FileUnavailable(row.id, 'other-key')
    return key
  }

  #sealed(key: Uint8Array, findings: Json, file: Parameters<typeof bindingOf>[0]): Uint8Array<ArrayBuffer> {
    return encrypt(key, Buffer.from(JSON.stringify(findings)), `findings ${bindingOf(file)}`, this.#random)
  }

  /** The key of everything of ours in the store, with the row that it belongs to. */
  async *#stored(unitOfWork: UnitOfWork): AsyncIterable<readonly [string, { readonly erasedAt: bigint | null } | undefined]> {
    for await (const keys of inChunks(this.#store.list())) {
      const names = keys.map(nameIn)
      const rows = await unitOfWork.run((tx) =>
        tx.file.findMany({ where: { id: { in: names } }, select: { id: true, erasedAt: true } }),
      )
      const found = new Map(rows.map((row) => [row.id, row]))
      for (const key of keys) if (isOurs(nameIn(key))) yield [key, found.get(nameIn(key))]
    }
  }

  async #isOld(key: string): Promise<boolean> {
    // A partial file may have been completed, and so renamed, since the store was listed.
    const at = await this.#store.writtenAt(key)
    return at !== undefined && at < this.#clock.now() - DAY
  }
}

// These two characters change with the millisecond; the first of an id stay the same for months.
function keyOf(id: string): string {
  return `${id.slice(-4, -2)}/${id}`
}

function nameIn(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

function isOurs(name: string): boolean {
  return /^[0-9A-Z]{11}$/.test(name) || name.endsWith(PARTIAL_SUFFIX)
}

async function* inChunks(keys: AsyncIterable<string>): AsyncIterable<readonly string[]> {
  let chunk: string[] = []
  for await (const key of keys) {
    chunk.push(key)
    if (chunk.length === ROWS) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
