import type { Comparison } from '../../../flows/fields/document-outcome.ts'
import { foldName } from '../../../flows/fields/name.ts'
import { letters, likeness } from './likeness.ts'

const SAME = 0.9
/** Below it no misreading explains the difference. */
const OTHER = 0.5

/**
 * Whether a printed name is the typed one: by letters alone, since spaces get lost in reading, and without the titles
 * and degrees that some people type. A name that is clearly another one counts only where the line was legible; a
 * part of the name (glare, a finger) is no other name.
 */
export function compareName(read: string, legible: boolean, typed: string): Comparison {
  const [whole, folded] = [likeness(read, typed), likeness(read, foldName(typed))]
  const alike = Math.max(whole, folded)
  if (alike >= SAME) return 'same'
  const [shown, wanted] = [letters(read), letters(typed)]
  if (!legible || shown.length < 3 || /\d/.test(read) || wanted.includes(shown) || shown.includes(wanted)) return 'unsure'
  return alike < OTHER ? 'different' : 'unsure'
}

/** The same for a name whose parts may stand in another order: `different` only where each order is another name. */
export function compareNames(read: readonly string[], legible: boolean, typed: string): Comparison {
  const found = read.map((name) => compareName(name, legible, typed))
  if (found.includes('same')) return 'same'
  return found.length > 0 && found.every((comparison) => comparison === 'different') ? 'different' : 'unsure'
}
