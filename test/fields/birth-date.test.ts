import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthDate, parseBirthDate } from '../../flows/fields/birth-date.ts'
import { contextOf, noon, problemOf, say, valueOf } from './conversation.ts'

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')

describe('parseBirthDate', () => {
  it.each([
    '17-08-1985',
    '17/8/1985',
    '17.08.85',
    '17 08 1985',
    '17081985',
    '1985-08-17',
    '17 Agustus 1985',
    '17 Agt 85',
    '17agustus1985',
    '17 AGUSTUS, 1985',
    '17 Agustuss 1985',
    'tanggal 17 Agustus 1985',
    'August 17, 1985',
    '17th August 1985',
    '١٧-٠٨-١٩٨٥',
    '\u200f17-08-1985\u200e',
  ])('reads %s', (text) => {
    expect(parseBirthDate(text, noon)).toEqual({ iso: '1985-08-17' })
  })

  it.each([
    ['3 Nopember 1970', '1970-11-03'],
    ['29 Pebruari 2000', '2000-02-29'],
    ['1 Mei 26', '2026-05-01'],
    ['2 Juli 26', '1926-07-02'],
    ['01-07-2026', '2026-07-01'],
  ])('reads %s', (text, iso) => {
    expect(parseBirthDate(text, noon)).toEqual({ iso })
  })

  it.each([
    ['', 'format'],
    ['kemarin', 'format'],
    ['17 Foo 1985', 'format'],
    ['1985', 'format'],
    ['17-08', 'format'],
    ['31-04-1985', 'impossible'],
    ['29-02-1999', 'impossible'],
    ['00-00-0000', 'impossible'],
    ['08-17-1985', 'month-first'],
    ['02-07-2026', 'future'],
    ['17-08-2985', 'future'],
    ['17-08-1885', 'old'],
    ['1'.repeat(10_000), 'format'],
  ])('refuses %s', (text, problem) => {
    expect(parseBirthDate(text, noon)).toEqual({ problem })
  })

  it('reads any day in each spelling', () => {
    const anyDay = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-06-30'), noInvalidDate: true })
    fc.assert(
      fc.property(anyDay, fc.constantFrom('-', '/', '.', ' '), (date, separator) => {
        const iso = date.toISOString().slice(0, 10)
        const [year = '', month = '', day = ''] = iso.split('-')
        for (const text of [[day, month, year].join(separator), `${Number(day)} ${months[Number(month) - 1]} ${year}`, iso]) {
          expect(parseBirthDate(text, noon)).toEqual({ iso })
        }
      }),
    )
  })
})

describe('birthDate', () => {
  it('shows DD-MM-YYYY', () => {
    expect(valueOf(say(birthDate(), '17/8/1985'))).toBe('1985-08-17')
    expect(birthDate().show('1985-08-17', contextOf())).toBe('17-08-1985')
    expect(problemOf(say(birthDate(), '08/17/1985'))).toBe('field-birth-date-month-first')
    expect(birthDate().holds?.('2030-01-01', contextOf())).toBe(false)
  })
})
