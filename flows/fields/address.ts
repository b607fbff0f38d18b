import type { Field } from '../engine/field.ts'
import { visible } from '../engine/words.ts'
import { plainApostrophes } from './latin-words.ts'
import { longestInput, refusals, textOf } from './refusals.ts'

const texts = ['field-address-empty', 'field-address-long', 'field-address-script', 'field-address-signs'] as const
const refuse = refusals(texts)
const shortest = 4
const longest = 150

/** An address in normal spelling, or why it cannot be one. */
export type AddressResult = { readonly address: string } | { readonly problem: 'empty' | 'long' | 'script' | 'signs' }

/** Reads street and house, or hamlet, with RT and RW: Latin letters, digits and the signs between them, 4 to 150 characters. */
export function parseAddress(text: string): AddressResult {
  if (text.length > longestInput) return { problem: 'long' }
  const address = plainApostrophes(visible(text)).replace(/[\s.,;]+$/u, '')
  if (/(?!\p{Script=Latin})\p{L}/u.test(address)) return { problem: 'script' }
  if (address.length > longest) return { problem: 'long' }
  if (address.length < shortest || !/\p{L}{2}/u.test(address)) return { problem: 'empty' }
  return /^[\p{Script=Latin}0-9][\p{Script=Latin}0-9 .,'/()&#:-]+$/u.test(address) ? { address } : { problem: 'signs' }
}

/** Where somebody lives within their village, as written on the KTP. */
export function address(): Field<string> {
  return {
    type: 'address',
    accepts: ['text'],
    read: (input) => {
      const found = parseAddress(textOf(input))
      if ('address' in found) return { is: 'value', value: found.address }
      return refuse(`field-address-${found.problem}`, found.problem === 'long' ? { max: longest } : undefined)
    },
    holds: (value) => typeof value === 'string' && 'address' in parseAddress(value),
    show: (value) => value,
    texts,
  }
}
