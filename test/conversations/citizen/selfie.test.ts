import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { agenciesFolder, loadAgencies, loadHolidays } from '../../../bot/agencies.ts'
import { loadRegions } from '../../../bot/regions.ts'
import { loadTexts } from '../../../bot/texts.ts'
import type { TaskCard } from '../../../flows/ports.ts'
import { documentNotes } from '../../../flows/staff/case-comparison.ts'
import { caseDocuments } from '../../../storage/domain/case-documents.ts'
import { findTask } from '../../../storage/domain/task-state.ts'
import { caseOf } from '../../../storage/domain/cases.ts'
import { verifyAudit } from '../../../storage/audit.ts'
import { Ids } from '../../../storage/ids.ts'
import { FileVault } from '../../../storage/vault/files.ts'
import { openKeys } from '../../../storage/vault/keys.ts'
import { MemoryFileStore } from '../../fakes/memory-file-store.ts'
import { ANI, BETI, cardOf as cardPhoto, portrait } from '../../intake/face/sample-faces.ts'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { photoOf } from '../../support/scripted-intake.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { closeUntroubled, fillUntil, numberIn, person, type Answers } from '../registering.ts'
import { taskOf } from '../staff/counter.ts'

/** A job's status in the database. */
const DONE = 2

const folder = mkdtempSync(join(tmpdir(), 'loket-selfie-'))
let office: Office
let ratna: Phone
beforeAll(async () => {
  cpSync(agenciesFolder, folder, { recursive: true })
  const file = join(folder, 'sintren/agency.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nselfie: { document: ktp, version: '2026-12' }\n`)
  office = await Office.open({ LOKET_AGENCIES: folder })
  ratna = await enrolOfficer(office, 'Bu Ratna')
})
afterAll(async () => {
  await closeUntroubled(office)
  rmSync(folder, { recursive: true })
})

/** A phone whose KTP was taken, at the question about the selfie; gives what was said there. */
async function atConsent(serial: number, ktp: Uint8Array = Buffer.alloc(0)): Promise<Begun> {
  const phone = office.phone(`citizen ${serial}`)
  const answers = person(serial)
  await fillUntil(phone, answers, 'ktp')
  return { phone, answers, said: await phone.sends(photoOf({ printed: { nik: answers.nik } }, ktp)) }
}
interface Begun {
  readonly phone: Phone
  readonly answers: Answers
  readonly said: string
}

async function finish({ phone, answers }: Begun): Promise<{ number: string; review: string }> {
  await phone.says(answers.password)
  const review = await phone.says(answers.password)
  await phone.says('ya')
  const number = numberIn(await phone.says(phone.solve()))
  await ratna.hears(new RegExp(number))
  return { number, review }
}

/** Registers with a selfie; waits until it was compared. */
async function withSelfie(serial: number, selfie: Uint8Array, ktp: Uint8Array) {
  const begun = await atConsent(serial, ktp)
  await begun.phone.says('setuju')
  expect(await begun.phone.sends(photoOf({}, selfie))).toMatch(/kata kunci/i)
  const done = await finish(begun)
  const waiting = { kind: 'compare-faces', status: { not: DONE } }
  await vi.waitFor(async () => expect(await transact((tx) => tx.job.count({ where: waiting }))).toBe(0), { timeout: 20_000 })
  return { ...begun, ...done }
}

/** What the case's picture says of its documents. */
async function notesOf(task: string): Promise<string[]> {
  const [loaded] = loadAgencies(loadTexts(), loadHolidays(), folder)
  if (loaded === undefined) throw new Error('no agency')
  const { agency } = loaded
  const random = seededRandom(1)
  const source = { setting: undefined, file: join(office.folder, 'master.key') }
  const keys = await openKeys(source, office.open.unitOfWork, random)
  const parts = { keys: keys.files, ids: new Ids(office.time), clock: office.time, random }
  // Only findings are read, which lie in the database.
  const vault = new FileVault({ store: new MemoryFileStore(), ...parts })
  const documents = await office.open.unitOfWork.run(async (tx): Promise<TaskCard['documents']> => {
    const row = await findTask({ tx, agency }, task)
    if (row === null) throw new Error('no task')
    return caseDocuments({ tx, vault, agency }, caseOf(row))
  })
  const counter = { ...loaded, regions: await loadRegions(), publicUrl: 'http://127.0.0.1' }
  return documentNotes({ documents }, counter).map(({ text }) => loaded.texts.format('id', text))
}

const transact: Office['open']['unitOfWork']['run'] = (work) => office.open.unitOfWork.run(work)
const consentsOf = (number: string) =>
  transact(async (tx) => {
    const { personId } = await tx.registration.findUniqueOrThrow({ where: { number } })
    return tx.consent.findMany({ where: { personId }, orderBy: { id: 'asc' } })
  })
const slotsOf = (number: string) =>
  transact(async (tx) => {
    const found = await tx.document.findMany({ where: { registration: { number }, removedAt: null }, orderBy: { slot: 'asc' } })
    return found.map(({ slot }) => slot)
  })

describe('a selfie with the KTP', () => {
  it('EREG-8 is asked for with a consent of its own, compared, and only a hint to the officer', async () => {
    const { number, review } = await withSelfie(11, await portrait(ANI), await cardPhoto(ANI))
    expect(review).toMatch(/Izin swafoto: .*\n.*Swafoto dengan KTP: ✓/)
    expect(await notesOf(taskOf(ratna))).toContain('Wajah: mirip. Ini petunjuk mesin, bukan keputusan.')
    expect((await consentsOf(number)).map(({ textKey, textVersion }) => [textKey, textVersion])).toEqual([
      ['registration-consent', '2026-11'],
      ['selfie-consent', '2026-12'],
    ])
    const { flags, status } = await transact((tx) => tx.registration.findUniqueOrThrow({ where: { number } }))
    expect(flags).not.toMatch(/face|selfie/)
    expect(status).toBe('submitted')
    expect(await transact((tx) => verifyAudit(tx))).toMatchObject({ holds: true })
  })

  it('of somebody else is unclear, and the officer is asked to compare', async () => {
    await withSelfie(12, await portrait(BETI), await cardPhoto(ANI))
    const notes = await notesOf(taskOf(ratna))
    expect(notes).toContain('Wajah: tidak jelas, bandingkan sendiri. Ini petunjuk mesin, bukan keputusan.')
    expect(notes.join()).not.toMatch(/beda|berbeda|bukan orang/)
  })

  it('that cannot be opened is unclear too', async () => {
    await withSelfie(13, Buffer.from('no picture'), await cardPhoto(ANI))
    expect(await notesOf(taskOf(ratna))).toContain('Wajah: tidak jelas, bandingkan sendiri. Ini petunjuk mesin, bukan keputusan.')
    // What could not be opened was told to the log, as an operator must know of it.
    office.logLines.splice(0, Infinity, ...office.logLines.filter((line) => !line.includes('a document worker failed')))
  })

  it.each(['tidak', 'lewati'])('is not asked of whoever says "%s", who registers as everybody else', async (refusal) => {
    const begun = await atConsent(refusal === 'tidak' ? 14 : 15)
    expect(begun.said).toMatch(/Boleh minta swafoto\? Ini pilihan Anda[^]*Tidak mau juga tidak apa-apa/)
    expect(await begun.phone.says(refusal)).toMatch(/kata kunci/i)
    const { number } = await finish(begun)
    expect(await slotsOf(number)).toEqual(['ktp'])
    expect((await consentsOf(number)).map(({ textKey }) => textKey)).toEqual(['registration-consent'])
    expect((await notesOf(taskOf(ratna))).join()).not.toMatch(/Wajah/)
  })

  it('can be left out after all: then no consent is kept either', async () => {
    const begun = await atConsent(16)
    expect(await begun.phone.says('setuju')).toMatch(/Kirim swafoto sambil memegang KTP/)
    expect(await begun.phone.says('lewati')).toMatch(/kata kunci/i)
    const { number } = await finish(begun)
    expect((await consentsOf(number)).map(({ textKey }) => textKey)).toEqual(['registration-consent'])
  })

  it('is dropped when its sender thinks better of it at the review', async () => {
    const begun = await atConsent(17)
    await begun.phone.says('setuju')
    await begun.phone.sends(photoOf({}))
    await begun.phone.says(begun.answers.password)
    const review = await begun.phone.says(begun.answers.password)
    const [, place = ''] = /(\d+)\. Izin swafoto/.exec(review) ?? []
    await begun.phone.says(`ubah ${place}`)
    await begun.phone.says('tidak')
    await begun.phone.says('ya')
    const number = numberIn(await begun.phone.says(begun.phone.solve()))
    expect(await slotsOf(number)).toEqual(['ktp'])
  })

  it('speaks English to those who do', async () => {
    const { phone } = await atConsent(18)
    await phone.says('english')
    expect(phone.last.text).toMatch(/May we ask for a selfie\? It is your choice/)
  })

  it.each([
    ['a flood', 'x'.repeat(10_000)],
    ['code', "'; DROP TABLE Consent; --<script>"],
    ['an emoji', '😀'],
    ['a question', 'buat apa?'],
  ])('is not taken as agreed to by %s', async (what, words) => {
    const { phone } = await atConsent(30 + what.length)
    expect(await phone.says(words)).not.toMatch(/Kirim swafoto sambil/)
  })
})

describe('a selfie that is withdrawn', () => {
  it('is erased at once with what was found in it; officers are asked to delete it, and the case goes on', async () => {
    const { phone, number, answers } = await withSelfie(21, await portrait(ANI), await cardPhoto(ANI))
    const task = taskOf(ratna)
    const [selfie] = await transact((tx) => tx.document.findMany({ where: { registration: { number }, slot: 'selfie' } }))
    await prove(phone, number, answers.nik)
    expect(phone.last.text).toMatch(/hanya swafoto, atau semuanya/)
    expect(await phone.taps('Hanya swafoto')).toMatch(/Swafoto Anda sudah dihapus/)
    await ratna.hears(new RegExp(`${number}.*mencabut izin swafoto`))
    const file = await transact((tx) => tx.file.findUniqueOrThrow({ where: { id: selfie?.fileId ?? '' } }))
    expect([file.erasedAt === null, file.wrappedKey]).toEqual([false, null])
    expect(await slotsOf(number)).toEqual(['ktp'])
    expect((await notesOf(task)).join()).not.toMatch(/Wajah/)
    const consents = await consentsOf(number)
    expect(consents.map(({ textKey, withdrawnAt }) => [textKey, withdrawnAt === null])).toEqual([
      ['registration-consent', true],
      ['selfie-consent', false],
    ])
    const { status } = await transact((tx) => tx.registration.findUniqueOrThrow({ where: { number } }))
    expect(status).toBe('submitted')
    await prove(phone, number, answers.nik)
    expect(phone.last.text).toMatch(/Cabut persetujuan sekarang\?/)
  })

  it('goes with everything when all consent is withdrawn', async () => {
    const { phone, number, answers } = await withSelfie(22, await portrait(ANI), await cardPhoto(ANI))
    await prove(phone, number, answers.nik)
    await phone.taps('Semuanya')
    expect(await phone.says('ya')).toMatch(/Persetujuan Anda dicabut/)
    expect(await slotsOf(number)).toEqual(['ktp'])
    expect((await consentsOf(number)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true)
  })

  it('while the form is put right is not handed in again', async () => {
    const { phone, number, answers } = await withSelfie(23, await portrait(ANI), await cardPhoto(ANI))
    await ratna.taps('Minta perbaikan')
    for (const word of ['photo-illegible', 'lewati', 'ya']) await ratna.says(word)
    await phone.hears(/diperbaiki|perbaikan/i)
    await phone.says('perbaiki')
    await prove(phone, number, answers.nik)
    await phone.taps('Hanya swafoto')
    await phone.says('perbaiki')
    await phone.sends(photoOf({ printed: { nik: answers.nik } }))
    await phone.says('ya')
    const again = numberIn(await phone.says(phone.solve()))
    expect(again).not.toBe(number)
    expect(await slotsOf(again)).toEqual(['ktp'])
  })
})

/** Answers the two questions that prove a registration. */
async function prove(phone: Phone, number: string, nik: string): Promise<void> {
  await phone.says('cabut persetujuan')
  await phone.says(number)
  await phone.says(nik)
}
