import { compact, openAlone } from '../storage/database.ts'
import { migrate } from '../storage/migrate.ts'
import { UnitOfWork } from '../storage/unit-of-work.ts'
import { checkStore } from '../storage/vault/check.ts'
import { FileVault } from '../storage/vault/files.ts'
import { rotation, type RotationStep } from '../storage/vault/rotation.ts'
import { readConfig, withDatabase } from './cli-counter.ts'
import type { Config } from './config.ts'
import { systemClock } from './runtime/clock.ts'
import { systemRandom } from './runtime/random.ts'
import { fileStore, masterKeySource } from './vault-parts.ts'

/** Ids of files named at most. */
const NAMED = 20

type Write = (text: string) => void

/** Replaces the master key and the key that wraps the files' own keys; goes on where an interrupted run has ended. */
export async function rotateVault(write: Write): Promise<void> {
  const config = readConfig()
  await migrate(config.databaseFile)
  const unitOfWork = new UnitOfWork(await openAlone(config.databaseFile))
  try {
    for await (const step of rotation({ unitOfWork, source: masterKeySource(config), random: systemRandom }))
      for (const line of told(step, config)) write(`${line}\n`)
  } finally {
    await unitOfWork.close()
  }
  // What the database has freed still holds the keys as the old ones wrapped them.
  await compact(config.databaseFile)
  write('the database was written anew, without what was freed in it\n')
}

/** Tries the store of files, and says which files are not in it. */
export async function checkVault(write: Write): Promise<void> {
  const config = readConfig()
  const store = fileStore(config, systemRandom)
  await checkStore(store, systemRandom)
  write(`${placeOf(config)}: written, read and removed a file\n`)
  const { lost, files } = await withDatabase(config, async ({ unitOfWork, ids, keys, random }) => {
    const vault = new FileVault({ store, keys: keys.files, ids, clock: systemClock, random })
    return {
      lost: await vault.lost(unitOfWork),
      files: await unitOfWork.run((tx) => tx.file.count({ where: { erasedAt: null } })),
    }
  })
  if (lost.length > 0) throw new Error(`${lost.length} of ${files} files are not there: ${named(lost)}`)
  write(`${files} files, all there\n`)
}

function told(step: RotationStep, { masterKey, dataFolder }: Config): readonly string[] {
  switch (step.step) {
    case 'master-key-ready':
      return ['the new master key is ready']
    case 'file-key-ready':
      return [`key ${step.version} for files is ready`]
    case 'rewrapped':
      return [`${step.files} files have it`]
    case 'switched':
      return [
        `the database has master key ${step.version}`,
        ...(step.unreadable.length > 0
          ? [`${step.unreadable.length} files could not be opened before either, and keep their key: ${named(step.unreadable)}`]
          : []),
        ...(masterKey === undefined ? [] : [LAST_STEP]),
      ]
    case 'key-file-replaced':
      return [`${dataFolder}/master.key is the new key; backups from before need the old one (docs/vault.md)`]
    case 'nothing-to-do':
      return [`LOKET_MASTER_KEY_NEXT is the master key already: ${LAST_STEP}`]
  }
}

const LAST_STEP =
  'set LOKET_MASTER_KEY to what LOKET_MASTER_KEY_NEXT is, and take LOKET_MASTER_KEY_NEXT away; backups from before need the old key'

function named(ids: readonly string[]): string {
  return `${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED ? ', …' : ''}`
}

function placeOf({ s3, dataFolder }: Config): string {
  return s3 === undefined ? `${dataFolder}/files` : `bucket ${s3.bucket} at ${s3.endpoint}`
}
