import { type Zone, zoneOffset } from './zone.ts'

/** Milliseconds in a minute. */
export const minute = 60_000

/** Milliseconds in a day. */
export const day = 86_400_000

/** The days of the week, Sunday first, as in `Date.getUTCDay`. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** A day of the week. */
export type Weekday = (typeof weekdays)[number]

/** The local day an instant falls on, as days since 1 January 1970. */
export function localDay(at: number, zone: Zone): number {
  return Math.floor((at + zoneOffset[zone]) / day)
}

/** The instant, in milliseconds since 1970, of a minute of a local day. */
export function instantOf(localDay: number, minuteOfDay: number, zone: Zone): number {
  return localDay * day + minuteOfDay * minute - zoneOffset[zone]
}

/** The weekday of a local day. 1 January 1970 was a Thursday. */
export function weekdayOf(localDay: number): Weekday {
  return weekdays[(((localDay + 4) % 7) + 7) % 7] as Weekday
}

/** A local day as ISO 8601 calendar date, `2026-11-23`. */
export function isoDate(localDay: number): string {
  return new Date(localDay * day).toISOString().slice(0, 10)
}

/** The local day of an ISO 8601 calendar date; `undefined` when there is no such day in the calendar. */
export function parseIsoDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at)) return undefined
  const found = at / day
  return isoDate(found) === text ? found : undefined
}
