import { parseIsoDate } from './local-day.ts'

/** A day on which no office is open. */
export interface Holiday {
  /** ISO 8601 calendar date */
  readonly date: string
  /** national holiday, collective leave (cuti bersama), or a day of one agency */
  readonly kind: 'national' | 'collective_leave' | 'agency'
  readonly name: string
}

/**
 * Reads the list of public holidays and collective leave, as decreed each year by three ministers (SKB 3 Menteri).
 * @param csv `date,kind,name` with a heading line; lines that begin with `#` are remarks
 * @throws Error that names file and line
 */
export function parseHolidays(csv: string, fileName: string): Holiday[] {
  const holidays: Holiday[] = []
  const seen = new Set<string>()
  let headed = false
  for (const [index, raw] of csv.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const refuse = (why: string): Error => new Error(`${fileName}:${index + 1}: ${why}`)
    if (!headed) {
      if (line !== 'date,kind,name') throw refuse('the heading must be "date,kind,name"')
      headed = true
      continue
    }
    const [date = '', kind = '', ...rest] = line.split(',')
    const name = rest.join(',').trim()
    if (parseIsoDate(date) === undefined) throw refuse(`"${date}" is not a date such as 2026-12-25`)
    if (kind !== 'national' && kind !== 'collective_leave') throw refuse(`"${kind}" is neither national nor collective_leave`)
    if (name === '') throw refuse('the name is missing')
    if (seen.has(date)) throw refuse(`${date} is listed twice`)
    seen.add(date)
    holidays.push({ date, kind, name })
  }
  if (!headed) throw new Error(`${fileName}:1: the heading must be "date,kind,name"`)
  return holidays
}
