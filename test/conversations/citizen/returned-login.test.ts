import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { approveNewest, enrolOfficer, returnNewest } from '../../support/officers.ts'
import { closeUntroubled, logIn, numberIn, person, register, SITI } from '../registering.ts'

let office: Office
let siti: Phone
let officer: Phone
let number: string
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti')
  number = await register(siti, SITI)
  await returnNewest(officer, 'Tolak', 'mother differs kk')
  await siti.hears(/tidak disetujui/)
})
afterEach(() => closeUntroubled(office))

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)

/** Logs in to a registration that was not approved; gives what is shown. */
async function enter(phone: Phone, password = SITI.password): Promise<string> {
  await phone.says('login')
  await phone.says(SITI.nik)
  await phone.says(password)
  await phone.says(phone.solve())
  const said = await phone.hears(/Status Pendaftaran|belum cocok|belum aktif/)
  if (said.includes('Status Pendaftaran')) await phone.hears(/mendaftar ulang sekarang/)
  return said
}

it('SIN-103, SIN-104, SIN-105 shows NIK, name, "Tidak Disetujui" and the reason with what to do about it', async () => {
  const said = await enter(siti)
  expect(said).toContain(number)
  expect(said).toContain('NIK: 3326 0141 0790 0001')
  expect(said).toContain('Nama Lengkap: Siti Aminah')
  expect(said).toContain('Status Pendaftaran: *Tidak Disetujui*')
  expect(said).toMatch(/Alasan: Nama Ibu Belum Sesuai dengan yang tercatat di KK[^]*Yang perlu dilakukan: /)
})

it('SIN-103 tells nothing to whoever does not know the password', async () => {
  const stranger = office.phone('stranger')
  expect(await enter(stranger, 'bukan kata kuncinya')).toMatch(/NIK atau kata kunci belum cocok/)
  await stranger.says('batal')
  expect(await logIn(stranger, person(77).nik, SITI.password)).toMatch(/NIK atau kata kunci belum cocok/)
})

it('SIN-106 offers Daftar Ulang, an officer and the way out, and nothing of the logged-in menu', async () => {
  await enter(siti)
  expect(labels(siti)).toEqual(['Daftar Ulang', 'Hubungi petugas', 'Keluar'])
  expect(await siti.says('pengajuan')).not.toMatch(/Layanan yang mana/)
  await enter(siti)
  expect(await siti.taps('Keluar')).toMatch(/Anda sudah keluar/)
  expect(await siti.says('menu')).not.toMatch(/Selamat datang, \*Siti/)
  expect(labels(siti)).not.toContain('Pengajuan')
  expect(labels(siti)).not.toContain('Logout')
})

describe('Daftar Ulang', () => {
  it('SIN-107, SIN-108 carries NIK and name over, asks only what was marked, and goes to verification again', async () => {
    await enter(siti)
    expect(await siti.taps('Daftar Ulang')).toMatch(/nama ibu kandung/)
    const review = await siti.says('Sri Wahyuni')
    expect(review).toContain('NIK: 3326 0141 0790 0001')
    expect(review).toContain('Nama lengkap: Siti Aminah')
    await siti.says('ya')
    const again = numberIn(await siti.says(siti.solve()))
    expect(again).not.toBe(number)
    expect(await officer.hears(/Pendaftaran REG-/)).toContain(again)
    expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/belum aktif/)
  })

  it('SIN-107, SIN-108 works from another chat than the one that registered; there numbers are masked; the password stays', async () => {
    const tablet = office.phone('tablet')
    const said = await enter(tablet)
    expect(said).toContain('NIK: 3326••••••••0001')
    expect(said).toContain('Nama Lengkap: S*** A*****')
    expect(said).toContain('Tidak Disetujui')
    expect(await tablet.says('daftar ulang')).toMatch(/nama ibu kandung/)
    await tablet.says('Sri Wahyuni')
    await tablet.says('ya')
    const again = numberIn(await tablet.says(tablet.solve()))
    const card = await officer.hears(/Pendaftaran REG-/)
    expect(card).toContain(again)
    expect(card).not.toMatch(/chat lain|sudah terdaftar/i)
    await officer.taps('Setujui')
    await officer.says('ya')
    await tablet.hears(/disetujui/)
    await tablet.says('aktivasi')
    await tablet.says('Sri Wahyuni')
    await tablet.says(tablet.solve())
    expect(await logIn(tablet, SITI.nik, SITI.password)).toMatch(/Login berhasil/)
  })

  it('asks what follows from a marked answer too', async () => {
    const budi = office.phone('budi')
    await register(budi, person(31))
    await returnNewest(officer, 'Tolak', 'address differs')
    await budi.hears(/tidak disetujui/)
    await budi.says('login')
    for (const answer of [person(31).nik, SITI.password]) await budi.says(answer)
    await budi.says(budi.solve())
    await budi.hears(/mendaftar ulang sekarang/)
    expect(await budi.taps('Daftar Ulang')).toMatch(/Di provinsi mana/)
    for (const [answer, next] of [
      ['jateng', /kabupaten/i],
      ['26', /kecamatan/i],
      ['karanganyar', /desa|kelurahan/i],
      ['karangsari', /Periksa lagi/],
    ] as const)
      expect(await budi.says(answer)).toMatch(next)
  })

  it('can be put right once: who comes later sees how it stands', async () => {
    const tablet = office.phone('tablet')
    await enter(tablet)
    await enter(siti)
    await siti.taps('Daftar Ulang')
    await siti.says('Sri Wahyuni')
    await siti.says('ya')
    await siti.says(siti.solve())
    expect(await tablet.taps('Daftar Ulang')).toMatch(/Tidak ada pendaftaran yang perlu diperbaiki/)
    await approveNewest(officer)
    await siti.hears(/disetujui/)
    expect(await logIn(tablet, SITI.nik, SITI.password)).toMatch(/belum aktif/)
  })

  it('outlives a restart in the middle of the form', async () => {
    const tablet = office.phone('tablet')
    await enter(tablet)
    await tablet.taps('Daftar Ulang')
    await office.stop()
    await office.start()
    office.time.pass(20 * 3_600_000)
    await tablet.says('Sri Wahyuni')
    await tablet.says('ya')
    const again = numberIn(await tablet.says(tablet.solve()))
    expect(await officer.hears(new RegExp(again))).toContain(again)
  })
})
