import type { Field, Opening, Reading } from '../engine/field.ts'
import type { Json } from '../engine/json.ts'
import { t } from '../engine/text.ts'
import { normalise, resolveOption, understand } from '../engine/words.ts'
import type { ChoiceOption } from './choice.ts'
import { listTexts, openList, readList } from './paged-list.ts'
import { longestInput, refusals } from './refusals.ts'

const problems = ['field-several-unknown', 'field-several-none'] as const
const texts = [...problems, 'field-several-more', 'field-several-all', 'field-several-done', ...listTexts] as const
const refuse = refusals(problems)

/** Ids of the list's own buttons; an option's id has no colon. */
const ALL = 'several:all'
const DONE = 'several:done'
const WORDS = { all: ['semua', 'semuanya', 'all', 'all of them'], done: ['selesai', 'itu saja', 'cukup', 'done', 'finished'] }

/**
 * At least one of several options: tapped one by one until "done", or typed at once, parted by commas ("1, 3", "KK
 * desa dan akta"), or all of them. The answer keeps the order of the options.
 */
export function several<const Id extends string>(options: readonly ChoiceOption<Id>[]): Field<readonly Id[]> {
  const items = options.map(({ id, label }) => ({ id, label }))
  const inOrder = (chosen: ReadonlySet<string>): readonly Id[] => options.map(({ id }) => id).filter((id) => chosen.has(id))

  // What is chosen already is left out of the list that is shown.
  const opening = (chosen: ReadonlySet<string>, page = 0): Opening => {
    const left = items.filter(({ id }) => !chosen.has(id)).map(({ id }) => id)
    const { choices = [] } = openList(items, page, left)
    const own =
      chosen.size > 0
        ? [{ id: DONE, label: t('field-several-done') }]
        : items.length > 1
          ? [{ id: ALL, label: t('field-several-all') }]
          : []
    return { choices: [...choices, ...own], scratch: { page, among: left, chosen: [...chosen] } }
  }
  const taken = (chosen: ReadonlySet<string>): Reading<readonly Id[]> => ({ is: 'value', value: inOrder(chosen) })
  const added = (chosen: ReadonlySet<string>): Reading<readonly Id[]> => {
    if (chosen.size === items.length) return taken(chosen)
    const labels = items.filter(({ id }) => chosen.has(id)).map(({ label }) => label)
    return { is: 'more', text: t('field-several-more', { chosen: { lines: labels } }), opening: opening(chosen) }
  }

  return {
    type: 'several',
    accepts: ['text', 'choice'],
    open: () => opening(new Set()),
    read: (input, _context, scratch) => {
      if (items.length === 0) return refuse('field-several-none')
      const chosen = chosenIn(scratch, items)
      const typed = input.kind === 'text' && input.text.length <= longestInput ? input.text : ''
      if (input.kind === 'choice' ? input.id === ALL : WORDS.all.includes(normalise(typed)))
        return taken(new Set(items.map(({ id }) => id)))
      const isDone = input.kind === 'choice' ? input.id === DONE : isEnd(typed)
      if (isDone && chosen.size > 0) return taken(chosen)
      const list = readList(input, items, scratch, (id) => id)
      if (list.is === 'page') {
        const page = pageIn(list.opening.scratch)
        return { is: 'more', text: list.text, opening: opening(chosen, page) }
      }
      if (list.is === 'item') return added(new Set([...chosen, list.id]))
      const parts = partsOf(typed)
      const found = parts.map((part) => named(part, options, scratch))
      const ids = found.filter((id) => id !== undefined)
      if (ids.length === 0 || ids.length < found.length)
        return { ...refuse('field-several-unknown', { example: items[0]?.label ?? '' }), opening: opening(chosen) }
      const all = new Set([...chosen, ...ids])
      return parts.length > 1 ? taken(all) : added(all)
    },
    holds: (value) => Array.isArray(value) && value.length > 0 && value.every((id) => items.some((item) => item.id === id)),
    show: (value) => ({ lines: items.filter(({ id }) => value.includes(id)).map(({ label }) => label) }),
    texts,
  }
}

function isEnd(typed: string): boolean {
  return WORDS.done.includes(normalise(typed)) || understand(typed) === 'yes'
}

function partsOf(typed: string): readonly string[] {
  const parts = typed
    .split(/[,;&+\n]|\s(?:dan|and)\s/u)
    .flatMap((part) => (/^[\d\s]+$/u.test(part) ? part.split(/\s+/u) : [part]))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

// A number means the place on the page shown; words must mean one option alone.
function named(part: string, options: readonly ChoiceOption[], scratch: Json): string | undefined {
  const counted = readList({ kind: 'text', text: part }, options, scratch, (id) => id)
  if (counted.is === 'item') return counted.id
  if (/^[\s\d]*$/u.test(part)) return undefined
  const known = options.map(({ id, label, words = [] }) => ({
    id,
    labels: [...(typeof label === 'string' ? [label] : []), ...words],
  }))
  const [only, ...others] = resolveOption(part, known)
  return others.length === 0 ? only : undefined
}

function chosenIn(scratch: Json, items: readonly { readonly id: string }[]): ReadonlySet<string> {
  const kept = typeof scratch === 'object' && scratch !== null && 'chosen' in scratch ? scratch.chosen : undefined
  const ids = Array.isArray(kept) ? (kept as readonly Json[]) : []
  return new Set(items.map(({ id }) => id).filter((id) => ids.includes(id)))
}

function pageIn(scratch: Json | undefined): number {
  const page = typeof scratch === 'object' && scratch !== null && 'page' in scratch ? scratch.page : undefined
  return typeof page === 'number' ? page : 0
}
