/** What the machine-readable zone of a passport says (ICAO Doc 9303-4, section 4.2); dates as yyyy-mm-dd. */
export interface PassportData {
  readonly passport: string
  readonly surname: string
  readonly givenNames: string
  readonly country: string
  readonly birthDate: string
  readonly female: boolean
  readonly expires: string
}

/** The two lines of 44 characters (TD3), with their check digits. */
export function machineReadableZone(data: PassportData): readonly [string, string] {
  const filled = (text: string, length: number) =>
    text
      .replace(/[^A-Z0-9]/g, '<')
      .padEnd(length, '<')
      .slice(0, length)
  const names = data.givenNames === '' ? data.surname : `${data.surname}<<${data.givenNames}`
  const short = (iso: string) => iso.slice(2).replaceAll('-', '')
  const [number, birth, expiry, personal] = [filled(data.passport, 9), short(data.birthDate), short(data.expires), filled('', 14)]
  const checked = [number, birth, expiry].map((field) => field + checkDigit(field))
  const composite = `${checked.join('')}${personal}<`
  const sex = data.female ? 'F' : 'M'
  return [
    `P<${data.country}${filled(names, 39)}`,
    `${checked[0]}${data.country}${checked[1]}${sex}${checked[2]}${personal}<${checkDigit(composite)}`,
  ]
}

/** ICAO Doc 9303-3, section 4.9: weights 7, 3, 1; A is 10, the filler 0. */
export function checkDigit(field: string): string {
  const value = (sign: string) => (sign === '<' ? 0 : Number.parseInt(sign, 36))
  const sum = Array.from(field).reduce((total, sign, index) => total + value(sign) * ([7, 3, 1][index % 3] ?? 0), 0)
  return String(sum % 10)
}
