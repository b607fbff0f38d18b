import type { Agency } from './agency.ts'
import type { WorkingCalendar } from './calendar/working-time.ts'
import type { Text } from './engine/text.ts'
import type { RegionDirectory } from './fields/region-directory.ts'
import type { Texts } from './text/texts.ts'

/** What the conversations of one agency are made of: its data and words, its calendar, the country's regions. */
export interface Counter {
  readonly agency: Agency
  readonly texts: Texts
  readonly calendar: WorkingCalendar
  readonly regions: RegionDirectory
  /** how the addresses of the counter's pages begin, e.g. `https://loket.example.go.id` */
  readonly publicUrl: string
}

/** What a label is called in every language, and its short forms in brackets: people type what they read. */
export function namesOf({ texts }: Counter, label: Text): string[] {
  const names = [texts.format('id', label), texts.format('en', label)]
  return [...names, ...names.flatMap((name) => /\(([^()]+)\)/.exec(name)?.[1] ?? [])]
}
