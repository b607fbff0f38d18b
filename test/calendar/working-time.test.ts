import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadHolidays } from '../../bot/agencies.ts'
import { isoDate, localDay } from '../../flows/calendar/local-day.ts'
import type { WeeklyHours } from '../../flows/calendar/opening-hours.ts'
import {
  addWorkingDays,
  isOpen,
  nextHoliday,
  nextOpening,
  workingCalendar,
  workingTimeAfter,
  workingTimeBefore,
  workingTimeBetween,
  yearsWithoutHolidays,
} from '../../flows/calendar/working-time.ts'
import type { Zone } from '../../flows/calendar/zone.ts'

const hour = 3_600_000
const full = [{ from: 450, to: 960 }]
const hours: WeeklyHours = {
  monday: full,
  tuesday: full,
  wednesday: full,
  thursday: [
    { from: 450, to: 690 },
    { from: 780, to: 960 },
  ],
  friday: [{ from: 450, to: 840 }],
  saturday: [],
  sunday: [],
}
const holidays = loadHolidays()
const calendarIn = (zone: Zone) => workingCalendar({ zone, hours, holidays })
const calendar = calendarIn('WIB')
const wib = (text: string): number => Date.parse(`${text}:00+07:00`)

describe('opening hours', () => {
  it('is open from the opening minute up to, and without, the closing minute', () => {
    expect(isOpen(calendar, wib('2026-11-23T07:29'))).toBe(false)
    expect(isOpen(calendar, wib('2026-11-23T07:30'))).toBe(true)
    expect(isOpen(calendar, wib('2026-11-23T16:00') - 1)).toBe(true)
    expect(isOpen(calendar, wib('2026-11-23T16:00'))).toBe(false)
  })

  it('is closed in a midday pause, on Sunday, on a holiday and on collective leave', () => {
    for (const closed of ['2026-11-26T12:00', '2026-11-22T10:00', '2026-12-25T10:00', '2026-12-24T10:00'])
      expect(isOpen(calendar, wib(closed))).toBe(false)
  })

  it('follows the local day: 23.00 UTC on Sunday is Monday 08.00 in Papua', () => {
    const at = Date.parse('2026-11-22T23:00:00Z')
    expect(isOpen(calendarIn('WIT'), at)).toBe(true)
    expect(isOpen(calendar, at)).toBe(false)
  })

  it('opens next after the pause, the night, the weekend and the long holidays of Idul Fitri', () => {
    const next = (text: string): number => nextOpening(calendar, wib(text))
    expect(next('2026-11-23T09:00')).toBe(wib('2026-11-23T09:00'))
    expect(next('2026-11-26T12:00')).toBe(wib('2026-11-26T13:00'))
    expect(next('2026-11-23T20:00')).toBe(wib('2026-11-24T07:30'))
    expect(next('2026-11-27T14:00')).toBe(wib('2026-11-30T07:30'))
    expect(next('2026-03-17T16:00')).toBe(wib('2026-03-25T07:30'))
  })

  it('refuses a week that is never open', () => {
    const none = Object.fromEntries(Object.keys(hours).map((day) => [day, []])) as unknown as WeeklyHours
    expect(() => workingCalendar({ zone: 'WIB', hours: none, holidays: [] })).toThrow('no day of the week is open')
  })
})

describe('promises in working days', () => {
  const due = (text: string, days: number): number => addWorkingDays(calendar, wib(text), days)

  it('ends at closing time of the nth working day after the day of receipt', () => {
    expect(due('2026-11-23T10:00', 2)).toBe(wib('2026-11-25T16:00'))
    expect(due('2026-11-25T10:00', 2)).toBe(wib('2026-11-27T14:00'))
    expect(due('2026-11-23T10:00', 0)).toBe(wib('2026-11-23T16:00'))
  })

  it('counts what comes outside hours from the next opening', () => {
    expect(due('2026-11-23T06:00', 1)).toBe(wib('2026-11-24T16:00'))
    expect(due('2026-11-23T16:00', 1)).toBe(wib('2026-11-25T16:00'))
    expect(due('2026-11-27T22:00', 1)).toBe(due('2026-11-30T07:30', 1))
  })

  it('skips weekends, holidays and collective leave', () => {
    expect(due('2026-12-23T10:00', 2)).toBe(wib('2026-12-29T16:00'))
    expect(due('2026-03-17T10:00', 1)).toBe(wib('2026-03-25T16:00'))
  })

  it('counts weekends only in years whose holidays are not known, and says which years these are', () => {
    expect(due('2030-12-24T10:00', 1)).toBe(wib('2030-12-25T16:00'))
    expect(yearsWithoutHolidays(calendar, wib('2026-06-01T00:00'), wib('2027-12-31T23:59'))).toEqual([])
    expect(yearsWithoutHolidays(calendar, wib('2027-12-31T23:59'), wib('2029-01-01T00:00'))).toEqual([2028, 2029])
  })

  it('finds the next holiday that closes the office, not one on a day that is closed anyway', () => {
    expect(nextHoliday(calendar, wib('2026-11-23T10:00'), 90)).toMatchObject({ holiday: { date: '2026-12-24' } })
    expect(nextHoliday(calendar, wib('2027-01-30T10:00'), 9)).toMatchObject({ holiday: { date: '2027-02-05' } })
    expect(nextHoliday(calendar, wib('2027-02-06T10:00'), 2)).toBeUndefined()
  })
})

describe('working time, whatever the instant', () => {
  const instants = fc.integer({ min: wib('2025-06-01T00:00'), max: wib('2028-12-31T00:00') })
  const zones = fc.constantFrom<Zone>('WIB', 'WITA', 'WIT')

  it('opens next at an open instant, with no working time before it', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const here = calendarIn(zone)
        const opens = nextOpening(here, at)
        expect(opens).toBeGreaterThanOrEqual(at)
        expect(isOpen(here, opens)).toBe(true)
        expect(workingTimeBetween(here, at, opens)).toBe(0)
        expect(opens === at).toBe(isOpen(here, at))
      }),
    )
  })

  it('promises end at a closing time, later for more days and not earlier for later receipt', () => {
    fc.assert(
      fc.property(instants, fc.nat(30), fc.nat(72 * hour), (at, days, later) => {
        const end = addWorkingDays(calendar, at, days)
        expect(end).toBeGreaterThan(at)
        expect(isOpen(calendar, end)).toBe(false)
        expect(isOpen(calendar, end - 1)).toBe(true)
        expect(addWorkingDays(calendar, at, days + 1)).toBeGreaterThan(end)
        expect(addWorkingDays(calendar, at + later, days)).toBeGreaterThanOrEqual(end)
      }),
    )
  })

  it('counts as many working days as were promised', () => {
    fc.assert(
      fc.property(instants, fc.nat(20), (at, days) => {
        const received = localDay(nextOpening(calendar, at), 'WIB')
        const end = localDay(addWorkingDays(calendar, at, days), 'WIB')
        let counted = 0
        for (let day = received + 1; day <= end; day++) {
          const noon = Date.parse(`${isoDate(day)}T08:00:00+07:00`)
          if (isOpen(calendar, noon)) counted++
        }
        expect(counted).toBe(days)
      }),
    )
  })

  it('adds up: from a to c is from a to b and from b to c', () => {
    fc.assert(
      fc.property(instants, fc.nat(500 * hour), fc.nat(500 * hour), (a, first, second) => {
        const [b, c] = [a + first, a + first + second]
        expect(workingTimeBetween(calendar, a, b) + workingTimeBetween(calendar, b, c)).toBe(workingTimeBetween(calendar, a, c))
        expect(workingTimeBetween(calendar, c, a)).toBe(0)
      }),
    )
  })

  it('goes back by working time to where exactly that much remains', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 100 * hour }), (until, time) => {
        const from = workingTimeBefore(calendar, until, time)
        expect(isOpen(calendar, from)).toBe(true)
        expect(workingTimeBetween(calendar, from, until)).toBe(time)
      }),
    )
  })

  it('goes on by working time to where exactly that much has passed', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 100 * hour }), (from, time) => {
        const until = workingTimeAfter(calendar, from, time)
        expect(isOpen(calendar, until - 1)).toBe(true)
        expect(workingTimeBetween(calendar, from, until)).toBe(time)
      }),
    )
  })
})
