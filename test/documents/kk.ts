import { Canvas, type Box } from './canvas.ts'
import type { Drawn } from './drawn.ts'
import { person, printedDate, type Invented } from './person.ts'
import { seeded } from './seeded.ts'

/** What a family card says. */
export interface FamilyCard {
  /** 16 digits: region, day of issue, serial */
  readonly kk: string
  readonly head: Invented
  readonly members: readonly Invented[]
}

/** A family card (Kartu Keluarga, A4 landscape) `width` pixels wide; its first member can be given. */
export async function kk(options: {
  seed: number
  width?: number
  kk?: string
  head?: Partial<Invented>
}): Promise<Drawn<FamilyCard>> {
  const { seed, width = 1900 } = options
  const random = seeded(seed)
  const invented = person(random)
  const head = { ...invented, ...options.head }
  const family = Array.from({ length: random.integer(1, 4) }, () => ({
    ...person(random),
    regency: head.regency,
    province: head.province,
  }))
  const members = [head, ...family]
  const number =
    options.kk ??
    `${invented.nik.slice(0, 6)}1${random.integer(0, 9)}0${random.integer(1, 9)}1${random.integer(0, 9)}${invented.nik.slice(12)}`
  const unit = width / 1000
  const page = new Canvas(width, Math.round(width / 1.4142))
  page.fill((x, y) => {
    const weave = 3 * Math.sin((x / unit) * 1.3 + 3 * Math.sin(y / unit / 40)) + 3 * Math.sin((y / unit) * 1.1)
    return [238 + weave, 240 + weave, 234 + weave]
  })
  await page.write('KARTU KELUARGA', { x: 500 * unit, y: 36 * unit, size: 36 * unit, face: 'bold', centred: true })
  const placed = await page.write(`No. ${number}`, { x: 500 * unit, y: 76 * unit, size: 26 * unit, face: 'bold', centred: true })
  const block = (text: string, x: number) => page.write(text, { x: x * unit, y: 118 * unit, size: 14 * unit, gap: 3 * unit })
  await block('Nama Kepala Keluarga\nAlamat\nRT/RW\nDesa/Kelurahan', 50)
  await block([head.name, head.address, '001/002', head.village].map((value) => `: ${value}`).join('\n'), 210)
  await block('Kecamatan\nKabupaten/Kota\nKode Pos\nProvinsi', 590)
  await block([head.district, head.regency, '00000', head.province].map((value) => `: ${value}`).join('\n'), 720)
  await table(page, unit, 210, {
    No: [34, members.map((_, index) => String(index + 1))],
    'Nama Lengkap': [210, members.map(({ name }) => name)],
    NIK: [150, members.map(({ nik }) => nik)],
    'Jenis Kelamin': [100, members.map(({ female }) => (female ? 'PEREMPUAN' : 'LAKI-LAKI'))],
    'Tempat Lahir': [130, members.map(({ birthPlace }) => birthPlace)],
    'Tanggal Lahir': [100, members.map(({ birthDate }) => printedDate(birthDate))],
    Agama: [80, members.map(() => 'ISLAM')],
    'Jenis Pekerjaan': [116, members.map((_, index) => (index === 0 ? 'WIRASWASTA' : 'BELUM BEKERJA'))],
  })
  await table(page, unit, 400, {
    No: [34, members.map((_, index) => String(index + 1))],
    'Status Perkawinan': [150, members.map((_, index) => (index < 2 ? 'KAWIN' : 'BELUM KAWIN'))],
    'Status Hubungan': [150, members.map((_, index) => ['KEPALA KELUARGA', 'PASANGAN'][index] ?? 'ANAK')],
    Kewarganegaraan: [150, members.map(() => 'WNI')],
    'Nama Ayah': [218, members.map(() => 'JOKO PERAGA')],
    'Nama Ibu': [218, members.map(() => 'DEWI PERAGA')],
  })
  await page.write('Dikeluarkan Tanggal : 01-02-2020', { x: 50 * unit, y: 600 * unit, size: 13 * unit })
  await page.write('KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL', {
    x: 780 * unit,
    y: 600 * unit,
    size: 13 * unit,
    centred: true,
  })
  return { picture: page, truth: { kk: number, head, members }, radius: 0, number: placed }
}

/** Columns by heading: width in thousandths, and what stands in them. */
async function table(
  page: Canvas,
  unit: number,
  top: number,
  columns: Record<string, readonly [number, readonly string[]]>,
): Promise<void> {
  const rows = Math.max(...Object.values(columns).map(([, cells]) => cells.length))
  const line = (box: Box) => page.shape(box, [60, 62, 66])
  const [left, right, row] = [40, 960, 18.2]
  const bottom = top + 26 + rows * row
  for (const y of [top, top + 22, bottom]) line({ x: left * unit, y: y * unit, width: (right - left) * unit, height: unit * 1.2 })
  let x = left
  for (const [heading, [width, cells]] of Object.entries(columns)) {
    line({ x: x * unit, y: top * unit, width: unit * 1.2, height: (bottom - top) * unit })
    await page.write(heading, { x: (x + width / 2) * unit, y: (top + 6) * unit, size: 12 * unit, face: 'bold', centred: true })
    await page.write(cells.join('\n'), { x: (x + 6) * unit, y: (top + 28) * unit, size: 13 * unit, gap: 3 * unit })
    x += width
  }
  line({ x: right * unit, y: top * unit, width: unit * 1.2, height: (bottom - top) * unit })
}
