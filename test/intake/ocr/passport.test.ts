import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../bot/intake/ocr/name-check.ts'
import { expiry, passportReading } from '../../../bot/intake/ocr/passport.ts'
import { machineReadableZone, type PassportData } from '../../documents/machine-readable-zone.ts'
import { HOSTILE } from './lines.ts'

const TODAY = '2026-07-01'
const PERSON: PassportData = {
  passport: 'X1234567',
  surname: 'CONTOH',
  givenNames: 'SITI REKAAN',
  country: 'IDN',
  birthDate: '1990-07-01',
  female: true,
  expires: '2033-05-11',
}
const [UPPER, LOWER] = machineReadableZone(PERSON)
const sure = (text: string) => ({ text, sure: true })
const read = (upper: string, lower: string, printed = ['SITI REKAAN CONTOH']) =>
  passportReading(sure(upper), [sure(lower)], printed, TODAY)

describe('the machine-readable zone of a passport', () => {
  it('tells number, name, birth, country and term', () => {
    expect(read(UPPER, LOWER).text).toEqual({
      passport: 'X1234567',
      birthDate: '1990-07-01',
      expires: '2033-05-11',
      country: 'IDN',
      name: 'SITI REKAAN CONTOH',
    })
    expect(read(UPPER, LOWER, []).names).toEqual(['SITI REKAAN CONTOH', 'CONTOH SITI REKAAN'])
  })

  it('is read although fillers got lost', () => {
    expect(read(UPPER.replace(/<+$/, '<'), LOWER.replace(/<{10,}/, '<<<<')).text).toEqual(read(UPPER, LOWER).text)
    expect(read(UPPER, LOWER.replace('X1234567<', 'X1234567')).text.passport).toBe('X1234567')
  })

  it('is read although digits were taken for letters where only digits stand, or the other way round', () => {
    const misread = `${LOWER.slice(0, 10)}1DN${LOWER.slice(13).replace('900701', '9OO7O1')}`
    expect(read(UPPER, misread).text).toMatchObject({ passport: 'X1234567', birthDate: '1990-07-01' })
  })

  it('says nothing of a number or date whose own check digit does not agree', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 4, 7), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const wrong = `${LOWER.slice(0, place)}${(Number(LOWER[place]) + step) % 10}${LOWER.slice(place + 1)}`
        expect(read(UPPER, wrong).text).not.toHaveProperty('passport')
        expect(read(UPPER, wrong).text.birthDate).toBe('1990-07-01')
        expect(read(UPPER, wrong).isComplete).toBe(false)
      }),
    )
    expect(read(UPPER, LOWER.replace('330511', '340511')).text).not.toHaveProperty('expires')
    expect(read(UPPER, LOWER.replace('900701', '900702')).text).not.toHaveProperty('birthDate')
  })

  it('does not believe a single check digit of a line that was hardly read, unless the number is printed above', () => {
    const wrong = LOWER.replace('900701', '900702')
    const doubtful = { text: wrong, sure: false }
    expect(passportReading(sure(UPPER), [doubtful], [], TODAY).text).not.toHaveProperty('passport')
    expect(passportReading(sure(UPPER), [doubtful], ['NO. X1234567'], TODAY).text.passport).toBe('X1234567')
    expect(passportReading(sure(UPPER), [{ text: LOWER, sure: false }], [], TODAY).text.passport).toBe('X1234567')
  })

  it('takes the reading that agrees with its check digits', () => {
    const wrong = LOWER.replace('X1234567', 'X1234561')
    expect(passportReading(sure(UPPER), [sure(wrong), sure(LOWER)], [], TODAY).text.passport).toBe('X1234567')
  })

  it('takes the name only where it is printed above as well', () => {
    expect(read(UPPER, LOWER, ['SITI REKAAN']).text).not.toHaveProperty('name')
    expect(read(UPPER, LOWER, ['SITIREKAANCONTOH']).text.name).toBe('SITI REKAAN CONTOH')
  })

  it('compares the name as it is printed above, too, where the zone lost letters of it', () => {
    const torn = UPPER.replace('CONTOH', 'CNTH').replace('SITI', 'STI')
    const printed = ['NAMA LENGKAP / FULL NAME', 'SITI REKAAN CONTOH', 'CONTOHSARI', 'DEWI REKAAN']
    const { names, isNameSure } = passportReading({ text: torn, sure: false }, [sure(LOWER)], printed, TODAY)
    expect(names).toEqual(['STI REKAAN CNTH', 'CNTH STI REKAAN', 'SITI REKAAN CONTOH'])
    expect(compareNames(names, isNameSure, 'Siti Rekaan Contoh')).toBe('same')
    expect(compareNames(names, isNameSure, 'Dewi Rekaan')).toBe('unsure')
    expect(compareNames(names, isNameSure, 'Bambang Wibawa')).toBe('unsure')
  })

  it('has no one who is yet to be born', () => {
    const [, lower] = machineReadableZone({ ...PERSON, birthDate: '1930-01-01' })
    expect(read(UPPER, lower).text.birthDate).toBe('1930-01-01')
  })

  it('survives anything', () => {
    for (const text of HOSTILE) {
      expect(read(text, LOWER).text.passport).toBe('X1234567')
      expect(read(UPPER, text).text).not.toHaveProperty('passport')
    }
    expect(passportReading(undefined, [], [], TODAY)).toEqual({ text: {}, names: [], isNameSure: false, isComplete: false })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), (upper, lower) => {
        expect(() => read(upper, lower)).not.toThrow()
      }),
      { numRuns: 25 },
    )
  })
})

describe('the term of a passport', () => {
  it('lasts through its last day', () => {
    expect(expiry('2026-07-01', TODAY)).toBe('valid')
    expect(expiry('2026-06-30', TODAY)).toBe('expired')
    expect(expiry(undefined, TODAY)).toBe('unsure')
  })
})
