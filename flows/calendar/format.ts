import type { Language } from '../engine/text.ts'
import { day, isoDate, localDay, minute, type Weekday, weekdayOf } from './local-day.ts'
import { type Zone, zoneOffset } from './zone.ts'

// Own tables rather than Intl: its wording ("pukul", " at ", ", ") changes between ICU releases, and texts that
// people keep (a promise, an appointment) must not.
const weekdayNames: Readonly<Record<Language, Readonly<Record<Weekday, string>>>> = {
  id: {
    sunday: 'Minggu',
    monday: 'Senin',
    tuesday: 'Selasa',
    wednesday: 'Rabu',
    thursday: 'Kamis',
    friday: 'Jumat',
    saturday: 'Sabtu',
  },
  en: {
    sunday: 'Sunday',
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
  },
}

const monthNames: Readonly<Record<Language, readonly string[]>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** A weekday's name. */
export function weekdayName(weekday: Weekday, language: Language): string {
  return weekdayNames[language][weekday]
}

/** A local day (days since 1970) in full: `Senin, 23 November 2026`. */
export function formatDay(localDay: number, language: Language): string {
  const [year, month, date] = isoDate(localDay).split('-')
  return `${weekdayName(weekdayOf(localDay), language)}, ${Number(date)} ${monthNames[language][Number(month) - 1]} ${year}`
}

/** The local date of an instant in full: `Senin, 23 November 2026`. */
export function formatDate(at: number, zone: Zone, language: Language): string {
  return formatDay(localDay(at, zone), language)
}

/** The local time of an instant with its zone: `16.00 WIB`, in English `16:00 WIB`. */
export function formatTime(at: number, zone: Zone, language: Language): string {
  const minutes = Math.floor(((((at + zoneOffset[zone]) % day) + day) % day) / minute)
  const [hh, mm] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `${hh}${language === 'id' ? '.' : ':'}${mm} ${zone}`
}

/** Date, time and zone of an instant: `Senin, 23 November 2026 pukul 16.00 WIB`. */
export function formatDateTime(at: number, zone: Zone, language: Language): string {
  return `${formatDate(at, zone, language)} ${language === 'id' ? 'pukul' : 'at'} ${formatTime(at, zone, language)}`
}
