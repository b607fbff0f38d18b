import type { Field } from '../engine/field.ts'
import { choice, type ChoiceOption, type ChoiceOptions } from './choice.ts'

/**
 * A choice that understands more than it offers: whoever names one of the `understood` is told why it is not for them,
 * instead of that there is no such thing. The flow must look at the answer.
 */
export function widerChoice(offered: ChoiceOptions<string>, understood: readonly ChoiceOption[]): Field<string> {
  const shown = choice(offered)
  const known = choice({ options: understood })
  return {
    ...shown,
    read: (input, context, scratch) => {
      const reading = shown.read(input, context, scratch)
      if (reading.is !== 'problem' || input.kind !== 'text') return reading
      // A number is a place in the list that is shown, and in no other.
      const wider = known.read(input, context, null)
      return wider.is === 'value' ? wider : reading
    },
  }
}
