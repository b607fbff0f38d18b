import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { beActive, logIn, person } from '../registering.ts'

let office: Office
let guest: Phone
let member: Phone
beforeAll(async () => {
  office = await Office.open()
  guest = office.phone('guest')
  member = office.phone('member')
  await beActive(member, await enrolOfficer(office, 'Bu Ratna'), person(21))
  await logIn(member, person(21).nik, person(21).password)
})
afterAll(() => office.close())

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)

describe('the home page', () => {
  it('SIN-7 lists the services that are open to everybody, without login', async () => {
    const page = await guest.says('home')
    expect(page).toContain('*Jenis Layanan*')
    for (const service of ['Kartu Keluarga (KK)', 'KTP Elektronik', 'Pindah Datang', 'Akta Kelahiran', 'Akta Perceraian'])
      expect(page).toContain(`• ${service}`)
  })

  it('SIN-8 lists services for groups apart, as "Kelompok Pelayanan Lainnya"', async () => {
    const page = await guest.says('beranda')
    const [main = '', others = ''] = page.split('*Kelompok Pelayanan Lainnya*')
    expect(others).toContain('(khusus grup)')
    expect(others).toContain('• Pembaruan KK lewat Desa/Kelurahan')
    expect(main).not.toContain('Pembaruan KK lewat Desa/Kelurahan')
  })

  it('SIN-26 explains each group of services in a paragraph', async () => {
    const page = await guest.says('home')
    expect(page).toContain('Pelayanan pendaftaran penduduk merupakan bagian penting dari administrasi kependudukan')
    expect(page).toContain('Pelayanan pencatatan sipil mencatat peristiwa penting')
    expect(page).toContain('Layanan khusus untuk grup pemohon tertentu')
  })

  it('SIN-10 ends with the copyright year and the name of the office', async () => {
    expect(await guest.says('home')).toMatch(/© 2024 Disdukcapil Kabupaten Pekalongan\. [^\n]*$/)
  })

  it('offers what comes next for whoever reads it', async () => {
    await guest.says('home')
    expect(labels(guest)).toEqual(['Daftar', 'Login', 'Informasi', 'Menu'])
    await member.says('home')
    expect(labels(member)).toEqual(['Pengajuan', 'Informasi', 'Menu'])
  })
})

describe('Informasi', () => {
  it('SIN-6, SIN-22 general and system news are for everybody, confidential ones only after login', async () => {
    await guest.says('informasi')
    expect(labels(guest)).toEqual(['Semua layanan gratis', 'Cara memotret dokumen', 'Hari libur berikutnya'])
    expect(await guest.says('hari libur')).toMatch(/Kantor tutup pada Kamis, 24 Desember 2026/)
    await member.says('informasi')
    expect(labels(member)).toContain('Menjaga akun Anda')
    expect(await member.says('menjaga akun')).toMatch(/Jangan berikan kata kunci/)
  })

  it('SIN-23 nothing brings confidential news into a chat that is not logged in', async () => {
    await guest.says('info')
    for (const attempt of ['menjaga akun', 'menjaga-akun', '4', 'Menjaga akun Anda']) {
      const said = await guest.says(attempt)
      expect(said).not.toMatch(/Jangan berikan kata kunci/)
    }
    const button = member.inbox.flatMap(({ buttons }) => buttons).find(({ label }) => label === 'Menjaga akun Anda')
    expect(await guest.tapsId(button?.id ?? '')).not.toMatch(/Jangan berikan kata kunci/)
    await guest.says('info')
    expect(await guest.tapsId(`${guest.last.buttons[0]?.id.split('.')[0]}.menjaga-akun`)).not.toMatch(/Jangan berikan/)
    expect(await guest.says('home')).not.toMatch(/Menjaga akun Anda/)
    expect(await member.says('home')).toMatch(/Menjaga akun Anda/)
  })

  it('SIN-18, SIN-19 an item is opened from the list, and a button leads back to the list', async () => {
    await guest.says('berita')
    expect(await guest.taps('Cara memotret dokumen')).toMatch(/keempat sudutnya terlihat/)
    expect(await guest.taps('Kembali ke daftar')).toMatch(/Mau baca yang mana/)
    expect(labels(guest)).toHaveLength(3)
  })
})

describe('services', () => {
  it('SIN-12, SIN-13 one answer shows what a service asks for and how it goes', async () => {
    await guest.says('persyaratan')
    const said = await guest.taps('Akta Kelahiran')
    expect(said).toMatch(/Persyaratan:\n- Kartu Keluarga \(wajib\)/)
    expect(said).toMatch(/Proses:\nPetugas memeriksa data dan dokumen/)
  })

  it('SIN-14 another service is one tap away', async () => {
    await guest.says('persyaratan')
    await guest.taps('Akta Kelahiran')
    expect(await guest.taps('Layanan lain')).toMatch(/Layanan yang mana/)
    expect(await guest.taps('Akta Kematian')).toMatch(/surat keterangan kematian/i)
  })

  it.each([
    ['kk', /\*Kartu Keluarga \(KK\)\*/],
    ['ktp', /\*KTP Elektronik\*/],
    ['akta cerai', /Pilihan itu belum kami temukan/],
    ['perceraian', /\*Akta Perceraian\*/],
    ['birth certificate', /\*Akta Kelahiran\*/],
    ['akta', /Ada 5 pilihan yang cocok/],
    ['lainnya', /Halaman 2 dari 2/],
    ['6', /\*Akta Kelahiran\*/],
    ['tidak ada di daftar', /Pilihan itu belum kami temukan/],
  ])('finds a service by "%s"', async (word, answer) => {
    await guest.says('persyaratan')
    expect(await guest.says(word)).toMatch(answer)
  })

  it('SIN-9 a service for groups is refused to an applicant of no group', async () => {
    await member.says('pengajuan')
    const said = await member.says('pembaruan kk desa')
    expect(said).toMatch(/hanya untuk pemohon dalam grup tertentu/)
    expect(labels(member)).toEqual(['Menu'])
  })

  it('SIN-109 an application needs a login', async () => {
    expect(await guest.says('pengajuan')).toMatch(/silakan login dulu/)
    expect(labels(guest)).toEqual(['Login', 'Daftar'])
  })

  it('SIN-113 an application that is closed says "Pengajuan (nama) belum tersedia."', async () => {
    await member.says('pengajuan')
    expect(await member.taps('Akta Kelahiran')).toContain('Pengajuan Akta Kelahiran belum tersedia.')
  })
})

describe('the way to help', () => {
  it.each([
    ['panduan', /Tulis DAFTAR[^]*wa\.me\//],
    ['formulir', /bisa diminta di loket kantor/],
    ['petugas', /wa\.me\/[^]*07\.30–16\.00 WIB/],
    [
      'cek resmi',
      /WhatsApp: https:\/\/wa\.me\/\d+\n {2}E-mail: layanan@sintren\.example\n- Halaman kami selalu diawali http:\/\/localhost/,
    ],
    ['apakah ini resmi', /tidak pernah mengirim file aplikasi \(APK\)[^]*kode OTP/],
    ['privasi', /UU 27\/2022[^]*DATA SAYA[^]*PERBAIKI[^]*HAPUS AKUN[^]*CABUT PERSETUJUAN/],
  ])('"%s" tells it and leaves a way on', async (word, answer) => {
    expect(await guest.says(word)).toMatch(answer)
    expect(labels(guest)).toContain('Menu')
  })
})
