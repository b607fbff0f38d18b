/** The three time zones of Indonesia (Keppres 41/1987). None has daylight saving time. */
export type Zone = 'WIB' | 'WITA' | 'WIT'

const hour = 3_600_000

/** Milliseconds to add to UTC for local time. Fixed since 1988. */
export const zoneOffset: Readonly<Record<Zone, number>> = { WIB: 7 * hour, WITA: 8 * hour, WIT: 9 * hour }

const central = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const eastern = new Set(['81', '82', '91', '92', '93', '94', '95', '96'])

/**
 * The time zone of a province.
 * @param province two-digit Kemendagri code, as in the first two digits of a NIK
 */
export function zoneOfProvince(province: string): Zone {
  return central.has(province) ? 'WITA' : eastern.has(province) ? 'WIT' : 'WIB'
}
