import { describe, expect, it } from 'vitest'
import { documentKind, isMachineReadable } from '../../../bot/intake/ocr/document-kind.ts'
import { HOSTILE, line } from './lines.ts'

const kindOf = (...texts: string[]) => documentKind(texts.map((text, row) => line(text, 0, row * 30)))

describe('what a picture shows, by its words', () => {
  it.each([
    ['kk', ['KARTU KELUARGA', 'No. 9901010107200001', 'Nama Kepala Keluarga', 'Kecamatan', 'Provinsi', 'NIK', 'Pekerjaan']],
    ['kk', ['KARTUKELUARGA', 'Kecamatan', 'NIK']],
    ['ktp', ['PR0VINSI CONTOH UTARA', 'NIK', 'Tempat/Tgl Lahir']],
    ['ktp', ['Gol. Darah : O', 'Kel/Desa', 'Berlaku Hingga : SEUMUR HIDUP']],
    ['passport', ['REPUBLIK INDONESIA', 'PASPOR', 'PASSPORT']],
    ['passport', ['P<IDNCONTOH<<SITI<<<<<<<<<<<<<<<<<<<<<<<<<<<']],
    ['other', ['SURAT IZIN MENGEMUDI', '1. SITI CONTOH']],
    ['other', ['KARTU IDENTITAS ANAK', 'PROVINSI CONTOH', 'NIK', 'Kecamatan', 'Kewarganegaraan']],
    ['other', ['KUTIPAN AKTA KELAHIRAN']],
    ['other', Array.from({ length: 12 }, () => 'rapat warga akan diadakan')],
    ['none', ['WARUNG MAKAN', 'NASI GORENG']],
    ['none', []],
  ] as const)('%s: %j', (kind, texts) => {
    expect(kindOf(...texts)).toBe(kind)
  })

  it('does not listen to lines that could hardly be read', () => {
    const lines = ['PROVINSI', 'NIK', 'Kecamatan'].map((text, row) => line(text, 0, row * 30, { probability: 0.3 }))
    expect(documentKind(lines)).toBe('none')
  })

  it('survives anything', () => {
    expect(['none', 'other']).toContain(kindOf(...HOSTILE))
    for (const text of HOSTILE) expect(() => isMachineReadable(text)).not.toThrow()
  })
})
