import type { Agency } from '../agency.ts'
import { describeHours } from '../calendar/opening-hours.ts'
import { t, type Language, type Text } from '../engine/text.ts'

/** When the office works, in words. */
export function hoursText({ hours, zone }: Agency, language: Language): Text {
  return t('agency-hours', { hours: describeHours(hours, zone, language).join('\n') })
}

/** How the office is reached besides this chat. */
export function contactText({ contact: { whatsappLink, email, address } }: Agency): Text {
  return t('agency-contact', { whatsapp: whatsappLink, email, address })
}
