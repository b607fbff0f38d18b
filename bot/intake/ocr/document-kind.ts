import type { DocumentReading } from '../types.ts'
import { holdsWord } from './likeness.ts'
import type { ReadLine } from './recognition.ts'

/** Words that stand on an identity card; most of them on a family card, too, which is therefore asked first. */
const KTP = [
  'PROVINSI',
  'NIK',
  'TEMPATTGLLAHIR',
  'JENISKELAMIN',
  'GOLDARAH',
  'KELDESA',
  'KECAMATAN',
  'STATUSPERKAWINAN',
  'PEKERJAAN',
  'KEWARGANEGARAAN',
  'BERLAKUHINGGA',
]
const KK = ['KARTUKELUARGA', 'KEPALAKELUARGA', 'HUBUNGANDALAMKELUARGA', 'NAMALENGKAP', 'STATUSHUBUNGAN']
const PASSPORT = ['PASPOR', 'PASSPORT', 'REPUBLIKINDONESIA', 'COUNTRYCODE', 'NATIONALITY', 'DATEOFEXPIRY']
/** What other papers say of themselves. A KTP has none of these. */
const OTHERS = [
  'SURATIZINMENGEMUDI',
  'DRIVINGLICENSE',
  'KARTUIDENTITASANAK',
  'SURATKETERANGAN',
  'KUTIPANAKTA',
  'AKTAKELAHIRAN',
  'BUKUNIKAH',
  'INDONESIASEHAT',
  'NOMORPOKOKWAJIBPAJAK',
  'NPWP',
  'IJAZAH',
  'TANDANOMORKENDARAAN',
  'KARTUTANDAMAHASISWA',
  'KARTUPELAJAR',
]
/** Words that papers of offices have and shop signs have not. */
const PAPER = [
  'SURAT',
  'KETERANGAN',
  'KARTU',
  'AKTA',
  'REPUBLIK',
  'NOMOR',
  'TANGGAL',
  'BERLAKU',
  'KEPALADINAS',
  'KABUPATEN',
  'KECAMATAN',
]

const READ_SURELY = 0.8
/** A page with so many lines of words is a document, whatever it says. */
const PAGE_OF_TEXT = 8

/** What a picture shows, by the words that were read in it. */
export function documentKind(read: readonly ReadLine[]): DocumentReading['kind'] {
  const texts = read.filter(({ confidence }) => confidence >= 0.5).map(({ text }) => text)
  const count = (words: readonly string[]) => words.filter((word) => texts.some((text) => holdsWord(text, word))).length
  const others = count(OTHERS)
  const zone = texts.filter(isMachineReadable).length
  if (zone > 0 || count(PASSPORT) >= 3) return 'passport'
  const kk = count(KK)
  if (kk >= 2 || (kk === 1 && texts.some((text) => holdsWord(text, 'KARTUKELUARGA')))) return 'kk'
  const ktp = count(KTP)
  if (ktp >= 3 && others === 0) return 'ktp'
  if (others > 0 || ktp > 1 || count(PAPER) > 1) return 'other'
  const sure = read.filter(({ confidence, text }) => confidence >= READ_SURELY && /\p{L}{3}/u.test(text)).length
  return sure >= PAGE_OF_TEXT ? 'other' : 'none'
}

/** Whether a text is a line of a passport's machine-readable zone (ICAO Doc 9303-4): long, and with its fillers. */
export function isMachineReadable(text: string): boolean {
  const bare = text.replace(/\s/g, '')
  return bare.length >= 30 && bare.length <= 60 && /^[A-Z0-9<«‹(]+$/i.test(bare) && (bare.match(/[<«‹(]/g)?.length ?? 0) >= 3
}
