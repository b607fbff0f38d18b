import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { systemRandom } from '../../bot/runtime/random.ts'
import { compact, DatabaseInUse, openAlone, openDatabase } from '../../storage/database.ts'
import { Ids } from '../../storage/ids.ts'
import { migrate } from '../../storage/migrate.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { FileVault } from '../../storage/vault/files.ts'
import { readRing } from '../../storage/vault/key-ring.ts'
import { openKeys } from '../../storage/vault/keys.ts'
import { MasterKeyError, type MasterKeySource } from '../../storage/vault/master-key.ts'
import { rotation, type RotationStep } from '../../storage/vault/rotation.ts'
import { Sealer, Unsealable } from '../../storage/vault/seal.ts'
import { MemoryFileStore } from '../fakes/memory-file-store.ts'
import { NOON, StandingClock } from './vault-fixture.ts'

const FACTS = { agency: 'sintren', mime: 'image/jpeg', variant: 'photo' }
/** More than two batches. */
const FILES = 410
/** Every step that a rotation of so many files has. */
const STEPS: readonly RotationStep['step'][] = [
  'master-key-ready',
  'file-key-ready',
  'rewrapped',
  'rewrapped',
  'rewrapped',
  'switched',
  'key-file-replaced',
]
const clock = new StandingClock()
const ids = new Ids(clock)
const store = new MemoryFileStore()
const content = (i: number) => Buffer.from(`isi berkas ${i}`)

/** What a counter works with on a data folder; `close` is its end. */
async function startOn(folder: string, source: Partial<MasterKeySource> = {}) {
  const unitOfWork = new UnitOfWork(await openDatabase(join(folder, 'loket.db')))
  const close = () => unitOfWork.close()
  try {
    const keys = await openKeys({ setting: undefined, file: join(folder, 'master.key'), ...source }, unitOfWork, systemRandom)
    const vault = new FileVault({ store, keys: keys.files, ids, clock, random: systemRandom })
    return { unitOfWork, keys, vault, sealer: new Sealer(keys.sealing, systemRandom), close }
  } catch (error) {
    await close()
    throw error
  }
}

let template: string
let kept: readonly string[]
let erased: string
let sealed: Buffer

// One folder of files for all tests; each takes a copy.
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'loket-rotation-'))
  await migrate(join(template, 'loket.db'))
  const { unitOfWork, vault, sealer, close } = await startOn(template)
  const prepared = await Promise.all(
    Array.from({ length: FILES }, (_, i) => vault.put(content(i), { ...FACTS, findings: { page: i } })),
  )
  await unitOfWork.run((tx) => vault.record(tx, prepared))
  kept = prepared.map(({ id }) => id)
  const gone = await vault.put(Buffer.from('dihapus'), FACTS)
  await unitOfWork.run((tx) => vault.record(tx, gone))
  erased = gone.id
  sealed = sealer.seal('Siti Aminah', 'person.name')
  await close()
  await copyFile(join(template, 'loket.db'), join(template, 'before-erasure.db'))
  const again = await startOn(template)
  await again.unitOfWork.run((tx) => again.vault.erase(tx, erased))
  await again.close()
})
afterAll(() => rm(template, { recursive: true }))

async function copyOfTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-rotation-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(template, folder, { recursive: true })
  return folder
}

/** Rotates as the command does, but for what comes after `steps` steps. */
async function rotate(folder: string, steps = Infinity, source: Partial<MasterKeySource> = {}): Promise<RotationStep[]> {
  const unitOfWork = new UnitOfWork(await openAlone(join(folder, 'loket.db')))
  const done: RotationStep[] = []
  try {
    const parts = {
      unitOfWork,
      source: { setting: undefined, file: join(folder, 'master.key'), ...source },
      random: systemRandom,
    }
    for await (const step of rotation(parts)) {
      done.push(step)
      if (done.length >= steps) break
    }
    return done
  } finally {
    await unitOfWork.close()
  }
}

/** Everything that was kept can be read, some of it is, and what was erased cannot. */
async function expectWhole(folder: string, source: Partial<MasterKeySource> = {}, every = 23): Promise<void> {
  const { unitOfWork, vault, sealer, close } = await startOn(folder, source)
  try {
    for (let i = 0; i < FILES; i += every) {
      const id = kept[i] ?? ''
      expect(Buffer.from((await vault.read(unitOfWork, id)).bytes)).toEqual(content(i))
      expect(await vault.findings(unitOfWork, id)).toEqual({ page: i })
    }
    await expect(vault.read(unitOfWork, erased)).rejects.toMatchObject({ reason: 'erased' })
    expect(sealer.open(sealed, 'person.name').toString()).toBe('Siti Aminah')
  } finally {
    await close()
  }
}

/** Nothing of the keys from before is in use any more. */
async function expectRotated(folder: string, source: Partial<MasterKeySource> = {}): Promise<void> {
  await expectWhole(folder, source)
  const before = await readFile(join(template, 'master.key'))
  const { unitOfWork, keys, close } = await startOn(folder, source)
  expect(Buffer.from(keys.master.bytes).equals(before)).toBe(false)
  expect([...keys.files.byVersion.keys()]).toEqual([keys.files.newest])
  const versions = await unitOfWork.run((tx) => tx.file.groupBy({ by: ['keyVersion'], where: { wrappedKey: { not: null } } }))
  expect(versions.map(({ keyVersion }) => keyVersion)).toEqual([keys.files.newest])
  expect(await unitOfWork.run((tx) => tx.setting.count({ where: { name: 'rotation' } }))).toBe(0)
  await close()
}

describe('a rotation', () => {
  it('replaces the master key and the wrapping of every file, and nothing is lost', async () => {
    const folder = await copyOfTemplate()
    const done = await rotate(folder)
    expect(done.map(({ step }) => step)).toEqual(STEPS)
    expect(done).toContainEqual({ step: 'rewrapped', files: FILES })
    expect(done).toContainEqual({ step: 'switched', version: 2, unreadable: [] })
    await expectRotated(folder)
    await expectWhole(folder, {}, 1)
    expect((await readdir(folder)).filter((name) => name.startsWith('master.key'))).toEqual(['master.key'])
    // And once more.
    expect(await rotate(folder)).toContainEqual({ step: 'switched', version: 3, unreadable: [] })
    await expectRotated(folder)
  })

  it.each(STEPS.map((step, i) => [i + 1, step] as const))(
    'that ended after step %i (%s) leaves everything readable, and is gone on with',
    async (steps) => {
      const folder = await copyOfTemplate()
      await rotate(folder, steps)
      await expectWhole(folder)
      // The counter works meanwhile: what it keeps is not lost either.
      const { unitOfWork, vault, close } = await startOn(folder)
      const added = await vault.put(Buffer.from('baru'), FACTS)
      await unitOfWork.run((tx) => vault.record(tx, added))
      await close()
      // Interrupted again, and again.
      await rotate(folder, 1)
      await rotate(folder, 3)
      await rotate(folder)
      await expectRotated(folder)
      const after = await startOn(folder)
      expect(Buffer.from((await after.vault.read(after.unitOfWork, added.id)).bytes).toString()).toBe('baru')
      await after.close()
    },
  )

  it.each([1, 3, 5, 6])('whose process was killed in the midst of what follows step %i is gone on with', async (steps) => {
    const folder = await copyOfTemplate()
    const program = join(import.meta.dirname, 'rotate-and-die.ts')
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, folder, String(steps)])
    await once(child, 'close')
    await expectWhole(folder)
    await rotate(folder)
    await expectRotated(folder)
  })

  it('that ended between the new key file and the removal of its other name is no half-measure', async () => {
    const folder = await copyOfTemplate()
    await rotate(folder, 6)
    await copyFile(join(folder, 'master.key.next'), join(folder, 'master.key'))
    await expectRotated(folder)
    expect((await readdir(folder)).filter((name) => name.startsWith('master.key'))).toEqual(['master.key'])
  })

  it('is refused while a counter has the database open, and keeps a counter out meanwhile', async () => {
    const folder = await copyOfTemplate()
    const counter = await startOn(folder)
    await expect(openAlone(join(folder, 'loket.db'))).rejects.toThrow(DatabaseInUse)
    // The counter did not notice.
    expect(Buffer.from((await counter.vault.read(counter.unitOfWork, kept[0] ?? '')).bytes)).toEqual(content(0))
    await counter.close()
    const alone = await openAlone(join(folder, 'loket.db'))
    await expect(startOn(folder)).rejects.toThrow(/locked|busy|timed out/i)
    await alone.$disconnect()
    await expectWhole(folder)
  }, 30_000)

  it('takes the next key from the settings when the master key is one', async () => {
    const folder = await copyOfTemplate()
    const [old, next] = [(await readFile(join(folder, 'master.key'))).toString('hex'), systemRandom.bytes(32)]
    await rm(join(folder, 'master.key'))
    const both = { setting: old, next: Buffer.from(next).toString('base64') }
    await expect(rotate(folder, Infinity, { setting: old })).rejects.toThrow(/LOKET_MASTER_KEY_NEXT/)
    expect((await rotate(folder, Infinity, both)).map(({ step }) => step)).toEqual(STEPS.slice(0, -1))
    // Both are still set: a counter starts. Then the operator sets the new one alone.
    await expectWhole(folder, both)
    await expectRotated(folder, { setting: both.next })
    expect(await rotate(folder, Infinity, both)).toEqual([{ step: 'nothing-to-do' }])
    await expect(startOn(folder, { setting: old })).rejects.toThrow(MasterKeyError)
  })

  it.each([1, 2, 4, 6])('by the settings that ended after step %i is gone on with', async (steps) => {
    const folder = await copyOfTemplate()
    const setting = (await readFile(join(folder, 'master.key'))).toString('hex')
    const both = { setting, next: Buffer.alloc(32, 9).toString('hex') }
    await rotate(folder, steps, both)
    await expectWhole(folder, both)
    await rotate(folder, Infinity, both)
    await expectRotated(folder, { setting: both.next })
  })

  it('leaves a file alone that could not be opened before either, and keeps its key for the day when it is put right', async () => {
    const folder = await copyOfTemplate()
    const [broken = '', other = ''] = kept
    const before = await startOn(folder)
    await before.unitOfWork.run((tx) => tx.file.update({ where: { id: broken }, data: { variant: 'page' } }))
    await before.close()
    expect(await rotate(folder)).toContainEqual({ step: 'switched', version: 2, unreadable: [broken] })
    const after = await startOn(folder)
    await expect(after.vault.read(after.unitOfWork, broken)).rejects.toBeInstanceOf(Unsealable)
    expect(Buffer.from((await after.vault.read(after.unitOfWork, other)).bytes)).toEqual(content(1))
    await after.unitOfWork.run((tx) => tx.file.update({ where: { id: broken }, data: { variant: 'photo' } }))
    expect(Buffer.from((await after.vault.read(after.unitOfWork, broken)).bytes)).toEqual(content(0))
    await after.close()
    await rotate(folder)
    await expectRotated(folder)
  })
})

describe('after a rotation', () => {
  it('a backup of the database from before is of no use with the new key: what was erased stays erased', async () => {
    const folder = await copyOfTemplate()
    await rotate(folder)
    const now = await readFile(join(folder, 'loket.db'))
    await copyFile(join(folder, 'before-erasure.db'), join(folder, 'loket.db'))
    await expect(startOn(folder)).rejects.toThrow(MasterKeyError)
    await writeFile(join(folder, 'loket.db'), now)
    await expectWhole(folder)
  })

  it('the old master key opens nothing of the database any more', async () => {
    const folder = await copyOfTemplate()
    await rotate(folder)
    const old = (await readFile(join(template, 'master.key'))).toString('hex')
    await expect(startOn(folder, { setting: old })).rejects.toThrow(MasterKeyError)
    const { unitOfWork, close } = await startOn(folder)
    await expect(unitOfWork.run((tx) => readRing(tx, Buffer.from(old, 'hex')))).rejects.toBeInstanceOf(Unsealable)
    await close()
  })

  it('nothing of the old wrapping is left in the file of the database', async () => {
    const folder = await copyOfTemplate()
    const { unitOfWork, close } = await startOn(folder)
    const rows = await unitOfWork.run((tx) => tx.file.findMany({ where: { wrappedKey: { not: null } }, take: 50 }))
    const ring = await unitOfWork.run((tx) => tx.setting.findMany({ where: { name: { startsWith: 'key.' } } }))
    await close()
    await rotate(folder)
    await compact(join(folder, 'loket.db'))
    const raw = await readFile(join(folder, 'loket.db'))
    for (const { wrappedKey } of rows) expect(raw.includes(Buffer.from(wrappedKey ?? ''))).toBe(false)
    for (const { value } of ring) expect(raw.includes(value)).toBe(false)
    expect((await readdir(folder)).filter((name) => /-(wal|journal)$/.test(name))).toEqual([])
    await expectWhole(folder)
  })
})

describe('a database that was begun before there were keys in it', () => {
  it('is opened as it was, and rotated like any other', async () => {
    const folder = await copyOfTemplate()
    const master = await readFile(join(folder, 'master.key'))
    // As it was: the check value, and keys that are derived from the master key.
    const { unitOfWork, close } = await startOn(folder)
    await unitOfWork.run(async (tx) => {
      await tx.setting.deleteMany({ where: { name: { startsWith: 'key.' } } })
      await tx.file.deleteMany()
    })
    await close()
    const first = await startOn(folder)
    expect(Buffer.from(first.keys.sealing)).toEqual(master)
    const file = await first.vault.put(Buffer.from('lama'), FACTS)
    await first.unitOfWork.run((tx) => first.vault.record(tx, file))
    const name = first.sealer.seal('Budi', 'person.name')
    await first.close()
    await rotate(folder)
    const after = await startOn(folder)
    expect(Buffer.from((await after.vault.read(after.unitOfWork, file.id)).bytes).toString()).toBe('lama')
    expect(after.sealer.open(name, 'person.name').toString()).toBe('Budi')
    expect(after.keys.master.version).toBe(2)
    expect(clock.time).toBe(NOON)
    await after.close()
  })
})
