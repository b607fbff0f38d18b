import { Canvas } from './canvas.ts'
import type { Drawn } from './drawn.ts'
import { machineReadableZone, type PassportData } from './machine-readable-zone.ts'
import { person, printedDate } from './person.ts'
import { portrait } from './portrait.ts'
import { seeded } from './seeded.ts'

/** The data page of a passport (ID-3) `width` pixels wide, valid until 2033 unless `expires` says otherwise. */
export async function passport(
  options: { seed: number; width?: number } & Partial<PassportData>,
): Promise<Drawn<PassportData & { readonly name: string }>> {
  const { seed, width = 1700, ...given } = options
  const random = seeded(seed)
  const { name, birthDate, female, birthPlace } = person(random)
  const [givenNames = name, ...rest] = name.split(' ')
  const data: PassportData = {
    passport: `X${random.integer(1_000_000, 9_999_999)}`,
    surname: rest.join(' '),
    givenNames,
    country: 'IDN',
    birthDate,
    female,
    expires: `2033-0${random.integer(1, 9)}-1${random.integer(0, 9)}`,
    ...given,
  }
  const unit = width / 1000
  const page = new Canvas(width, Math.round(width / 1.4205))
  page.fill((px, py) => {
    const [x, y] = [px / unit, py / unit]
    const wave = 4 * Math.sin(y / 3 + 6 * Math.sin(x / 110)) + 3 * Math.sin((x + y) / 4)
    return y > 560 ? [240, 241, 238] : [212 + wave + 16 * Math.sin(x / 240), 222 + wave, 214 + wave + 12 * Math.sin(y / 130)]
  })
  const write = (text: string, x: number, y: number, size: number, face: 'sans' | 'bold' | 'mono' = 'sans') =>
    page.write(text, { x: x * unit, y: y * unit, size: size * unit, face })
  await write('REPUBLIK INDONESIA', 300, 32, 34, 'bold')
  await write('REPUBLIC OF INDONESIA', 300, 70, 20)
  await write('PASPOR', 40, 36, 30, 'bold')
  await write('PASSPORT', 40, 70, 20)
  portrait(page, { x: 40 * unit, y: 130 * unit, width: 240 * unit, height: 320 * unit }, [214, 222, 230])
  const cell = async (label: string, value: string, x: number, y: number) => {
    await write(label, x, y, 14)
    return write(value, x, y + 19, 25, 'bold')
  }
  const { surname, country } = data
  await cell('JENIS / TYPE', 'P', 310, 120)
  await cell('KODE NEGARA / COUNTRY CODE', country, 430, 120)
  const number = await cell('NO. PASPOR / PASSPORT NO.', data.passport, 710, 120)
  const fullName = [data.givenNames, surname].filter((part) => part !== '').join(' ')
  await cell('NAMA LENGKAP / FULL NAME', fullName, 310, 190)
  await cell('KEWARGANEGARAAN / NATIONALITY', 'INDONESIA', 310, 260)
  await cell('TANGGAL LAHIR / DATE OF BIRTH', printedDate(data.birthDate), 310, 330)
  await cell('KELAMIN / SEX', data.female ? 'P/F' : 'L/M', 710, 330)
  await cell('TEMPAT LAHIR / PLACE OF BIRTH', birthPlace, 710, 260)
  const issued = `${Number(data.expires.slice(0, 4)) - 10}${data.expires.slice(4)}`
  await cell('TANGGAL PENGELUARAN / DATE OF ISSUE', printedDate(issued), 310, 400)
  await cell('TANGGAL HABIS BERLAKU / DATE OF EXPIRY', printedDate(data.expires), 310, 470)
  await cell('KANTOR YANG MENGELUARKAN / ISSUING OFFICE', 'CONTOHSARI', 620, 400)
  // OCR-B is not free to ship; a monospaced face reads alike. 44 characters fill the line.
  await page.write(machineReadableZone(data).join('\n'), {
    x: 44 * unit,
    y: 590 * unit,
    size: 34.2 * unit,
    face: 'mono',
    gap: 8 * unit,
  })
  return { picture: page, truth: { ...data, name: fullName }, radius: 18 * unit, number }
}
