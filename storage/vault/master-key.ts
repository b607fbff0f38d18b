import { hkdfSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Random } from '../../flows/ports.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { errorCode, isMissing, writeDurably } from './durable-file.ts'

const SIZE = 32
const CHECK_SETTING = 'master-key.check'

/** The one secret of an installation: every other key is derived from it or wrapped by it. */
export interface MasterKey {
  /** rises when the key is replaced; each wrapped key says which one wrapped it */
  readonly version: number
  /** 32 bytes */
  readonly bytes: Uint8Array
}

/** The master key is missing, malformed, or not the one of this database. The message is for the operator. */
export class MasterKeyError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MasterKeyError'
  }
}

/** Where the master key may come from. */
export interface MasterKeySource {
  /** the value of `LOKET_MASTER_KEY`: 32 bytes in base64 or hexadecimal */
  readonly setting: string | undefined
  /** path of the key file that is used, and made at the first start, when there is no setting */
  readonly file: string
}

/**
 * The master key of this installation. At the first start a key file is made (mode 0600) unless the setting
 * gives a key; afterwards only the key that the database was begun with is accepted, because with any other one
 * everything personal in it would be unreadable.
 * Fails with MasterKeyError.
 */
export async function loadMasterKey(source: MasterKeySource, unitOfWork: UnitOfWork, random: Random): Promise<MasterKey> {
  const known = await unitOfWork.run((tx) => tx.setting.findUnique({ where: { name: CHECK_SETTING } }))
  const given = await givenKey(source)
  if (given === undefined && known !== null) {
    throw new MasterKeyError(
      `the master key of this database is missing: put back the key file ${source.file} or set LOKET_MASTER_KEY; ` +
        'a new key could not open what is stored',
    )
  }
  const key: MasterKey = { version: 1, bytes: given ?? (await createKeyFile(source.file, random)) }
  const value = checkValue(key)
  const check = { name: CHECK_SETTING, value }
  const stored = await unitOfWork.run((tx) => tx.setting.upsert({ where: { name: CHECK_SETTING }, create: check, update: {} }))
  if (stored.value !== value) {
    const origin = source.setting === undefined ? `the key file ${source.file}` : 'LOKET_MASTER_KEY'
    throw new MasterKeyError(
      `the master key in ${origin} is not the one this database was begun with: ` +
        'put back the right key, or start with an empty data folder',
    )
  }
  return key
}

/** Reads a key from text: 64 hexadecimal digits, or base64 (also the URL alphabet) of 32 bytes. Fails with MasterKeyError. */
export function parseMasterKey(text: string): Uint8Array {
  const trimmed = text.trim()
  const isHex = /^[0-9a-f]+$/i.test(trimmed)
  if (!isHex && !/^[\w+/-]+={0,2}$/.test(trimmed)) {
    throw new MasterKeyError('LOKET_MASTER_KEY is neither base64 nor hexadecimal: make one with `openssl rand -base64 32`')
  }
  const bytes = Buffer.from(trimmed, isHex ? 'hex' : 'base64')
  if (bytes.length !== SIZE) {
    throw new MasterKeyError(
      `LOKET_MASTER_KEY holds ${bytes.length} bytes, and must hold ${SIZE}: make one with \`openssl rand -base64 32\``,
    )
  }
  return bytes
}

async function givenKey({ setting, file }: MasterKeySource): Promise<Uint8Array | undefined> {
  return setting === undefined ? readKeyFile(file) : parseMasterKey(setting)
}

async function readKeyFile(path: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path)
    if (bytes.length === SIZE) return bytes
    throw new MasterKeyError(`the key file ${path} holds ${bytes.length} bytes, and must hold ${SIZE}: put back the right file`)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function createKeyFile(path: string, random: Random): Promise<Uint8Array> {
  const bytes = random.bytes(SIZE)
  try {
    await writeDurably(path, bytes, Buffer.from(random.bytes(8)).toString('hex'), { once: true })
    return bytes
  } catch (error) {
    // Another process was first: its key is the key.
    const winner = errorCode(error) === 'EEXIST' ? await readKeyFile(path) : undefined
    if (winner === undefined) throw error
    return winner
  }
}

/** Tells one key from another and reveals neither: 16 bytes derived from it (HKDF-SHA256, RFC 5869), after its version. */
function checkValue({ version, bytes }: MasterKey): string {
  return `${version}:${Buffer.from(hkdfSync('sha256', bytes, 'loket', 'check.v1', 16)).toString('hex')}`
}
