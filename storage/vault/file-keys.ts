import type { Random } from '../../flows/ports.ts'
import { decrypt, encrypt } from './aead.ts'
import type { FileKeys } from './key-ring.ts'

const SIZE = 32

/** What a file's key and content are bound to: they open for no other file, agency or variant. */
export interface BoundFile {
  readonly agency: string
  readonly id: string
  readonly variant: string
}

/** A file's key as its row has it. */
export interface WrappedKey {
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyVersion: number
}

/** Makes, opens and re-wraps the files' own keys. */
export class FileKeyring {
  readonly #keys: FileKeys
  readonly #random: Random

  constructor(keys: FileKeys, random: Random) {
    this.#keys = keys
    this.#random = random
  }

  /** A new key for a file. */
  make(file: BoundFile): WrappedKey & { readonly key: Uint8Array } {
    const key = this.#random.bytes(SIZE)
    return { key, ...this.#wrap(key, file) }
  }

  /** A file's key; undefined = it was wrapped by a key that is not there. Fails with Unsealable when the row was altered. */
  open(file: BoundFile & WrappedKey): Uint8Array | undefined {
    const wrapping = this.#keys.byVersion.get(file.keyVersion)
    return wrapping && decrypt(wrapping, file.wrappedKey, `key ${bindingOf(file)}`)
  }

  /** A file's key, wrapped by the newest key. As `open`. */
  rewrap(file: BoundFile & WrappedKey): WrappedKey | undefined {
    const key = this.open(file)
    return key && this.#wrap(key, file)
  }

  #wrap(key: Uint8Array, file: BoundFile): WrappedKey {
    const { newest, byVersion } = this.#keys
    const wrapping = byVersion.get(newest)
    if (wrapping === undefined) throw new Error(`there is no key ${newest} to wrap with`)
    return { wrappedKey: encrypt(wrapping, key, `key ${bindingOf(file)}`, this.#random), keyVersion: newest }
  }
}

/** The associated data that a file's key, content and findings are encrypted with, after a word for which of them it is. */
export function bindingOf({ agency, id, variant }: BoundFile): string {
  return JSON.stringify([agency, id, variant])
}
