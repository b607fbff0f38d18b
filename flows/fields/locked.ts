import type { Field } from '../engine/field.ts'
import type { JsonObject } from '../engine/json.ts'
import { t, type Text } from '../engine/text.ts'
import { normalise, understand } from '../engine/words.ts'
import { refusals, textOf } from './refusals.ts'

const problems = ['field-locked'] as const
const refuse = refusals(problems)
const OK = 'ok'

/**
 * Data that are shown and cannot be changed here: they are read and gone on from. Whatever is sent to change them is
 * refused, with `where` that can be done. `data`: what is shown, by the answers named in `dependsOn`.
 */
export function locked(
  data: (answers: JsonObject) => Text,
  { where, dependsOn }: { readonly where: Text; readonly dependsOn: readonly string[] },
): Field<true> {
  return {
    type: 'locked',
    accepts: ['text', 'choice'],
    dependsOn,
    open: ({ answers }) => ({ choices: [{ id: OK, label: t('field-locked-ok') }], args: { data: data(answers) } }),
    read: (input) => {
      const goesOn = input.kind === 'choice' ? input.id === OK : isYes(textOf(input))
      return goesOn ? { is: 'value', value: true } : refuse('field-locked', { where })
    },
    holds: (value) => value === true,
    show: (_value, { answers }) => data(answers),
    texts: [...problems, 'field-locked-ok'],
  }
}

function isYes(text: string): boolean {
  const said = understand(text)
  return said === 'yes' || said === 'next' || normalise(text) === OK
}
