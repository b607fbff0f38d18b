import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentKind } from '../../../bot/intake/ocr/document-kind.ts'
import { birthOf, ktpText, ktpValues } from '../../../bot/intake/ocr/ktp.ts'
import type { ReadLine } from '../../../bot/intake/ocr/recognition.ts'
import { askew, HOSTILE, line } from './lines.ts'

/** The lines of a card as recognition gives them, some with label and value in one box. */
function card(values: Partial<Record<string, string>> = {}): ReadLine[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Nama', ':SITI CONTOH'],
    ['Tempat/Tgl Lahir', ':REKAREJO,01-07-1990'],
    ['Jenis kelamin', ':PEREMPUAN'],
    ['Alamat', ':JL.MELATI NO.3'],
    ['RT/RW', ':001/002'],
    ['Kel/Desa', 'UJIASRI'],
    ['Kecamatan', ':PERAGAWANGI'],
    ['Agama', ':ISLAM'],
    ['Status Perkawinan: KAWIN', ''],
    ['Pekerjaan', ':PETANI'],
    ['Kewarganegaraan:WNI', ''],
    ['Berlaku Hingga', ':SEUMUR HIDUP'],
  ]
  const body = rows.flatMap(([label, value], row) => {
    const shown = values[label] ?? value
    const box = line(label, label === 'RT/RW' || label.startsWith('Ke') ? 40 : 20, 120 + row * 26)
    return shown === '' ? [box] : [box, line(shown, 220, 120 + row * 26)]
  })
  return [
    line('PROVINSI CONTOH UTARA', 180, 20),
    line('KABUPATENREKAREJO', 200, 46),
    line('NIK', 20, 80, { height: 30 }),
    line(':9901014107900001', 200, 80, { height: 30 }),
    ...body,
    line('REKAREJO', 560, 352),
    line('01-02-2020', 560, 378),
  ]
}

const EXPECTED = {
  name: 'SITI CONTOH',
  birthPlace: 'REKAREJO',
  birthDate: '1990-07-01',
  address: 'JL. MELATI NO. 3 RT 001/RW 002',
  village: 'UJIASRI',
  district: 'PERAGAWANGI',
  regency: 'KABUPATEN REKAREJO',
  province: 'CONTOH UTARA',
}

describe('the values of an identity card', () => {
  it('are found by their labels', () => {
    expect(documentKind(card())).toBe('ktp')
    expect(ktpText(ktpValues(card(), 0))).toEqual(EXPECTED)
  })

  it('are found on a card that lies askew, in whatever order its lines come', () => {
    for (const angle of [-0.14, -0.05, 0.05, 0.14]) {
      expect(ktpText(ktpValues(askew(card().toReversed(), angle), angle))).toEqual(EXPECTED)
    }
  })

  it('are found where labels were misread', () => {
    const misread = new Map([
      ['Nama', 'Nana'],
      ['Tempat/Tgl Lahir', 'Tenpat/Tg1 Lahir'],
      ['Kecamatan', 'Kecanatan'],
      ['Kel/Desa', 'Ke1/Desa'],
      ['Alamat', 'Aiamat'],
    ])
    const lines = card().map((one) => {
      const text = misread.get(one.text)
      return text === undefined ? one : line(text, one.x - one.width / 2, one.y - 10)
    })
    expect(ktpText(ktpValues(lines, 0))).toMatchObject({
      name: EXPECTED.name,
      birthDate: EXPECTED.birthDate,
      village: EXPECTED.village,
    })
  })

  it('join an address of two lines', () => {
    const lower = card().map((one) => (one.y > 205 ? { ...one, y: one.y + 26 } : one))
    const address = ktpText(ktpValues([...lower, line('GANG DUA', 220, 224)], 0)).address
    expect(address).toBe('JL. MELATI NO. 3 GANG DUA RT 001/RW 002')
  })

  it('are left out where they were not read surely', () => {
    const doubtful = card().map((one) => (one.text === ':SITI CONTOH' ? line(one.text, 220, 120, { probability: 0.8 }) : one))
    const values = ktpValues(doubtful, 0)
    expect(values.name).toEqual({ text: 'SITI CONTOH', sure: false, legible: false })
    expect(ktpText(values)).not.toHaveProperty('name')
  })

  it('never take a value from a line whose own is missing', () => {
    const missing = card({ Nama: '' })
    expect(ktpText(ktpValues(missing, 0))).not.toHaveProperty('name')
  })

  it('never take the address for the name, where a blurred "Alamat" looks like "Nama"', () => {
    const blurred = card({ Alamat: 'L KENANGA' })
      .filter(({ text }) => text !== 'Nama')
      .map((one) => (one.text === 'Alamat' ? line('lama', one.x - one.width / 2, one.y - 10) : one))
    for (const angle of [-0.14, 0, 0.14]) expect(ktpValues(askew(blurred, angle), angle)).not.toHaveProperty('name')
  })

  it('hold nothing of what no card says', () => {
    for (const text of HOSTILE) {
      const found = ktpText(ktpValues(card({ Nama: text, Alamat: text, 'Tempat/Tgl Lahir': text, 'Kel/Desa': text }), 0))
      for (const value of Object.values(found)) expect(value.length).toBeLessThanOrEqual(200)
      expect(found.name ?? '').not.toMatch(/[<>;"\d]/)
      expect(found).not.toHaveProperty('birthDate')
    }
    expect(
      ktpText(
        ktpValues(
          HOSTILE.map((text, row) => line(text.slice(0, 500), 0, row * 20)),
          0,
        ),
      ),
    ).not.toHaveProperty('birthDate')
  })

  it('survive any texts anywhere', () => {
    const lines = fc.array(
      fc
        .tuple(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.integer({ min: -100, max: 2000 }),
          fc.integer({ min: -100, max: 2000 }),
        )
        .map(([text, x, y]) => line(text, x, y)),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, fc.double({ min: -0.7, max: 0.7, noNaN: true }), (some, tilt) => {
        expect(() => ktpText(ktpValues([...some, ...card()], tilt))).not.toThrow()
      }),
      { numRuns: 25 },
    )
  })
})

describe('a place and date of birth', () => {
  it.each([
    ['TEGAL, 17-08-1985', { place: 'TEGAL', date: '1985-08-17' }],
    ['TEGAL,17-08-1985', { place: 'TEGAL', date: '1985-08-17' }],
    ['KOTA BARU 29-02-2000', { place: 'KOTA BARU', date: '2000-02-29' }],
    [', 17-08-1985', { date: '1985-08-17' }],
    ['TEGAL, 29-02-1999', undefined],
    ['TEGAL, 17-13-1985', undefined],
    ['TEGAL', undefined],
    [undefined, undefined],
  ])('%s', (text, expected) => {
    expect(birthOf(text)).toEqual(expected)
  })
})
