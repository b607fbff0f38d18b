import { shownPhone } from './phone.ts'

/** A phone number as it may be shown where it was not typed: its first and last digits, 0812-••••-•001. */
export function maskedPhone(phone: string): string {
  const shown = shownPhone(phone)
  const digits = shown.replace(/\D/g, '').length
  let place = 0
  return shown.replace(/\d/g, (digit) => (place++ < 4 || place > digits - 3 ? digit : '•'))
}

/** An e-mail address as it may be shown where it was not typed: s•••@contoh.id. */
export function maskedEmail(email: string): string {
  return email.replace(/^(.).*(@[^@]*)$/u, '$1•••$2')
}

/** Any text as it may be shown where it was not typed: first letters, and the last two digits: S••• A•••••, ••-••-••90. */
export function maskedText(text: string): string {
  return text.replace(/(?<=\p{L})\p{L}/gu, '•').replace(/\d(?=(?:\D*\d){2})/gu, '•')
}
