import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { fillPage, linkIn } from '../../support/page-visit.ts'
import { answerLogin, beActive, beApproved, closeUntroubled, logIn, person, SITI } from '../registering.ts'

const HOUR = 3_600_000

let office: Office
let siti: Phone
let officer: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti')
})
afterEach(() => closeUntroubled(office))

const labels = (phone: Phone): string[] => phone.inbox.slice(-2).flatMap(({ buttons }) => buttons.map(({ label }) => label))

it('SIN-62, SIN-64 login asks NIK, password and a sum, says that it worked, and lands on the home view', async () => {
  await beActive(siti, officer, SITI)
  expect(await siti.says('login')).toMatch(/Berapa NIK Anda\?/)
  expect(await siti.says(SITI.nik)).toMatch(/Apa kata kunci Anda\?/)
  expect(await siti.says(SITI.password, { id: 'in-password' })).toMatch(/Satu hitungan kecil\.[^\n]*\n.*\d+.*\d+.*\?/)
  expect(office.phones.deleted).toContain('in-password')
  await siti.says(siti.solve())
  const said = await siti.hears(/Login berhasil/)
  expect(said).toMatch(/Selamat datang, \*Siti Aminah\*[^]*Mau apa hari ini\?/)
  expect(said).toMatch(/PERMOHONAN AKAN DIPROSES PADA HARI DAN JAM KERJA[^]*Senin s\.d\. Rabu: 07\.30–16\.00 WIB/)
  expect(said.match(/Selamat datang/g)).toHaveLength(1)
})

it('the password can be typed on a page instead', async () => {
  await beActive(siti, officer, SITI)
  await siti.says('login')
  const link = linkIn(await siti.says(SITI.nik))
  await fillPage(office, link, { answer: SITI.password })
  await siti.hears(/Satu hitungan kecil/)
  await siti.says(siti.solve())
  expect(await siti.hears(/Login berhasil/)).toMatch(/Siti Aminah/)
})

it('SIN-63, SIN-65, SIN-66 it is reached by button and from the menu Pemohon, and offers registration and Lupa password', async () => {
  await siti.says('halo')
  await siti.taps('Login')
  expect(siti.inbox.at(-2)?.text).toMatch(/Belum memiliki akun\?/)
  expect(labels(siti)).toEqual(['Daftar', 'Lupa password'])
  await siti.says('pemohon')
  expect(await siti.taps('Login')).toMatch(/Berapa NIK Anda/)
  expect(await siti.taps('Lupa password')).toMatch(/Berapa NIK Anda/)
  await siti.says('masuk')
  expect(await siti.taps('Daftar')).toMatch(/Apakah Anda setuju/)
})

it('a wrong password and an unknown NIK get the same answer; the form starts again at the NIK', async () => {
  await beActive(siti, officer, SITI)
  const wrongPassword = await logIn(siti, SITI.nik, 'tujuh ekor angsa')
  await siti.hears(/Berapa NIK Anda/)
  const unknown = await answerLogin(siti, person(77).nik, SITI.password)
  expect(wrongPassword).toMatch(/NIK atau kata kunci belum cocok/)
  expect(unknown).toBe(wrongPassword)
  await siti.hears(/Berapa NIK Anda/)
  expect(await answerLogin(siti, SITI.nik, SITI.password)).toMatch(/Login berhasil/)
})

it('five wrong tries close the login for half an hour, for known and unknown NIK alike', async () => {
  await beActive(siti, officer, SITI)
  for (const [name, nik] of [
    ['thief', SITI.nik],
    ['guesser', person(77).nik],
  ] as const) {
    const phone = office.phone(name)
    let said = await logIn(phone, nik, 'salah sekali ini')
    for (let n = 1; n < 5; n++) {
      await phone.hears(/Berapa NIK Anda/)
      said = await answerLogin(phone, nik, 'salah sekali ini')
    }
    expect(said).toMatch(/ditutup dulu selama 30 menit/)
  }
  expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/ditutup dulu/)
  office.time.pass(31 * 60_000)
  expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/Login berhasil/)
})

it('SIN-61 an account that is not activated cannot log in, and only its owner learns why', async () => {
  await beApproved(siti, officer, SITI)
  expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/belum aktif\. Tulis STATUS/)
  expect(await siti.says('menu')).not.toMatch(/Pengajuan/)
  expect(await logIn(office.phone('stranger'), SITI.nik, 'bukan kata kunci dia')).toMatch(/belum cocok/)
})

it('a wrong sum brings another and costs no try', async () => {
  await beActive(siti, officer, SITI)
  await siti.says('login')
  await siti.says(SITI.nik)
  await siti.says(SITI.password)
  expect(await siti.says('9999')).toMatch(/Kami beri hitungan baru/)
  await siti.says(siti.solve())
  await siti.hears(/Login berhasil/)
})

describe('the session', () => {
  beforeEach(async () => {
    await beActive(siti, officer, SITI)
    await logIn(siti, SITI.nik, SITI.password)
  })

  it('a second login says so', async () => {
    expect(await siti.says('login')).toMatch(/sudah login sebagai \*Siti Aminah\*/)
    expect(siti.last.buttons.map(({ label }) => label)).toEqual(['Menu', 'Logout'])
  })

  it('ends with "logout"', async () => {
    expect(await siti.says('logout')).toMatch(/sudah logout/)
    expect(await siti.says('menu')).not.toMatch(/Siti Aminah/)
    expect(await siti.says('logout')).toMatch(/memang belum login/)
    expect(await siti.says('pengajuan')).toMatch(/silakan login dulu/)
  })

  it('ends by itself after twelve hours', async () => {
    office.time.pass(11 * HOUR)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
    office.time.pass(2 * HOUR)
    expect(await siti.says('menu')).not.toMatch(/Siti Aminah/)
    expect(await siti.says('pengajuan')).toMatch(/silakan login dulu/)
  })

  it('is this chat’s alone', async () => {
    expect(await office.phone('other').says('menu')).not.toMatch(/Siti Aminah/)
  })

  it('outlives a restart of the counter', async () => {
    await office.stop()
    await office.start()
    expect(await siti.says('menu')).toMatch(/Selamat datang, \*Siti Aminah\*/)
  })
})
