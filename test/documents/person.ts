import type { Seeded } from './seeded.ts'

/** Somebody who does not exist: the provinces 98 and 99 of the NIK are given to none. */
export interface Invented {
  readonly nik: string
  readonly name: string
  readonly female: boolean
  readonly birthPlace: string
  /** yyyy-mm-dd */
  readonly birthDate: string
  readonly address: string
  readonly village: string
  readonly district: string
  readonly regency: string
  readonly province: string
}

const FIRST_OF_WOMEN = ['SITI', 'DEWI', 'RATNA', 'WULAN', 'ENDAH', 'KARTIKA', 'NINGSIH', 'YULIA', 'MELATI', 'AYU'] as const
const FIRST_OF_MEN = ['BAMBANG', 'AGUS', 'JOKO', 'WAHYU', 'HENDRA', 'RIZKI', 'DARMA', 'EKO', 'FAJAR', 'TEGUH'] as const
const SECOND = ['CONTOH', 'REKAAN', 'UJICOBA', 'KHAYAL', 'MISALNYA', 'PERAGA', 'TELADAN', 'ANGANANGAN'] as const
const THIRD = ['', '', '', 'PURNAMA', 'SENTOSA', 'LESTARI', 'WIBAWA', 'MAHARDIKA', 'SAMUDRA'] as const
const PLACES = ['CONTOHSARI', 'REKAREJO', 'UJIASRI', 'TELADANHARJO', 'PERAGAWANGI', 'MISALJAYA', 'KHAYALMULYO'] as const
const PROVINCES = ['CONTOH UTARA', 'CONTOH TENGAH', 'REKAAN SELATAN'] as const

const two = (value: number) => String(value).padStart(2, '0')

/** Invents somebody; each of two siblings asks with the same source of numbers. */
export function person(random: Seeded): Invented {
  const female = random.number() < 0.5
  const [year, month, day] = [random.integer(1950, 2005), random.integer(1, 12), random.integer(1, 28)]
  const region = `${random.pick(['98', '99'])}${two(random.integer(1, 40))}${two(random.integer(1, 30))}`
  const serial = String(random.integer(1, 9999)).padStart(4, '0')
  const given = female ? random.pick(FIRST_OF_WOMEN) : random.pick(FIRST_OF_MEN)
  return {
    nik: `${region}${two(female ? day + 40 : day)}${two(month)}${two(year % 100)}${serial}`,
    name: [given, random.pick(SECOND), random.pick(THIRD)].filter((part) => part !== '').join(' '),
    female,
    birthPlace: random.pick(PLACES),
    birthDate: `${year}-${two(month)}-${two(day)}`,
    address: `JL. ${random.pick(['MELATI', 'MAWAR', 'KENANGA', 'ANGGREK'])} NO. ${random.integer(1, 120)}`,
    village: random.pick(PLACES),
    district: random.pick(PLACES),
    regency: random.pick(PLACES),
    province: random.pick(PROVINCES),
  }
}

/** A date as Indonesian documents print it: dd-mm-yyyy. */
export function printedDate(iso: string): string {
  return iso.split('-').reverse().join('-')
}
