import { hkdfSync } from 'node:crypto'
import type { Random } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import { decrypt, encrypt } from './aead.ts'

const SIZE = 32
const SEALING = 'key.sealing'
const FILES = 'key.files.'

/** The keys that wrap the files' own keys. A file's row says by its version which one. */
export interface FileKeys {
  /** the version that new files take: the highest there is */
  readonly newest: number
  readonly byVersion: ReadonlyMap<number, Uint8Array>
}

/** The keys that a counter works with, 32 bytes each. They lie in the database, wrapped by the master key (decision 15). */
export interface KeyRing {
  /** what the keys of sealed columns and of blind indexes are derived from; stays the same as long as the database */
  readonly sealing: Uint8Array
  readonly files: FileKeys
}

/** A ring of new keys, for a database that holds nothing yet. */
export function newRing(random: Random): KeyRing {
  return { sealing: random.bytes(SIZE), files: { newest: 1, byVersion: new Map([[1, random.bytes(SIZE)]]) } }
}

/** The keys of a database that was begun before there was a ring: they were derived from the master key. */
export function derivedRing(masterKey: Uint8Array): KeyRing {
  return { sealing: masterKey, files: { newest: 1, byVersion: new Map([[1, derived(masterKey, 'file-key.v1')]]) } }
}

/** The same ring with one more key for files, which is the newest then. */
export function withNewKey({ sealing, files }: KeyRing, random: Random): KeyRing {
  const newest = files.newest + 1
  return { sealing, files: { newest, byVersion: new Map([...files.byVersion, [newest, random.bytes(SIZE)]]) } }
}

/** The same ring with no other keys for files than the newest and those of `versions`. */
export function withOnly({ sealing, files }: KeyRing, versions: ReadonlySet<number>): KeyRing {
  const byVersion = new Map([...files.byVersion].filter(([version]) => version === files.newest || versions.has(version)))
  return { sealing, files: { newest: files.newest, byVersion } }
}

/** The ring as the database has it; undefined when it has none. Fails with Unsealable under another master key. */
export async function readRing(tx: Tx, masterKey: Uint8Array): Promise<KeyRing | undefined> {
  const rows = await tx.setting.findMany({ where: { OR: [{ name: SEALING }, { name: { startsWith: FILES } }] } })
  if (rows.length === 0) return undefined
  const wrapping = wrappingKey(masterKey)
  const keys = new Map(rows.map(({ name, value }) => [name, decrypt(wrapping, Buffer.from(value, 'base64'), name)]))
  const sealing = keys.get(SEALING)
  const versions = [...keys.keys()].filter((name) => name !== SEALING).map((name) => Number(name.slice(FILES.length)))
  if (sealing === undefined || versions.length === 0) throw new Error('the keys in the database are not complete')
  const byVersion = new Map(versions.map((version) => [version, keys.get(`${FILES}${version}`) ?? new Uint8Array(0)]))
  return { sealing, files: { newest: Math.max(...versions), byVersion } }
}

/** Keeps a ring in place of the one there is. */
export async function writeRing(tx: Tx, ring: KeyRing, masterKey: Uint8Array, random: Random): Promise<void> {
  const wrapping = wrappingKey(masterKey)
  const keys = [
    [SEALING, ring.sealing] as const,
    ...[...ring.files.byVersion].map(([version, key]) => [`${FILES}${version}`, key] as const),
  ]
  const data = keys.map(([name, key]) => ({ name, value: Buffer.from(encrypt(wrapping, key, name, random)).toString('base64') }))
  await tx.setting.deleteMany({ where: { OR: [{ name: SEALING }, { name: { startsWith: FILES } }] } })
  await tx.setting.createMany({ data })
}

function wrappingKey(masterKey: Uint8Array): Uint8Array {
  return derived(masterKey, 'key-ring.v1')
}

// HKDF-SHA256 (RFC 5869).
function derived(masterKey: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, 'loket', info, SIZE))
}
