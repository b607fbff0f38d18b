import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateMatches } from '../../flows/fields/identity-number.ts'
import { birthDateOfNik, nik, nikFlags, parseNik } from '../../flows/fields/nik.ts'
import { contextOf, noon, problemOf, say, valueOf } from './conversation.ts'

const two = (number: number): string => String(number).padStart(2, '0')

const person = fc
  .record({
    region: fc.integer({ min: 110101, max: 969999 }),
    born: fc.date({ min: new Date('1930-01-01'), max: new Date('2026-06-30'), noInvalidDate: true }),
    woman: fc.boolean(),
    serial: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ region, born, woman, serial }) => {
    const day = born.getUTCDate() + (woman ? 40 : 0)
    const date = two(day) + two(born.getUTCMonth() + 1) + two(born.getUTCFullYear() % 100)
    return { nik: `${region}${date}${String(serial).padStart(4, '0')}`, birthDate: born.toISOString().slice(0, 10) }
  })

describe('parseNik', () => {
  it.each([
    ['a man', '3326071708850001', '3326071708850001'],
    ['a woman', '3326075708850001', '3326075708850001'],
    ['spaces, dots and dashes', ' 33.26-07 170885 0001 ', '3326071708850001'],
    ['words before it', 'NIK saya: 3326071708850001', '3326071708850001'],
    ['Arabic-Indic digits', '٣٣٢٦٠٧١٧٠٨٨٥٠٠٠١', '3326071708850001'],
    ['fullwidth digits', '３３２６０７１７０８８５０００１', '3326071708850001'],
    ['right-to-left marks around it', '\u202e3326071708850001\u202c', '3326071708850001'],
    ['more than a safe integer', '9671011708850001', '9671011708850001'],
    ['a leap day', '3326072902960001', '3326072902960001'],
    ['the leap day of 2000', '3326076902000001', '3326076902000001'],
    ['a region that never was', '9999991708850001', '9999991708850001'],
  ])('takes %s', (_what, text, number) => {
    expect(parseNik(text)).toEqual({ nik: number })
  })

  it.each([
    ['15 digits', '332607170885001', 'length'],
    ['17 digits', '33260717088500011', 'length'],
    ['a letter O for a zero', '33260717O8850001', 'letters'],
    ['nothing', '', 'empty'],
    ['day 0', '3326070008850001', 'day'],
    ['day 40', '3326074008850001', 'day'],
    ['day 32', '3326073208850001', 'day'],
    ['day 72', '3326077208850001', 'day'],
    ['month 13', '3326071713850001', 'month'],
    ['month 0', '3326071700850001', 'month'],
    ['29 February of a year that is never leap', '3326072902990001', 'date'],
    ['31 April', '3326073104850001', 'date'],
    ["a woman's 30 February", '3326077002850001', 'date'],
    ['serial 0000', '3326071708850000', 'serial'],
  ])('refuses %s', (_what, text, problem) => {
    expect(parseNik(text)).toMatchObject({ problem })
  })

  it('takes the NIK of anybody, as written, and finds the birth date again', () => {
    fc.assert(
      fc.property(person, ({ nik: number, birthDate }) => {
        expect(parseNik(number.replace(/(\d{4})/gu, '$1 '))).toEqual({ nik: number })
        expect(dateMatches(number, birthDate)).toBe(true)
        expect(birthDateOfNik(number, noon, birthDate)).toBe(birthDate)
        expect(nikFlags(number, { birthDate, regionKnown: () => true })).toEqual([])
      }),
    )
  })
})

describe('birthDateOfNik', () => {
  it('takes the latest century that is not in the future', () => {
    expect(birthDateOfNik('3326070107260001', noon)).toBe('2026-07-01')
    expect(birthDateOfNik('3326070307260001', noon)).toBe('1926-07-03')
    expect(birthDateOfNik('3326075708850001', noon)).toBe('1985-08-17')
    expect(birthDateOfNik('3326072902000001', noon)).toBe('2000-02-29')
  })

  it('takes the century of the typed birth date', () => {
    expect(birthDateOfNik('3326071708200001', noon, '1920-08-17')).toBe('1920-08-17')
    expect(birthDateOfNik('3326071708200001', noon, '1985-08-17')).toBe('2020-08-17')
  })
})

describe('nikFlags', () => {
  it('flags and never refuses what only an officer can judge', () => {
    const known = { birthDate: '1985-08-18', regionKnown: (code: string) => code === '332607' }
    expect(nikFlags('3326071708850001', known)).toEqual(['birth-date-differs'])
    expect(nikFlags('9999991808850001', known)).toEqual(['region-unknown'])
    expect(nikFlags('9999991808850001', { regionKnown: () => false })).toEqual(['region-unknown'])
  })
})

describe('nik', () => {
  it('keeps the digits, shows them in groups or masked, and says how many are missing', () => {
    expect(valueOf(say(nik(), '3326 0717 0885 0001'))).toBe('3326071708850001')
    expect(nik().show('3326071708850001', contextOf())).toBe('3326 0717 0885 0001')
    expect(nik({ masked: true }).show('3326071708850001', contextOf())).toBe('3326••••••••0001')
    const short = say(nik(), '33260717')
    expect(short).toMatchObject({ problem: { key: 'field-nik-length', args: { digits: 8 } } })
    expect(problemOf(say(nik(), '3326071713850001'))).toBe('field-nik-month')
    expect(nik().holds?.('3326071713850001', contextOf())).toBe(false)
  })
})
