import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer, returnNewest } from '../../support/officers.ts'
import { beActive, beApproved, logIn, person, register } from '../registering.ts'

let office: Office
let officer: Phone
beforeAll(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
})
afterAll(() => office.close())

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)
const EVERYBODY = ['Persyaratan', 'Hubungi petugas', 'Pemohon', 'Informasi', 'Formulir', 'Panduan', 'Home']

/** The menu that a phone has open, both pages of it: with the way to the rest the first has five entries. */
const menuOf = async (phone: Phone): Promise<string[]> => {
  const front = labels(phone)
  expect(front).toHaveLength(5)
  await phone.taps('Lainnya ▸')
  const rest = labels(phone)
  expect(rest.at(-1)).toBe('◂ Sebelumnya')
  return [...front.slice(0, -1), ...rest.slice(0, -1)]
}

describe('the greeting', () => {
  it('names the service, its full name and the office, and what to do next', async () => {
    const ani = office.phone('ani')
    const said = await ani.says('halo')
    expect(said).toContain('*SINTREN*')
    expect(said).toContain('Sistem Informasi Pelayanan Online Administrasi Kependudukan')
    expect(said).toContain('Disdukcapil Kabupaten Pekalongan')
    expect(said).toMatch(/Mau apa hari ini\?/)
  })

  it('SIN-2 leads to registration and to login in one step from the first message', async () => {
    const ani = office.phone('ani-first')
    await ani.says('p')
    expect(await ani.taps('Daftar')).toMatch(/Apakah Anda setuju\?/)
    const budi = office.phone('budi-first')
    await budi.says('assalamualaikum')
    expect(await budi.taps('Login')).toMatch(/Berapa NIK Anda\?/)
  })

  it('SIN-3 the menu offers Home, Pemohon, Persyaratan, Formulir, Informasi and Panduan', async () => {
    const ani = office.phone('ani-menu')
    await ani.says('menu')
    expect(labels(ani)).toEqual(['Daftar', 'Login', 'Persyaratan', 'Hubungi petugas', 'Lainnya ▸'])
    expect(await menuOf(ani)).toEqual(expect.arrayContaining(EVERYBODY))
    for (const [label, answer] of [
      ['Home', /Jenis Layanan/],
      ['Pemohon', /Menu \*Pemohon\*/],
      ['Persyaratan', /Layanan yang mana/],
      ['Formulir', /Formulir layanan/],
      ['Informasi', /Mau baca yang mana/],
      ['Panduan', /Panduan SINTREN/],
    ] as const) {
      await ani.says('menu')
      expect(await ani.says(label), label).toMatch(answer)
    }
  })

  it.each(['halo', 'Hai', 'hello', 'Selamat pagi', 'ASSALAMUALAIKUM', '/start', 'mulai', 'hmm apa ini'])(
    'greets whoever begins with "%s"',
    async (word) => {
      expect(await office.phone(`begins with ${word}`).says(word)).toMatch(/Selamat datang di \*SINTREN\*/)
    },
  )

  it.each([
    ['daftar', /Apakah Anda setuju\?/],
    ['mau daftar dong kak', /Apakah Anda setuju\?/],
    ['daftr', /Apakah Anda setuju\?/],
    ['1', /Apakah Anda setuju\?/],
    ['no 2', /Berapa NIK Anda\?/],
    ['masuk', /Berapa NIK Anda\?/],
    ['cek status pendaftaran', /nomor registrasi Anda/],
    ['sampai mana', /nomor registrasi Anda/],
    ['syarat', /Layanan yang mana/],
    ['gimana caranya', /Panduan SINTREN/],
    ['pengumuman', /Mau baca yang mana/],
    ['bicara dengan petugas', /wa\.me/],
    ['ini penipuan?', /Alamat resmi kami hanya ini/],
    ['register', /Apakah Anda setuju\?/],
  ])('understands "%s" as well as a button', async (word, answer) => {
    const phone = office.phone(`understands ${word}`)
    await phone.says('halo')
    expect(await phone.says(word)).toMatch(answer)
  })

  it('speaks English at once to whoever says so, and Indonesian again', async () => {
    const ani = office.phone('ani-english')
    expect(await ani.says('english')).toMatch(/in English/)
    expect(await ani.says('hello')).toMatch(/Welcome to \*SINTREN\*/)
    await ani.says('language')
    expect(await ani.taps('Bahasa Indonesia')).toMatch(/Bahasa Indonesia/)
    expect(await ani.says('halo')).toMatch(/Selamat datang/)
  })
})

describe('the menu by who asks', () => {
  it('SIN-5 follows the state of the registration: waiting, sent back, rejected, approved, active', async () => {
    const ani = office.phone('stranger')
    await ani.says('menu')
    expect(await menuOf(ani)).toEqual(['Daftar', 'Login', ...EVERYBODY])

    const budi = office.phone('waiting')
    await register(budi, person(11))
    expect(await budi.says('menu')).toMatch(/sedang menunggu pemeriksaan petugas/)
    expect(await menuOf(budi)).toEqual(['Cek status pendaftaran', ...EVERYBODY])
    await returnNewest(officer, 'Minta perbaikan', 'name differs')
    await budi.hears(/perlu diperbaiki/)
    expect(await budi.says('menu')).toMatch(/Ada yang perlu diperbaiki/)
    expect(await menuOf(budi)).toEqual(['Perbaiki data', 'Cek status pendaftaran', ...EVERYBODY])

    const citra = office.phone('rejected')
    await register(citra, person(12))
    await returnNewest(officer, 'Tolak', 'name differs')
    await citra.hears(/tidak disetujui/)
    expect(await citra.says('menu')).toMatch(/tidak disetujui/)
    expect(await menuOf(citra)).toEqual(['Perbaiki data', 'Cek status pendaftaran', ...EVERYBODY])

    const dewi = office.phone('approved')
    await beApproved(dewi, officer, person(13))
    expect(await dewi.says('menu')).toMatch(/Tinggal aktifkan akunnya/)
    expect(await menuOf(dewi)).toEqual(['Aktifkan akun', 'Cek status pendaftaran', ...EVERYBODY])
    await dewi.says('menu')
    await dewi.taps('Aktifkan akun')
    await dewi.says('Sri Lestari')
    await dewi.says(dewi.solve())
    expect(await dewi.says('menu')).toMatch(/Silakan login/)
    expect(await menuOf(dewi)).toEqual(['Login', ...EVERYBODY])
  })

  it('SIN-4, SIN-25 after login it says "Selamat datang" with the name and offers Pengajuan', async () => {
    const eka = office.phone('eka')
    await beActive(eka, officer, person(14, { name: 'Eka Wulandari' }))
    const said = await logIn(eka, person(14).nik, person(14).password)
    expect(said).toMatch(/Login berhasil/)
    expect(said).toMatch(/Selamat datang, \*Eka Wulandari\*/)
    expect(labels(eka)[0]).toBe('Pengajuan')
    const others = EVERYBODY.filter((label) => label !== 'Pemohon')
    expect(await menuOf(eka)).toEqual(['Pengajuan', 'Siapkan dokumen', 'Pemohon', ...others, 'Logout'])
    await eka.says('menu')
    expect(await eka.taps('Siapkan dokumen')).toMatch(/Dokumen untuk layanan apa/)
  })

  it('offers an officer the queue first', async () => {
    const said = await officer.says('menu')
    expect(said).toMatch(/Halo \*Bu Ratna\*/)
    expect(labels(officer)).toEqual(['Antrian', 'Daftar percakapan', 'Daftarkan warga', 'Daftar', 'Lainnya ▸'])
    expect(await officer.taps('Daftar percakapan')).toMatch(/menunggu jawaban/)
    await officer.says('menu')
    expect(await officer.taps('Daftarkan warga')).toMatch(/warga yang datang ke loket/)
    await officer.says('batal')
  })

  it('SIN-11 the menu Pemohon gathers Login, Daftar, Cek status pendaftaran and Lupa password, each leading there', async () => {
    const ani = office.phone('ani-pemohon')
    await ani.says('menu')
    await ani.taps('Lainnya ▸')
    await ani.taps('Pemohon')
    expect(labels(ani)).toEqual(['Login', 'Daftar', 'Cek status pendaftaran', 'Lupa password'])
    expect(await ani.taps('Lupa password')).toMatch(/Lupa password[^]*Berapa NIK Anda/)
    for (const [label, answer] of [
      ['Login', /Berapa NIK Anda/],
      ['Daftar', /Apakah Anda setuju/],
      ['Cek status pendaftaran', /nomor registrasi/],
    ] as const) {
      await ani.says('pemohon')
      expect(await ani.taps(label)).toMatch(answer)
    }
  })
})

describe('any other word', () => {
  it('at the menu brings the menu again, with its choices', async () => {
    const ani = office.phone('ani-other')
    await ani.says('halo')
    expect(await ani.says('qwertyuiop zxcv')).toMatch(/Pilihan itu belum kami temukan/)
    expect(await menuOf(ani)).toEqual(['Daftar', 'Login', ...EVERYBODY])
  })

  it('"batal" with nothing open says so kindly', async () => {
    const ani = office.phone('ani-batal')
    await ani.says('halo')
    expect(await ani.says('batal')).toMatch(/tidak ada yang perlu dibatalkan/i)
  })
})
