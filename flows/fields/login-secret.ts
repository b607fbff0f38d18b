import type { Field } from '../engine/field.ts'
import { t } from '../engine/text.ts'
import { refusals, textOf } from './refusals.ts'
import { longestSecret, sealSecret } from './secret.ts'
import type { SealedSecret } from './secret.ts'

const problems = ['field-login-secret-empty', 'field-login-secret-long'] as const
const refuse = refusals(problems)

/** The password of an account that exists, sealed; whether it is the right one is for the account to say. */
export function loginSecret(): Field<SealedSecret> {
  return {
    type: 'login-secret',
    accepts: ['text'],
    secret: true,
    read: (input, { env }) => {
      const text = textOf(input)
      if (text.trim() === '') return refuse('field-login-secret-empty')
      // no account has a password of this length: hashing it would only cost time
      if (text.length > longestSecret * 2) return refuse('field-login-secret-long')
      return { is: 'value', value: sealSecret(text, env) }
    },
    show: () => t('field-secret-hidden'),
    texts: [...problems, 'field-secret-hidden'],
  }
}
