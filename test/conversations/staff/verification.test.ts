import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agencyFolder } from '../../support/agency-folder.ts'
import { Office, type Phone } from '../../support/office.ts'
import { approveNewest, enrolOfficer } from '../../support/officers.ts'
import { photoOf } from '../../support/scripted-intake.ts'
import { closeUntroubled, fillUntil, numberIn, person, register, type Answers } from '../registering.ts'

/** An agency that asks for no more than a KTP, and checks within five working days, usually two to five. */
const BEFORE = {
  documents: ['{ id: domisili, kind: "any", types: [jpeg, png], maxMegabytes: 2, checks: [legible] }'],
  questions: {},
  texts: 'document-domisili = Surat Domisili',
  changes: [
    ['  workingDays: 2\n  usualWorkingDays: { from: 1, to: 2 }\n', '  workingDays: 5\n  usualWorkingDays: { from: 2, to: 5 }\n'],
  ],
} as const
/** The same, once it asks for a second document. */
const AFTER = { ...BEFORE, questions: { residence: 'domisili' } }

let folder: string
let office: Office
let ratna: Phone
beforeAll(async () => {
  folder = agencyFolder(BEFORE)
  office = await Office.open({ LOKET_AGENCIES: folder })
  ratna = await enrolOfficer(office, 'Bu Ratna', 'verifikator')
})
afterAll(async () => {
  await closeUntroubled(office)
  rmSync(folder, { recursive: true })
})

/** The counter starts anew, with a form that asks for a second document. */
async function askForMore(): Promise<void> {
  await office.stop()
  const later = agencyFolder(AFTER)
  cpSync(join(later, 'sintren'), join(folder, 'sintren'), { recursive: true })
  rmSync(later, { recursive: true })
  await office.start()
}

/** Answers what comes behind the documents; gives what is said at the end. */
async function finish(phone: Phone, { password }: Answers): Promise<string> {
  await phone.hears(/kata kunci/i)
  await phone.says(password)
  await phone.says(password)
  await phone.says('ya')
  return phone.says(phone.solve())
}

describe('how long verification takes', () => {
  it('EXP-7 is said when the documents are handed in, and in the status, with the last day by the calendar of working days', async () => {
    // Monday, 21 December 2026: collective leave on the 24th, Christmas on the 25th, then a weekend.
    office.time.pass(28 * 86_400_000)
    const phone = office.phone('before christmas')
    await fillUntil(phone, person(1), 'ktp')
    await phone.sends(photoOf({}))
    const sent = await finish(phone, person(1))
    expect(sent).toMatch(/biasanya perlu 2–5 hari kerja, paling lambat Rabu, 30 Desember 2026 pukul 16\.00 WIB/)
    expect(await phone.says('status')).toMatch(/paling lambat: Rabu, 30 Desember 2026 pukul 16\.00 WIB\nBiasanya: 2–5 hari kerja/)
    await phone.says('bahasa')
    await phone.says('english')
    expect(await phone.says('status')).toMatch(/Usually: 2–5 working days/)
  })
})

describe('an account', () => {
  it('EXP-6 is not verified while a required document is missing, though another was uploaded', async () => {
    const siti = office.phone('siti')
    const number = await register(siti, person(2))
    await askForMore()
    await approveNewest(ratna, number)
    expect(ratna.last.text).toMatch(/belum bisa disetujui\.\* Dokumen wajib yang belum ada:\n– residence\nPilih Minta perbaikan/)
    expect(await siti.says('status')).toMatch(/menunggu pemeriksaan/)

    await ratna.taps('Minta perbaikan')
    await ratna.says('other')
    await ratna.says('residence')
    await ratna.says('Kirim juga surat domisili.')
    expect(await ratna.says('ya')).toMatch(/dikembalikan/)
    await siti.hears(/Kirim juga surat domisili/)
    expect(await siti.says('perbaiki')).toMatch(/Kirim residence/)
    await siti.sends(photoOf({}))
    await siti.says('ya')
    const again = numberIn(await siti.says(siti.solve()))
    await approveNewest(ratna, again)
    await siti.hears(/disetujui/)
  })

  it('EXP-6 is not handed in while one is missing: no word leads past the question for it', async () => {
    const budi = office.phone('budi')
    await fillUntil(budi, person(3), 'ktp')
    expect(await budi.sends(photoOf({}))).toMatch(/Kirim residence/)
    for (const word of ['lewati', 'sudah', 'selesai', 'kirim saja', 'ya', 'tidak ada', 'lanjut'])
      expect(await budi.says(word)).not.toMatch(/kata kunci|Periksa lagi/i)
    expect(await budi.sends(photoOf({ refused: 'damaged' }))).not.toMatch(/kata kunci|Periksa lagi/i)
    expect(await budi.sends(photoOf({}))).toMatch(/kata kunci/i)
  })
})
