// `node test/support/write-example-documents.ts`: draws the examples (Contoh File) of the services' documents into the agency's
// folder. They are drawn beforehand because a running counter draws nothing; an office puts pictures of its own there.
import { join } from 'node:path'
import { sharp } from '../../bot/intake/libvips.ts'
import { Canvas, type Colour } from '../documents/canvas.ts'
import { kk } from '../documents/kk.ts'

const FOLDER = join(import.meta.dirname, '../../flows/agencies/sintren/examples')
/** Pixels; enough to be read on a phone. */
const WIDTH = 720
const RED = [176, 40, 40] as const
const WHITE = [250, 250, 250] as const

/** What stands on a page: its title, who issues it, and its lines. */
interface Page {
  readonly title: string
  readonly issuer: string
  readonly lines: readonly string[]
  readonly signed: string
}

const PARENTS = ['Nama ayah : BUDI CONTOH', 'Nama ibu : SITI CONTOH']
const CHILD = ['Nama : ANI CONTOH', 'Jenis kelamin : Perempuan', 'Tempat, tanggal lahir : Kota Contoh, 1 Juli 2026', ...PARENTS]
const COUPLE = ['Nama suami : BUDI CONTOH', 'Nama istri : SITI CONTOH', 'Tanggal : 5 Januari 2024', 'Tempat : Kota Contoh']
const STATED = [
  'Saya yang bertanda tangan di bawah ini:',
  'Nama : BUDI CONTOH',
  'NIK : 9801014107901234',
  'menyatakan dengan sebenarnya bahwa',
]

const PAGES: Readonly<Record<string, Page>> = {
  'keterangan-kelahiran': {
    title: 'SURAT KETERANGAN KELAHIRAN',
    issuer: 'RUMAH SAKIT CONTOH',
    lines: CHILD,
    signed: 'Dokter penolong',
  },
  'buku-nikah': { title: 'KUTIPAN AKTA PERKAWINAN', issuer: 'BUKU NIKAH', lines: COUPLE, signed: 'Pegawai pencatat' },
  'sptjm-kelahiran': {
    title: 'SPTJM KEBENARAN DATA KELAHIRAN',
    issuer: 'SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK',
    lines: [...STATED, 'anak di bawah ini adalah anak kami:', ...CHILD],
    signed: 'Yang menyatakan, meterai',
  },
  'sptjm-suami-istri': {
    title: 'SPTJM KEBENARAN SEBAGAI PASANGAN SUAMI ISTRI',
    issuer: 'SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK',
    lines: [...STATED, 'kami adalah pasangan suami istri:', ...COUPLE],
    signed: 'Yang menyatakan, meterai',
  },
  formulir: {
    title: 'FORMULIR PERMOHONAN',
    issuer: 'PELAYANAN ADMINISTRASI KEPENDUDUKAN',
    lines: [
      'Jenis layanan : ......',
      'Nama pemohon : SITI CONTOH',
      'NIK : 9801014107901234',
      'Nomor KK : 9801010112150002',
      'Alamat : JL. CONTOH NO. 1',
    ],
    signed: 'Pemohon',
  },
  'akta-kelahiran': {
    title: 'KUTIPAN AKTA KELAHIRAN',
    issuer: 'REPUBLIK INDONESIA - PENCATATAN SIPIL',
    lines: CHILD,
    signed: 'Pejabat pencatatan sipil',
  },
  'keterangan-kematian': {
    title: 'SURAT KETERANGAN KEMATIAN',
    issuer: 'DESA CONTOHSARI',
    lines: [
      'Nama : KARTO CONTOH',
      'NIK : 9801010107501234',
      'Meninggal tanggal : 3 Maret 2026',
      'Tempat : Kota Contoh',
      'Pelapor : SITI CONTOH',
    ],
    signed: 'Kepala desa',
  },
  'surat-perkawinan': {
    title: 'SURAT PERKAWINAN',
    issuer: 'PEMUKA AGAMA / PENGHAYAT KEPERCAYAAN',
    lines: COUPLE,
    signed: 'Pemuka agama',
  },
  'putusan-pengadilan': {
    title: 'SALINAN PUTUSAN',
    issuer: 'PENGADILAN CONTOH',
    lines: [
      'Nomor : 00/CONTOH/2026',
      'Penggugat : SITI CONTOH',
      'Tergugat : BUDI CONTOH',
      'Telah berkekuatan hukum tetap',
      'Tanggal : 3 Maret 2026',
    ],
    signed: 'Panitera',
  },
  'surat-pindah': {
    title: 'SURAT KETERANGAN PINDAH (SKPWNI)',
    issuer: 'DINAS KEPENDUDUKAN KOTA CONTOH',
    lines: [
      'Nama : SITI CONTOH',
      'NIK : 9801014107901234',
      'Alamat asal : JL. CONTOH NO. 1',
      'Alamat tujuan : JL. CONTOH NO. 2',
      'Anggota yang pindah : 2 orang',
    ],
    signed: 'Kepala dinas',
  },
  'surat-kehilangan': {
    title: 'SURAT TANDA LAPOR KEHILANGAN',
    issuer: 'KEPOLISIAN SEKTOR CONTOH',
    lines: ['Nama : SITI CONTOH', 'Barang yang hilang : KTP Elektronik', 'Tanggal : 3 Maret 2026', 'Tempat : Kota Contoh'],
    signed: 'Petugas',
  },
  'dokumen-pendukung': {
    title: 'IJAZAH',
    issuer: 'CONTOH DOKUMEN PENDUKUNG',
    lines: ['Nama : SITI CONTOH', 'Tempat, tanggal lahir : Kota Contoh, 1 Juli 1990', 'Lulus tahun : 2008'],
    signed: 'Kepala sekolah',
  },
}

await keep('kartu-keluarga', await marked(await familyCard()))
await keep('pas-foto', await marked(portrait(), WHITE))
for (const [slot, page] of Object.entries(PAGES)) await keep(slot, await marked(await drawn(page)))

async function familyCard(): Promise<Canvas> {
  const { picture } = await kk({ seed: 7, width: 1100, kk: '9801010112150002', head: { name: 'BUDI CONTOH' } })
  return copied(picture)
}

async function drawn({ title, issuer, lines, signed }: Page): Promise<Canvas> {
  const page = new Canvas(WIDTH, Math.round(WIDTH * 1.25))
  const unit = WIDTH / 100
  page.fill(() => [246, 246, 241])
  await page.write(issuer, { x: WIDTH / 2, y: 8 * unit, size: 2.6 * unit, centred: true })
  await page.write(title, { x: WIDTH / 2, y: 14 * unit, size: (title.length > 30 ? 2.9 : 4) * unit, face: 'bold', centred: true })
  page.shape({ x: 8 * unit, y: 21 * unit, width: 84 * unit, height: 3 }, [60, 60, 60])
  await page.write(lines.join('\n'), { x: 10 * unit, y: 28 * unit, size: 2.7 * unit, gap: 2.6 * unit })
  await page.write(`Kota Contoh, 1 Juli 2026\n${signed}`, { x: 56 * unit, y: 98 * unit, size: 2.6 * unit, gap: 2 * unit })
  return page
}

// Nobody: a head and shoulders before a plain background.
function portrait(): Canvas {
  const width = Math.round(WIDTH * 0.75)
  const height = WIDTH
  const photo = new Canvas(width, height)
  photo.fill(() => [196, 60, 56])
  photo.ellipse(width / 2, height * 1.02, width * 0.42, height * 0.3, [70, 84, 110])
  photo.ellipse(width / 2, height * 0.66, width * 0.09, height * 0.14, [202, 164, 134])
  photo.ellipse(width / 2, height * 0.42, width * 0.2, height * 0.2, [214, 178, 148])
  photo.ellipse(width / 2, height * 0.3, width * 0.21, height * 0.11, [40, 34, 32])
  return photo
}

async function marked(page: Canvas, colour: Colour = RED): Promise<Canvas> {
  const { width, height } = page
  await page.write('CONTOH - BUKAN DOKUMEN ASLI', {
    x: width / 2,
    y: height * 0.93,
    size: width * 0.038,
    face: 'bold',
    colour,
    centred: true,
  })
  return page
}

function copied({ width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array }): Canvas {
  const copy = new Canvas(width, height)
  copy.data.set(data)
  return copy
}

async function keep(slot: string, { data, width, height }: Canvas): Promise<void> {
  await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 72 })
    .toFile(join(FOLDER, `${slot}.jpg`))
}
