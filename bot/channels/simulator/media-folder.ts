import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '../../../flows/ports.ts'
import type { SimulatorFile } from '../../../storage/simulator-records.ts'
import type { Sealer } from '../../../storage/vault/seal.ts'
import { FileTooLarge, type Outgoing } from '../channel.ts'

const PURPOSE = 'simulator'
const ID = /^[\w-]{22}$/

/** The files of the simulated platform: sealed, one file each, named by a random id. */
export class MediaFolder {
  readonly #folder: string
  readonly #sealer: Sealer
  readonly #random: Random
  readonly #overhead: number

  constructor(needs: { readonly dataFolder: string; readonly sealer: Sealer; readonly random: Random }) {
    this.#folder = join(needs.dataFolder, 'simulator')
    this.#sealer = needs.sealer
    this.#random = needs.random
    this.#overhead = needs.sealer.seal('', PURPOSE).length
  }

  /** Keeps bytes; returns their id. The file appears whole or not at all. */
  async save(bytes: Uint8Array): Promise<string> {
    const id = Buffer.from(this.#random.bytes(16)).toString('base64url')
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const path = join(this.#folder, id)
    await writeFile(`${path}.part`, this.#sealer.seal(bytes, PURPOSE), { mode: 0o600, flush: true })
    await rename(`${path}.part`, path)
    return id
  }

  /** Keeps a file that Loket sends. */
  async keep({ name, mime, bytes }: NonNullable<Outgoing['file']>): Promise<SimulatorFile> {
    return { id: await this.save(bytes), name, mime, size: bytes.length }
  }

  /** Bytes in the file, or undefined when there is none of that id. */
  async size(id: string): Promise<number | undefined> {
    if (!ID.test(id)) return undefined
    try {
      return (await stat(join(this.#folder, id))).size - this.#overhead
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  /** The bytes; fails with FileTooLarge beyond `max` bytes, and with an error when there is no such file. */
  async read(id: string, max: number): Promise<Buffer> {
    const size = await this.size(id)
    if (size === undefined) throw new Error('no such media')
    if (size > max) throw new FileTooLarge(max)
    return this.#sealer.open(await readFile(join(this.#folder, id)), PURPOSE)
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) if (ID.test(id)) await rm(join(this.#folder, id), { force: true })
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
