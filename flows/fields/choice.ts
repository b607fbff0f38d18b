import type { Field, FieldContext } from '../engine/field.ts'
import type { JsonObject } from '../engine/json.ts'
import type { Choice } from '../engine/reply.ts'
import { t } from '../engine/text.ts'
import { normalise, resolveOption } from '../engine/words.ts'
import { listTexts, openList, readList, reopenList } from './paged-list.ts'
import { longestInput, refusals } from './refusals.ts'

const problems = ['field-choice-unknown', 'field-choice-none'] as const
const texts = [...problems, 'field-choice-several', ...listTexts] as const
const refuse = refusals(problems)

/** One option. `words`: other names by which people call it, in any language; a label that is a message needs them. */
export interface ChoiceOption<Id extends string = string> extends Choice {
  readonly id: Id
  readonly words?: readonly string[]
}

/** The options, or how they follow from earlier answers (whose ids stand in `dependsOn`). */
export type ChoiceOptions<Id extends string> =
  | { readonly options: readonly ChoiceOption<Id>[] }
  | { readonly options: (answers: JsonObject) => readonly ChoiceOption<Id>[]; readonly dependsOn: readonly string[] }

function named(option: ChoiceOption): { readonly id: string; readonly labels: readonly string[] } {
  return { id: option.id, labels: [...(typeof option.label === 'string' ? [option.label] : []), ...(option.words ?? [])] }
}

/** How many of the options stand on the first page, if not eight: the rest is behind "next". */
interface Front {
  readonly front?: number
}

/**
 * One of several options, eight on a page: answered by tapping, by its number on the page, its id, its label or words
 * of it, with slips; words that fit several options narrow the list to them.
 */
export function choice<const Id extends string>(given: ChoiceOptions<Id> & Front): Field<Id> {
  const { front } = given
  const optionsFor = ({ answers }: FieldContext): readonly ChoiceOption<Id>[] =>
    typeof given.options === 'function' ? given.options(answers) : given.options
  // the words are for understanding only: what is offered is id, label and hint
  const offered = (options: readonly ChoiceOption<Id>[]): readonly Choice[] =>
    options.map(({ id, label, hint }) => (hint === undefined ? { id, label } : { id, label, hint }))
  return {
    type: 'choice',
    accepts: ['text', 'choice'],
    ...('dependsOn' in given ? { dependsOn: given.dependsOn } : {}),
    open: (context, scratch) => {
      const items = offered(optionsFor(context))
      return reopenList(items, scratch, front) ?? openList(items, 0, undefined, front)
    },
    read: (input, context, scratch) => {
      const options = optionsFor(context)
      if (options.length === 0) return refuse('field-choice-none')
      const items = offered(options)
      const reading = readList(input, items, scratch, (id) => id, front)
      if (reading.is === 'page') return { is: 'more', text: reading.text, opening: reading.opening }
      const typed = reading.is === 'typed' && reading.text.length <= longestInput ? reading.text : ''
      const ids = reading.is === 'item' ? [reading.id] : matching(typed, options)
      const found = options.filter((option) => ids.includes(option.id))
      const [only] = found
      if (only === undefined) return refuse('field-choice-unknown', { example: items[0]?.label ?? '' })
      if (found.length === 1) return { is: 'value', value: only.id }
      return { is: 'more', text: t('field-choice-several', { count: found.length }), opening: openList(items, 0, ids) }
    },
    names: (text, context) => {
      const said = normalise(text)
      return optionsFor(context).some((option) => [option.id, ...named(option).labels].some((one) => normalise(one) === said))
    },
    holds: (value, context) => optionsFor(context).some((option) => option.id === value),
    show: (value, context) => optionsFor(context).find((option) => option.id === value)?.label ?? value,
    texts,
  }
}

/** A typed number means a position only on the page shown, so none is left to the list as a whole. */
function matching(text: string, options: readonly ChoiceOption[]): readonly string[] {
  const ids = options.filter((option) => option.id === text.trim()).map((option) => option.id)
  return ids.length > 0 || /^[\s\d]*$/u.test(text) ? ids : resolveOption(text, options.map(named))
}
