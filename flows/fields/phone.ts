import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Field } from '../engine/field.ts'
import { asciiDigits, visible } from '../engine/words.ts'
import { longestInput, refusals, textOf } from './refusals.ts'

const texts = [
  'field-phone-empty',
  'field-phone-format',
  'field-phone-length',
  'field-phone-landline',
  'field-phone-not-own',
] as const
const refuse = refusals(texts)

/** A mobile number in E.164 (`+62856…`), or why it cannot be one. */
export type PhoneResult = { readonly phone: string } | { readonly problem: 'empty' | 'format' | 'length' | 'landline' }

/** Reads a mobile number as written in Indonesia (0856-…, 62…, +62 …) or with another country's +code. */
export function parsePhone(text: string): PhoneResult {
  const bare = asciiDigits(visible(text.slice(0, longestInput))).replace(
    /^(?:(?:no|nomor|hp|wa|whatsapp|telp|telepon|saya)\b[\s.:]*)+/iu,
    '',
  )
  if (bare === '') return { problem: 'empty' }
  if (!/^[\d\s+().\-‐-―/]{1,40}$/u.test(bare) || !/\d/u.test(bare)) return { problem: 'format' }
  const found = parsePhoneNumberFromString(bare, { defaultCountry: 'ID', extract: false })
  if (found === undefined || !found.isValid() || found.ext !== undefined) return { problem: 'length' }
  const type = found.getType()
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? { phone: found.number } : { problem: 'landline' }
}

/** A number as people write it: 0856-4260-6190; with its +code when it is foreign. */
export function shownPhone(phone: string): string {
  const found = parsePhoneNumberFromString(phone)
  if (found === undefined) return phone
  return found.country === 'ID' ? found.formatNational() : found.formatInternational()
}

/** A mobile number for WhatsApp, kept in E.164; the person's own shared contact is taken too. */
export function phone(): Field<string> {
  return {
    type: 'phone',
    accepts: ['text', 'contact'],
    read: (input) => {
      if (input.kind === 'contact' && !input.own) return refuse('field-phone-not-own')
      // channels give a contact's number with its country code, some without the plus
      const found = parsePhone(input.kind === 'contact' ? `+${input.phone.replace(/^\+/u, '')}` : textOf(input))
      return 'phone' in found ? { is: 'value', value: found.phone } : refuse(`field-phone-${found.problem}`)
    },
    holds: (value) => typeof value === 'string' && 'phone' in parsePhone(value),
    show: shownPhone,
    texts,
  }
}
