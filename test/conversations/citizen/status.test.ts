import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer, returnNewest } from '../../support/officers.ts'
import { beApproved, closeUntroubled, person, register, SITI } from '../registering.ts'

let office: Office
let officer: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
})
afterEach(() => closeUntroubled(office))

/** Asks after a registration from another chat; gives the answer. */
async function ask(phone: Phone, number: string, nik: string): Promise<string> {
  await phone.says('status')
  await phone.says(number)
  await phone.says(nik)
  return phone.says(phone.solve())
}

describe('from one’s own chat', () => {
  it('SIN-51 "status" tells at once how the registration stands, without login', async () => {
    const siti = office.phone('siti')
    const number = await register(siti, SITI)
    const waiting = await siti.says('cek status')
    expect(waiting).toContain(number)
    expect(waiting).toMatch(/menunggu pemeriksaan petugas[^]*Dikirim: Senin, 23 November 2026 pukul 10\.00 WIB/)
    expect(waiting).toMatch(/Nomor antrean: 1[^]*paling lambat: Rabu, 25 November 2026 pukul 16\.00 WIB/)

    await returnNewest(officer, 'Minta perbaikan', 'photo illegible')
    await siti.hears(/perlu diperbaiki/)
    const returned = await siti.says('sampai mana?')
    expect(returned).toMatch(/perlu perbaikan[^]*Alasan: Foto KTP tidak terbaca[^]*Yang perlu dilakukan: Foto ulang/)
    expect(siti.last.buttons.map(({ label }) => label)).toEqual(['Perbaiki data', 'Menu'])
  })

  it('says after the approval what is left to do, and nothing when nothing is', async () => {
    const siti = office.phone('siti')
    await beApproved(siti, officer, SITI)
    expect(await siti.says('status')).toMatch(/\*disetujui\*[^]*Tinggal satu langkah[^]*AKTIVASI/)
    await siti.taps('Aktifkan akun')
    await siti.says(SITI.mother)
    await siti.says(siti.solve())
    expect(await siti.says('status')).toMatch(/sudah aktif\. Tulis LOGIN/)
    expect(siti.last.buttons.map(({ label }) => label)).toEqual(['Login', 'Menu'])
  })

  it('several registrations wait in their order', async () => {
    for (const serial of [1, 2, 3]) await register(office.phone(`warga ${serial}`), person(serial))
    expect(await office.phone('warga 3').says('status')).toMatch(/Nomor antrean: 3/)
    const cards = (): number => officer.inbox.filter(({ text }) => /\*Pendaftaran REG-/.test(text)).length
    await office.until(() => (cards() === 3 ? true : undefined), 'three cards')
    const first = officer.inbox.find(({ buttons }) => buttons.some(({ label }) => label === 'Setujui'))
    await officer.tapsId(first?.buttons[0]?.id ?? '')
    await officer.says('ya')
    expect(await office.phone('warga 2').says('status')).toMatch(/Nomor antrean: 1/)
  })
})

describe('from another chat', () => {
  it('number and NIK together show the registration', async () => {
    const number = await register(office.phone('siti'), SITI)
    const other = office.phone('other')
    expect(await ask(other, number, SITI.nik)).toMatch(/menunggu pemeriksaan petugas/)
    expect(await ask(other, number.toLowerCase().replaceAll('-', ' '), '3326 0141 0790 0001')).toContain(number)
  })

  it('a wrong pair, an unknown NIK and an unknown number get one and the same answer', async () => {
    const number = await register(office.phone('siti'), SITI)
    await register(office.phone('budi'), person(2))
    const other = office.phone('other')
    const wrongPair = await ask(other, number, person(2).nik)
    const unknownNik = await ask(other, number, person(99).nik)
    const unknownNumber = await ask(other, 'REG-2611-000000', SITI.nik)
    expect(wrongPair).toMatch(/tidak menemukan pendaftaran dengan nomor dan NIK itu/)
    expect(unknownNik).toBe(wrongPair)
    expect(unknownNumber).toBe(wrongPair)
    expect(other.last.buttons.map(({ label }) => label)).toEqual(['Coba lagi', 'Daftar', 'Hubungi petugas'])
  })

  it('after too many wrong tries even the right pair finds nothing for a while, with the same words', async () => {
    const number = await register(office.phone('siti'), SITI)
    const other = office.phone('other')
    let wrong = ''
    for (let n = 0; n < 5; n++) wrong = await ask(other, number, person(30 + n).nik)
    expect(await ask(other, number, SITI.nik)).toBe(wrong)
    office.time.pass(31 * 60_000)
    expect(await ask(other, number, SITI.nik)).toMatch(/menunggu pemeriksaan/)
  })

  it('what cannot be a registration number is explained with an example', async () => {
    const other = office.phone('other')
    await other.says('status')
    for (const text of ['hm', '3326014107900001', 'REG-26', 'REG-2611-7K3F9Q-X'])
      expect(await other.says(text), text).toMatch(/diawali REG[^]*Contoh: REG-2611-7K3F9Q/)
    expect(await other.says('bantuan')).toMatch(/Nomor itu ada di pesan/)
    expect(await other.says('reg 2611.7k3f9q')).toMatch(/Berapa NIK yang didaftarkan/)
    expect(await other.says('abc')).toMatch(/NIK hanya berisi angka/)
  })
})
