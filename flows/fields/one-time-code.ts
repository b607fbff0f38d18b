import type { Field } from '../engine/field.ts'
import { t } from '../engine/text.ts'
import { asciiDigits, matchesPhrase, visible } from '../engine/words.ts'
import { refusals, textOf } from './refusals.ts'

const problems = ['field-code-format'] as const
const refuse = refusals(problems)

/** The value that asks for another code. */
export const RESEND = 'resend'
const RESEND_WORDS = ['kirim ulang', 'kirim lagi', 'kirim ulang kode', 'minta kode lagi', 'resend', 'send again']
/** Longer than any code with the signs that people write between its digits. */
const LONGEST = 40

/** A code as people type it, in its six digits; undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const digits = asciiDigits(visible(text)).replace(/[\s.\-‐-―]/gu, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

/** A one-time code of six digits that was sent somewhere; whether it is right is not judged here. `RESEND` asks for another. */
export function oneTimeCode(): Field<string> {
  return {
    type: 'one-time-code',
    accepts: ['text', 'choice'],
    open: () => ({ choices: [{ id: RESEND, label: t('field-code-resend') }] }),
    read: (input) => {
      if (input.kind === 'choice') return input.id === RESEND ? { is: 'value', value: RESEND } : refuse('field-code-format')
      const text = textOf(input)
      const code = readCode(text) ?? (matchesPhrase(text, RESEND_WORDS) ? RESEND : undefined)
      return code === undefined ? refuse('field-code-format') : { is: 'value', value: code }
    },
    show: (value) => value,
    texts: [...problems, 'field-code-resend'],
  }
}
