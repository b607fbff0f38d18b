import type { Field } from '../engine/field.ts'
import { visible } from '../engine/words.ts'
import { refusals, textOf } from './refusals.ts'

const texts = ['field-text-empty', 'field-text-short', 'field-text-long', 'field-text-html'] as const
const refuse = refusals(texts)

/**
 * Free text within `min` and `max` characters (after invisible characters and emoji are removed). Markup is refused:
 * it is never what a person means to say, and it is read again on pages.
 */
export function plainText(limits: { readonly min: number; readonly max: number }): Field<string> {
  return {
    type: 'plain-text',
    accepts: ['text'],
    sentences: true,
    read: (input) => {
      const raw = textOf(input)
      // a text four times too long stays too long, whatever is removed from it that a person would miss
      const text = visible(raw.slice(0, limits.max * 4))
      const length = raw.length > limits.max * 4 ? raw.length : Array.from(text).length
      if (!/[\p{L}\p{N}]/u.test(text)) return refuse('field-text-empty')
      if (length < limits.min) return refuse('field-text-short', { min: limits.min, length })
      if (length > limits.max) return refuse('field-text-long', { max: limits.max, length })
      if (/<\s*[/!]?\s*[a-z]/iu.test(text)) return refuse('field-text-html')
      return { is: 'value', value: text }
    },
    show: (value) => value,
    texts,
  }
}
