import type { Agency } from './agency.ts'
import type { WorkingCalendar } from './calendar/working-time.ts'
import type { RegionDirectory } from './fields/region-directory.ts'

/** What the conversations of one agency are made of: its data, its calendar, the country's regions. */
export interface Counter {
  readonly agency: Agency
  readonly calendar: WorkingCalendar
  readonly regions: RegionDirectory
}
