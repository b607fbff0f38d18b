import type { Field } from '../engine/field.ts'
import { visible } from '../engine/words.ts'
import { plainApostrophes, wordsProblem } from './latin-words.ts'
import { longestInput, refusals, textOf } from './refusals.ts'

const texts = ['field-place-empty', 'field-place-long', 'field-place-digits', 'field-place-script', 'field-place-signs'] as const
const refuse = refusals(texts)
const longest = 60

/** A place's name in normal spelling, or why it cannot be one. */
export type PlaceResult = { readonly place: string } | { readonly problem: 'empty' | 'long' | 'digits' | 'script' | 'signs' }

/** Reads the name of a place as it stands on a KTP or birth certificate: Latin letters, 2 to 60 characters. */
export function parsePlace(text: string): PlaceResult {
  if (text.length > longestInput) return { problem: 'long' }
  const place = plainApostrophes(visible(text)).replace(/[.,]+$/u, '')
  if (!/[\p{L}\p{Nd}]/u.test(place)) return { problem: place === '' ? 'empty' : 'signs' }
  if (place.length > longest) return { problem: 'long' }
  const problem = wordsProblem(place)
  if (problem !== undefined) return { problem }
  return place.length < 2 ? { problem: 'empty' } : { place }
}

/** A birth place, as written on the document. */
export function place(): Field<string> {
  return {
    type: 'place',
    accepts: ['text'],
    read: (input) => {
      const found = parsePlace(textOf(input))
      if ('place' in found) return { is: 'value', value: found.place }
      return refuse(`field-place-${found.problem}`, found.problem === 'long' ? { max: longest } : undefined)
    },
    holds: (value) => typeof value === 'string' && 'place' in parsePlace(value),
    show: (value) => value,
    texts,
  }
}
