import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { photoOf } from '../../support/scripted-intake.ts'
import { labels, member } from '../mandates.ts'
import { closeUntroubled, person, SITI } from '../registering.ts'

const KK = photoOf({ printed: { kk: SITI.kk } })
const LETTER = photoOf({})

let office: Office
let wening: Phone
let siti: Phone
beforeAll(async () => {
  office = await Office.open()
  wening = await enrolOfficer(office, 'Bu Wening', 'supervisor')
  siti = await member(office, wening, 'siti', SITI)
})
afterAll(() => closeUntroubled(office))

/** The pictures that a phone has received, by their names. */
function pictures(phone: Phone): readonly string[] {
  return phone.inbox.flatMap(({ file }) => (file === undefined ? [] : [file.name]))
}

/** Lets go of what is open. */
async function anew(phone: Phone): Promise<void> {
  for (let n = 0; n < 5 && !/tidak ada yang perlu dibatalkan/i.test(await phone.says('batal')); n++)
    if (/Batalkan \*/.test(phone.last.text)) await phone.says('ya')
}

beforeEach(() => anew(siti))

describe('the documents of a service', () => {
  it('SIN-128 SIN-132 are listed with wajib or tidak wajib and their notes', async () => {
    expect(await siti.says('siapkan dokumen')).toMatch(/Dokumen untuk layanan apa/)
    const list = await siti.says('akta kelahiran')
    const rows = [
      'Kartu Keluarga (wajib)',
      'KTP Elektronik (tidak wajib)',
      'Surat Keterangan Kelahiran (wajib)',
      'Buku Nikah/Kutipan Akta Perkawinan (wajib)',
      'SPTJM Kebenaran Data Kelahiran (tidak wajib)',
      'SPTJM Kebenaran sebagai Pasangan Suami Istri (tidak wajib)',
      'Formulir (wajib)',
    ]
    expect(list.match(/^[☐✓] .*$/gmu)).toEqual(rows.map((row) => `☐ ${row}`))
    expect(list).toMatch(/Surat Keterangan Kelahiran \(wajib\)\n {3}Dari rumah sakit, puskesmas, bidan/)
    expect(labels(siti).at(-1)).toBe('Selesai')
  })

  it('are only for whoever is logged in', async () => {
    const stranger = office.phone('stranger')
    expect(await stranger.says('siapkan dokumen')).toMatch(/masuk dulu/)
    expect(await stranger.taps('Login')).toMatch(/NIK/)
  })

  it('are offered behind the requirements', async () => {
    await siti.says('persyaratan')
    await siti.says('pindah datang')
    expect(await siti.taps('Siapkan dokumen')).toMatch(
      /Dokumen untuk Pindah Datang[^]*Surat Keterangan Pindah \(SKPWNI\) \(wajib\)/,
    )
  })

  it('are chosen by their name, also where it is the word of something else', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('pindah keluar')
    expect(await siti.says('formulir')).toMatch(/☐ Formulir \(wajib\)[^]*Mau apa dengan dokumen ini/)
    expect(await siti.says('tambah dokumen')).toMatch(/Kirim foto Formulir/)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
  })

  it('that are wajib and not there are named at the end, with what comes next', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('pindah keluar')
    expect(await siti.taps('Selesai')).toMatch(
      /belum ada:\n– Kartu Keluarga\n– KTP Elektronik\n– Formulir\nDokumennya belum dikirim/,
    )
  })
})

describe('a file of a document', () => {
  const birth = async (phone: Phone) => {
    await phone.says('siapkan dokumen')
    return phone.says('akta kelahiran')
  }

  it('SIN-131 SIN-139 SIN-140 SIN-141 SIN-142 SIN-143 is sent, and kept as it stands by one tap', async () => {
    await birth(siti)
    expect(await siti.taps('Kartu Keluarga')).toMatch(/☐ Kartu Keluarga \(wajib\)[^]*Mau apa/)
    const add = await siti.taps('Tambah file')
    expect(add).toMatch(/Layanan: Akta Kelahiran\nDokumen: Kartu Keluarga\nNIK: \d[\d ]*[•*x][^\n]*\nNama lengkap: Siti Aminah/i)
    expect(add).not.toContain(SITI.nik)
    expect(add).not.toMatch(/pernah mengirim/)
    expect(add).toMatch(/JPG, JPEG, PNG, JFIF/)
    const summary = await siti.sends(KK, { name: 'kk.jpg' })
    expect(summary).toMatch(/Tanggal dokumen: \d\d-11-2026\nLembar ke: 1\nKeterangan: –/)
    expect(labels(siti)).toEqual(['Simpan', 'Ubah tanggal', 'Ubah lembar', 'Keterangan'])
    const list = await siti.taps('Simpan')
    expect(list).toMatch(/✓ Kartu Keluarga tersimpan sebagai Data Dukung Akta Kelahiran\.\nDisimpan 90 hari sejak file terakhir/)
    expect(list).toMatch(/✓ Kartu Keluarga \(wajib\)\n {3}– kk\.jpg, tanggal \d\d-11-2026, lembar ke-1/)
    expect(list).toMatch(/☐ Formulir/)
  })

  it('SIN-130 SIN-131 SIN-142 SIN-146 stands below its document with those before it, its page counted on', async () => {
    await birth(siti)
    expect(await siti.taps('Kartu Keluarga')).toMatch(/– kk\.jpg, tanggal .*, lembar ke-1/)
    await siti.taps('Tambah file')
    expect(await siti.sends(KK, { name: 'kk-2.jpg' })).toMatch(/Lembar ke: 2/)
    expect(await siti.taps('Simpan')).toMatch(/– kk\.jpg, .*lembar ke-1\n {3}– kk-2\.jpg, .*lembar ke-2/)
  })

  it('SIN-141 SIN-142 SIN-143 has its date, page and note changed one at a time', async () => {
    await birth(siti)
    await siti.taps('Formulir')
    await siti.taps('Tambah file')
    await siti.sends(LETTER, { name: 'f.jpg' })
    await siti.taps('Sudah semua')
    expect(await siti.taps('Ubah tanggal')).toMatch(/Tanggal berapa dokumen itu dicetak/)
    expect(await siti.says('31-02-2020')).toMatch(/Tanggal berapa/)
    expect(await siti.says('17 agustus 2020')).toMatch(/Tanggal dokumen: 17-08-2020\nLembar ke: 1/)
    await siti.taps('Ubah lembar')
    expect(await siti.says('tiga')).toMatch(/1 sampai 99/)
    expect(await siti.says('3')).toMatch(/Lembar ke: 3/)
    expect(await siti.says('keterangan halaman depan')).toMatch(/Keterangan: halaman depan/)
    expect(await siti.says('simpan')).toMatch(/– f\.jpg, tanggal 17-08-2020, lembar ke-3 – halaman depan/)
  })

  it('SIN-147 is shown larger, SIN-148 and removed after one more question', async () => {
    await birth(siti)
    await siti.taps('Kartu Keluarga')
    const before = pictures(siti).length
    await siti.taps('Lihat 2')
    await siti.hears(/Mau apa dengan dokumen ini/)
    expect(pictures(siti).slice(before)).toEqual(['kk-2.jpg'])
    expect(await siti.taps('Hapus 2')).toMatch(/Hapus file ini\?\nkk-2\.jpg/)
    expect(await siti.says('tidak')).toMatch(/tidak dihapus[^]*kk-2\.jpg/)
    await siti.says('hapus 2')
    const after = await siti.says('ya')
    expect(after).toMatch(/File sudah dihapus[^]*– kk\.jpg/)
    expect(after).not.toMatch(/kk-2\.jpg/)
  })
})

describe('an earlier document', () => {
  it('SIN-133 SIN-134 SIN-135 SIN-136 is the default where there is one', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('pindah keluar')
    await siti.taps('KTP Elektronik')
    const before = pictures(siti).length
    await siti.taps('Tambah file')
    expect(await siti.hears(/pernah mengirim/)).toMatch(
      /Anda pernah mengirim KTP Elektronik:\n1\. .*, tanggal .*2026, lembar ke-1\nPakai yang itu, atau kirim yang baru\?/,
    )
    expect(pictures(siti).length).toBe(before + 1)
    expect(labels(siti)).toEqual(['Pakai yang ini', 'Lihat besar', 'Upload baru'])
    await siti.taps('Lihat besar')
    await siti.hears(/pernah mengirim/)
    expect(pictures(siti).length).toBe(before + 2)
    expect(await siti.taps('Pakai yang ini')).toMatch(/Simpan seperti ini\?/)
    expect(await siti.taps('Simpan')).toMatch(/✓ KTP Elektronik \(wajib\)\n {3}– /)
  })

  it('SIN-133 is left aside for a new one by one tap', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('akta kematian')
    await siti.taps('Kartu Keluarga')
    await siti.taps('Tambah file')
    expect(await siti.hears(/pernah mengirim/)).toMatch(/1\. kk\.jpg, tanggal \d\d-11-2026, lembar ke-1/)
    expect(await siti.taps('Upload baru')).toMatch(/[Kk]irim/)
    await siti.sends(KK, { name: 'baru.jpg' })
    expect(await siti.taps('Simpan')).toMatch(/– baru\.jpg/)
  })

  it('that was removed where it was prepared is still there where it was registered', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('pindah keluar')
    await siti.taps('KTP Elektronik')
    await siti.taps('Hapus')
    await siti.says('ya')
    await siti.taps('Tambah file')
    expect(await siti.hears(/pernah mengirim/)).toMatch(/pernah mengirim KTP Elektronik/)
  })
})

describe('the copy of the own data', () => {
  it('has what was prepared, by its name, with the service, the date and the note', async () => {
    await siti.says('data saya')
    await siti.hears(/Itu semua yang kami simpan/)
    const page = siti.inbox.findLast(({ file }) => file?.name.endsWith('.html') === true)?.file?.bytes
    const text = Buffer.from(page ?? []).toString()
    expect(text).toMatch(/<h3>Formulir<\/h3>[^]*Akta Kelahiran[^]*f\.jpg[^]*2020[^]*halaman depan/)
  })
})

describe('trouble', () => {
  it('SIN-129 an example of each document is shown', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('akta kelahiran')
    for (const [label, slot] of [
      ['KTP Elektronik', 'ktp'],
      ['Formulir', 'formulir'],
      ['SPTJM Kebenaran sebagai Pasangan Suami Istri', 'sptjm-suami-istri'],
    ] as const) {
      await siti.taps(label)
      await siti.taps('Lihat contoh')
      await siti.hears(/Mau apa dengan dokumen ini/)
      expect(pictures(siti).at(-1)).toBe(`${slot}.jpg`)
      await siti.taps('Daftar dokumen')
    }
  })

  it('SIN-145 SIN-178 SIN-179 SIN-180 SIN-181 a refused file is explained and points to the help, which comes back', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('akta kelahiran')
    await siti.taps('Surat Keterangan Kelahiran')
    await siti.taps('Tambah file')
    const refused = await siti.sends(Buffer.from('x'), { as: 'document', name: 'surat.docx' })
    expect(refused).toMatch(/Ekstensi berkas itu tidak sesuai[^]*bantuan Gagal Upload File/)
    const help = await siti.taps('Gagal upload file')
    expect(help).toMatch(/1\. Ukuran file terlalu besar\. Pindai ulang dengan DPI lebih rendah, misalnya 200 atau 150/)
    expect(help).toMatch(/2\. Ekstensi file tidak sesuai\. Pakai jpg, jpeg, png, atau jfif/)
    expect(help).toMatch(/3\. File berisi kode berbahaya\. Jangan pakai aplikasi yang mencurigakan\. Foto lagi/)
    expect(help).toMatch(/Kirim foto Surat Keterangan Kelahiran/)
    expect(await siti.says('gagal upload')).toMatch(/Ukuran file terlalu besar/)
    expect(await siti.sends(photoOf({ refused: 'malware' }))).toMatch(/kode berbahaya[^]*bantuan Gagal Upload File/)
    expect(await siti.sends(LETTER)).toMatch(/Simpan seperti ini/)
    expect(await siti.taps('Simpan')).toMatch(/✓ Surat Keterangan Kelahiran/)
  })

  it('SIN-145 a refused file among several that come together points to the help, once', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('akta perceraian')
    await siti.taps('Putusan Pengadilan')
    await siti.taps('Tambah file')
    const said = await siti.sendsTogether(LETTER, photoOf({ refused: 'malware' }), photoOf({ refused: 'damaged' }))
    expect(said).toMatch(/Foto ke-2: .*kode berbahaya[^]*Foto ke-3: Gambar itu rusak[^]*Gagal Upload File[^]*1 lembar sudah/)
    expect(said.match(/Masih gagal\?/g)).toHaveLength(1)
    expect(await siti.taps('Gagal upload file')).toMatch(/1\. Ukuran file terlalu besar/)
    expect(await siti.sendsTogether(LETTER, photoOf({ fault: 'dark' }))).toMatch(/Foto ke-2: .*gelap/)
    expect(siti.last.text).not.toMatch(/Masih gagal/)
    expect(await siti.taps('Sudah semua')).toMatch(/Simpan seperti ini/)
  })

  it('SIN-145 a file that is gone when it is to be saved is explained and points to the help', async () => {
    await siti.says('siapkan dokumen')
    await siti.says('akta kematian')
    await siti.taps('Surat Keterangan Kematian')
    await siti.taps('Tambah file')
    await siti.sends(LETTER)
    await office.open.unitOfWork.run(async (tx) => {
      const { id } = await tx.file.findFirstOrThrow({ where: { variant: 'photo' }, orderBy: { id: 'desc' } })
      await tx.file.update({ where: { id }, data: { erasedAt: BigInt(office.time.now()) } })
    })
    const said = await siti.taps('Simpan')
    expect(said).toMatch(/tidak bisa disimpan[^]*Gagal Upload File[^]*☐ Surat Keterangan Kematian[^]*Mau apa/)
  })

  it('a login that ends meanwhile keeps nothing and leads on', async () => {
    const budi = await member(office, wening, 'budi', person(81))
    await budi.says('siapkan dokumen')
    await budi.says('akta kelahiran')
    await budi.taps('Kartu Keluarga')
    await budi.taps('Tambah file')
    await budi.sends(KK)
    office.time.pass(13 * 3_600_000)
    expect(await budi.says('simpan')).toMatch(/Login Anda sudah berakhir/)
    expect(labels(budi)).toContain('Login')
  })

  it('another person sees none of it', async () => {
    const ani = await member(office, wening, 'ani', person(82))
    await ani.says('siapkan dokumen')
    expect(await ani.says('akta kelahiran')).not.toMatch(/✓|kk\.jpg/)
  })
})
