import type { Field } from '../engine/field.ts'
import { reopenSum } from './captcha.ts'
import { parseNumber } from './number-words.ts'
import { refusals, textOf } from './refusals.ts'

const problems = ['field-captcha-no-number'] as const
const refuse = refusals(problems)

/**
 * A sum in words whose answer is not judged here: the answer kept says whether it was right, so that it can be weighed
 * together with something else without telling which of the two was wrong.
 */
export function sum(): Field<boolean> {
  return {
    type: 'sum',
    accepts: ['text'],
    open: ({ env }, scratch) => reopenSum(env, scratch),
    read: (input, _context, scratch) => {
      const answer = parseNumber(textOf(input))
      if (answer === undefined) return refuse('field-captcha-no-number')
      const expected = typeof scratch === 'object' && scratch !== null && 'expected' in scratch ? scratch.expected : undefined
      return { is: 'value', value: answer === expected }
    },
    show: () => '✓',
    texts: problems,
  }
}
