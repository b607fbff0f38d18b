import { mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../bot/runtime/random.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { FileVault, PreparedFile } from '../../storage/vault/files.ts'
import { FileUnavailable } from '../../storage/vault/files.ts'
import { Unsealable } from '../../storage/vault/seal.ts'
import { NOON, dataFolder } from './vault-fixture.ts'

const FACTS = { agency: 'sintren', mime: 'image/jpeg', variant: 'photo', width: 40, height: 30 }
const TEXT = 'PROVINSI JAWA TENGAH KABUPATEN PEKALONGAN NIK 3326160608070197 SITI AMINAH '.repeat(40)
const CONTENT = Buffer.from(TEXT)
const DAY = 24 * 60 * 60 * 1000

async function keep(vault: FileVault, unitOfWork: UnitOfWork, bytes: Uint8Array = CONTENT): Promise<PreparedFile> {
  const prepared = await vault.put(bytes, FACTS)
  await unitOfWork.run((tx) => vault.record(tx, prepared))
  return prepared
}

async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name))
}

describe('a kept file', () => {
  it('is read back with its type, also after a restart', async () => {
    const { start } = await dataFolder()
    const before = await start()
    const { id } = await keep(before.vault, before.unitOfWork)
    await before.unitOfWork.run(async (tx) => {
      expect(Buffer.from((await before.vault.read(tx, id)).bytes)).toEqual(CONTENT)
    })
    const after = await start()
    const read = await after.vault.read(after.unitOfWork, id)
    expect(Buffer.from(read.bytes)).toEqual(CONTENT)
    expect(read.mime).toBe('image/jpeg')
  })

  it('is read back whatever it holds, also nothing', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const { id, size } = await keep(vault, unitOfWork, bytes)
        expect(size).toBe(bytes.length)
        expect(Buffer.from((await vault.read(unitOfWork, id)).bytes)).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 20 },
    )
  })

  it('has a row that tells what it is', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    const row = await unitOfWork.run((tx) => tx.file.findUniqueOrThrow({ where: { id } }))
    expect(row).toMatchObject({ ...FACTS, size: CONTENT.length, keyVersion: 1, createdAt: BigInt(NOON), erasedAt: null })
    expect(row.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('lies on disk encrypted: neither there nor in the database is any of it, nor its key', async () => {
    const { start, files, databasePath } = await dataFolder()
    const { vault, unitOfWork } = await start()
    await keep(vault, unitOfWork)
    const paths = await pathsIn(files)
    expect(paths).toHaveLength(1)
    for (const path of [...paths, databasePath, `${databasePath}-wal`]) {
      const raw = await readFile(path)
      for (const word of ['PROVINSI', '3326160608070197', 'SITI AMINAH', 'PEKALONGAN']) expect(raw.includes(word)).toBe(false)
    }
    for (const path of paths) expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('is encrypted anew each time: the same content twice gives nothing in common', async () => {
    const { start, files } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const first = await keep(vault, unitOfWork)
    const second = await keep(vault, unitOfWork)
    expect(first.sha256).toBe(second.sha256)
    const [a, b] = await Promise.all((await pathsIn(files)).map((path) => readFile(path)))
    expect(a?.subarray(1, 64).equals(b?.subarray(1, 64) ?? Buffer.alloc(0))).toBe(false)
  })

  it('is unknown until it was recorded', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await vault.put(CONTENT, FACTS)
    for (const unknown of [id, '', '../master.key', '../../etc/passwd', 'x'.repeat(10_000)])
      await expect(vault.read(unitOfWork, unknown)).rejects.toMatchObject({ name: 'FileUnavailable', reason: 'unknown' })
  })

  it('is reported as lost when its ciphertext has gone from disk', async () => {
    const { start, files } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    await rm(files, { recursive: true })
    await expect(vault.read(unitOfWork, id)).rejects.toMatchObject({ reason: 'lost' })
  })

  it('leaves nothing behind when it cannot be written', async () => {
    const { start, files } = await dataFolder()
    const { vault, unitOfWork } = await start()
    await writeFile(files, 'a file where the folder should be')
    await expect(vault.put(CONTENT, FACTS)).rejects.toThrow(/EEXIST|ENOTDIR/)
    expect(await unitOfWork.run((tx) => tx.file.count())).toBe(0)
  })
})

describe('a tampered file', () => {
  it('does not open when any bit of its ciphertext was flipped, or its end was cut', async () => {
    const { start, files } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    const [path = ''] = await pathsIn(files)
    const intact = await readFile(path)
    await fc.assert(
      fc.asyncProperty(fc.nat(intact.length * 8 - 1), fc.nat(intact.length - 1), async (bit, length) => {
        const flipped = Buffer.from(intact)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        for (const altered of [flipped, intact.subarray(0, length)]) {
          await writeFile(path, altered)
          await expect(vault.read(unitOfWork, id)).rejects.toBeInstanceOf(Unsealable)
        }
      }),
      { numRuns: 40 },
    )
    await writeFile(path, intact)
    expect(Buffer.from((await vault.read(unitOfWork, id)).bytes)).toEqual(CONTENT)
  })

  it('does not open in the place of another, with or without its key', async () => {
    const { start, files } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const mine = await keep(vault, unitOfWork)
    const theirs = await keep(vault, unitOfWork, Buffer.from('their card'))
    const paths = await pathsIn(files)
    const pathOf = (id: string) => paths.find((path) => path.endsWith(id)) ?? ''
    await writeFile(pathOf(mine.id), await readFile(pathOf(theirs.id)))
    await expect(vault.read(unitOfWork, mine.id)).rejects.toBeInstanceOf(Unsealable)
    await unitOfWork.run((tx) => tx.file.update({ where: { id: mine.id }, data: { wrappedKey: theirs.wrappedKey } }))
    await expect(vault.read(unitOfWork, mine.id)).rejects.toBeInstanceOf(Unsealable)
  })

  it('does not open for another agency or as another variant', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    for (const data of [{ agency: 'dpmptsp' }, { agency: 'sintren', variant: 'thumbnail' }]) {
      await unitOfWork.run((tx) => tx.file.update({ where: { id }, data }))
      await expect(vault.read(unitOfWork, id)).rejects.toBeInstanceOf(Unsealable)
    }
  })

  it('does not open with another master key', async () => {
    const { start, vaultWith } = await dataFolder()
    const { vault, unitOfWork, masterKey } = await start()
    const { id } = await keep(vault, unitOfWork)
    const other = vaultWith({ version: 1, bytes: systemRandom.bytes(32) })
    await expect(other.read(unitOfWork, id)).rejects.toBeInstanceOf(Unsealable)
    const newer = vaultWith({ version: 2, bytes: masterKey.bytes })
    await expect(newer.read(unitOfWork, id)).rejects.toMatchObject({ reason: 'other-key' })
  })
})

describe('an erased file', () => {
  it('cannot be read from the commit on, by anyone, and its ciphertext goes with the next sweep', async () => {
    const { start, files, clock } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    const kept = await keep(vault, unitOfWork)
    await unitOfWork.run((tx) => vault.erase(tx, id))
    await expect(vault.read(unitOfWork, id)).rejects.toBeInstanceOf(FileUnavailable)
    clock.time += 1000
    await unitOfWork.run((tx) => vault.erase(tx, id))
    const row = await unitOfWork.run((tx) => tx.file.findUniqueOrThrow({ where: { id } }))
    expect(row).toMatchObject({ wrappedKey: null, erasedAt: BigInt(NOON) })
    expect(await vault.sweep(unitOfWork)).toBe(1)
    expect(await vault.sweep(unitOfWork)).toBe(0)
    expect(await pathsIn(files)).toHaveLength(1)
    expect(Buffer.from((await vault.read(unitOfWork, kept.id)).bytes)).toEqual(CONTENT)
  })

  it('is whole again when the transaction that erased it is undone', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    const undone = unitOfWork.run(async (tx) => {
      await vault.erase(tx, id)
      throw new Error('changed my mind')
    })
    await expect(undone).rejects.toThrow('changed my mind')
    await vault.sweep(unitOfWork)
    expect(Buffer.from((await vault.read(unitOfWork, id)).bytes)).toEqual(CONTENT)
  })
})

describe('a sweep', () => {
  it('removes what a crash left, when it is older than a day, and nothing else', async () => {
    const { start, files, clock } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const recorded = await keep(vault, unitOfWork)
    await vault.put(CONTENT, FACTS)
    await mkdir(join(files, 'zz'))
    await writeFile(join(files, 'zz', '0123456789A.c0ffee.part'), 'half a file')
    await writeFile(join(files, 'README'), 'not ours')
    for (const path of await pathsIn(files)) await utimes(path, NOON / 1000, NOON / 1000)

    clock.time = NOON + DAY
    expect(await vault.sweep(unitOfWork)).toBe(0)
    clock.time = NOON + DAY + 1
    expect(await vault.sweep(unitOfWork)).toBe(2)
    expect((await pathsIn(files)).map((path) => path.slice(-11)).sort()).toEqual([recorded.id, 'iles/README'].sort())
    expect(Buffer.from((await vault.read(unitOfWork, recorded.id)).bytes)).toEqual(CONTENT)
  })

  it('is content with a vault that holds nothing yet', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    expect(await vault.sweep(unitOfWork)).toBe(0)
  })
})
