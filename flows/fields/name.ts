import type { Field } from '../engine/field.ts'
import { visible } from '../engine/words.ts'
import { plainApostrophes, wordsProblem } from './latin-words.ts'
import { longestInput, refusals, textOf } from './refusals.ts'

const texts = [
  'field-name-empty',
  'field-name-long',
  'field-name-digits',
  'field-name-script',
  'field-name-signs',
  'field-name-one-letter',
] as const
const refuse = refusals(texts)
/** Permendagri 73/2022 art. 4: at most 60 characters with spaces. */
const longest = 60

/** A name in normal spelling, or why it cannot be one. */
export type NameResult = { readonly name: string } | { readonly problem: 'empty' | 'long' | 'digits' | 'script' | 'signs' }

/**
 * Reads a person's name: Latin letters with apostrophes, hyphens, dots and commas, at most 60 characters. One word
 * is enough: names from before Permendagri 73/2022 keep their form.
 */
export function parseName(text: string): NameResult {
  if (text.length > longestInput) return { problem: 'long' }
  const name = plainApostrophes(visible(text))
  if (!/[\p{L}\p{Nd}]/u.test(name)) return { problem: name === '' ? 'empty' : 'signs' }
  if (name.length > longest) return { problem: 'long' }
  const problem = wordsProblem(name)
  return problem === undefined ? { name } : { problem }
}

const titles = new Set([
  'h',
  'hj',
  'hajah',
  'haji',
  'dr',
  'drs',
  'dra',
  'drg',
  'drh',
  'ir',
  'prof',
  'kh',
  'ust',
  'bapak',
  'ibu',
  'sdr',
  'sdri',
  'alm',
])
const degree =
  /^(?:[smad]\.?(?:kom|pd|h|e|t|kep|si|ag|sos|ip|kes|p|psi|farm|hum|ak|pi|hut|pt|ked|sn|st|kn|m|stat|ds|li|th|fil|m\.?pd)|ph\.?d|se|sh|st|mm|mh|msi|amd|a\.?md(?:\.?\p{L}+)?|b\.?a|m\.?a|m\.?sc|b\.?sc|ns|ners|apt)\.?$/u

/**
 * The form in which names are compared: small letters, no apostrophes, hyphens or accents, no titles and degrees
 * ("H. Nur’Aini, S.Kom." is "nuraini"). A name of nothing but titles stays whole.
 */
export function foldName(name: string): string {
  const [before = '', ...after] = plainApostrophes(visible(name)).toLowerCase().split(',')
  const isDegree = (word: string): boolean => degree.test(word)
  const tail = after.flatMap((part) => part.trim().split(' ')).filter((word) => word !== '' && !isDegree(word))
  const plain = (word: string): string => word.normalize('NFD').replace(/[^\p{L}]/gu, '')
  // a degree is one only at the end and with its dots: "St." is Siti in front, S.T. behind
  const words = [...before.trim().split(' '), ...tail].flatMap((word, index) =>
    index > 0 && word.includes('.') && isDegree(word) ? [] : word.replace(/-/gu, ' ').split(' '),
  )
  const folded = words.map(plain).filter((word) => word !== '')
  const kept = folded.filter((word) => !titles.has(word))
  return (kept.length === 0 ? folded : kept).join(' ')
}

/** A name with all but first letters hidden: "S*** A*****". */
export function maskedName(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + '*'.repeat(word.length - 1))
}

/** A person's name. `masked`: shown with first letters only (mother's name). */
export function name(options: { readonly masked?: boolean } = {}): Field<string> {
  return {
    type: 'name',
    accepts: ['text'],
    read: (input, _context, scratch) => {
      const found = parseName(textOf(input))
      if ('problem' in found)
        return refuse(`field-name-${found.problem}`, found.problem === 'long' ? { max: longest } : undefined)
      // names of one letter exist, but "y" is more often an answer to another question: said twice, it counts
      if (found.name.replace(/\P{L}/gu, '').length === 1 && scratch !== found.name) {
        return { ...refuse<string>('field-name-one-letter', { name: found.name }), opening: { scratch: found.name } }
      }
      return { is: 'value', value: found.name }
    },
    holds: (value) => typeof value === 'string' && 'name' in parseName(value),
    show: options.masked === true ? maskedName : (value) => value,
    texts,
  }
}
