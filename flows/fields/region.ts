import type { Field, FieldContext, Reading } from '../engine/field.ts'
import type { Json } from '../engine/json.ts'
import type { Choice } from '../engine/reply.ts'
import { t } from '../engine/text.ts'
import type { Text } from '../engine/text.ts'
import { listTexts, openList, readList, reopenList } from './paged-list.ts'
import { longestInput, refusals } from './refusals.ts'
import { regionLevels, shortCode, shownName } from './region-directory.ts'
import type { Region, RegionDirectory, RegionLevel } from './region-directory.ts'

const problems = ['field-region-unknown', 'field-region-parent'] as const
const refuse = refusals(problems)
/** Longer lists are not worth paging through from the start: the person types a name first. */
const longestList = 40

/** A region as an answer keeps it: the full Kemendagri code without dots, and the name as shown. */
export type RegionAnswer = { readonly code: string; readonly name: string }

function codeOf(value: Json | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' ? value.code : undefined
}

function label(region: Region): string {
  return `${shortCode(region.code)} - ${shownName(region.name)}`
}

function kindOf(level: RegionLevel): Text {
  return t(`field-region-${level}`)
}

/**
 * A region of one level, by tapping or typing its code or name. `within` names the answer that holds its parent; a
 * province has none. `own` = the code of the region that stands first, the office's. The prompt may use `$within`, the parent's name.
 */
export function region(
  directory: RegionDirectory,
  level: RegionLevel,
  options: { readonly within?: string; readonly own?: string } = {},
): Field<RegionAnswer> {
  const parentOf = ({ answers }: FieldContext): { readonly code: string; readonly name: string } | undefined => {
    if (options.within === undefined) return { code: '', name: 'INDONESIA' }
    const value = answers[options.within]
    const code = codeOf(value)
    if (code === undefined) return undefined
    const name =
      typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : code
    return { code, name }
  }
  const regionsOf = (context: FieldContext): readonly Region[] => {
    const parent = parentOf(context)
    const regions = parent === undefined ? [] : directory.within(level, parent.code)
    const own = regions.find(({ code }) => code === options.own)
    return own === undefined ? regions : [own, ...regions.filter((one) => one !== own)]
  }
  const choicesOf = (regions: readonly Region[]): readonly Choice[] =>
    regions.map((found) => ({ id: found.code, label: label(found) }))
  const answer = (found: Region): RegionAnswer => ({ code: found.code, name: shownName(found.name) })
  const understood = (found: Region): Reading<RegionAnswer> => ({
    is: 'value',
    value: answer(found),
    echo: t('field-region-understood', { region: label(found) }),
  })
  return {
    type: 'region',
    accepts: ['text', 'choice'],
    ...(options.within === undefined ? {} : { dependsOn: [options.within] }),
    open: (context, scratch) => {
      const regions = regionsOf(context)
      const args = { within: parentOf(context)?.name ?? '' }
      const asShown = scratch === undefined ? undefined : reopenList(choicesOf(regions), scratch)
      if (asShown !== undefined) return { ...asShown, args }
      return regions.length > 0 && regions.length <= longestList ? { ...openList(choicesOf(regions), 0), args } : { args }
    },
    read: (input, context, scratch) => {
      const regions = regionsOf(context)
      const items = choicesOf(regions)
      if (items.length === 0) return refuse('field-region-parent')
      const reading = readList(input, items, scratch, shortCode)
      if (reading.is === 'page') return { is: 'more', text: reading.text, opening: reading.opening }
      const chosen = reading.is === 'item' ? regions.find((one) => one.code === reading.id) : undefined
      if (chosen !== undefined)
        return reading.is === 'item' && reading.counted ? understood(chosen) : { is: 'value', value: answer(chosen) }
      const typed = reading.is === 'typed' && reading.text.length <= longestInput ? reading.text : ''
      const { regions: found, sure } = directory.search(typed, regions)
      const [only, ...others] = found
      if (only === undefined) {
        const within = parentOf(context)?.name ?? ''
        const problem = refuse<RegionAnswer>('field-region-unknown', {
          kind: kindOf(level),
          within,
          example: items[0]?.label ?? '',
        })
        return { ...problem, opening: { ...openList(items, 0), args: { within } } }
      }
      if (others.length === 0) return sure ? { is: 'value', value: answer(only) } : understood(only)
      const text = t('field-region-several', { kind: kindOf(level), count: found.length })
      return {
        is: 'more',
        text,
        opening: openList(
          items,
          0,
          found.map((one) => one.code),
        ),
      }
    },
    holds: (value, context) => {
      const code = codeOf(value)
      return regionsOf(context).some((one) => one.code === code)
    },
    show: (value) => label(value),
    texts: [
      ...problems,
      'field-region-several',
      'field-region-understood',
      ...regionLevels.map((one) => `field-region-${one}`),
      ...listTexts,
    ],
  }
}
