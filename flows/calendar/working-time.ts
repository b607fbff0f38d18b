import type { Holiday } from './holidays.ts'
import { instantOf, isoDate, localDay, parseIsoDate, weekdayOf } from './local-day.ts'
import type { WeeklyHours } from './opening-hours.ts'
import type { Zone } from './zone.ts'

/** When one agency works. */
export interface WorkingCalendar {
  readonly zone: Zone
  readonly hours: WeeklyHours
  /** local day (days since 1970) to the holiday on it */
  readonly holidays: ReadonlyMap<number, Holiday>
  /** the years whose public holidays are known; in any other only the week counts */
  readonly knownYears: ReadonlySet<number>
}

/** A closed span of time, in milliseconds since 1970. */
interface Opening {
  readonly opens: number
  readonly closes: number
}

// An office closed this long is a mistake in its data; stop looking instead of looking for ever.
const searchLimit = 3660

/**
 * Makes a working calendar.
 * @throws Error when no day of the week is open, or a holiday's date is none
 */
export function workingCalendar(parts: {
  readonly zone: Zone
  readonly hours: WeeklyHours
  readonly holidays: readonly Holiday[]
}): WorkingCalendar {
  if (Object.values(parts.hours).every((spans) => spans.length === 0)) throw new Error('no day of the week is open')
  const holidays = new Map<number, Holiday>()
  const knownYears = new Set<number>()
  for (const holiday of parts.holidays) {
    const found = parseIsoDate(holiday.date)
    if (found === undefined) throw new Error(`"${holiday.date}" is not a date`)
    holidays.set(found, holiday)
    if (holiday.kind === 'national') knownYears.add(Number(holiday.date.slice(0, 4)))
  }
  return { zone: parts.zone, hours: parts.hours, holidays, knownYears }
}

function openingsOn(calendar: WorkingCalendar, day: number): Opening[] {
  if (calendar.holidays.has(day)) return []
  return calendar.hours[weekdayOf(day)].map(({ from, to }) => ({
    opens: instantOf(day, from, calendar.zone),
    closes: instantOf(day, to, calendar.zone),
  }))
}

/** Whether the office is open at an instant; the closing minute itself is closed. */
export function isOpen(calendar: WorkingCalendar, at: number): boolean {
  return openingsOn(calendar, localDay(at, calendar.zone)).some(({ opens, closes }) => opens <= at && at < closes)
}

/** The first instant from `at` on at which the office is open: `at` itself when it is open now. */
export function nextOpening(calendar: WorkingCalendar, at: number): number {
  const first = localDay(at, calendar.zone)
  for (let day = first; day < first + searchLimit; day++) {
    const opening = openingsOn(calendar, day).find(({ closes }) => at < closes)
    if (opening !== undefined) return Math.max(at, opening.opens)
  }
  throw new Error(`the office does not open within ${searchLimit} days of ${isoDate(first)}`)
}

/**
 * When a promise of `days` working days ends: at closing time of the nth working day after the day of receipt.
 * What comes outside working hours is received at the next opening; the day of receipt is not counted, so that
 * 0 days end at closing time of that same day.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: number, days: number): number {
  const received = localDay(nextOpening(calendar, from), calendar.zone)
  let left = days
  for (let day = received; day < received + searchLimit + days * 7; day++) {
    const last = openingsOn(calendar, day).at(-1)
    if (last === undefined) continue
    if (left === 0) return last.closes
    left--
  }
  throw new Error(`no ${days} working days after ${isoDate(received)}`)
}

/** Milliseconds of working time from one instant to a later one; 0 when it is not later. */
export function workingTimeBetween(calendar: WorkingCalendar, from: number, to: number): number {
  if (to <= from) return 0
  let sum = 0
  const last = localDay(to, calendar.zone)
  for (let day = localDay(from, calendar.zone); day <= last; day++)
    for (const { opens, closes } of openingsOn(calendar, day)) sum += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
  return sum
}

/**
 * The instant within working hours that lies `time` milliseconds of working time before `until`: when to remind of
 * a promise.
 */
export function workingTimeBefore(calendar: WorkingCalendar, until: number, time: number): number {
  let left = time
  const last = localDay(until, calendar.zone)
  for (let day = last; day > last - searchLimit; day--)
    for (const { opens, closes } of openingsOn(calendar, day).reverse()) {
      const here = Math.min(closes, until) - opens
      if (here <= 0) continue
      if (here >= left) return opens + here - left
      left -= here
    }
  throw new Error(`no ${time} ms of working time before ${isoDate(last)}`)
}

/** The instant `time` milliseconds of working time after `from`: within working hours, or when they end. */
export function workingTimeAfter(calendar: WorkingCalendar, from: number, time: number): number {
  let left = time
  const first = localDay(from, calendar.zone)
  for (let day = first; day < first + searchLimit; day++)
    for (const { opens, closes } of openingsOn(calendar, day)) {
      const begins = Math.max(opens, from)
      const here = closes - begins
      if (here <= 0) continue
      if (here >= left) return begins + left
      left -= here
    }
  throw new Error(`no ${time} ms of working time after ${isoDate(first)}`)
}

/** The first holiday on a day the office would be open otherwise, from the local day of `at` on, within `days`. */
export function nextHoliday(
  calendar: WorkingCalendar,
  at: number,
  days: number,
): { readonly day: number; readonly holiday: Holiday } | undefined {
  const first = localDay(at, calendar.zone)
  for (let day = first; day < first + days; day++) {
    const holiday = calendar.holidays.get(day)
    if (holiday !== undefined && calendar.hours[weekdayOf(day)].length > 0) return { day, holiday }
  }
  return undefined
}

/** The years between two instants whose public holidays are not known: promises made there count weekends only. */
export function yearsWithoutHolidays(calendar: WorkingCalendar, from: number, to: number): number[] {
  const year = (at: number): number => Number(isoDate(localDay(at, calendar.zone)).slice(0, 4))
  const years: number[] = []
  for (let each = year(from); each <= year(to); each++) if (!calendar.knownYears.has(each)) years.push(each)
  return years
}
