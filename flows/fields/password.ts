import type { Field } from '../engine/field.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { t } from '../engine/text.ts'
import { commonPasswords } from './common-passwords.ts'
import { refusals, textOf } from './refusals.ts'
import { longestSecret, sealSecret, secretForm, untypable } from './secret.ts'
import type { SealedSecret } from './secret.ts'

const problems = [
  'field-password-empty',
  'field-password-short',
  'field-password-long',
  'field-password-invisible',
  'field-password-common',
  'field-password-pattern',
  'field-password-personal',
] as const
const refuse = refusals(problems)
const againProblems = ['field-password-again-empty', 'field-password-again-differs'] as const
const refuseAgain = refusals(againProblems)
const shortest = 8

/** Why a password is not taken. */
export type PasswordProblem = 'empty' | 'short' | 'long' | 'invisible' | 'common' | 'pattern' | 'personal'

const rows = [
  '0123456789',
  '9876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgb',
]

/** Few different characters, one row of the keyboard, or one short piece over and over. */
function isPattern(folded: string): boolean {
  if (new Set(folded).size <= 2) return true
  const doubled = rows.map((row) => row + row)
  return doubled.some((row) => row.includes(folded)) || /^(.{1,4})\1+.{0,3}$/u.test(folded)
}

/** The words a password must not rest on, out of answers: names, numbers, and dates in each order. */
function contextWords(values: readonly Json[]): readonly string[] {
  return values
    .filter((value) => typeof value === 'string')
    .flatMap((value) => {
      const date = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value)
      if (date !== null) {
        const [, year = '', month = '', day = ''] = date
        return [day + month + year, year + month + day, day + month + year.slice(2), day + month, year]
      }
      return value.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    })
    .filter((word) => word.length >= 4)
    .toSorted((one, other) => other.length - one.length)
}

/** Whether little is left of a password when the words are taken out of it. */
function restsOn(words: readonly string[], folded: string): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), folded)
  return rest.length < folded.length && rest.replace(/[^\p{L}\p{N}]/gu, '').length < 6
}

/**
 * Judges a password by NIST SP 800-63B-4 3.1.1.2 and OWASP ASVS 5 V6.2: 8 to 128 characters of any kind, no rules of
 * composition; not a common one, a keyboard pattern, or made of what is known about the person or the agency.
 */
export function passwordProblem(text: string, context: readonly Json[] = []): PasswordProblem | undefined {
  if (text.trim() === '') return 'empty'
  if (text.length > longestSecret * 2) return 'long'
  if (untypable(text)) return 'invisible'
  const secret = secretForm(text)
  const length = Array.from(secret).length
  if (length < shortest) return 'short'
  if (length > longestSecret) return 'long'
  const folded = secret.toLowerCase()
  if (isPattern(folded)) return 'pattern'
  // "rahasia2024!" is "rahasia" to whoever guesses
  const base = folded.replace(/[^\p{L}]+$/u, '').replace(/^[^\p{L}]+/u, '')
  if (commonPasswords.has(folded) || (folded.length - base.length <= 5 && commonPasswords.has(base))) return 'common'
  return restsOn(contextWords(context), folded) ? 'personal' : undefined
}

/**
 * A new password, sealed at once. `about` names the earlier answers (NIK, name, birth date, phone, e-mail) and `words`
 * the agency's names that it must not rest on.
 */
export function password(
  options: { readonly about?: readonly string[]; readonly words?: readonly string[] } = {},
): Field<SealedSecret> {
  const { about = [], words = [] } = options
  const known = (answers: JsonObject): readonly Json[] => [...about.flatMap((id) => answers[id] ?? null), ...words]
  return {
    type: 'password',
    accepts: ['text'],
    secret: true,
    read: (input, { env, answers }) => {
      const problem = passwordProblem(textOf(input), known(answers))
      if (problem === undefined) return { is: 'value', value: sealSecret(textOf(input), env) }
      return refuse(`field-password-${problem}`, { min: shortest, max: longestSecret })
    },
    show: () => t('field-secret-hidden'),
    texts: [...problems, 'field-secret-hidden'],
  }
}

/** The fingerprint of a sealed secret among the answers. */
function fingerprintOf(value: Json | undefined): Json | undefined {
  return typeof value === 'object' && value !== null && 'fingerprint' in value ? value.fingerprint : undefined
}

/** The password once more; it must be the one given as answer `of`. Only its fingerprint is kept. */
export function passwordAgain(of: string): Field<{ readonly fingerprint: string }> {
  return {
    type: 'password-again',
    accepts: ['text'],
    secret: true,
    companion: true,
    dependsOn: [of],
    read: (input, { env, answers }) => {
      const text = textOf(input)
      if (text.trim() === '') return refuseAgain('field-password-again-empty')
      const fingerprint = env.fingerprint(secretForm(text.slice(0, longestSecret * 2 + 1)))
      return fingerprint === fingerprintOf(answers[of])
        ? { is: 'value', value: { fingerprint } }
        : refuseAgain('field-password-again-differs')
    },
    holds: (value, { answers }) => {
      const fingerprint = fingerprintOf(value)
      return fingerprint !== undefined && fingerprint === fingerprintOf(answers[of])
    },
    show: () => t('field-secret-hidden'),
    texts: [...againProblems, 'field-secret-hidden'],
  }
}
