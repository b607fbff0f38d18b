import { join } from 'node:path'
import type { Random } from '../flows/ports.ts'
import type { FileStore } from '../storage/vault/file-store.ts'
import { FolderStore } from '../storage/vault/folder-store.ts'
import type { MasterKeySource } from '../storage/vault/master-key.ts'
import { S3Store } from '../storage/vault/s3-store.ts'
import type { Config } from './config.ts'

/** Where the ciphertext of files lies, as the settings say: in a bucket, or in the data folder. */
export function fileStore({ s3, dataFolder }: Pick<Config, 's3' | 'dataFolder'>, random: Random): FileStore {
  return s3 === undefined ? new FolderStore(join(dataFolder, 'files'), random) : new S3Store(s3, random)
}

/** Where the master key comes from, as the settings say. */
export function masterKeySource(config: Pick<Config, 'masterKey' | 'masterKeyNext' | 'dataFolder'>): MasterKeySource {
  return { setting: config.masterKey, next: config.masterKeyNext, file: join(config.dataFolder, 'master.key') }
}
