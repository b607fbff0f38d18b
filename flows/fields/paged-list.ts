import type { Opening } from '../engine/field.ts'
import type { Input } from '../engine/input.ts'
import type { Json } from '../engine/json.ts'
import type { Choice } from '../engine/reply.ts'
import { t } from '../engine/text.ts'
import type { Text } from '../engine/text.ts'
import { normalise, understand } from '../engine/words.ts'

/** Eight items, "next" and "previous" make ten, the most that a WhatsApp list holds. */
export const pageSize = 8

/** Message keys of the list's own buttons. */
export const listTexts = ['field-list-next', 'field-list-previous', 'field-list-page'] as const

const pagePrefix = 'page:'

/** What a list remembers between two messages: the page shown, and the ids it was narrowed to. */
interface Shown {
  readonly page: number
  readonly among?: readonly string[]
}

function shownOf(scratch: Json): Shown | undefined {
  if (typeof scratch !== 'object' || scratch === null || !('page' in scratch) || typeof scratch.page !== 'number')
    return undefined
  const among =
    'among' in scratch && Array.isArray(scratch.among) ? scratch.among.filter((id) => typeof id === 'string') : undefined
  return among === undefined ? { page: scratch.page } : { page: scratch.page, among }
}

function narrowed(items: readonly Choice[], among: readonly string[] | undefined): readonly Choice[] {
  const found = among === undefined ? [] : items.filter((item) => among.includes(item.id))
  return found.length === 0 ? items : found
}

/** The last page, counted from 0; `front` = how many items are on the first. */
function lastPage(items: readonly Choice[], front: number): number {
  return Math.ceil(Math.max(0, items.length - front) / pageSize)
}

function pageOf(items: readonly Choice[], page: number, front: number): readonly Choice[] {
  const end = front + page * pageSize
  return [
    ...items.slice(page === 0 ? 0 : end - pageSize, end),
    ...(page < lastPage(items, front) ? [{ id: `${pagePrefix}${page + 1}`, label: t('field-list-next') }] : []),
    ...(page > 0 ? [{ id: `${pagePrefix}${page - 1}`, label: t('field-list-previous') }] : []),
  ]
}

/** Shows one page of the items, or of those named by `among`; `page` counts from 0. On the first page are `front` items. */
export function openList(items: readonly Choice[], page: number, among?: readonly string[], front = pageSize): Opening {
  const choices = pageOf(narrowed(items, among), page, among === undefined ? front : pageSize)
  return { choices, scratch: among === undefined ? { page } : { page, among: [...among] } }
}

/** The page, of the items or of those that the list was narrowed to, which `scratch` tells of; undefined when it tells of none. */
export function reopenList(items: readonly Choice[], scratch: Json | undefined, front = pageSize): Opening | undefined {
  const shown = scratch === undefined ? undefined : shownOf(scratch)
  if (shown === undefined) return undefined
  const last = lastPage(narrowed(items, shown.among), shown.among === undefined ? front : pageSize)
  return openList(items, Math.min(Math.max(shown.page, 0), last), shown.among, front)
}

/**
 * What an input means to a list. `counted` = the item was named by its place on the page; `typed` = words that the
 * field itself must make sense of.
 */
export type ListReading =
  | { readonly is: 'item'; readonly id: string; readonly counted: boolean }
  | { readonly is: 'page'; readonly text: Text; readonly opening: Opening }
  | { readonly is: 'typed'; readonly text: string }

/**
 * Reads a tap, a typed number, or the words for another page. A number is the code that an item on the page bears
 * (`codeOf` its id), else its place on the page; where neither is so, or no page is shown, it is left to the field.
 */
export function readList(
  input: Input,
  items: readonly Choice[],
  scratch: Json,
  codeOf: (id: string) => string,
  front = pageSize,
): ListReading {
  const shown = shownOf(scratch)
  const among = shown?.among
  const list = narrowed(items, among)
  const inFront = among === undefined ? front : pageSize
  const last = lastPage(list, inFront)
  const turn = (page: number): ListReading => {
    const to = Math.min(Math.max(page, 0), last)
    return {
      is: 'page',
      text: t('field-list-page', { page: to + 1, pages: last + 1 }),
      opening: openList(items, to, among, front),
    }
  }
  const choose = (id: string, counted: boolean): ListReading => {
    if (id.startsWith(pagePrefix)) return turn(Number(id.slice(pagePrefix.length)) || 0)
    return items.some((item) => item.id === id) ? { is: 'item', id, counted } : { is: 'typed', text: '' }
  }
  if (input.kind === 'choice') return choose(input.id, false)
  const text = input.kind === 'text' ? input.text : ''
  const meaning = understand(text)
  const page = shown?.page ?? -1
  if (meaning === 'next' && page < last) return turn(page + 1)
  if (meaning === 'previous' && page > 0) return turn(page - 1)
  const number = /^(?:(?:no|nomor|pilih|pilihan)[ .]*)?0*([1-9]\d?)$/u.exec(normalise(text))?.[1]
  if (shown === undefined || number === undefined) return { is: 'typed', text }
  const ids = pageOf(list, page, inFront).map((item) => item.id)
  const coded = ids.find((id) => codeOf(id) === number)
  if (coded !== undefined) return choose(coded, false)
  const counted = ids[Number(number) - 1]
  return counted === undefined ? { is: 'typed', text } : choose(counted, true)
}
