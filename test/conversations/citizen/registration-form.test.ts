import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office, photo, type Phone } from '../../support/office.ts'
import { keptAnswers } from '../../support/vault-of.ts'
import { fillForm, fillUntil, numberIn, person, SITI } from '../registering.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

async function atReview(name: string): Promise<Phone> {
  const phone = office.phone(name)
  expect(await fillForm(phone, SITI)).toMatch(/Periksa lagi, ya/)
  return phone
}

/** What a review shows in a row. */
const row = (review: string, label: string): string | undefined => review.split('\n').find((line) => line.includes(`${label}: `))

describe('consent', () => {
  it('is asked before any data, and without it nothing is asked or kept', async () => {
    const phone = office.phone('refuses')
    expect(await phone.says('daftar')).toMatch(/Apakah Anda setuju\?/)
    expect(await phone.says('tidak setuju')).toMatch(/Tidak ada data yang kami simpan[^]*tulis DAFTAR/)
    expect(await phone.says('3326014107900001')).toMatch(/Selamat datang/)
    expect(await keptAnswers(office, 'refuses')).not.toContain('nik')
    expect(await keptAnswers(office, 'refuses')).not.toContain('consent')
  })

  it('needs a clear yes or no', async () => {
    const phone = office.phone('unclear')
    await phone.says('daftar')
    expect(await phone.says('mungkin')).toMatch(/Balas \*setuju\* atau \*tidak setuju\*/)
    expect(await phone.says('ya tidak')).toMatch(/Balas \*setuju\* atau \*tidak setuju\*/)
    expect(await phone.says('iya, saya setuju')).toMatch(/Berapa NIK Anda/)
  })
})

describe('the review', () => {
  it('shows every answer with its number; the mother’s name and the password are hidden', async () => {
    const phone = office.phone('reviews')
    const review = await fillForm(phone, SITI)
    for (const line of [
      '2. NIK: 3326 0141 0790 0001',
      '3. Nama lengkap: Siti Aminah',
      '4. Nomor KK: 3326 0101 1215 0002',
      '5. Tempat lahir: Pekalongan',
      '6. Tanggal lahir: 01-07-1990',
      '7. Nama ibu kandung: S** L******',
      '8. Provinsi: 33 - JAWA TENGAH',
      '9. Kabupaten/Kota: 26 - PEKALONGAN',
      '10. Kecamatan: 7 - KARANGANYAR',
      '11. Desa/Kelurahan: 2008 - KARANGSARI',
      '12. Nomor HP (WhatsApp): 0812-0000-0001',
      '13. E-mail: siti@contoh.id',
      '14. Foto KTP: ✓ sudah diterima',
      '15. Kata kunci: ••••••••',
    ])
      expect(review.split('\n')).toContain(line)
    expect(review).not.toContain(SITI.mother)
    expect(review).not.toContain(SITI.password)
  })

  it('"ubah 3" asks that question alone, with the old answer, and comes back', async () => {
    const phone = await atReview('edits')
    const asked = await phone.says('ubah 3')
    expect(asked).toMatch(/Jawaban Anda tadi: \*Siti Aminah\*[^]*Siapa nama lengkap/)
    const review = await phone.says('Siti Aminah Putri')
    expect(row(review, 'Nama lengkap')).toBe('3. Nama lengkap: Siti Aminah Putri')
    expect(row(review, 'Foto KTP')).toMatch(/diterima/)
  })

  it.each(['ubah no. 3', 'edit 3', 'tolong ganti nomor 3', '3', 'perbaiki 3', 'change 3'])('understands "%s"', async (words) => {
    const phone = await atReview(`edits by ${words}`)
    expect(await phone.says(words)).toMatch(/Siapa nama lengkap/)
    expect(await phone.taps('Tetap yang lama')).toMatch(/Periksa lagi, ya/)
  })

  it('a plain no asks which answer is wrong', async () => {
    const phone = await atReview('no')
    const which = await phone.says('belum benar')
    expect(which).toMatch(/Jawaban nomor berapa yang ingin diubah\?/)
    expect(which).toContain('\n3. Nama lengkap\n')
    expect(await phone.says('5')).toMatch(/Di mana Anda lahir/)
    expect(await phone.says('Batang')).toMatch(/5\. Tempat lahir: Batang/)
  })

  it.each(['ubah 99', 'ubah 0', 'asdf', '3326014107900001'])('shows itself again at "%s"', async (words) => {
    const phone = await atReview(`confused by ${words}`)
    expect(await phone.says(words)).toMatch(/(tidak ada di daftar|belum menangkap)[^]*Periksa lagi, ya/)
  })

  it('another province asks for everything below it anew, and for nothing else', async () => {
    const phone = await atReview('moves')
    await phone.says('ubah 8')
    expect(await phone.says('jawa timur')).toMatch(/Di kabupaten atau kota mana di JAWA TIMUR/)
    expect(await phone.says('surabaya')).toMatch(/kecamatan mana di KOTA SURABAYA/)
    expect(await phone.says('rungkut')).toMatch(/desa atau kelurahan mana di RUNGKUT/)
    const review = await phone.says('kalirungkut')
    expect(row(review, 'Desa/Kelurahan')).toBe('11. Desa/Kelurahan: 1001 - KALIRUNGKUT')
    expect(row(review, 'Nama lengkap')).toBe('3. Nama lengkap: Siti Aminah')
  })

  it('the same province again keeps everything below it', async () => {
    const phone = await atReview('stays')
    await phone.says('ubah 8')
    expect(row(await phone.says('33'), 'Desa/Kelurahan')).toBe('11. Desa/Kelurahan: 2008 - KARANGSARI')
  })

  it('"lewati" at an answered question keeps the answer; another photo replaces the photo', async () => {
    const phone = await atReview('keeps')
    await phone.says('ubah 4')
    expect(await phone.says('lewati')).toMatch(/4\. Nomor KK: 3326 0101 1215 0002/)
    await phone.says('ubah 14')
    await phone.sends(await photo())
    expect(await phone.hears(/Periksa lagi/)).toMatch(/14\. Foto KTP: ✓ sudah diterima/)
  })

  it('a new password asks for it once more', async () => {
    const phone = await atReview('password')
    expect(await phone.says('ubah 15')).toMatch(/tersimpan dan tidak kami tampilkan/)
    expect(await phone.says('delapan kuda hijau')).toMatch(/sekali lagi/)
    expect(await phone.says('delapan kuda hijau')).toMatch(/Periksa lagi/)
  })

  it.each(['iya betul', 'ok', 'benar.', '👍', 'sudah benar', 'Ya, sudah benar'])('takes "%s" for a yes', async (words) => {
    const phone = await atReview(`agrees by ${words}`)
    expect(await (words.startsWith('Ya,') ? phone.taps(words) : phone.says(words))).toMatch(/Terakhir, satu hitungan kecil/)
  })
})

describe('back and out', () => {
  it('"kembali" goes back question by question and tells the old answer', async () => {
    const phone = office.phone('back')
    await fillUntil(phone, SITI, 'birthPlace')
    expect(await phone.says('kembali')).toMatch(/3326 0101 1215 0002[^]*nomor Kartu Keluarga/)
    expect(await phone.says('balik')).toMatch(/Siti Aminah[^]*nama lengkap/)
    expect(await phone.says('back')).toMatch(/3326 0141 0790 0001[^]*Berapa NIK/)
    expect(await phone.says('kembali')).toMatch(/Saya setuju[^]*Apakah Anda setuju/)
    expect(await phone.says('kembali')).toMatch(/Ini sudah pertanyaan pertama/)
    expect(await phone.taps('Tetap yang lama')).toMatch(/Di mana Anda lahir/)
  })

  it('SIN-46 "reset" clears every answer, after a question', async () => {
    const phone = await atReview('resets')
    expect(await phone.says('reset')).toMatch(/Ulangi \*pendaftaran\* dari awal\? Jawaban yang sudah diisi akan dihapus/)
    expect(await phone.says('tidak')).toMatch(/Periksa lagi/)
    await phone.says('ulang dari awal')
    expect(await phone.says('ya')).toMatch(/Apakah Anda setuju/)
    await phone.says('ya')
    await phone.says(person(41).nik)
    expect(await phone.says('kembali')).not.toContain('3326 0141 0790 0001')
    expect(await keptAnswers(office, 'resets')).toEqual(['consent', 'elsewhere', 'nik', 'own'])
  })

  it('"batal" asks, then stops and forgets', async () => {
    const phone = await atReview('cancels')
    expect(await phone.says('batal')).toMatch(/Batalkan \*pendaftaran\*\?/)
    expect(await phone.says('nggak')).toMatch(/Periksa lagi/)
    await phone.says('gak jadi')
    expect(await phone.says('ya')).toMatch(/\*pendaftaran\* dihentikan/)
    expect(await keptAnswers(office, 'cancels')).toEqual([])
    expect(await phone.says('daftar')).toMatch(/Apakah Anda setuju/)
  })
})

describe('doubts', () => {
  it('a birth date that differs from the NIK is asked about, not refused', async () => {
    const phone = office.phone('differs')
    await fillUntil(phone, SITI, 'birthDate')
    expect(await phone.says('02-07-1990')).toMatch(/berbeda dari yang tersimpan di dalam NIK[^]*Apakah itu sudah benar\?/)
    expect(await phone.taps('Tidak, ubah')).toMatch(/Kapan tanggal lahir/)
    await phone.says('02-07-1990')
    expect(await phone.says('iya betul')).toMatch(/nama ibu kandung/)
  })

  it('the right date instead is taken at once', async () => {
    const phone = office.phone('corrects')
    await fillUntil(phone, SITI, 'birthDate')
    await phone.says('02-07-1990')
    expect(await phone.says('01-07-1990')).toMatch(/nama ibu kandung/)
  })

  it('NIK and family card number that changed places are noticed and can be put right', async () => {
    const phone = office.phone('swaps')
    // A man's NIK could be a family card number by its form.
    await fillUntil(phone, { ...SITI, nik: '3326010112150002', kk: '3326010107900001' }, 'birthDate')
    expect(await phone.says('01-07-1990')).toMatch(/NIK dan nomor KK tertukar/)
    await phone.says('tidak')
    for (let n = 0; n < 4; n++) await phone.says('kembali')
    await phone.says('3326010107900001')
    expect(await phone.says('ya')).toBeTruthy()
    expect(phone.last.text).not.toMatch(/gangguan/)
  })
})

it('SIN-47 "Daftar" ends with the notice that the registration was sent, and its number', async () => {
  const phone = await atReview('ends')
  await phone.says('ya')
  const done = await phone.says(phone.solve())
  expect(done).toMatch(/\*Pendaftaran berhasil dikirim\.\*\nNomor registrasi Anda: \*REG-2611-[0-9A-Z]{6}\*/)
  expect(done).toMatch(/paling lambat Rabu, 25 November 2026 pukul 16\.00 WIB/)
  expect(await phone.says('menu')).toMatch(/sedang menunggu/)
  expect(numberIn(await phone.says('status'))).toBe(numberIn(done))
})
