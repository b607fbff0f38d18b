import { hkdfSync, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Random } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import { errorCode, isMissing, removeIfThere, writeDurably } from './durable-file.ts'

const SIZE = 32
const CHECK_SETTING = 'master-key.check'

/** The one secret of an installation: it wraps every other key. */
export interface MasterKey {
  /** rises when the key is replaced */
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
  /** the value of `LOKET_MASTER_KEY_NEXT`, beside the setting: the key that a rotation puts in its place */
  readonly next?: string | undefined
  /** path of the key file that is used, and made at the first start, when there is no setting */
  readonly file: string
}

/** Tells which key a database has, and reveals nothing of it. */
export interface KeyCheck {
  readonly version: number
  /** 16 bytes derived from the key (HKDF-SHA256, RFC 5869), hexadecimal */
  readonly print: string
}

/** Which master key this database has; undefined = none yet. */
export async function readCheck(tx: Tx): Promise<KeyCheck | undefined> {
  const row = await tx.setting.findUnique({ where: { name: CHECK_SETTING } })
  const [version = '', print = ''] = row?.value.split(':') ?? []
  return row === null ? undefined : { version: Number(version), print }
}

/** Keeps which master key this database has from now on. */
export async function writeCheck(tx: Tx, { version, bytes }: MasterKey): Promise<void> {
  const value = `${version}:${printOf(bytes)}`
  await tx.setting.upsert({ where: { name: CHECK_SETTING }, create: { name: CHECK_SETTING, value }, update: { value } })
}

/** Whether a key is the one that the database has. */
export function fits(bytes: Uint8Array, { print }: KeyCheck): boolean {
  return printOf(bytes) === print
}

/**
 * The master keys that there are, the one in use first; the second is what a rotation puts in its place, and is the one in
 * use from the moment on when the rotation was committed. Fails with MasterKeyError.
 */
export async function givenKeys({ setting, next, file }: MasterKeySource): Promise<readonly Uint8Array[]> {
  const keys =
    setting === undefined
      ? [await readKeyFile(file), await readKeyFile(nextFile(file))]
      : [parseMasterKey(setting), next === undefined ? undefined : parseMasterKey(next)]
  return keys.filter((key) => key !== undefined)
}

/** The key that a rotation is to put in place of the key file's: made, unless an interrupted rotation has made it already. */
export function makeNextKeyFile(file: string, random: Random): Promise<Uint8Array> {
  return makeKeyFile(nextFile(file), random)
}

/** Ends what a rotation began: when the key in use is the next one, that becomes the key file. Safe to be interrupted. */
export async function settleKeyFile({ setting, file }: MasterKeySource, inUse: Uint8Array, random: Random): Promise<void> {
  if (setting !== undefined) return
  const next = await readKeyFile(nextFile(file))
  if (next === undefined || !timingSafeEqual(next, inUse)) return
  await writeDurably(file, inUse, unique(random))
  await removeIfThere(nextFile(file))
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

function nextFile(file: string): string {
  return `${file}.next`
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

/** Makes the key file of a new installation, or takes the one that another process was first to make. */
export async function makeKeyFile(path: string, random: Random): Promise<Uint8Array> {
  const bytes = random.bytes(SIZE)
  try {
    await writeDurably(path, bytes, unique(random), { once: true })
    return bytes
  } catch (error) {
    // Another process was first: its key is the key.
    const winner = errorCode(error) === 'EEXIST' ? await readKeyFile(path) : undefined
    if (winner === undefined) throw error
    return winner
  }
}

function unique(random: Random): string {
  return Buffer.from(random.bytes(8)).toString('hex')
}

function printOf(bytes: Uint8Array): string {
  return Buffer.from(hkdfSync('sha256', bytes, 'loket', 'check.v1', 16)).toString('hex')
}
