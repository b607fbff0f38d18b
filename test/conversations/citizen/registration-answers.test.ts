import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office } from '../../support/office.ts'
import { fillUntil, fillUntilPassword, person, SITI } from '../registering.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

type Question = Parameters<typeof fillUntil>[2]

/** A question, what is not taken (and what is then said), what is taken, and the question after it. */
interface Row {
  readonly title: string
  readonly at: Question
  readonly asks: RegExp
  readonly wrong: readonly (readonly [text: string, answer: RegExp])[]
  readonly right: readonly string[]
  readonly next: RegExp
}

const rows: readonly Row[] = [
  {
    title: 'SIN-28 the NIK, 16 digits that can be one',
    at: 'nik',
    asks: /Berapa NIK Anda\? Ketik 16 angkanya[^]*Contoh: 9801/,
    wrong: [
      ['123', /harus 16 angka; yang terkirim 3 angka/],
      ['siti aminah', /NIK hanya berisi angka/],
      ['3326013207900001', /Angka ke-7 dan ke-8/],
      ['3326014113900001', /Angka ke-9 dan ke-10/],
      ['3326014107900000', /tidak mungkin 0000/],
    ],
    right: ['3326014107900001', '3326 0141 0790 0001', 'NIK: 3326.0141.0790.0001', '٣٣٢٦٠١٤١٠٧٩٠٠٠٠١'],
    next: /Siapa nama lengkap/,
  },
  {
    title: 'SIN-29 the full name',
    at: 'name',
    asks: /Siapa nama lengkap Anda\?[^]*Contoh: Siti Aminah/,
    wrong: [
      ['R2D2', /Nama tidak berisi angka/],
      ['Сити', /huruf Latin/],
      ['<b>Siti</b>', /tanda yang tidak biasa/],
      ['Y', /satu huruf, \*Y\*\? Bila memang begitu di KTP, kirim sekali lagi/],
    ],
    right: ['Y', 'Siti Aminah', "siti nur'aini", 'SUHARTO', 'H. Abdul-Rahman'],
    next: /nomor Kartu Keluarga/,
  },
  {
    title: 'SIN-30 the family card number, which is not the NIK',
    at: 'kk',
    asks: /Berapa nomor Kartu Keluarga \(KK\)/,
    wrong: [
      ['3326', /harus 16 angka; yang terkirim 4/],
      [SITI.nik, /tampaknya NIK/],
      ['3326014107900002', /tampaknya NIK/],
      ['3326019912150002', /bukan tanggal yang mungkin/],
    ],
    right: ['3326010112150002', '3326-0101-1215-0002'],
    next: /Di mana Anda lahir/,
  },
  {
    title: 'SIN-31 the birth place',
    at: 'birthPlace',
    asks: /Di mana Anda lahir\?/,
    wrong: [
      ['12345', /tidak berisi angka/],
      ['😀', /kosong atau hanya berisi tanda/],
    ],
    right: ['Pekalongan', 'pekalongan', 'Kab. Pekalongan'],
    next: /Kapan tanggal lahir/,
  },
  {
    title: 'SIN-32 the birth date as DD-MM-YYYY',
    at: 'birthDate',
    asks: /Kapan tanggal lahir Anda\? Tulis tanggal-bulan-tahun\.\nContoh: 17-08-1990/,
    wrong: [
      ['kemarin', /belum kami pahami/],
      ['31-02-1990', /tidak ada di kalender/],
      ['07-13-1990', /Tulis tanggalnya dulu/],
      ['01-07-2030', /belum terjadi/],
      ['01-07-1890', /lebih dari 120 tahun/],
    ],
    right: ['01-07-1990', '1 Juli 1990', '1/7/90', '01071990'],
    next: /nama ibu kandung/,
  },
  {
    title: 'SIN-33 the mother’s name, best typed on a page of its own',
    at: 'mother',
    asks: /Siapa nama ibu kandung Anda\?[^]*Isi di halaman ini[^]*\/l\//,
    wrong: [
      ['1234', /Nama tidak berisi angka/],
      ['!!!', /kosong atau hanya berisi tanda/],
    ],
    right: ['Sri Lestari', 'SRI LESTARI'],
    next: /Di provinsi mana/,
  },
  {
    title: 'SIN-34 the province, shown with its code',
    at: 'province',
    asks: /Di provinsi mana/,
    wrong: [
      ['Atlantis', /Provinsi itu belum kami temukan/],
      ['jawa', /Ada 3 Provinsi yang cocok/],
      ['999', /belum kami temukan/],
    ],
    right: ['33', 'Jawa Tengah', 'jateng', 'JAWA TENGAH', '33 - JAWA TENGAH'],
    next: /Di kabupaten atau kota mana di JAWA TENGAH/,
  },
  {
    title: 'SIN-35 the regency or city, of that province only',
    at: 'regency',
    asks: /Di kabupaten atau kota mana di JAWA TENGAH\?/,
    wrong: [
      ['surabaya', /belum kami temukan di JAWA TENGAH/],
      ['pekalongan', /Ada 2 Kabupaten\/Kota yang cocok/],
    ],
    right: ['26', '26 - PEKALONGAN', 'kabupaten pekalongan'],
    next: /Di kecamatan mana di PEKALONGAN/,
  },
  {
    title: 'SIN-36 the district, of that regency only',
    at: 'district',
    asks: /Di kecamatan mana di PEKALONGAN\?/,
    wrong: [['rungkut', /belum kami temukan di PEKALONGAN/]],
    right: ['karanganyar', '7', '7 - KARANGANYAR'],
    next: /Di desa atau kelurahan mana di KARANGANYAR/,
  },
  {
    title: 'SIN-37 the village, of that district only',
    at: 'village',
    asks: /Di desa atau kelurahan mana di KARANGANYAR\?/,
    wrong: [['kalirungkut', /belum kami temukan di KARANGANYAR/]],
    right: ['karangsari', '2008', '2008 - KARANGSARI', '8'],
    next: /nomor HP \(WhatsApp\)/,
  },
  {
    title: 'SIN-38 the mobile number for WhatsApp',
    at: 'phone',
    asks: /Berapa nomor HP \(WhatsApp\) Anda\?/,
    wrong: [
      ['0812', /belum benar/],
      ['(0285) 381234', /telepon rumah/],
      ['nomor saya', /hanya berisi angka|belum terbaca/],
    ],
    right: ['081200000001', '+62 812-0000-0001', '6281200000001', '0812.0000.0001'],
    next: /alamat e-mail/,
  },
  {
    title: 'SIN-39 the e-mail address',
    at: 'email',
    asks: /Apa alamat e-mail Anda\?[^]*Contoh: siti@contoh\.id/,
    wrong: [
      ['siti', /harus memuat tanda @/],
      ['siti @contoh.id', /tidak memuat spasi/],
      ['siti@contoh', /belum benar/],
      ['siti@gmial.com', /Apakah maksudnya \*siti@gmail\.com\*/],
    ],
    right: ['siti@contoh.id', 'SITI@CONTOH.ID'],
    next: /Kirim foto KTP/,
  },
]

describe('registration asks', () => {
  it.each(rows)('$title', async ({ title, at, asks, wrong, right, next }) => {
    const phone = office.phone(title)
    expect(await fillUntil(phone, SITI, at)).toMatch(asks)
    // What is wrong is explained again at every try, with what to send instead, and nothing is lost.
    for (const [text, answer] of wrong) expect(await phone.says(text)).toMatch(answer)
    for (const text of right) {
      expect(await phone.says(text), text).toMatch(next)
      expect(await phone.says('kembali')).toMatch(/Jawaban Anda tadi: \*/)
    }
  })

  it('the regions from a list, page by page, as buttons with their codes', async () => {
    const phone = office.phone('pages')
    await fillUntil(phone, SITI, 'regency')
    expect(phone.last.buttons[0]?.label).toBe('1 - CILACAP')
    expect(await phone.taps('Lainnya ▸')).toMatch(/Halaman 2 dari 5/)
    expect(await phone.says('berikutnya')).toMatch(/Halaman 3 dari 5/)
    expect(await phone.says('sebelumnya')).toMatch(/Halaman 2 dari 5/)
    await phone.says('selanjutnya')
    await phone.says('lainnya')
    expect(await phone.taps('26 - PEKALONGAN')).toMatch(/Di kecamatan mana di PEKALONGAN/)
  })

  it('one page’s place for a village: "8" is Karangsari, and it says so', async () => {
    const phone = office.phone('place')
    await fillUntil(phone, SITI, 'village')
    expect(await phone.says('8')).toMatch(/Kami catat: \*2008 - KARANGSARI\*/)
  })

  it('SIN-40, SIN-42 a password of 8 characters or more that is not easily guessed, and refuses the others with the reason', async () => {
    const phone = office.phone('password')
    await fillUntilPassword(phone, SITI)
    for (const [text, answer] of [
      ['pendek', /terlalu pendek: paling sedikit 8/],
      ['password123', /paling sering ditebak/],
      ['qwertyuiop', /berpola/],
      ['abababababab', /berpola/],
      ['SitiAminah90', /memuat data Anda/],
      ['Sintren Disdukcapil', /memuat data Anda atau nama layanan/],
      [SITI.nik, /memuat data Anda/],
      ['x'.repeat(300), /terlalu panjang: paling banyak 128/],
    ] as const)
      expect(await phone.says(text), text).toMatch(answer)
    expect(await phone.says('tujuh ekor angsa biru')).toMatch(/sekali lagi, persis sama/)
  })

  it('SIN-41 the password again, and refuses one that differs', async () => {
    const phone = office.phone('again')
    await fillUntilPassword(phone, person(31))
    await phone.says('tujuh ekor angsa biru')
    expect(await phone.says('tujuh ekor angsa')).toMatch(/tidak sama dengan yang tadi/)
    expect(await phone.says('Tujuh Ekor Angsa Biru')).toMatch(/tidak sama dengan yang tadi/)
    expect(await phone.says('kembali')).toMatch(/tersimpan dan tidak kami tampilkan/)
    expect(await phone.says('delapan kuda hijau')).toMatch(/sekali lagi/)
    expect(await phone.says('tujuh ekor angsa biru')).toMatch(/tidak sama/)
    expect(await phone.says('delapan kuda hijau')).toMatch(/Periksa lagi/)
  })

  it('every question with its number among them, an example, and help of its own', async () => {
    const phone = office.phone('numbers')
    await phone.says('daftar')
    let said = await phone.says('setuju')
    const answers = [SITI.nik, SITI.name, SITI.kk, SITI.birthPlace, SITI.birthDate, SITI.mother, '33', '26', '7', '2008']
    for (const [i, answer] of [...answers, SITI.phone, SITI.email].entries()) {
      expect(said).toMatch(new RegExp(`^\\(${i + 2} dari 16\\) .*\\?.*`))
      expect(said).toMatch(/\nContoh: \S/)
      const help = await phone.says('bantuan')
      expect(help).toMatch(/Yang bisa Anda ketik kapan saja/)
      expect(help.length).toBeGreaterThan(said.length + 100)
      said = await phone.says(answer)
    }
  })
})
