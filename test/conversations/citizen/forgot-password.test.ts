import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { fillPage, linkIn, visit } from '../../support/page-visit.ts'
import { beActive, closeUntroubled, logIn, person, SITI } from '../registering.ts'

const NEW = 'sembilan bebek menari pagi'
const LINK = /Membuat kata kunci baru/
const MINUTE = 60_000

let office: Office
let siti: Phone
beforeEach(async () => {
  office = await Office.open()
  const officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti')
  await beActive(siti, officer, SITI)
})
afterEach(() => closeUntroubled(office))

/** Says what Lupa Password asks for; gives the one answer. */
async function forget(phone: Phone, known: { nik: string; name: string; phone: string } = SITI): Promise<string> {
  await phone.says('lupa password')
  await phone.says(known.nik)
  await phone.says(known.name)
  await phone.says(known.phone)
  return phone.says(phone.solve())
}

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)
const links = (phone: Phone): number => phone.inbox.filter(({ text }) => LINK.test(text) && text.includes('/l/')).length

describe('Lupa Password', () => {
  it('SIN-94, SIN-95 asks NIK, full name, registered phone number and a sum, then processes it', async () => {
    expect(await siti.says('lupa password')).toMatch(/Lupa password[^]*Berapa NIK Anda\?[^]*Contoh: /)
    expect(await siti.says(SITI.nik)).toMatch(/nama lengkap Anda, seperti yang didaftarkan\?[^]*Contoh: /)
    expect(await siti.says(SITI.name)).toMatch(/nomor HP yang didaftarkan\?[^]*Contoh: /)
    expect(await siti.says(SITI.phone)).toMatch(/hitungan kecil[^]*kami proses[^]*\d+[^]*\?/)
    expect(await siti.says('9999')).toMatch(/hitungan baru/)
    expect(await siti.says(siti.solve())).toMatch(/sudah kami proses/)
  })

  it('SIN-96, SIN-97 tells that the link was sent if the data fit, and what to do if nothing comes; the link arrives in the chat and by e-mail', async () => {
    const said = await forget(siti, { nik: '3326.0141.0790.0001', name: 'hj. SITI  aminah', phone: '+62 812 0000 0001' })
    expect(said).toMatch(
      /Kalau data itu cocok, tautan [^]* kami kirim ke chat dan e-mail yang terdaftar\. Tautan berlaku 30 menit/,
    )
    expect(said).toMatch(/Belum ada yang masuk[^]*PETUGAS[^]*wa\.me[^]*07\.30/)
    expect(await siti.hears(LINK)).toMatch(/\/l\/[\w-]{43}[^]*berlaku 30 menit/)
    expect(labels(siti)).toEqual(['Lewat chat', 'Hubungi petugas'])
    const mail = await office.until(() => office.mail.inbox(SITI.email).find(({ text }) => /30 menit/.test(text)), 'the e-mail')
    expect(mail.subject).toBe('Membuat kata kunci baru')
    for (const datum of [SITI.nik, SITI.name, SITI.phone, SITI.kk]) expect(mail.text).not.toContain(datum)
  })

  it.each([
    ['an unknown NIK', { ...SITI, nik: person(77).nik }],
    ['another name', { ...SITI, name: 'Siti Aminin' }],
    ['another phone number', { ...SITI, phone: '081200000077' }],
  ])('SIN-96 says the same for %s, and sends nothing', async (_what, known) => {
    const stranger = office.phone('stranger')
    const wrong = await forget(stranger, known)
    expect(await forget(office.phone('other'))).toBe(wrong)
    await siti.hears(LINK)
    expect(links(siti)).toBe(1)
    expect([links(stranger), links(office.phone('other'))]).toEqual([0, 0])
  })

  it('goes to a second phone whose platform vouches for the registered number, and to no unproven one', async () => {
    const tablet = office.phone('tablet', '+6281200000001')
    await forget(tablet)
    await tablet.hears(LINK)
    await siti.hears(LINK)
    await forget(office.phone('unproven', '+6281200000055'))
    await siti.hears(LINK)
    expect(links(office.phone('unproven'))).toBe(0)
  })

  it('is closed for half an hour after five times, known or not, with a way on', async () => {
    for (const [name, known] of [
      ['one', SITI],
      ['two', person(77)],
    ] as const) {
      const phone = office.phone(name)
      for (let n = 0; n < 5; n++) expect(await forget(phone, known)).toMatch(/sudah kami proses/)
      expect(await forget(phone, known)).toMatch(/kami tutup dulu selama 30 menit/)
      expect(labels(phone)).toEqual(['Hubungi petugas', 'Menu'])
    }
    office.time.pass(31 * MINUTE)
    expect(await forget(office.phone('one'))).toMatch(/sudah kami proses/)
  })

  it('explains what cannot be an answer, whatever it is', async () => {
    await siti.says('lupa kata kunci')
    for (const bad of ['abc', "' OR 1=1 --", '<b>3326</b>', '\u202e\u0000', '😀', '9'.repeat(10_000), '123'])
      expect(await siti.says(bad), bad.slice(0, 20)).not.toMatch(/nama lengkap/)
    expect(await siti.says('٣٣٢٦٠١٤١٠٧٩٠٠٠٠١')).toMatch(/nama lengkap/)
    expect(await siti.says('<script>')).not.toMatch(/nomor HP yang/)
    expect(await siti.says(SITI.name)).toMatch(/nomor HP yang/)
    expect(await siti.says('Z'.repeat(10_000))).not.toMatch(/hitungan/)
    expect(await siti.says('batal')).toMatch(/lupa kata kunci\* dihentikan/)
  })

  it('writes no NIK, name, number or token to the log', async () => {
    await forget(siti)
    const token = linkIn(await siti.hears(LINK)).slice(3)
    await fillPage(office, `/l/${token}`, { kk: SITI.kk, answer: NEW, again: NEW })
    await siti.hears(/diganti/)
    const log = office.logLines.join('')
    for (const secret of [SITI.nik, SITI.name, '81200000001', SITI.kk, token, NEW]) expect(log).not.toContain(secret)
  })

  it('speaks English to whoever does', async () => {
    await siti.says('english')
    await siti.says('forgot password')
    for (const answer of [SITI.nik, SITI.name, SITI.phone]) await siti.says(answer)
    expect(await siti.says(siti.solve())).toMatch(/If these data fit/)
    expect(await siti.hears(/Make a new password/)).toMatch(/good for 30 minutes/)
  })
})

describe('the page behind the link', () => {
  it('SIN-98, SIN-99, SIN-100 takes family card number and new password, ends every session and leads back to login', async () => {
    await logIn(siti, SITI.nik, SITI.password)
    await forget(office.phone('thief'))
    const link = linkIn(await siti.hears(LINK))
    expect((await visit(office, link)).words).toMatch(/Nomor Kartu Keluarga \(KK\)[^]*Kata kunci baru[^]*Ulangi: Kata kunci baru/)
    expect((await fillPage(office, link, { kk: SITI.kk, answer: 'siti aminah', again: 'siti aminah' })).words).toMatch(
      /memuat data Anda/,
    )
    const done = await fillPage(office, link, { kk: SITI.kk, answer: NEW, again: NEW })
    expect(done.words).toMatch(/Kata kunci sudah diganti.*ketik login/)
    expect(await siti.hears(/Kata kunci akun SINTREN Anda diganti/)).toMatch(/Kalau bukan Anda: pilih Lupa password/)
    expect(labels(siti)).toEqual(['Login', 'Lupa password', 'Hubungi petugas'])
    const told = await office.until(
      () => office.mail.inbox(SITI.email).find(({ subject }) => /diganti/.test(subject ?? '')),
      'mail',
    )
    expect(told.text).toMatch(/Kalau bukan Anda/)
    expect(await siti.says('menu')).not.toMatch(/Selamat datang, \*Siti/)
    expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/belum cocok/)
    await siti.says('batal')
    expect(await logIn(siti, SITI.nik, NEW)).toMatch(/Login berhasil/)
  })

  it('SIN-101 stops at a wrong family card number; the locked link says how to get another', async () => {
    await forget(siti)
    const link = linkIn(await siti.hears(LINK))
    for (let n = 4; n > 0; n--)
      expect((await fillPage(office, link, { kk: '3326010112150003', answer: NEW, again: NEW })).words).toMatch(
        new RegExp(`belum cocok.*Sisa percobaan: ${n}`),
      )
    const locked = await fillPage(office, link, { kk: '3326010112150003', answer: NEW, again: NEW })
    expect(locked.words).toMatch(/Tautan kata kunci dikunci.*lupa password/)
    expect((await fillPage(office, link, { kk: SITI.kk, answer: NEW, again: NEW })).status).toBe(410)
    expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/Login berhasil/)
  })

  it('one of several links does for all; a used and an expired one say so and how to get another', async () => {
    await forget(siti)
    const first = linkIn(await siti.hears(LINK))
    await forget(siti)
    const second = linkIn(await siti.hears(LINK))
    await fillPage(office, second, { kk: SITI.kk, answer: NEW, again: NEW })
    await siti.hears(/diganti/)
    expect((await visit(office, first)).words).toMatch(/Tautan kata kunci sudah dipakai.*lupa password/)
    await forget(siti)
    const third = linkIn(await siti.hears(LINK))
    office.time.pass(31 * MINUTE)
    expect((await visit(office, third)).words).toMatch(/sudah habis waktunya.*lupa password/)
  })

  it('lets in who was locked out by trying before', async () => {
    let said = await logIn(siti, SITI.nik, 'salah sekali ini')
    for (let n = 1; n < 5; n++) {
      await siti.says('batal')
      said = await logIn(siti, SITI.nik, 'salah sekali ini')
    }
    expect(said).toMatch(/ditutup dulu/)
    await forget(siti)
    await fillPage(office, linkIn(await siti.hears(LINK)), { kk: SITI.kk, answer: NEW, again: NEW })
    await siti.hears(/diganti/)
    expect(await logIn(siti, SITI.nik, NEW)).toMatch(/Login berhasil/)
  })
})

describe('the same in the chat', () => {
  it('SIN-98, SIN-99, SIN-100 asks the number and the password twice, deletes what was typed, and goes on to login', async () => {
    await forget(siti)
    const link = linkIn(await siti.hears(LINK))
    expect(await siti.taps('Lewat chat')).toMatch(/nomor Kartu Keluarga/)
    expect(await siti.says(SITI.kk, { id: 'in-kk' })).toMatch(/Cocok\. Sekarang tulis kata kunci baru/)
    expect(await siti.says('12345678', { id: 'in-weak' })).toMatch(/mudah ditebak|ditebak orang/)
    expect(await siti.says(NEW, { id: 'in-new' })).toMatch(/sekali lagi, persis sama/)
    expect(await siti.says('bukan yang tadi', { id: 'in-differs' })).toMatch(/tidak sama dengan yang tadi/)
    await siti.says(NEW, { id: 'in-again' })
    const done = await siti.hears(/Kata kunci Anda sudah diganti/)
    expect(done).toMatch(/login dengan kata kunci baru/)
    await siti.hears(/Berapa NIK Anda/)
    expect(office.phones.deleted).toEqual(expect.arrayContaining(['in-kk', 'in-weak', 'in-new', 'in-differs', 'in-again']))
    expect((await visit(office, link)).words).toMatch(/sudah dipakai/)
    expect(await logIn(siti, SITI.nik, NEW)).toMatch(/Login berhasil/)
  })

  it('SIN-101 stops at a wrong family card number, kindly, and then for good', async () => {
    await forget(siti)
    await siti.hears(LINK)
    await siti.taps('Lewat chat')
    for (let n = 0; n < 4; n++) expect(await siti.says('3326010112150003')).toMatch(/Nomor KK itu belum cocok/)
    expect(await siti.says('3326010112150003')).toMatch(/tautan ini kami kunci/)
    expect(labels(siti)).toEqual(['Lupa password', 'Hubungi petugas'])
    expect(await siti.says('reset password')).toMatch(/tidak ada tautan kata kunci baru yang masih berlaku/)
  })

  it('is there only in a chat that was sent a link, and only as long as it is open', async () => {
    expect(await siti.says('reset password')).toMatch(/tidak ada tautan kata kunci baru/)
    expect(labels(siti)).toEqual(['Lupa password', 'Hubungi petugas'])
    await forget(siti)
    await siti.hears(LINK)
    const button = siti.last.buttons[0]?.id ?? ''
    expect(button).toMatch(/^\/reset:/)
    expect(await office.phone('thief').tapsId(button)).toMatch(/tidak ada tautan kata kunci baru/)
    expect(await siti.says('reset password')).toMatch(/nomor Kartu Keluarga/)
    await siti.says(SITI.kk)
    await siti.says(NEW)
    office.time.pass(31 * MINUTE)
    expect(await siti.says(NEW)).toMatch(/sudah habis[^]*Lupa password/)
    expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/Login berhasil/)
  })

  it('is over when the page was quicker', async () => {
    await forget(siti)
    const link = linkIn(await siti.hears(LINK))
    await siti.taps('Lewat chat')
    await siti.says(SITI.kk)
    await siti.says(NEW)
    await fillPage(office, link, { kk: SITI.kk, answer: 'lima kuda laut biru', again: 'lima kuda laut biru' })
    await siti.hears(/diganti/)
    expect(await siti.says(NEW)).toMatch(/sudah habis, atau kata kuncinya sudah diganti/)
    expect(await logIn(siti, SITI.nik, 'lima kuda laut biru')).toMatch(/Login berhasil/)
  })
})
