import { readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../bot/runtime/random.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { FileFacts, FileVault, PreparedFile } from '../../storage/vault/files.ts'
import { FileUnavailable } from '../../storage/vault/files.ts'
import { S3Store } from '../../storage/vault/s3-store.ts'
import { Unsealable } from '../../storage/vault/seal.ts'
import { startS3, type S3Server } from '../fakes/s3-server.ts'
import { dataFolder, keysIn, NOON } from './vault-fixture.ts'

const FACTS = { agency: 'sintren', mime: 'image/jpeg', variant: 'photo', width: 40, height: 30 }
const TEXT = 'PROVINSI JAWA TENGAH KABUPATEN PEKALONGAN NIK 3326160608070197 SITI AMINAH '.repeat(40)
const CONTENT = Buffer.from(TEXT)
const DAY = 24 * 60 * 60 * 1000

let s3: S3Server
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.stop())

/** As `sqlite3 data/loket.db ".backup …"` does it beside a running counter. */
async function backUp(database: string, to: string): Promise<void> {
  const connection = new Database(database, { readonly: true })
  await connection.backup(to)
  connection.close()
}

/** The stores that a vault can stand on, each tried with the same cases. */
const STORES = [
  ['a folder', () => dataFolder()],
  ['an S3 bucket', async () => dataFolder(new S3Store(await s3.newBucket(), systemRandom))],
] as const

async function keep(
  vault: FileVault,
  unitOfWork: UnitOfWork,
  bytes: Uint8Array = CONTENT,
  facts: FileFacts = FACTS,
): Promise<PreparedFile> {
  const prepared = await vault.put(bytes, facts)
  await unitOfWork.run((tx) => vault.record(tx, prepared))
  return prepared
}

describe.each(STORES)('a file kept in %s', (_, newFolder) => {
  it('is read back with its type, also after a restart', async () => {
    const { start } = await newFolder()
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
    const { start } = await newFolder()
    const { vault, unitOfWork } = await start()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const { id, size } = await keep(vault, unitOfWork, bytes)
        expect(size).toBe(bytes.length)
        expect(Buffer.from((await vault.read(unitOfWork, id)).bytes)).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 10 },
    )
  })

  it('lies there encrypted: neither there nor in the database is any of it', async () => {
    const { start, store, databasePath } = await newFolder()
    const { vault, unitOfWork } = await start()
    await keep(vault, unitOfWork, CONTENT, { ...FACTS, findings: { nik: '3326160608070197' } })
    const keys = await keysIn(store)
    expect(keys).toHaveLength(1)
    const stored = await Promise.all(keys.map((key) => store.get(key)))
    const rows = await Promise.all([databasePath, `${databasePath}-wal`].map((path) => readFile(path)))
    for (const bytes of [...stored, ...rows])
      for (const word of ['PROVINSI', '3326160608070197', 'SITI AMINAH', 'PEKALONGAN'])
        expect(Buffer.from(bytes ?? '').includes(word)).toBe(false)
  })

  it('is encrypted anew each time: the same content twice gives nothing in common', async () => {
    const { start, store } = await newFolder()
    const { vault, unitOfWork } = await start()
    const first = await keep(vault, unitOfWork)
    const second = await keep(vault, unitOfWork)
    expect(first.sha256).toBe(second.sha256)
    const [a, b] = await Promise.all((await keysIn(store)).map((key) => store.get(key)))
    expect(Buffer.from(a ?? '').subarray(1, 64)).not.toEqual(Buffer.from(b ?? '').subarray(1, 64))
  })

  it('is unknown until it was recorded', async () => {
    const { start } = await newFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await vault.put(CONTENT, FACTS)
    for (const unknown of [id, '', '../master.key', '../../etc/passwd', 'x'.repeat(10_000)])
      await expect(vault.read(unitOfWork, unknown)).rejects.toMatchObject({ name: 'FileUnavailable', reason: 'unknown' })
  })

  it('is reported as lost when its ciphertext has gone', async () => {
    const { start, store } = await newFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    const erased = await keep(vault, unitOfWork)
    await unitOfWork.run((tx) => vault.erase(tx, erased.id))
    await keep(vault, unitOfWork)
    expect(await vault.lost(unitOfWork)).toEqual([])
    for (const key of await keysIn(store)) if (key.endsWith(id)) await store.remove(key)
    await expect(vault.read(unitOfWork, id)).rejects.toMatchObject({ reason: 'lost' })
    expect(await vault.lost(unitOfWork)).toEqual([id])
  })

  it('does not open when any bit of its ciphertext was flipped, or its end was cut', async () => {
    const { start, store } = await newFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    const [key = ''] = await keysIn(store)
    const intact = Buffer.from((await store.get(key)) ?? '')
    await fc.assert(
      fc.asyncProperty(fc.nat(intact.length * 8 - 1), fc.nat(intact.length - 1), async (bit, length) => {
        const flipped = Buffer.from(intact)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        for (const altered of [flipped, intact.subarray(0, length)]) {
          await store.put(key, altered)
          await expect(vault.read(unitOfWork, id)).rejects.toBeInstanceOf(Unsealable)
        }
      }),
      { numRuns: 15 },
    )
    await store.put(key, intact)
    expect(Buffer.from((await vault.read(unitOfWork, id)).bytes)).toEqual(CONTENT)
  })

  it('does not open in the place of another, with or without its key', async () => {
    const { start, store } = await newFolder()
    const { vault, unitOfWork } = await start()
    const mine = await keep(vault, unitOfWork)
    const theirs = await keep(vault, unitOfWork, Buffer.from('their card'))
    const keys = await keysIn(store)
    const keyOf = (id: string) => keys.find((key) => key.endsWith(id)) ?? ''
    await store.put(keyOf(mine.id), (await store.get(keyOf(theirs.id))) ?? new Uint8Array(0))
    await expect(vault.read(unitOfWork, mine.id)).rejects.toBeInstanceOf(Unsealable)
    await unitOfWork.run((tx) => tx.file.update({ where: { id: mine.id }, data: { wrappedKey: theirs.wrappedKey } }))
    await expect(vault.read(unitOfWork, mine.id)).rejects.toBeInstanceOf(Unsealable)
  })

  it('cannot be read from the commit on that erased it, and its ciphertext goes with the next sweep', async () => {
    const { start, store, clock } = await newFolder()
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
    expect(await keysIn(store)).toHaveLength(1)
    expect(Buffer.from((await vault.read(unitOfWork, kept.id)).bytes)).toEqual(CONTENT)
  })

  it('leaves neither its key nor what was found in it in a backup that is made later', async () => {
    const { start, folder, databasePath } = await newFolder()
    const { vault, unitOfWork } = await start()
    const files = [
      await keep(vault, unitOfWork, CONTENT, { ...FACTS, findings: 'short' }),
      await keep(vault, unitOfWork, CONTENT, { ...FACTS, findings: TEXT }),
    ]
    /** What `.backup` takes: the pages as they are, also what is unused in them. */
    const backup = async (name: string) => {
      await backUp(databasePath, join(folder, name))
      return readFile(join(folder, name))
    }
    const traces = files.flatMap(({ wrappedKey, findings = wrappedKey }) =>
      [wrappedKey, findings.subarray(0, 60)].map((bytes) => Buffer.from(bytes)),
    )
    const before = await backup('before.db')
    for (const trace of traces) expect(before.includes(trace)).toBe(true)
    await unitOfWork.run(async (tx) => {
      for (const { id } of files) await vault.erase(tx, id)
    })
    const after = await backup('after.db')
    for (const trace of traces) expect(after.includes(trace)).toBe(false)
  })

  it('stays erased when its ciphertext comes back from a backup', async () => {
    const { start, store } = await newFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    const [key = ''] = await keysIn(store)
    const backup = (await store.get(key)) ?? new Uint8Array(0)
    await unitOfWork.run((tx) => vault.erase(tx, id))
    await vault.sweep(unitOfWork)
    await store.put(key, backup)
    await expect(vault.read(unitOfWork, id)).rejects.toMatchObject({ reason: 'erased' })
    expect(await vault.sweep(unitOfWork)).toBe(1)
  })

  it('is swept when a crash left it without a row for a day, and nothing else is', async () => {
    const { start, store, clock } = await newFolder()
    const { vault, unitOfWork } = await start()
    const recorded = await keep(vault, unitOfWork)
    await vault.put(CONTENT, FACTS)
    await store.put('zz/0123456789A.c0ffee.part', CONTENT)
    await store.put('zz/README', Buffer.from('not ours'))
    const times = await Promise.all((await keysIn(store)).map((key) => store.writtenAt(key)))
    clock.time = Math.min(...times.map((at) => at ?? 0)) + DAY
    expect(await vault.sweep(unitOfWork)).toBe(0)
    clock.time = Math.max(...times.map((at) => at ?? 0)) + DAY + 1
    expect(await vault.sweep(unitOfWork)).toBe(2)
    expect((await keysIn(store)).map((key) => key.replace(/^.*\//, ''))).toEqual([recorded.id, 'README'].sort())
  })

  it('is not needed for a sweep: an empty vault is fine', async () => {
    const { start } = await newFolder()
    const { vault, unitOfWork } = await start()
    expect(await vault.sweep(unitOfWork)).toBe(0)
    expect(await vault.lost(unitOfWork)).toEqual([])
  })
})

describe('a kept file', () => {
  it('has a row that tells what it is', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    const row = await unitOfWork.run((tx) => tx.file.findUniqueOrThrow({ where: { id } }))
    expect(row).toMatchObject({ ...FACTS, size: CONTENT.length, keyVersion: 1, createdAt: BigInt(NOON), erasedAt: null })
    expect(row).toMatchObject({ parentId: null, position: 0, findings: null })
    expect(row.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is readable by nobody else on this machine', async () => {
    const { start, files, store } = await dataFolder()
    const { vault, unitOfWork } = await start()
    await keep(vault, unitOfWork)
    for (const key of await keysIn(store)) expect((await stat(join(files, key))).mode & 0o777).toBe(0o600)
  })

  it('leaves nothing behind when it cannot be written', async () => {
    const { start, files } = await dataFolder()
    const { vault, unitOfWork } = await start()
    await writeFile(files, 'a file where the folder should be')
    await expect(vault.put(CONTENT, FACTS)).rejects.toThrow(/EEXIST|ENOTDIR/)
    expect(await unitOfWork.run((tx) => tx.file.count())).toBe(0)
  })

  it('lies in the folder as it did in earlier versions: a folder of two characters, and its id', async () => {
    const { start, store, files } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    expect(await keysIn(store)).toEqual([`${id.slice(-4, -2)}/${id}`])
    await utimes(join(files, id.slice(-4, -2), id), NOON / 1000, NOON / 1000)
    expect(await store.writtenAt(`${id.slice(-4, -2)}/${id}`)).toBe(NOON)
  })

  it('does not open for another agency or as another variant', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork, CONTENT, { ...FACTS, findings: { kind: 'ktp' } })
    for (const data of [{ agency: 'dpmptsp' }, { agency: 'sintren', variant: 'thumbnail' }]) {
      await unitOfWork.run((tx) => tx.file.update({ where: { id }, data }))
      await expect(vault.read(unitOfWork, id)).rejects.toBeInstanceOf(Unsealable)
      await expect(vault.findings(unitOfWork, id)).rejects.toBeInstanceOf(Unsealable)
    }
  })

  it('does not open as its own thumbnail when everything of their rows is swapped', async () => {
    const { start, store } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const whole = await keep(vault, unitOfWork)
    const small = await keep(vault, unitOfWork, Buffer.from('small'), { ...FACTS, variant: 'thumbnail', parent: whole.id })
    const keyOf = (id: string) => `${id.slice(-4, -2)}/${id}`
    const [a, b] = await Promise.all([whole, small].map(async ({ id }) => (await store.get(keyOf(id))) ?? new Uint8Array(0)))
    await store.put(keyOf(whole.id), b ?? new Uint8Array(0))
    await store.put(keyOf(small.id), a ?? new Uint8Array(0))
    await unitOfWork.run(async (tx) => {
      await tx.file.update({ where: { id: whole.id }, data: { wrappedKey: small.wrappedKey, variant: 'thumbnail' } })
      await tx.file.update({ where: { id: small.id }, data: { wrappedKey: whole.wrappedKey, variant: 'photo' } })
    })
    for (const { id } of [whole, small]) await expect(vault.read(unitOfWork, id)).rejects.toBeInstanceOf(Unsealable)
  })

  it('does not open with another key, and not at all with none', async () => {
    const { start, vaultWith } = await dataFolder()
    const { vault, unitOfWork, keys } = await start()
    const { id } = await keep(vault, unitOfWork)
    const other = vaultWith({ newest: 1, byVersion: new Map([[1, systemRandom.bytes(32)]]) })
    await expect(other.read(unitOfWork, id)).rejects.toBeInstanceOf(Unsealable)
    const newer = vaultWith({ newest: 2, byVersion: new Map([[2, keys.files.byVersion.get(1) ?? systemRandom.bytes(32)]]) })
    await expect(newer.read(unitOfWork, id)).rejects.toMatchObject({ reason: 'other-key' })
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

describe('what was found in a file', () => {
  it('is read back, may be replaced, and goes with the file', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const findings = { kind: 'ktp', read: { nik: '3326160608070197' }, boxes: [{ x: 1 }], sure: null }
    const { id } = await keep(vault, unitOfWork, CONTENT, { ...FACTS, findings })
    expect(await vault.findings(unitOfWork, id)).toEqual(findings)
    await unitOfWork.run((tx) => vault.keepFindings(tx, id, { kind: 'kk' }))
    expect(await unitOfWork.run((tx) => vault.findings(tx, id))).toEqual({ kind: 'kk' })
    await unitOfWork.run((tx) => vault.erase(tx, id))
    await expect(vault.findings(unitOfWork, id)).rejects.toMatchObject({ reason: 'erased' })
    expect((await unitOfWork.run((tx) => tx.file.findUniqueOrThrow({ where: { id } }))).findings).toBeNull()
  })

  it('is nothing for a file that was not looked at', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const { id } = await keep(vault, unitOfWork)
    expect(await vault.findings(unitOfWork, id)).toBeUndefined()
  })

  it('does not open at another file, even of the same content', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const one = await keep(vault, unitOfWork, CONTENT, { ...FACTS, findings: { nik: '1' } })
    const other = await keep(vault, unitOfWork, CONTENT, { ...FACTS, findings: { nik: '2' } })
    await unitOfWork.run((tx) => tx.file.update({ where: { id: one.id }, data: { findings: other.findings ?? null } }))
    await expect(vault.findings(unitOfWork, one.id)).rejects.toBeInstanceOf(Unsealable)
  })
})

describe('what was made of a file', () => {
  it('is found by it, in order, and erased with it however deep', async () => {
    const { start, store } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const original = await vault.put(CONTENT, { ...FACTS, variant: 'original', mime: 'application/pdf' })
    const part = (variant: string, position: number, parent = original.id) =>
      vault.put(Buffer.from(`${variant} ${position}`), { ...FACTS, variant, position, parent })
    const [second, first, thumbnail] = [await part('page', 2), await part('page', 1), await part('thumbnail', 0)]
    const ofPage = await part('thumbnail', 0, first.id)
    await unitOfWork.run((tx) => vault.record(tx, [original, second, first, thumbnail, ofPage]))
    const other = await keep(vault, unitOfWork)

    const found = await unitOfWork.run((tx) => vault.children(tx, original.id))
    expect(found.map(({ id, variant, position }) => [id, variant, position])).toEqual([
      [first.id, 'page', 1],
      [second.id, 'page', 2],
      [thumbnail.id, 'thumbnail', 0],
    ])
    await unitOfWork.run((tx) => vault.erase(tx, original.id))
    for (const { id } of [original, second, first, thumbnail, ofPage])
      await expect(vault.read(unitOfWork, id)).rejects.toMatchObject({ reason: 'erased' })
    expect(await unitOfWork.run((tx) => vault.children(tx, original.id))).toEqual([])
    expect(await vault.sweep(unitOfWork)).toBe(5)
    expect(await keysIn(store)).toHaveLength(1)
    expect(Buffer.from((await vault.read(unitOfWork, other.id)).bytes)).toEqual(CONTENT)
  })

  it('may be erased alone', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const parent = await keep(vault, unitOfWork)
    const child = await keep(vault, unitOfWork, CONTENT, { ...FACTS, variant: 'thumbnail', parent: parent.id })
    await unitOfWork.run((tx) => vault.erase(tx, child.id))
    expect(Buffer.from((await vault.read(unitOfWork, parent.id)).bytes)).toEqual(CONTENT)
  })

  it('is not kept when the file is unknown, erased, or of another agency, nor is what was to be kept with it', async () => {
    const { start } = await dataFolder()
    const { vault, unitOfWork } = await start()
    const parent = await keep(vault, unitOfWork)
    const foreign = await keep(vault, unitOfWork, CONTENT, { ...FACTS, agency: 'dpmptsp' })
    await unitOfWork.run((tx) => vault.erase(tx, parent.id))
    for (const [of, reason] of [
      [parent.id, 'erased'],
      [foreign.id, 'unknown'],
      ['0123456789A', 'unknown'],
    ]) {
      const whole = await vault.put(CONTENT, FACTS)
      const child = await vault.put(CONTENT, { ...FACTS, variant: 'page', parent: of ?? '' })
      await expect(unitOfWork.run((tx) => vault.record(tx, [whole, child]))).rejects.toMatchObject({ reason })
      await expect(vault.read(unitOfWork, whole.id)).rejects.toMatchObject({ reason: 'unknown' })
    }
  })
})
