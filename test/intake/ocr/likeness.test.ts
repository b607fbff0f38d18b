import { describe, expect, it } from 'vitest'
import { beginsWith, holdsWord, letters, likeness } from '../../../bot/intake/ocr/likeness.ts'
import { compareName, compareNames } from '../../../bot/intake/ocr/name-check.ts'
import { HOSTILE } from './lines.ts'

describe('texts that were read with mistakes', () => {
  it('are compared by letters alone', () => {
    expect(letters('Kel/Desa : 12 Ñandú')).toBe('KELDESANANDU')
    expect(likeness('SITIAMINAH', 'Siti Aminah')).toBe(1)
    expect(likeness('SITI AMINAH', 'SITI AMINAN')).toBeCloseTo(0.9)
    expect(likeness('', '')).toBe(0)
  })

  it('hold a word although some of it was misread, but no short word by half', () => {
    expect(holdsWord('PR0VINSI JAWA TENGAH', 'PROVINSI')).toBe(true)
    expect(holdsWord('Beriaku Hinqga', 'BERLAKUHINGGA')).toBe(true)
    expect(holdsWord('NIX', 'NIK')).toBe(false)
    expect(holdsWord('WARUNG MAKAN', 'KARTUKELUARGA')).toBe(false)
  })

  it('begin with a label or not', () => {
    expect(beginsWith('Tempat/Tgl Lahir : TEGAL', 'TEMPATTGLLAHIR')).toEqual({ length: 14, wrong: 0 })
    expect(beginsWith('Kecanatan', 'KECAMATAN')?.length).toBe(9)
    expect(beginsWith('SITI NAMA', 'NAMA')).toBeUndefined()
  })

  it('survive anything', () => {
    for (const text of HOSTILE) {
      expect(() => [letters(text), likeness(text, 'SITI'), holdsWord(text, 'PROVINSI'), beginsWith(text, 'NAMA')]).not.toThrow()
    }
  })
})

describe('a printed name against the typed one', () => {
  it.each([
    ['SITI AMINAH', 'Siti Aminah'],
    ['SITIAMINAH', 'Siti Aminah'],
    ["NUR'AINI LESTARI", 'Nuraini Lestari'],
    ['BAMBANG PURNAMA', 'H. Bambang Purnama, S.Kom.'],
    ['BAMBANG PURNANA', 'Bambang Purnama'],
  ])('%s is %s', (read, typed) => {
    expect(compareName(read, true, typed)).toBe('same')
  })

  it('is another one only where it was legible', () => {
    expect(compareName('JOKO REKAAN', true, 'SITI AMINAH')).toBe('different')
    expect(compareName('JOKO REKAAN', false, 'SITI AMINAH')).toBe('unsure')
  })

  it('is not another one where only a part was to be seen, or something else was read', () => {
    expect(compareName('SITI', true, 'SITI AMINAH LESTARI')).toBe('unsure')
    expect(compareName('NAH LESTARI', true, 'SITI AMINAH LESTARI')).toBe('unsure')
    expect(compareName('JL. MELATI NO. 3', true, 'SITI AMINAH')).toBe('unsure')
    expect(compareName('SITI AMINAH', true, 'SITI AMANDA')).toBe('unsure')
    for (const text of HOSTILE) expect(compareName(text, false, 'SITI AMINAH')).toBe('unsure')
    for (const text of HOSTILE) expect(compareName('SITI AMINAH', false, text)).toBe('unsure')
  })

  it('may have its parts in either order', () => {
    expect(compareNames(['AMINAH SITI', 'SITI AMINAH'], true, 'Siti Aminah')).toBe('same')
    expect(compareNames(['JOKO REKAAN', 'REKAAN JOKO'], true, 'Siti Aminah')).toBe('different')
    expect(compareNames([], true, 'Siti Aminah')).toBe('unsure')
  })
})
