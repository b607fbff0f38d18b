import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { giveMandate, holder, labels, member } from '../mandates.ts'
import { closeUntroubled, logIn, person, SITI } from '../registering.ts'

const HOUR = 3_600_000
const EDI = person(41, { name: 'Edi Santoso' })
const GENERAL = [
  'Kartu Keluarga (KK)',
  'KTP Elektronik',
  'Kartu Identitas Anak (KIA)',
  'Pindah Keluar',
  'Pindah Datang',
  'Akta Kelahiran',
  'Akta Kematian',
  'Akta Perkawinan',
]

let office: Office
let wening: Phone
let siti: Phone
let edi: Phone
beforeAll(async () => {
  office = await Office.open()
  wening = await enrolOfficer(office, 'Bu Wening', 'supervisor')
  siti = await member(office, wening, 'siti', SITI)
  edi = await holder(office, wening, 'edi', EDI)
})
afterAll(() => closeUntroubled(office))

/** Lets go of what is open, and of drafts. */
async function anew(phone: Phone): Promise<void> {
  for (let n = 0; n < 5 && !/tidak ada yang perlu dibatalkan/i.test(await phone.says('batal')); n++) {
    if (/Batalkan \*pengajuan\*\?/.test(phone.last.text)) await phone.says('ya')
    await phone.says('menu')
  }
}

async function as(phone: Phone, mode: 'Pemohon Pribadi' | 'Desa Karangsari'): Promise<void> {
  await phone.says('ganti mode')
  if (labels(phone).includes(mode)) await phone.taps(mode)
}

beforeEach(async () => {
  await anew(siti)
  await anew(edi)
})

describe('for oneself (Pemohon Pribadi)', () => {
  it('SIN-76 only general services are offered, and a special one is refused with the reason', async () => {
    expect(await siti.says('pengajuan')).toMatch(/Layanan yang mana\?\nMode: Pemohon/)
    expect(labels(siti)).toEqual(
      [...GENERAL, 'Lainnya'].map((label) => expect.stringMatching(new RegExp(`^${label.slice(0, 7)}`))),
    )
    await siti.says('lainnya')
    expect(labels(siti)[0]).toBe('Akta Perceraian')
    expect(labels(siti).join()).not.toMatch(/khusus/)
    expect(await siti.says('akta kelahiran faskes')).toMatch(/hanya untuk pemohon dalam grup tertentu/)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
  })

  it('a holder in the personal mode is led to the group’s', async () => {
    await as(edi, 'Pemohon Pribadi')
    await edi.says('pengajuan')
    expect(await edi.says('pembaruan kk desa')).toMatch(/dalam mode grup \*Desa Karangsari\*\. Ganti mode dulu/)
    expect(await edi.taps('Ganti mode')).toMatch(/Mode Anda sekarang/)
  })

  it('SIN-72 an application is for oneself or a member of one’s own family, on the same family card', async () => {
    await siti.says('pengajuan')
    expect(await siti.taps('Akta Kelahiran')).toMatch(/Pengajuan ini untuk siapa\?/)
    expect(labels(siti)).toEqual(['Saya sendiri', 'Keluarga (satu KK)'])
    expect(await siti.says('tetangga')).toMatch(/hanya untuk Anda sendiri atau keluarga dalam satu KK[^]*untuk siapa\?/)
    expect(await siti.says('orang lain')).toMatch(/hanya untuk Anda sendiri/)
    expect(await siti.taps('Keluarga (satu KK)')).toMatch(/NIK orang yang diurus/)
    await siti.says('lewati')
    await siti.says('Budi Aminah')
    expect(await siti.says('9801011203150002')).toMatch(/bukan nomor KK Anda[^]*nomor Kartu Keluarga/)
    expect(await siti.says(SITI.kk)).toMatch(/terkunci dalam mode Pemohon/)
    expect(await siti.says('lanjut')).toMatch(/Untuk siapa: Keluarga \(satu KK\)/)
  })

  it('SIN-74 family card, phone, e-mail and region are the account’s own, masked and locked; a try to change them is refused', async () => {
    await siti.says('pengajuan')
    await siti.says('akta kelahiran')
    const shown = await siti.taps('Saya sendiri')
    const rows =
      'Nomor KK: 3326••••••••0002\nNomor HP (WhatsApp): 0812-••••-•001\nE-mail: s•••@contoh.id\nWilayah: KARANGSARI, KARANGANYAR, PEKALONGAN, JAWA TENGAH'
    expect(shown).toContain(rows)
    for (const attempt of [
      '9801011203150002',
      '0812-9999-9999',
      'baru@contoh.id',
      'ubah kk',
      'desa kulu',
      'tidak',
      '<b>ok</b>',
    ]) {
      const said = await siti.says(attempt)
      expect(said, attempt).toMatch(/terkunci, jadi tidak bisa diubah di sini/)
      expect(said, attempt).toMatch(/GANTI NOMOR HP.*PERBAIKI DATA/)
    }
    const review = await siti.says('lanjut')
    expect(review).toContain(rows)
    expect(review).not.toMatch(/3326010112150002|081200000001|siti@/)
    expect(await siti.says('ubah 3')).toMatch(/terkunci dalam mode Pemohon/)
    expect(await siti.says('0812-9999-9999')).toMatch(/tidak bisa diubah di sini/)
    expect(await siti.says('lanjut')).toContain(rows)
  })

  it('the words named for changing locked data lead there, and back to the form', async () => {
    await siti.says('pengajuan')
    await siti.says('ktp')
    await siti.says('saya')
    for (const [words, led] of [
      ['ganti nomor hp', /nomor HP/],
      ['perbaiki data saya', /data/],
    ] as const) {
      expect(await siti.says(words)).toMatch(led)
      expect(siti.last.text, words).not.toMatch(/terkunci/)
      expect(await siti.says('pengajuan'), words).toMatch(/Kita lanjutkan \*pengajuan\*/)
    }
    expect(siti.last.text).toMatch(/terkunci dalam mode Pemohon/)
  })

  it('ends with what is true: nothing is handed in; requirements, hours and contact are the next step', async () => {
    await siti.says('pengajuan')
    const begun = await siti.says('akta kematian')
    expect(begun).toMatch(/Pengajuan Akta Kematian belum tersedia\.\nUntuk sekarang, pengajuan dilayani di kantor/)
    await siti.says('saya')
    await siti.says('ok')
    const said = await siti.says('ya')
    expect(said).toMatch(/belum bisa dikirim lewat chat\. Tidak ada yang kami kirim/)
    expect(said).toMatch(/\*Persyaratan\*\n- Surat keterangan kematian/)
    expect(said).toMatch(/07\.30–16\.00 WIB[^]*wa\.me\//)
    expect(said).not.toMatch(/AKM-|berhasil/)
    expect(labels(siti)).toEqual(['Siapkan dokumen', 'Layanan lain', 'Hubungi petugas', 'Menu'])
  })

  it('the family card cannot be found out by trying', async () => {
    const tini = await member(office, wening, 'tini', person(42))
    await tini.says('pengajuan')
    await tini.says('ktp')
    await tini.says('keluarga')
    await tini.says('lewati')
    await tini.says('Budi')
    let said = ''
    for (let n = 1; n <= 5; n++) said = await tini.says(`33260101121500${10 + n}`)
    expect(said).toMatch(/kami tutup dulu selama 30 menit/)
    await tini.says('pengajuan')
    await tini.says('ktp')
    await tini.says('keluarga')
    await tini.says('lewati')
    await tini.says('Budi')
    expect(await tini.says(person(42).kk)).toMatch(/kami tutup dulu/)
  })
})

describe('for a group', () => {
  it('SIN-77 the special services granted are offered besides the general ones, and no others', async () => {
    const fitri = await member(office, wening, 'fitri', person(43, { name: 'Fitri Handayani' }))
    await giveMandate(wening, person(43).nik, { group: 'Desa Kulu', services: 'pembaruan kk desa' })
    await fitri.hears(/mode grup/)
    await fitri.says('ganti mode')
    await fitri.says('1')
    expect(await fitri.says('pengajuan')).toMatch(/Mode: grup Desa Kulu/)
    await fitri.says('lainnya')
    expect(labels(fitri).slice(0, 2)).toEqual(['Akta Perceraian', 'Pembaruan KK lewat Desa/Kelurahan (khusus)'])
    expect(await fitri.says('akta kelahiran faskes')).toMatch(/hanya untuk pemohon dalam grup tertentu/)
    await fitri.says('pengajuan')
    expect(await fitri.says('pembaruan kk desa')).toMatch(/NIK orang yang diurus/)
  })

  it('SIN-73, SIN-75 an application is for other people, and their family card, phone, e-mail and region are asked and can be edited', async () => {
    await as(edi, 'Desa Karangsari')
    await edi.says('pengajuan')
    const asked = [await edi.says('pembaruan kk desa')]
    expect(asked[0]).not.toMatch(/untuk siapa/)
    const given = ['3326074107900007', 'Warga Desa', '3326071203150009', '0813-1111-2222', 'warga@contoh.id', 'kajen', '1']
    for (const answer of given) asked.push(await edi.says(answer))
    const questions = ['NIK', 'nama lengkap', 'Kartu Keluarga', 'nomor HP', 'e-mail', 'kecamatan', 'desa atau kelurahan']
    questions.forEach((question, n) => expect(asked[n]).toContain(question))
    const review = asked.at(-1) ?? ''
    expect(review).toMatch(/NIK: 3326 0741 0790 0007\n.*Nama lengkap: Warga Desa\n.*Nomor KK: 3326 0712 0315 0009/)
    expect(review).toMatch(/0813-1111-2222\n.*E-mail: warga@contoh\.id\n.*Kecamatan: \d+ - KAJEN/)
    await edi.says('ubah 4')
    expect(await edi.says('3326071203150010')).toMatch(/Nomor KK: 3326 0712 0315 0010/)
    expect(await edi.says('ya')).toMatch(/Tidak ada yang kami kirim/)
  })

  it('a form begun in a mode that is over is not used', async () => {
    await as(edi, 'Desa Karangsari')
    await edi.says('pengajuan')
    await edi.says('ktp')
    for (const answer of ['lewati', 'Warga Desa', '3326071203150009', '0813-1111-2222', 'warga@contoh.id', 'kajen', '1'])
      await edi.says(answer)
    await as(edi, 'Pemohon Pribadi')
    await edi.says('pengajuan')
    expect(edi.last.text).toMatch(/Periksa lagi/)
    expect(await edi.says('ya')).toMatch(/berubah, jadi isiannya tidak dipakai/)
  })
})

it('an application needs a login, and a form whose login ended meanwhile is not used', async () => {
  expect(await office.phone('guest').says('pengajuan')).toMatch(/silakan login dulu/)
  await siti.says('pengajuan')
  await siti.says('ktp')
  await siti.says('saya')
  await siti.says('lanjut')
  office.time.pass(13 * HOUR)
  await siti.says('pengajuan')
  expect(await siti.says('ya')).toMatch(/isiannya tidak dipakai/)
  await logIn(siti, SITI.nik, SITI.password)
})
