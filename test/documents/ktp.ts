import { Canvas } from './canvas.ts'
import type { Drawn } from './drawn.ts'
import { person, printedDate, type Invented } from './person.ts'
import { portrait } from './portrait.ts'
import { seeded } from './seeded.ts'

const LABELS = [
  'Nama',
  'Tempat/Tgl Lahir',
  'Jenis kelamin',
  'Alamat',
  '     RT/RW',
  '     Kel/Desa',
  '     Kecamatan',
  'Agama',
  'Status Perkawinan',
  'Pekerjaan',
  'Kewarganegaraan',
  'Berlaku Hingga',
] as const

/** An identity card (e-KTP, ISO/IEC 7810 ID-1) `width` pixels wide; what is given of its person is printed, the rest is invented. */
export async function ktp(options: { seed: number; width?: number } & Partial<Invented>): Promise<Drawn<Invented>> {
  const { seed, width = 1500, ...given } = options
  const random = seeded(seed)
  const truth = { ...person(random), ...given }
  const unit = width / 1000
  const card = new Canvas(width, Math.round(width / 1.5858))
  guilloche(card, random.between(0, 6))
  const middle = 490 * unit
  await card.write(`PROVINSI ${truth.province}`, { x: middle, y: 28 * unit, size: 33 * unit, face: 'bold', centred: true })
  const regency = /^(?:KOTA|KABUPATEN) /.test(truth.regency) ? truth.regency : `KABUPATEN ${truth.regency}`
  await card.write(regency, { x: middle, y: 66 * unit, size: 33 * unit, face: 'bold', centred: true })
  await card.write('NIK', { x: 36 * unit, y: 116 * unit, size: 42 * unit, face: 'bold' })
  await card.write(':', { x: 196 * unit, y: 121 * unit, size: 38 * unit, face: 'bold' })
  const number = await card.write(truth.nik, { x: 230 * unit, y: 115 * unit, size: 43 * unit, face: 'ocr' })
  // One block each: lines of labels and values stand level because both begin with capitals.
  const rows = { y: 176 * unit, size: 25 * unit, gap: 3.5 * unit }
  await card.write(LABELS.join('\n'), { x: 36 * unit, ...rows })
  const values = [
    truth.name,
    `${truth.birthPlace}, ${printedDate(truth.birthDate)}`,
    `${(truth.female ? 'PEREMPUAN' : 'LAKI-LAKI').padEnd(22)}Gol. Darah : ${random.pick(['A', 'B', 'O', 'AB', '-'])}`,
    truth.address,
    `00${random.integer(1, 9)}/00${random.integer(1, 9)}`,
    truth.village,
    truth.district,
    random.pick(['ISLAM', 'KRISTEN', 'KATHOLIK', 'HINDU', 'BUDDHA', 'KHONGHUCU']),
    random.pick(['KAWIN', 'BELUM KAWIN', 'CERAI HIDUP']),
    random.pick(['WIRASWASTA', 'PETANI/PEKEBUN', 'KARYAWAN SWASTA', 'PELAJAR/MAHASISWA', 'MENGURUS RUMAH TANGGA']),
    'WNI',
    'SEUMUR HIDUP',
  ]
  await card.write(values.join('\n'), { x: 274 * unit, ...rows })
  await card.write(LABELS.map(() => ':').join('\n'), { x: 258 * unit, ...rows, y: rows.y + 6 * unit })
  portrait(
    card,
    { x: 745 * unit, y: 120 * unit, width: 205 * unit, height: 275 * unit },
    truth.female ? [196, 52, 48] : [40, 78, 168],
  )
  await card.write(regency.replace(/^KABUPATEN /, ''), { x: 848 * unit, y: 412 * unit, size: 20 * unit, centred: true })
  const issued = `${printedDate(`${random.integer(2012, 2024)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`)}`
  await card.write(issued, { x: 848 * unit, y: 438 * unit, size: 20 * unit, centred: true })
  signature(card, 790 * unit, 520 * unit, unit, random.between(0, 6))
  return { picture: card, truth, radius: 37 * unit, number }
}

/** The card's light blue ground with its waves of fine lines. */
function guilloche(card: Canvas, phase: number): void {
  const scale = 1000 / card.width
  card.fill((px, py) => {
    const [x, y] = [px * scale, py * scale]
    const wave = Math.sin(y / 3.1 + 5 * Math.sin(x / 90 + phase) + x / 160) * 4 + Math.sin(x / 3.7 + 6 * Math.sin(y / 70)) * 3
    const light = 12 * Math.sin(x / 260 + phase) + 10 * Math.sin(y / 150 - phase)
    return [172 + light * 0.9 + wave * 1.4, 206 + light * 0.6 + wave, 226 + light * 0.3 + wave * 0.5]
  })
}

function signature(card: Canvas, left: number, top: number, unit: number, phase: number): void {
  for (let step = 0; step < 900; step++) {
    const along = step / 900
    const x = left + along * 110 * unit
    const y = top + (Math.sin(along * 21 + phase) * 16 + Math.sin(along * 47) * 9) * unit
    card.shape({ x, y, width: 2.4 * unit, height: 2.4 * unit }, [28, 30, 60])
  }
}
