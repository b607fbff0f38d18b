import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { fillPage, linkIn, visit } from '../../support/page-visit.ts'
import { beApproved, closeUntroubled, logIn, person, register, SITI } from '../registering.ts'

let office: Office
let siti: Phone
let officer: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti', '+6281200000001')
})
afterEach(() => closeUntroubled(office))

const approval = (phone: Phone): string => phone.inbox.findLast(({ text }) => /Ini tautan aktivasi/.test(text))?.text ?? ''

/** Answers activation in the chat. */
async function activate(mother: string, sum?: string): Promise<string> {
  await siti.says(mother)
  return siti.says(sum ?? siti.solve())
}

describe('the activation link', () => {
  it('SIN-49, SIN-50 comes by chat and by e-mail, and says that it activates the SINTREN account', async () => {
    await beApproved(siti, officer, SITI)
    expect(approval(siti)).toMatch(/disetujui[^]*Ini tautan aktivasi akun SINTREN Anda:\nhttp\S+\/l\//)
    const mail = await office.until(() => office.mail.inbox(SITI.email).find(({ text }) => /\/l\//.test(text)), 'the e-mail')
    expect(mail.subject).toBe('Aktivasi akun Anda')
    expect(mail.text).toMatch(/Ini tautan aktivasi akun SINTREN:\nhttp\S+\/l\//)
    for (const datum of [SITI.nik, SITI.name, SITI.mother]) expect(mail.text).not.toContain(datum)
    expect(linkIn(mail.text)).not.toBe(linkIn(approval(siti)))
  })

  it('SIN-55 goes to the chat of the number that was registered, and to no other', async () => {
    const stranger = office.phone('stranger', '+6281200000099')
    await register(stranger, person(9))
    await officer.hears(/Pendaftaran REG-/)
    await beApproved(siti, officer, SITI)
    expect(siti.inbox.filter(({ text }) => /tautan aktivasi akun SINTREN/.test(text))).toHaveLength(1)
    expect(stranger.inbox.filter(({ text }) => /tautan aktivasi akun/.test(text))).toEqual([])
  })

  it('SIN-56 comes with advice for when it cannot be tapped', async () => {
    await beApproved(siti, officer, SITI)
    expect(approval(siti)).toMatch(/Kalau tautan tidak bisa ditekan, simpan dulu nomor ini di kontak Anda/)
  })

  it('SIN-53, SIN-57, SIN-60 opens "Aktivasi Akun SINTREN", activates, and leads to login', async () => {
    await beApproved(siti, officer, SITI)
    const link = linkIn(approval(siti))
    expect((await visit(office, link)).words).toMatch(/Aktivasi Akun SINTREN/)
    expect((await fillPage(office, link, { mother: 'Orang Lain' })).words).toMatch(/Data belum cocok/)
    const done = await fillPage(office, link, { mother: SITI.mother })
    expect(done.words).toMatch(/Akun SINTREN Anda sudah bisa dipakai[^]*ketik login/)
    expect(await siti.says('menu')).toMatch(/sudah aktif\. Silakan login/)
    expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/Login berhasil/)
  })

  it('works once, and not after a day; the link of the e-mail ends with it', async () => {
    await beApproved(siti, officer, SITI)
    const mail = await office.until(() => office.mail.inbox(SITI.email).find(({ text }) => /\/l\//.test(text)), 'the e-mail')
    await fillPage(office, linkIn(mail.text), { mother: SITI.mother })
    expect((await visit(office, linkIn(mail.text))).words).toMatch(/sudah dipakai/)
    expect((await visit(office, linkIn(approval(siti)))).words).toMatch(/sudah dipakai/)

    const budi = office.phone('budi')
    await beApproved(budi, officer, person(2))
    office.time.pass(25 * 3_600_000)
    expect((await visit(office, linkIn(approval(budi)))).words).toMatch(/tidak berlaku/)
    expect(await budi.says('aktivasi')).toMatch(/siapa nama ibu kandung/)
  })
})

describe('activation in the chat', () => {
  it('SIN-58, SIN-59 asks the mother’s name and a sum, and never says which of them was wrong', async () => {
    await beApproved(siti, officer, SITI)
    expect(await siti.taps('Aktifkan akun')).toMatch(/siapa nama ibu kandung Anda\?/)
    const wrongMother = await activate('Sri Wahyuni')
    expect(wrongMother).toMatch(/^Data belum cocok\./)
    const wrongSum = await activate(SITI.mother, '9999')
    const bothWrong = await activate('Sri Wahyuni', '9999')
    expect(wrongSum).toBe(wrongMother)
    expect(bothWrong).toBe(wrongMother)
    expect(await activate('  sri   LESTARI ')).toMatch(/\*Akun Anda aktif\.\*[^]*silakan login/)
    expect(siti.last.buttons.map(({ label }) => label)).toEqual(['Login'])
  })

  it('is locked for a while after five wrong tries, in the chat and on the page', async () => {
    await beApproved(siti, officer, SITI)
    await siti.says('aktivasi')
    let last = ''
    for (let n = 0; n < 5; n++) last = await activate('Orang Lain')
    expect(last).toMatch(/terlalu banyak percobaan[^]*hubungi petugas/)
    expect(siti.last.buttons.map(({ label }) => label)).toEqual(['Hubungi petugas'])
    await siti.says('aktivasi')
    expect(await activate(SITI.mother)).toMatch(/terlalu banyak percobaan/)
    expect((await fillPage(office, linkIn(approval(siti)), { mother: SITI.mother })).words).toMatch(/Terlalu banyak percobaan/)
    office.time.pass(31 * 60_000)
    await siti.says('aktivasi')
    expect(await activate(SITI.mother)).toMatch(/Akun Anda aktif/)
  })

  it('has nothing to do in a chat without an approved registration', async () => {
    expect(await siti.says('aktivasi')).toMatch(/Tidak ada akun yang menunggu aktivasi/)
    expect(siti.last.buttons.map(({ label }) => label)).toEqual(['Cek status', 'Login'])
    await register(siti, SITI)
    expect(await siti.says('aktifkan akun')).toMatch(/Tidak ada akun yang menunggu aktivasi/)
  })

  it('takes nonsense calmly', async () => {
    await beApproved(siti, officer, SITI)
    await siti.says('aktivasi')
    expect(await siti.says('12345')).toMatch(/Nama tidak berisi angka/)
    expect(await siti.sendsOther('sticker')).toMatch(/nama ibu kandung/)
    await siti.says(SITI.mother)
    expect(await siti.says('entahlah')).toMatch(/satu angka/)
    expect(await siti.says(siti.solve())).toMatch(/Akun Anda aktif/)
  })
})
