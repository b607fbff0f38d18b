import type { Language } from '../engine/text.ts'
import { type Weekday } from './local-day.ts'
import { weekdayName } from './format.ts'
import type { Zone } from './zone.ts'

/** A stretch of one day, in minutes since local midnight; `to` is the closing minute, at most 1440. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** When an office is open in an ordinary week; spans of a day are in order and apart. */
export type WeeklyHours = Readonly<Record<Weekday, readonly Span[]>>

/** The working week as people count it, Monday first. */
export const workingWeek = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Reads `07:30-16:00` (a dot will do for the colon); `undefined` when it is not a stretch of one day. */
export function parseSpan(text: string): Span | undefined {
  const parts = /^(\d{2})[:.](\d{2})\s*[-–]\s*(\d{2})[:.](\d{2})$/.exec(text)
  if (parts === null) return undefined
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts.slice(1).map(Number)
  const from = fromHour * 60 + fromMinute
  const to = toHour * 60 + toMinute
  return fromMinute < 60 && toMinute < 60 && from < to && to <= 1440 ? { from, to } : undefined
}

const clock = (minutes: number, language: Language): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}${language === 'id' ? '.' : ':'}${String(minutes % 60).padStart(2, '0')}`

/**
 * The week in words, one line for each run of days with the same hours: `Senin s.d. Rabu: 07.30–16.00 WIB`.
 * Days on which the office is closed are left out.
 */
export function describeHours(hours: WeeklyHours, zone: Zone, language: Language): string[] {
  const runs: { first: Weekday; last: Weekday; times: string }[] = []
  let open = false
  for (const weekday of workingWeek) {
    const times = hours[weekday].map((span) => `${clock(span.from, language)}–${clock(span.to, language)}`).join(', ')
    const run = runs.at(-1)
    if (times === '') open = false
    else if (open && run?.times === times) run.last = weekday
    else {
      runs.push({ first: weekday, last: weekday, times })
      open = true
    }
  }
  return runs.map(({ first, last, times }) => {
    const from = weekdayName(first, language)
    const days = first === last ? from : `${from} ${language === 'id' ? 's.d.' : 'to'} ${weekdayName(last, language)}`
    return `${days}: ${times} ${zone}`
  })
}
