import { beforeEach, describe, expect, it } from 'vitest'
import type { FilesToPrepare } from '../../../flows/ports/prepared-documents.ts'
import { verifyAudit } from '../../../storage/audit.ts'
import { collectCopy } from '../../../storage/domain/data-copy.ts'
import { emptyCases } from '../../../storage/domain/erasure-contents.ts'
import { removeLeftDocuments } from '../../../storage/domain/left-documents.ts'
import { eraseUnusedFiles } from '../../../storage/domain/unused-files.ts'
import { DAY, HOUR, openOffice, type Office } from './office.ts'

const BUDI = { nik: '3326071708900002', name: 'Budi Santoso', phone: '+6285642606191', email: 'budi@contoh.example' }

let office: Office
let siti: number
let budi: number
beforeEach(async () => {
  office = await openOffice()
  const officer = await office.officer('Ratna')
  siti = await loggedIn('siti', officer, {})
  budi = await loggedIn('budi', officer, BUDI)
})

/** Somebody with an account who is logged in. */
async function loggedIn(name: string, officer: number, typed: Parameters<Office['submit']>[1]): Promise<number> {
  const chat = await office.chat(name)
  await office.submit(chat, typed)
  await office.decide(officer)
  const account = await office.unitOfWork.run(async (tx) => {
    const { id } = await tx.account.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await tx.account.update({ where: { id }, data: { status: 'active' } })
    return id
  })
  await office.inChat(chat, ({ accounts }) => accounts.openSession(account))
  return chat
}

async function photo(made: readonly string[] = []): Promise<string> {
  const { parts, unitOfWork, time } = office
  const id = parts.ids.text()
  const facts = { agency: 'sintren', sha256: 'aa', mime: 'image/jpeg', size: 1, keyVersion: 1, createdAt: BigInt(time.now()) }
  await unitOfWork.run(async (tx) => {
    await tx.file.create({ data: { ...facts, id, variant: 'photo' } })
    for (const [position, variant] of made.entries())
      await tx.file.create({ data: { ...facts, id: parts.ids.text(), variant, parentId: id, position } })
  })
  return id
}

function wanted(file: string, change: Partial<FilesToPrepare> = {}): FilesToPrepare {
  const files = [{ file, name: 'kk siti.jpg' }]
  return { service: 'akta-kelahiran', slot: 'kartu-keluarga', files, date: '2020-08-17', page: 1, remark: null, ...change }
}

/** The login that ended, anew. */
async function logInAgain(chat: number): Promise<void> {
  const account = await office.unitOfWork.run(
    async (tx) => (await tx.session.findFirstOrThrow({ where: { conversationId: BigInt(chat) } })).accountId,
  )
  await office.inChat(chat, ({ accounts }) => accounts.openSession(account))
}

/** What the sweep does with documents and files. */
async function sweep(): Promise<{ readonly removed: number; readonly erased: number }> {
  const { parts, unitOfWork, time } = office
  const removed = await removeLeftDocuments({ ...parts, unitOfWork, clock: time })
  return { removed, erased: await eraseUnusedFiles({ ...parts, unitOfWork, clock: time }) }
}

const keep = (chat: number, files: FilesToPrepare) => office.inChat(chat, (ports) => ports.preparedDocuments.keep(files))
const kept = (chat: number, service = 'akta-kelahiran') => office.inChat(chat, (ports) => ports.preparedDocuments.of(service))
const remove = (chat: number, id: string) => office.inChat(chat, (ports) => ports.preparedDocuments.remove(id))
const isErased = (id: string) =>
  office.unitOfWork.run(async (tx) => {
    const rows = await tx.file.findMany({ where: { OR: [{ id }, { parentId: id }] } })
    return rows.every(({ erasedAt }) => erasedAt !== null)
  })

describe('documents made ready for a service', () => {
  it('are kept for the person and the service, page after page, with date and note', async () => {
    const [first, second] = [await photo(['page', 'page', 'thumbnail']), await photo()]
    const files = [
      { file: first, name: 'kk.pdf' },
      { file: second, name: null },
    ]
    expect(await keep(siti, wanted(first, { files, page: 2, remark: 'lembar depan' }))).toBe('kept')
    const found = await kept(siti)
    expect(found).toMatchObject([
      { slot: 'kartu-keluarga', file: first, name: 'kk.pdf', date: '2020-08-17', page: 2, remark: 'lembar depan' },
      { slot: 'kartu-keluarga', file: second, name: null, page: 3, pages: [] },
    ])
    expect(found?.[0]?.pages).toHaveLength(2)
    expect(await kept(siti, 'akta-kematian')).toEqual([])
  })

  it('SIN-135 are earlier documents for the next service, with the date that was given', async () => {
    const file = await photo()
    await keep(siti, wanted(file))
    const found = await office.inChat(siti, ({ documents }) => documents.earlier('kartu-keluarga', null))
    expect(found).toMatchObject([{ file, name: 'kk siti.jpg', date: '2020-08-17', sheet: 1 }])
    expect(await office.inChat(budi, ({ documents }) => documents.earlier('kartu-keluarga', null))).toEqual([])
  })

  it('say nothing readable in the database, and are on the audit chain by their ids', async () => {
    await keep(siti, wanted(await photo(), { remark: 'halaman rahasia' }))
    await office.unitOfWork.run(async (tx) => {
      const row = await tx.document.findFirstOrThrow({ where: { service: 'akta-kelahiran' } })
      expect(Buffer.concat([row.name ?? new Uint8Array(), row.remark ?? new Uint8Array()]).toString()).not.toMatch(/siti|rahasia/)
      const entry = await tx.audit.findFirstOrThrow({ orderBy: { seq: 'desc' } })
      expect(entry).toMatchObject({ action: 'document.prepared', subject: row.id, actor: `conversation:${siti}`, detail: '{}' })
      expect(await verifyAudit(tx)).toMatchObject({ holds: true })
    })
  })

  it('are nobody else’s: not told, not removed, and their files not taken', async () => {
    const file = await photo()
    await keep(siti, wanted(file))
    const [own] = (await kept(siti)) ?? []
    expect(await kept(budi)).toEqual([])
    expect(await remove(budi, own?.id ?? '')).toBe(false)
    expect(await keep(budi, wanted(file))).toBe('gone')
    expect(await kept(siti)).toHaveLength(1)
  })

  it('are for whoever is logged in, and no longer', async () => {
    const stranger = await office.chat('stranger')
    expect(await kept(stranger)).toBeNull()
    expect(await keep(stranger, wanted(await photo()))).toBe('logged-out')
    await keep(siti, wanted(await photo()))
    const [own] = (await kept(siti)) ?? []
    office.time.pass(13 * HOUR)
    expect(await kept(siti)).toBeNull()
    expect(await remove(siti, own?.id ?? '')).toBe(false)
  })

  it.each([
    ['a service that there is not', { service: 'paspor' }],
    ['a document that the service does not ask for', { slot: 'putusan-pengadilan' }],
    ['a file that there is not', { files: [{ file: "' OR 1=1 --", name: null }] }],
    ['no file', { files: [] }],
  ])('are not kept for %s', async (_what, change) => {
    expect(await keep(siti, wanted(await photo(), change))).toBe('gone')
    expect(await kept(siti)).toEqual([])
  })

  it('are at most twenty of one document', async () => {
    const files = await Promise.all(Array.from({ length: 20 }, async () => ({ file: await photo(), name: null })))
    expect(await keep(siti, wanted('', { files }))).toBe('kept')
    expect(await keep(siti, wanted(await photo()))).toBe('full')
    expect(await keep(siti, wanted(await photo(), { slot: 'formulir' }))).toBe('kept')
  })

  it('SIN-148 are removed for good, with what was made of them', async () => {
    const file = await photo(['thumbnail'])
    await keep(siti, wanted(file, { remark: 'keliru' }))
    const [own] = (await kept(siti)) ?? []
    expect(await remove(siti, own?.id ?? '')).toBe(true)
    expect(await kept(siti)).toEqual([])
    expect(await isErased(file)).toBe(true)
    expect(await remove(siti, own?.id ?? '')).toBe(false)
    await office.unitOfWork.run(async (tx) => {
      expect(await tx.document.findUniqueOrThrow({ where: { id: own?.id ?? '' } })).toMatchObject({ name: null, remark: null })
      expect(await tx.audit.findFirstOrThrow({ orderBy: { seq: 'desc' } })).toMatchObject({
        action: 'document.removed',
        subject: own?.id,
      })
    })
  })

  it('SIN-148 leave a file alone that another service, or the registration, has as well', async () => {
    const [registered] = await office.inChat(siti, ({ documents }) => documents.earlier('ktp', null))
    const file = registered?.file ?? ''
    expect(await keep(siti, wanted(file, { slot: 'ktp' }))).toBe('kept')
    expect(await keep(siti, wanted(file, { service: 'pindah-keluar', slot: 'ktp' }))).toBe('kept')
    for (const service of ['akta-kelahiran', 'pindah-keluar'])
      expect(await remove(siti, (await kept(siti, service))?.[0]?.id ?? '')).toBe(true)
    expect(await isErased(file)).toBe(false)
  })

  it('cannot be removed where they belong to a registration', async () => {
    const id = await office.unitOfWork.run(async (tx) => (await tx.document.findFirstOrThrow({ where: { slot: 'ktp' } })).id)
    expect(await remove(siti, id)).toBe(false)
  })

  it('that were left are removed ninety days after the last one of their service was added, each with an audit line', async () => {
    const [first, second, other, elsewhere] = [await photo(), await photo(['thumbnail']), await photo(), await photo()]
    await keep(siti, wanted(first, { remark: 'lembar depan' }))
    await keep(siti, wanted(other, { service: 'akta-kematian', slot: 'formulir' }))
    office.time.pass(60 * DAY)
    for (const chat of [siti, budi]) await logInAgain(chat)
    await keep(siti, wanted(second, { slot: 'formulir' }))
    await keep(budi, wanted(elsewhere))
    office.time.pass(30 * DAY)
    expect(await sweep()).toEqual({ removed: 0, erased: 0 })
    office.time.pass(1)
    expect(await sweep()).toEqual({ removed: 1, erased: 1 })
    await logInAgain(siti)
    expect(await kept(siti)).toHaveLength(2)
    expect(await kept(siti, 'akta-kematian')).toEqual([])
    expect(await isErased(other)).toBe(true)
    office.time.pass(60 * DAY)
    expect(await sweep()).toEqual({ removed: 3, erased: 3 })
    expect(await Promise.all([first, second, elsewhere].map(isErased))).toEqual([true, true, true])
    await office.unitOfWork.run(async (tx) => {
      const rows = await tx.document.findMany({ where: { service: { not: null } } })
      for (const row of rows) expect(row).toMatchObject({ name: null, date: null, remark: null })
      const entries = await tx.audit.findMany({ where: { action: 'document.expired' } })
      expect(entries.map(({ actor, subject }) => [actor, subject])).toEqual(
        expect.arrayContaining(rows.map(({ id }) => ['system', id])),
      )
      expect(await verifyAudit(tx)).toMatchObject({ holds: true })
      expect(await tx.document.count({ where: { slot: 'ktp', removedAt: null } })).toBe(2)
    })
    expect(await sweep()).toEqual({ removed: 0, erased: 0 })
  })

  it('are in the copy of the own data, and go when the person is erased', async () => {
    const file = await photo()
    await keep(siti, wanted(file, { remark: 'lembar depan' }))
    const { parts, unitOfWork, time } = office
    await unitOfWork.run(async (tx) => {
      const { personId } = await tx.document.findFirstOrThrow({ where: { fileId: file } })
      const person = personId ?? ''
      const desk = { ...parts, tx, now: time.now() }
      const copy = await collectCopy(desk, { person, chat: null })
      expect(copy?.documents).toContainEqual(
        expect.objectContaining({ slot: 'kartu-keluarga', service: 'akta-kelahiran', case: null, remark: 'lembar depan', file }),
      )
      await emptyCases(desk, { registrations: [], requests: [] }, person)
    })
    expect(await kept(siti)).toEqual([])
    expect(await isErased(file)).toBe(true)
  })
})
