import type { Field } from '../engine/field.ts'
import { t } from '../engine/text.ts'
import { understand, visible } from '../engine/words.ts'
import { refusals, textOf } from './refusals.ts'

const problems = ['field-consent-unclear'] as const
const refuse = refusals(problems)

/**
 * A consent as recorded (UU 27/2022 art. 20-24: it must be provable): whether it was given, and the reply in the
 * person's own words, or `button:yes` / `button:no`, or `sign:yes` for a thumb held up.
 */
export type Consent = { readonly given: boolean; readonly reply: string }

/** Asks for consent. A clear no is an answer too: what follows from it is for the flow to say. */
export function consent(): Field<Consent> {
  return {
    type: 'consent',
    accepts: ['text', 'choice'],
    open: () => ({
      choices: [
        { id: 'yes', label: t('field-consent-yes') },
        { id: 'no', label: t('field-consent-no') },
      ],
    }),
    read: (input) => {
      const said = input.kind === 'choice' ? input.id : understand(textOf(input))
      if (said !== 'yes' && said !== 'no') return refuse('field-consent-unclear')
      const reply = input.kind === 'choice' ? `button:${said}` : visible(textOf(input).slice(0, 200)) || `sign:${said}`
      return { is: 'value', value: { given: said === 'yes', reply } }
    },
    show: (value) => t(value.given ? 'field-consent-yes' : 'field-consent-no'),
    texts: [...problems, 'field-consent-yes', 'field-consent-no'],
  }
}
