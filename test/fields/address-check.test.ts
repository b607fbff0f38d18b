import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAddress, compareRegion } from '../../flows/fields/address-check.ts'
import { hostileTexts } from './hostile.ts'

const PRINTED = 'JALAN MAWAR NO 5 RT 003/RW 002'

describe('an address beside the printed one', () => {
  it.each([
    ['Jl. Mawar No. 5 RT 3 RW 2', PRINTED],
    ['jln mawar nomor 5, rt.003 / rw.002', PRINTED],
    ['jl mawar 5', PRINTED],
    ['JL.MAWAR NO.5 RT/RW 003/002', PRINTED],
    ['Jalan Mawar 5 RT 3/2', PRINTED],
    ['Jalan Mawar no. 5, Desa Karangsari, Kec. Karanganyar, Kab. Pekalongan', PRINTED],
    ['mawar rt03/rw02', PRINTED],
    ['R.T. 03 / R.W. 02 Mawar', 'JL MAWAR RT 003/RW 002'],
    ['Dsn. Krajan RT 1 RW 4', 'DUSUN KRAJAN RT 001/RW 004'],
    ['Gang II Mawar', 'GG. 2 MAWAR'],
    ['Jl. A. Yani 12A', 'JALAN AHMAD YANI NO 12-A'],
    ['Jl Jend. Sudirman 3', 'JALAN JENDERAL SUDIRMAN NO 3'],
    // read without its spaces, and with a letter wrong
    ['Jl. Mawar Baru 5', 'JL.MAWARBARU5'],
    ['Jl. Kartini 45', 'JLN. KARTIN NO. 45'],
  ])('EXP-11 is the same, however it is spelled: %s', (typed, printed) => {
    expect(compareAddress(typed, printed)).toBe('same')
    expect(compareAddress(printed, typed)).toBe('same')
  })

  it.each([
    ['another street', 'Jl. Melati No. 5'],
    ['another house', 'Jl. Mawar No. 8'],
    ['another RT', 'Jl. Mawar No. 5 RT 4 RW 2'],
    ['another RW', 'Jl. Mawar No. 5 RT/RW 003/007'],
  ])('EXP-11 is different where it names %s', (_what, typed) => {
    expect(compareAddress(typed, PRINTED)).toBe('different')
  })

  it.each(['RT 3 RW 2', 'No. 5', 'Jalan Raya', 'Jl. B'])('is for an officer where too little can be compared: %s', (typed) => {
    expect(compareAddress(typed, PRINTED)).toBe('unsure')
  })

  it('is the same as itself, in any case and with other signs, and never fails', () => {
    const word = fc.stringMatching(/^[A-Z]{4,9}$/)
    const street = fc.tuple(
      word,
      word,
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
    )
    fc.assert(
      fc.property(street, ([one, other, house, rt, rw]) => {
        const printed = `JALAN ${one} ${other} NO ${house} RT 0${rt}/RW 0${rw}`
        expect(['same', 'unsure']).toContain(
          compareAddress(`jl. ${one.toLowerCase()} ${other} no.${house}, rt ${rt} rw ${rw}`, printed),
        )
        expect(['same', 'unsure']).toContain(compareAddress(`${one} ${other} ${house} rt/rw ${rt}/${rw}`, printed))
      }),
    )
    const any = fc.oneof(fc.constantFrom(...hostileTexts.map(([, text]) => text)), fc.string({ unit: 'binary', maxLength: 300 }))
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(['same', 'different', 'unsure']).toContain(compareAddress(one, other))
        expect(compareRegion(one, one)).not.toBe('different')
      }),
    )
  })
})

describe('a region beside the printed one', () => {
  it.each([
    ['PEKALONGAN', 'KABUPATEN PEKALONGAN', 'same'],
    ['KARANGSARI', 'KARANG SARI', 'same'],
    ['KOTA PEKALONGAN', 'KABUPATEN PEKALONGAN', 'unsure'],
    ['HULU SUNGAI TENGAH', 'KAB. HST', 'unsure'],
    ['KARANGANYAR', 'KARANGANYER', 'unsure'],
    ['KAJEN', 'KARANGANYAR', 'different'],
    ['SUMATERA BARAT', 'JAWA TENGAH', 'different'],
    ['', 'KAJEN', 'unsure'],
  ])('EXP-11 %s, printed as %s: %s', (chosen, printed, state) => {
    expect(compareRegion(chosen, printed)).toBe(state)
  })
})
