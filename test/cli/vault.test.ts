import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { systemClock } from '../../bot/runtime/clock.ts'
import { systemRandom } from '../../bot/runtime/random.ts'
import { openDatabase } from '../../storage/database.ts'
import { Ids } from '../../storage/ids.ts'
import { migrate } from '../../storage/migrate.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { FileStore } from '../../storage/vault/file-store.ts'
import { FileVault } from '../../storage/vault/files.ts'
import { FolderStore } from '../../storage/vault/folder-store.ts'
import { openKeys } from '../../storage/vault/keys.ts'
import { S3Store } from '../../storage/vault/s3-store.ts'
import { startS3, type S3Server } from '../fakes/s3-server.ts'
import { dataFolder, runCli } from './run-cli.ts'
import { runningCounter } from './running-counter.ts'

// Every command is a process of its own: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

let s3: S3Server
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.stop())

/** Lets `work` use the vault of a data folder, as a counter would between commands. */
async function inVault<T>(
  folder: string,
  work: (vault: FileVault, unitOfWork: UnitOfWork) => Promise<T>,
  store: FileStore = new FolderStore(join(folder, 'files'), systemRandom),
  setting?: string,
): Promise<T> {
  await migrate(join(folder, 'loket.db'))
  const unitOfWork = new UnitOfWork(await openDatabase(join(folder, 'loket.db')))
  try {
    const { files } = await openKeys({ setting, file: join(folder, 'master.key') }, unitOfWork, systemRandom)
    return await work(
      new FileVault({ store, keys: files, ids: new Ids(systemClock), clock: systemClock, random: systemRandom }),
      unitOfWork,
    )
  } finally {
    await unitOfWork.close()
  }
}

function keep(text: string) {
  return async (vault: FileVault, unitOfWork: UnitOfWork): Promise<string> => {
    const put = await vault.put(Buffer.from(text), { agency: 'sintren', mime: 'image/jpeg', variant: 'photo' })
    await unitOfWork.run((tx) => vault.record(tx, put))
    return put.id
  }
}

function read(id: string) {
  return async (vault: FileVault, unitOfWork: UnitOfWork): Promise<string> =>
    Buffer.from((await vault.read(unitOfWork, id)).bytes).toString()
}

describe('loket vault rotate', () => {
  it('replaces the key file and tells each step; what was kept is read as before', async () => {
    const folder = await dataFolder()
    const id = await inVault(folder, keep('KTP Siti'))
    const before = await readFile(join(folder, 'master.key'))
    const { code, out, err } = await runCli(folder, 'vault', 'rotate')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')).toEqual([
      'the new master key is ready',
      'key 2 for files is ready',
      '1 files have it',
      'the database has master key 2',
      `${folder}/master.key is the new key; backups from before need the old one (docs/vault.md)`,
      'the database was written anew, without what was freed in it',
      '',
    ])
    expect((await readFile(join(folder, 'master.key'))).equals(before)).toBe(false)
    expect(await inVault(folder, read(id))).toBe('KTP Siti')
    expect((await runCli(folder, 'audit', 'verify')).code).toBe(0)
  })

  it('takes the new key from the settings, and says what is left to do', async () => {
    const folder = await dataFolder()
    const [key, next] = [systemRandom.bytes(32), systemRandom.bytes(32)].map((bytes) => Buffer.from(bytes).toString('base64'))
    vi.stubEnv('LOKET_MASTER_KEY', key)
    const id = await inVault(folder, keep('KTP Siti'), undefined, key)
    const refused = await runCli(folder, 'vault', 'rotate')
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/set LOKET_MASTER_KEY_NEXT/)
    vi.stubEnv('LOKET_MASTER_KEY_NEXT', next)
    const first = await runCli(folder, 'vault', 'rotate')
    expect(first.out).toMatch(/set LOKET_MASTER_KEY to what LOKET_MASTER_KEY_NEXT is/)
    expect((await runCli(folder, 'vault', 'rotate')).out).toMatch(/^LOKET_MASTER_KEY_NEXT is the master key already/)
    expect((await runCli(folder, 'vault', 'check')).out).toMatch(/1 files, all there/)
    for (const secret of [key, next]) expect(first.out + first.err + refused.err).not.toContain(secret)
    expect(await inVault(folder, read(id), undefined, next)).toBe('KTP Siti')
    await expect(inVault(folder, read(id), undefined, key)).rejects.toThrow(/is not the one of this database/)
  })

  it('is refused beside an open counter, which goes on undisturbed', async () => {
    const { folder, says } = await runningCounter()
    const { code, out, err } = await runCli(folder, 'vault', 'rotate')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe('the database is in use: stop the counter, and wait until other commands have ended\n')
    expect(await says('siti', 'halo')).not.toBe('')
  })
})

describe('loket vault check', () => {
  it('tries the folder, and names the files that are not there', async () => {
    const folder = await dataFolder()
    const id = await inVault(folder, keep('KTP Siti'))
    await inVault(folder, keep('KTP Budi'))
    const whole = await runCli(folder, 'vault', 'check')
    expect(whole).toEqual({ code: 0, out: `${folder}/files: written, read and removed a file\n2 files, all there\n`, err: '' })
    await rm(join(folder, 'files', id.slice(-4, -2), id))
    expect(await runCli(folder, 'vault', 'check')).toMatchObject({ code: 1, err: `1 of 2 files are not there: ${id}\n` })
  })

  it('tries the bucket; a wrong secret and a missing bucket are told without the secret', async () => {
    const folder = await dataFolder()
    const settings = await s3.newBucket()
    await inVault(folder, keep('KTP Siti'), new S3Store(settings, systemRandom))
    vi.stubEnv('LOKET_S3_ENDPOINT', settings.endpoint)
    vi.stubEnv('LOKET_S3_BUCKET', settings.bucket)
    vi.stubEnv('LOKET_S3_ACCESS_KEY_ID', settings.accessKeyId)
    vi.stubEnv('LOKET_S3_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI')
    const wrong = await runCli(folder, 'vault', 'check')
    expect(wrong.code).toBe(1)
    expect(wrong.err).toMatch(/^S3 cannot write a file \(HTTP 403, SignatureDoesNotMatch\): .*LOKET_S3_SECRET_ACCESS_KEY\n$/)
    expect(wrong.err + wrong.out).not.toContain('wJalrXUtnFEMI')
    vi.stubEnv('LOKET_S3_SECRET_ACCESS_KEY', settings.secretAccessKey)
    const right = await runCli(folder, 'vault', 'check')
    const place = `bucket ${settings.bucket} at ${settings.endpoint}`
    expect(right).toEqual({ code: 0, out: `${place}: written, read and removed a file\n1 files, all there\n`, err: '' })
    vi.stubEnv('LOKET_S3_BUCKET', 'not-there')
    const missing = await runCli(folder, 'vault', 'check')
    expect(missing.code).toBe(1)
    expect(missing.err).toMatch(/NoSuchBucket.*make it, or look at LOKET_S3_BUCKET/)
  })
})
