import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { fillPage, linkIn } from '../../support/page-visit.ts'
import { answerLogin, beActive, closeUntroubled, logIn, SITI } from '../registering.ts'

const NEW = 'sembilan bebek menari pagi'

let office: Office
let siti: Phone
beforeEach(async () => {
  office = await Office.open()
  const officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti')
  await beActive(siti, officer, SITI)
})
afterEach(() => closeUntroubled(office))

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)

/** Answers the old password; gives what comes after it was checked. */
async function answerOld(password: string): Promise<string> {
  await siti.says(password)
  return siti.hears(/kata kunci baru, paling sedikit|belum cocok|ditutup dulu/)
}

it('SIN-87 the menu of whoever is logged in recommends a change when there is reason, and offers it', async () => {
  await logIn(siti, SITI.nik, SITI.password)
  expect(await siti.says('pemohon')).toMatch(/Tips: ganti kata kunci kalau pernah dipakai di tempat lain/)
  expect(labels(siti)).toContain('Ganti password')
  expect(await siti.taps('Ganti password')).toMatch(/kata kunci Anda yang lama\?/)
})

it('SIN-88 it needs a login, leads there and comes back', async () => {
  expect(await siti.says('ganti password')).toMatch(/login dulu[^]*Berapa NIK Anda/)
  expect(await answerLogin(siti, SITI.nik, SITI.password)).toMatch(/Login berhasil[^]*kata kunci Anda yang lama\?/)
})

describe('once logged in', () => {
  beforeEach(async () => {
    await logIn(siti, SITI.nik, SITI.password)
  })

  it('SIN-89, SIN-93 asks old, new and new again, deletes them, ends every session, and asks for login', async () => {
    const other = office.phone('tablet')
    await logIn(other, SITI.nik, SITI.password)
    await siti.says('ganti kata kunci')
    await siti.says(SITI.password, { id: 'in-old' })
    expect(await siti.hears(/paling sedikit 8 karakter/)).toMatch(/berbeda dari yang lama/)
    expect(await siti.says(NEW, { id: 'in-new' })).toMatch(/sekali lagi, persis sama/)
    await siti.says(NEW, { id: 'in-again' })
    expect(await siti.hears(/berhasil diganti/)).toMatch(/juga di HP lain[^]*login lagi/)
    await siti.hears(/Berapa NIK Anda/)
    expect(office.phones.deleted).toEqual(expect.arrayContaining(['in-old', 'in-new', 'in-again']))
    for (const phone of [siti, other]) expect(await phone.says('menu')).not.toMatch(/Siti Aminah/)
    expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/belum cocok/)
    await siti.says('batal')
    expect(await logIn(siti, SITI.nik, NEW)).toMatch(/Login berhasil/)
    const mail = await office.until(
      () => office.mail.inbox(SITI.email).find(({ subject }) => /diganti/.test(subject ?? '')),
      'mail',
    )
    expect(mail.text).toMatch(/LUPA PASSWORD/)
  })

  it('SIN-90 takes the new one by the same rules, and no old one again', async () => {
    await siti.says('ganti password')
    await answerOld(SITI.password)
    for (const [bad, why] of [
      ['pendek', /terlalu pendek/],
      ['password123', /sering ditebak/],
      ['abcdefghij', /berpola/],
      ['siti aminah', /memuat data Anda/],
      [SITI.nik, /memuat data Anda|berpola/],
      ['x'.repeat(10_000), /terlalu panjang/],
      [SITI.password, /sama dengan yang lama/],
      ['', /belum terbaca/],
    ] as const)
      expect(await siti.says(bad), bad.slice(0, 20)).toMatch(why)
    expect(await siti.says(NEW)).toMatch(/sekali lagi/)
  })

  it('SIN-91 the repetition must be equal', async () => {
    await siti.says('ganti password')
    await answerOld(SITI.password)
    await siti.says(NEW)
    expect(await siti.says(`${NEW}!`)).toMatch(/tidak sama dengan yang tadi/)
    await siti.says(NEW)
    await siti.hears(/berhasil diganti/)
  })

  it('SIN-92 refuses a wrong old one, five times, then for half an hour', async () => {
    await siti.says('ganti password')
    expect(await answerOld('salah sekali ini')).toMatch(/belum cocok[^]*Lupa password/)
    for (let n = 1; n < 4; n++) expect(await answerOld('salah sekali ini')).toMatch(/belum cocok/)
    expect(await answerOld('salah sekali ini')).toMatch(/ditutup dulu selama 30 menit/)
    expect(labels(siti)).toEqual(['Lupa password', 'Hubungi petugas'])
    await siti.says('ganti password')
    expect(await answerOld(SITI.password)).toMatch(/ditutup dulu/)
    office.time.pass(31 * 60_000)
    await siti.says('ganti password')
    expect(await answerOld(SITI.password)).toMatch(/kata kunci baru/)
  })

  it('works on pages as well, the new one twice at once', async () => {
    const old = linkIn(await siti.says('ganti password'))
    await fillPage(office, old, { answer: SITI.password })
    const made = linkIn(await siti.hears(/kata kunci baru, paling sedikit/))
    expect((await fillPage(office, made, { answer: SITI.password, again: SITI.password })).words).toMatch(/sama dengan yang lama/)
    expect((await fillPage(office, made, { answer: NEW, again: NEW })).words).toMatch(/kami terima dengan aman/)
    await siti.hears(/berhasil diganti/)
    expect(await logIn(siti, SITI.nik, NEW)).toMatch(/Login berhasil/)
  })

  it('changes nothing when the session has ended meanwhile', async () => {
    await siti.says('ganti password')
    await answerOld(SITI.password)
    await siti.says(NEW)
    office.time.pass(13 * 3_600_000)
    expect(await siti.says(NEW)).toMatch(/Login Anda sudah berakhir/)
    await siti.taps('Login')
    expect(await answerLogin(siti, SITI.nik, SITI.password)).toMatch(/Login berhasil[^]*kata kunci Anda yang lama\?/)
  })
})
