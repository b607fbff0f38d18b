import { isoDate, localDay } from '../../flows/calendar/local-day.ts'
import type { Zone } from '../../flows/calendar/zone.ts'
import type { Random } from '../../flows/ports.ts'

/** Crockford's base 32: no I, L, O or U, so that nothing is read as something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Longer than any code with the signs people write between its parts. */
const LONGEST = 40

/** So many unpredictable characters of Crockford's base 32 (5 bits each). */
export function randomCharacters(random: Random, count: number): string {
  return Array.from(random.bytes(count), (byte) => ALPHABET.charAt(byte % 32)).join('')
}

/** A registration's number: `REG-2611-4TQ2X7`, year and month in the agency's zone, then chance. */
export function registrationNumber(random: Random, now: number, zone: Zone): string {
  return caseNumber('REG', random, now, zone)
}

/** A request's number, of the same shape: `PRB-…` for a correction (perbaikan), `NHP-…` for a lost phone number. */
export function requestNumber(kind: 'correction' | 'phone', random: Random, now: number, zone: Zone): string {
  return caseNumber(kind === 'correction' ? 'PRB' : 'NHP', random, now, zone)
}

function caseNumber(prefix: string, random: Random, now: number, zone: Zone): string {
  const [year = '', month = ''] = isoDate(localDay(now, zone)).split('-')
  return `${prefix}-${year.slice(2)}${month}-${randomCharacters(random, 6)}`
}

/** An invitation code: `PTG-4TQ2-X7KD`. */
export function inviteCode(random: Random): string {
  return `PTG-${randomCharacters(random, 4)}-${randomCharacters(random, 4)}`
}

/** A registration number as people type it, in its one form; undefined when it is none. */
export function readRegistrationNumber(text: string): string | undefined {
  const found = /^REG(\d{4})([\dA-Z]{6})$/.exec(bare(text))
  return found === null ? undefined : `REG-${found[1]}-${found[2]}`
}

/** An invitation code as people type it, in its one form; undefined when it is none. */
export function readInviteCode(text: string): string | undefined {
  const found = /^PTG([\dA-Z]{4})([\dA-Z]{4})$/.exec(bare(text))
  return found === null ? undefined : `PTG-${found[1]}-${found[2]}`
}

// Crockford reads O as 0, and I and L as 1.
function bare(text: string): string {
  if (text.length > LONGEST) return ''
  return text
    .toUpperCase()
    .replace(/[\s.\-‐-―_]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
