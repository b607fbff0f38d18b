import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agencyFolder } from '../../support/agency-folder.ts'
import { Office, type Phone } from '../../support/office.ts'
import { photoOf } from '../../support/scripted-intake.ts'
import { closeUntroubled, fillUntil, person } from '../registering.ts'

/** An agency that asks for a passport or a KTP, for several pages, and for a letter of attorney. */
const FURTHER = {
  documents: [
    '{ id: identitas, kind: passport, also: [ktp], types: [jpeg, png, pdf], maxMegabytes: 2, checks: [legible, kind, identity, expiry], ifExpired: surat-pembaruan, note: true }',
    '{ id: surat-pembaruan, kind: "any", types: [pdf, jpeg, png], maxMegabytes: 2, checks: [legible], note: true }',
    '{ id: akta, kind: "any", types: [jpeg, png], maxMegabytes: 2, pages: 3, checks: [legible] }',
    '{ id: surat-kuasa, kind: "any", types: [pdf], maxMegabytes: 1, pages: 5, shrink: false, checks: [] }',
  ],
  questions: { identity: 'identitas', renewal: 'surat-pembaruan', deed: 'akta', attorney: 'surat-kuasa' },
  texts: `
document-identitas = Paspor atau KTP
document-identitas-note = Datanya harus benar dan akurat, salinannya jelas, dan masih berlaku.
document-surat-pembaruan = Surat Pernyataan Pembaruan
document-surat-pembaruan-note = Surat dari imigrasi bahwa paspor Anda sedang diperbarui.
document-akta = Akta
document-surat-kuasa = Surat Kuasa
`,
}

let folder: string
let office: Office
beforeAll(async () => {
  folder = agencyFolder(FURTHER)
  office = await Office.open({ LOKET_AGENCIES: folder })
})
afterAll(async () => {
  await closeUntroubled(office)
  rmSync(folder, { recursive: true })
})

let serial = 0

/** A phone whose photo of the KTP was good, at the question for passport or KTP; gives what was said there. */
async function atIdentity(name: string): Promise<{ phone: Phone; said: string }> {
  const phone = office.phone(name)
  await fillUntil(phone, person(++serial), 'ktp')
  return { phone, said: await phone.sends(photoOf({})) }
}

async function atDeed(name: string): Promise<Phone> {
  const { phone } = await atIdentity(name)
  expect(await phone.sends(photoOf({ printed: { name: 'SITI AMINAH' } }))).toMatch(/Kirim deed/)
  return phone
}

describe('the documents of a form', () => {
  it('EXP-5 EXP-8 are asked for one by one, each with what is to be minded before it is sent', async () => {
    const { phone, said } = await atIdentity('one by one')
    expect(said).toMatch(/benar dan akurat[^]*Kirim identity/)
    expect(await phone.sends(photoOf({}))).toMatch(/Kirim deed/)
    expect(await phone.sends(photoOf({}))).toMatch(/1 lembar sudah/)
    expect(await phone.taps('Sudah semua')).toMatch(/Kirim attorney/)
    expect(await phone.sends(photoOf({ pages: 2 }), { as: 'document', mime: 'application/pdf' })).toMatch(/kata kunci/i)
  })

  it('INS-17 INS-18 INS-19 take a letter of attorney as a PDF of 1 MB only, and say so', async () => {
    const phone = await atDeed('attorney')
    await phone.sends(photoOf({}))
    await phone.says('sudah semua')
    expect(await phone.sends(photoOf({}), { mime: 'image/jpeg' })).toMatch(/berkas PDF, paling besar 1 MB/)
    const pdf = { as: 'document', mime: 'application/pdf' } as const
    expect(await phone.sends(photoOf({}), { ...pdf, size: 1_048_577 })).toMatch(/paling besar 1 MB/)
    expect(await phone.says('ini suratnya')).toMatch(/perlu berkas PDF/)
    expect(await phone.sends(photoOf({ pages: 5 }), { ...pdf, size: 1_048_576 })).toMatch(/kata kunci/i)
  })
})

describe('a passport or a KTP', () => {
  it.each(['passport', 'ktp'] as const)('EXP-1 may be a %s, and the name on it is compared', async (kind) => {
    const { phone } = await atIdentity(`either ${kind}`)
    const said = await phone.sends(
      photoOf({ printed: { name: 'SITI AMINAH', ...(kind === 'passport' && { passport: 'X0000001' }) } }),
    )
    expect(said).toMatch(/Kirim deed/)
  })

  it('EXP-10 that bears another name is asked about', async () => {
    const { phone } = await atIdentity('another name')
    expect(await phone.sends(photoOf({ printed: { name: 'BUDI SANTOSO' } }))).toMatch(/Nama di foto sepertinya sedikit berbeda/)
    expect(await phone.taps('Sudah benar, lanjut')).toMatch(/Kirim deed/)
  })

  it('EXP-12 EXP-13 that has run out needs the letter of its renewal besides', async () => {
    const { phone } = await atIdentity('expired')
    const said = await phone.sends(photoOf({ expired: true }))
    expect(said).toMatch(/sudah habis masa berlakunya[^]*surat pernyataan pembaruan[^]*dari imigrasi[^]*Kirim renewal/)
    expect(await phone.sends(photoOf({}))).toMatch(/Kirim deed/)
  })
})

describe('a document of several pages', () => {
  it('is taken as an album, page by page, and spoken of once', async () => {
    const phone = await atDeed('album')
    const before = phone.inbox.length
    expect(await phone.sendsTogether(photoOf({}), photoOf({}))).toMatch(/Foto jelas terbaca[^]*2 lembar sudah/)
    expect(phone.inbox.length).toBe(before + 1)
    expect(phone.last.buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Sudah semua', 'Tambah lembar', 'Hapus lembar 1', 'Ganti lembar 2']),
    )
    expect(await phone.taps('Sudah semua')).toMatch(/Kirim attorney/)
  })

  it('is not taken beyond what the agency allows, and that is said', async () => {
    const phone = await atDeed('too many')
    const four = Array.from({ length: 4 }, () => photoOf({}))
    expect(await phone.sendsTogether(...four)).toMatch(/paling banyak 3 lembar\. 1 foto terakhir tidak kami ambil/)
    expect(await phone.says('sudah semua')).toMatch(/Kirim attorney/)
  })

  it('of whose photos one is bad keeps the others', async () => {
    const phone = await atDeed('one bad')
    const said = await phone.sendsTogether(photoOf({}), photoOf({ fault: 'dark' }))
    expect(said).toMatch(/Foto ke-2: Fotonya terlalu gelap[^]*1 lembar sudah/)
  })

  it('has pages deleted and replaced before it is handed in', async () => {
    const phone = await atDeed('changed')
    await phone.sendsTogether(photoOf({}), photoOf({}))
    expect(await phone.taps('Hapus lembar 1')).toMatch(/1 lembar sudah/)
    expect(await phone.says('ganti 1')).toMatch(/pengganti lembar 1/)
    expect(await phone.sends(photoOf({ undecided: true }))).toMatch(/Petugas akan menilainya[^]*1 lembar sudah/)
    expect(await phone.taps('Tambah lembar')).toMatch(/Kirim|kirim/)
    expect(await phone.sends(photoOf({}))).toMatch(/2 lembar sudah/)
    expect(await phone.says('itu saja')).toMatch(/Kirim attorney/)
  })
})
