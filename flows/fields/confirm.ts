import type { Field } from '../engine/field.ts'
import { t } from '../engine/text.ts'
import { understand } from '../engine/words.ts'
import { refusals, textOf } from './refusals.ts'

const problems = ['field-confirm-unclear'] as const
const refuse = refusals(problems)

/** Yes or no, in everyday words. */
export function confirm(): Field<boolean> {
  return {
    type: 'confirm',
    accepts: ['text', 'choice'],
    open: () => ({
      choices: [
        { id: 'yes', label: t('field-yes') },
        { id: 'no', label: t('field-no') },
      ],
    }),
    read: (input) => {
      const said = input.kind === 'choice' ? input.id : understand(textOf(input))
      return said === 'yes' || said === 'no' ? { is: 'value', value: said === 'yes' } : refuse('field-confirm-unclear')
    },
    show: (value) => t(value ? 'field-yes' : 'field-no'),
    texts: [...problems, 'field-yes', 'field-no'],
  }
}
