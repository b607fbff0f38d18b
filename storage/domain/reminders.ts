import type { Agency } from '../../flows/agency.ts'
import { workingTimeBefore, type WorkingCalendar } from '../../flows/calendar/working-time.ts'

const MINUTE = 60_000

/** When officers are reminded of a task that is promised for `promisedAt` (ms since 1970), as the agency's data have it. */
export function reminderTimes(agency: Agency, calendar: WorkingCalendar, promisedAt: number): readonly number[] {
  return agency.promise.remindMinutesBefore.map((minutes) => workingTimeBefore(calendar, promisedAt, minutes * MINUTE))
}
