import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadHolidays } from '../../bot/agencies.ts'
import { formatDate, formatDateTime, formatTime } from '../../flows/calendar/format.ts'
import { parseHolidays } from '../../flows/calendar/holidays.ts'
import { isoDate, parseIsoDate } from '../../flows/calendar/local-day.ts'
import { describeHours, parseSpan } from '../../flows/calendar/opening-hours.ts'
import { type Zone, zoneOfProvince, zoneOffset } from '../../flows/calendar/zone.ts'

describe('time zones', () => {
  it.each([
    ['11', 'WIB'],
    ['33', 'WIB'],
    ['61', 'WIB'],
    ['62', 'WIB'],
    ['51', 'WITA'],
    ['63', 'WITA'],
    ['76', 'WITA'],
    ['81', 'WIT'],
    ['96', 'WIT'],
  ])('province %s lies in %s', (province, zone) => {
    expect(zoneOfProvince(province)).toBe(zone)
  })

  it('agrees with the time zone database at every instant since 2000', () => {
    const names: Readonly<Record<Zone, string>> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' }
    const formats = Object.entries(names).map(
      ([zone, timeZone]) =>
        [zone as Zone, new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })] as const,
    )
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800_000, max: 2_200_000_000_000 }), (at) => {
        for (const [zone, format] of formats)
          expect(new Date(at + zoneOffset[zone]).toISOString().slice(0, 19).replace('T', ' ')).toBe(format.format(at))
      }),
    )
  })
})

describe('dates and times in words', () => {
  const at = Date.parse('2026-11-23T09:00:00Z')

  it('names day, month, time and zone in Indonesian and English', () => {
    expect(formatDateTime(at, 'WIB', 'id')).toBe('Senin, 23 November 2026 pukul 16.00 WIB')
    expect(formatDateTime(at, 'WIT', 'en')).toBe('Monday, 23 November 2026 at 18:00 WIT')
    expect(formatDate(Date.parse('2026-08-16T17:00:00Z'), 'WIB', 'id')).toBe('Senin, 17 Agustus 2026')
    expect(formatTime(Date.parse('2026-08-16T16:05:00Z'), 'WITA', 'id')).toBe('00.05 WITA')
  })

  it('uses the same names as the platform for every day', () => {
    const platform = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'Asia/Jakarta' })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (each) => {
        expect(formatDate(each, 'WIB', 'id')).toBe(platform.format(each).replace(', 0', ', '))
      }),
    )
  })

  it('reads ISO dates and no others', () => {
    expect(parseIsoDate('2028-02-29')).toBe(Date.UTC(2028, 1, 29) / 86_400_000)
    for (const wrong of ['2027-02-29', '2026-13-01', '2026-1-1', '', '26-01-01', '2026-01-01T00:00', '２０２６-01-01'])
      expect(parseIsoDate(wrong)).toBeUndefined()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
        expect(parseIsoDate(isoDate(day))).toBe(day)
      }),
    )
  })
})

describe('opening hours in words', () => {
  const day = (text: string) => [parseSpan(text) ?? { from: 0, to: 0 }]
  const hours = {
    monday: day('07:30-16:00'),
    tuesday: day('07:30-16:00'),
    wednesday: day('07.30 – 16.00'),
    thursday: [...day('07:30-11:30'), ...day('13:00-16:00')],
    friday: day('07:30-14:00'),
    saturday: [],
    sunday: day('07:30-14:00'),
  }

  it('puts equal neighbouring days on one line, and no others', () => {
    expect(describeHours(hours, 'WIB', 'id')).toEqual([
      'Senin s.d. Rabu: 07.30–16.00 WIB',
      'Kamis: 07.30–11.30, 13.00–16.00 WIB',
      'Jumat: 07.30–14.00 WIB',
      'Minggu: 07.30–14.00 WIB',
    ])
    expect(describeHours(hours, 'WITA', 'en')[0]).toBe('Monday to Wednesday: 07:30–16:00 WITA')
  })

  it.each([
    '16:00-07:30',
    '07:30-07:30',
    '7:30-16:00',
    '07:60-16:00',
    '07:30-24:01',
    '',
    '٠٧:٣٠-16:00',
    '07:30-16:00\n'.repeat(999),
  ])('refuses %j as opening hours', (text) => {
    expect(parseSpan(text)).toBeUndefined()
  })
})

describe('the list of holidays', () => {
  it('holds 2026 and 2027 with collective leave', () => {
    const holidays = loadHolidays()
    expect(holidays).toHaveLength(51)
    expect(holidays.find(({ date }) => date === '2027-05-18')).toEqual({
      date: '2027-05-18',
      kind: 'collective_leave',
      name: 'Idul Adha 1448 Hijriah',
    })
  })

  const heading = 'date,kind,name\n'
  it.each([
    ['a wrong date', `${heading}2026-02-30,national,X`, 'h.csv:2: "2026-02-30" is not a date'],
    ['a wrong kind', `# remark\n${heading}2026-02-03,fun,X`, 'h.csv:3: "fun" is neither'],
    ['no name', `${heading}2026-02-03,national, `, 'h.csv:2: the name is missing'],
    ['a date twice', `${heading}2026-02-03,national,X\n\n2026-02-03,national,Y`, 'h.csv:4: 2026-02-03 is listed twice'],
    ['no heading', '2026-02-03,national,X', 'h.csv:1: the heading'],
    ['nothing', '', 'h.csv:1: the heading'],
  ])('refuses %s, naming the line', (_what, csv, message) => {
    expect(() => parseHolidays(csv, 'h.csv')).toThrow(message)
  })

  it('keeps commas in names and takes either line ending', () => {
    expect(parseHolidays('date,kind,name\r\n2026-02-03,national,Satu, dua\r\n', 'h.csv')).toEqual([
      { date: '2026-02-03', kind: 'national', name: 'Satu, dua' },
    ])
  })
})
