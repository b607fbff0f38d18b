import type { Text } from '../../../flows/engine/text.ts'
import { secretForm } from '../../../flows/fields/secret.ts'
import type { Input } from './form.ts'
import type { Sent } from './visit.ts'

/** How the browser should help with a new password (WHATWG HTML autofill tokens). */
export const newPassword = { type: 'password', autocomplete: 'new-password' } as const satisfies Partial<Input>

/** Whether input `again` repeats input `answer`; an empty answer is not worth repeating. */
export function isRepeated(sent: Sent): boolean {
  const answer = sent('answer')
  return answer === '' || secretForm(answer) === secretForm(sent('again'))
}

/** The input for a new password once more; `label` is the first one's. */
export function repetition(say: (text: Text) => string, label: string, problem?: Text): Input {
  return {
    name: 'again',
    label: say({ key: 'page-again-label', args: { label } }),
    hint: say({ key: 'page-again-hint' }),
    ...newPassword,
    ...(problem !== undefined && { problem: say(problem) }),
  }
}
