import { resolve } from 'node:path'
import { z } from 'zod'
import { parseMasterKey } from '../storage/vault/master-key.ts'
import type { Refuse, Values } from './setting-values.ts'

/** Where an installation keeps what it knows, and with which key. Folders and files are absolute paths. */
export interface StorageConfig {
  /** where the database, the key file and the stored files are */
  readonly dataFolder: string
  readonly databaseFile: string
  /** as set; absent = the key file in the data folder is used */
  readonly masterKey: string | undefined
  /** as set: the key that `loket vault rotate` puts in place of `masterKey` */
  readonly masterKeyNext: string | undefined
}

const masterKey = z.string().refine(isMasterKey, { error: 'must be 32 bytes in base64 or hexadecimal' })

/** What the environment says of the database, the data folder and the master key. */
export const storageVariables = {
  DATABASE_URL: {
    value: z
      .string()
      .refine((value) => !/^postgres(ql)?:/.test(value), {
        error: 'names a PostgreSQL server, and this version runs on SQLite',
        abort: true,
      })
      .refine((value) => /^file:[^?#]+$/.test(value), { error: 'must be a file: address without options' })
      .optional(),
    example: 'file:data/loket.db',
    // a server's address holds its password
    secret: true,
  },
  LOKET_DATA: { value: z.string().default('data'), example: 'data' },
  LOKET_MASTER_KEY: { value: masterKey.optional(), example: 'what `openssl rand -base64 32` prints', secret: true },
  LOKET_MASTER_KEY_NEXT: { value: masterKey.optional(), example: 'what `openssl rand -base64 32` prints', secret: true },
} as const

/** Database, folder and keys as the settings have them. */
export function storageOf(
  set: Values<typeof storageVariables>,
  production: boolean,
  refuse: Refuse<typeof storageVariables>,
): StorageConfig {
  if (production && set.LOKET_MASTER_KEY === undefined)
    refuse('LOKET_MASTER_KEY', 'must be set in production, so that the key is kept apart from the data')
  if (set.LOKET_MASTER_KEY_NEXT !== undefined && set.LOKET_MASTER_KEY === undefined)
    refuse(
      'LOKET_MASTER_KEY_NEXT',
      'is of no use without LOKET_MASTER_KEY: a key file is replaced by `loket vault rotate` itself',
    )
  const dataFolder = resolve(set.LOKET_DATA)
  return {
    dataFolder,
    databaseFile: set.DATABASE_URL === undefined ? resolve(dataFolder, 'loket.db') : databasePath(set.DATABASE_URL),
    masterKey: set.LOKET_MASTER_KEY,
    masterKeyNext: set.LOKET_MASTER_KEY_NEXT,
  }
}

function isMasterKey(value: string): boolean {
  try {
    return parseMasterKey(value).length > 0
  } catch {
    return false
  }
}

/** `file:data/x.db`, `file:./x.db`, `file:/x.db` and `file:///x.db`, as Prisma has them. */
function databasePath(url: string): string {
  return resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))
}
