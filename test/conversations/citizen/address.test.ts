import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agencyFolder } from '../../support/agency-folder.ts'
import { Office, type Phone } from '../../support/office.ts'
import { photoOf } from '../../support/scripted-intake.ts'
import { labels } from '../mandates.ts'
import { closeUntroubled, fillUntil, person } from '../registering.ts'

/** An agency whose form asks for the street as well, and that has the address compared with the KTP. */
const WITH_ADDRESS = {
  documents: [],
  questions: {},
  texts: `
registration-address = Di jalan apa rumah Anda?
registration-address-label = Alamat
registration-address-help = Tulis seperti di KTP.
`,
  changes: [
    ['    checks: [legible, kind, identity]\n', '    checks: [legible, kind, identity, address]\n'],
    [
      '    - { id: phone, field: phone, entry: chat, guide: SIN-38 }\n',
      '    - { id: address, field: address, entry: chat }\n    - { id: phone, field: phone, entry: chat, guide: SIN-38 }\n',
    ],
  ],
} as const

/** What is printed on Siti's KTP. */
const PRINTED = {
  address: 'JALAN MAWAR NO 5 RT 003/RW 002',
  village: 'KARANGSARI',
  district: 'KARANGANYAR',
  regency: 'KABUPATEN PEKALONGAN',
  province: 'JAWA TENGAH',
}

let folder: string
let office: Office
beforeAll(async () => {
  folder = agencyFolder(WITH_ADDRESS)
  office = await Office.open({ LOKET_AGENCIES: folder })
})
afterAll(async () => {
  await closeUntroubled(office)
  rmSync(folder, { recursive: true })
})

let serial = 0

/** A phone at the question for the KTP, with this street. */
async function atKtp(address: string): Promise<Phone> {
  const answers = person(++serial)
  const phone = office.phone(`address ${serial}`)
  expect(await fillUntil(phone, answers, 'phone')).toMatch(/Di jalan apa/)
  await phone.says(address)
  await phone.says(answers.phone)
  expect(await phone.says(answers.email)).toMatch(/Kirim foto KTP/)
  return phone
}

describe('the address', () => {
  it('EXP-11 that is the one on the KTP goes on without a word, however it is written', async () => {
    const phone = await atKtp('jl. mawar nomer 5, rt 3 / rw 2')
    expect(await phone.sends(photoOf({ printed: PRINTED }))).toMatch(/jelas terbaca[^]*kata kunci/i)
  })

  it('EXP-11 that is another one is asked about once, with what differs, and never refused', async () => {
    const phone = await atKtp('Jl. Melati No. 9')
    const asked = await phone.sends(photoOf({ printed: PRINTED }))
    expect(asked).toMatch(/Alamat di foto sepertinya berbeda dari yang Anda isi/)
    expect(asked).toMatch(/MELATI NO. 9 \(diketik\)\n.*MAWAR .*5 .*\(di foto\)/)
    expect(labels(phone)).toEqual(['Perbaiki alamat', 'Foto lain', 'Sudah benar, lanjut'])
    expect(await phone.says('foto lain')).toMatch(/Kirim|kirim/)
    expect(await phone.sends(photoOf({ printed: PRINTED }))).toMatch(/kata kunci/i)
  })

  it('EXP-11 can be left as it is by one tap', async () => {
    const phone = await atKtp('Jl. Melati No. 9')
    await phone.sends(photoOf({ printed: PRINTED }))
    expect(await phone.taps('Sudah benar, lanjut')).toMatch(/Petugas akan menilainya[^]*kata kunci/i)
  })

  it('EXP-11 is put right where it was typed, and the same photo is looked at again', async () => {
    const phone = await atKtp('Jl. Melati No. 9')
    await phone.sends(photoOf({ printed: PRINTED }))
    expect(await phone.says('perbaiki')).toMatch(/Jl\. Melati No\. 9[^]*Di jalan apa/)
    expect(await phone.says('Jl. Mawar 5')).toMatch(/kata kunci/i)
  })

  it('EXP-11 is asked about by its region too, and asked anew from there', async () => {
    const phone = await atKtp('Jl. Mawar 5')
    const asked = await phone.sends(photoOf({ printed: { ...PRINTED, village: 'WONOPRINGGO KULON' } }))
    expect(asked).toMatch(/Alamat di foto sepertinya berbeda[^]*KARANGSARI \(diketik\)\nWONOPRINGGO KULON \(di foto\)/)
    expect(await phone.taps('Perbaiki alamat')).toMatch(/desa|kelurahan/i)
  })

  it('EXP-11 of which nothing was read for sure is for an officer, without a question', async () => {
    const phone = await atKtp('Jl. Melati No. 9')
    expect(await phone.sends(photoOf({ printed: { district: 'KARANGANYER' } }))).toMatch(/kata kunci/i)
  })

  it('is filled in from the photo where the form begins with one, and then the same', async () => {
    const phone = office.phone('photo first')
    const answers = person(++serial)
    await phone.says('daftar')
    await phone.says('setuju')
    const printed = { ...PRINTED, nik: answers.nik, name: 'SITI AMINAH', birthPlace: 'PEKALONGAN', birthDate: '1990-07-01' }
    expect(await phone.sends(photoOf({ printed }))).toMatch(/Alamat: JALAN MAWAR NO 5 RT 003\/RW 002/)
    expect(await phone.says('ya')).toMatch(/Kartu Keluarga/)
    await phone.says(answers.kk)
    expect(await phone.says(answers.mother)).toMatch(/nomor HP/i)
    await phone.says(answers.phone)
    expect(await phone.says(answers.email)).toMatch(/kata kunci/i)
  })

  it('is not taken when it is none, and what to type is said', async () => {
    const phone = office.phone('garbage')
    await fillUntil(phone, person(++serial), 'phone')
    for (const text of ['x', "Robert'); DROP TABLE person;--", '<b>Jl. Mawar</b>', 'شارع الورد', '🏠🏠🏠', 'a'.repeat(10_000)])
      expect(await phone.says(text)).toMatch(/[Jj]alan|seperti di KTP/)
    expect(await phone.says('Jl. Mawar 5')).toMatch(/nomor HP/i)
  })
})
