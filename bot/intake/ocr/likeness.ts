import { distance } from 'fastest-levenshtein'

/** Longer texts are no line of a document; the rest of one is not looked at. */
const LONGEST = 160

/** A text's letters as capitals without accents; digits that stand for a letter in a word are not guessed at. */
export function letters(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
}

/** How alike two texts are by their letters alone: 1 = the same, 0 = nothing in common or nothing to compare. */
export function likeness(one: string, other: string): number {
  const [a, b] = [letters(one), letters(other)]
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 0 : 1 - distance(a, b) / longer
}

/** How many letters of a word may be read wrongly: none of up to 3, one of 4 to 7, then one in four. */
function tolerance(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : Math.floor(word.length / 4)
}

/** Whether the text's letters hold the word (capital letters), or something that was meant to be it. */
export function holdsWord(text: string, word: string): boolean {
  const all = letters(text)
  if (all.includes(word)) return true
  const most = tolerance(word)
  if (most === 0) return false
  for (let from = 0; from + word.length - most <= all.length; from++) {
    if (distance(all.slice(from, from + word.length), word) <= most) return true
  }
  return false
}

/** A word at the beginning of a text. */
export interface Beginning {
  /** how many letters of the text it takes */
  readonly length: number
  /** share of its letters that were read wrongly */
  readonly wrong: number
}

/** Finds a word (capital letters) at the beginning of a text's letters, however spelled; undefined where it begins otherwise. */
export function beginsWith(text: string, word: string): Beginning | undefined {
  const all = letters(text)
  let best: Beginning | undefined
  for (let length = Math.max(1, word.length - 2); length <= Math.min(all.length, word.length + 2); length++) {
    const wrong = distance(all.slice(0, length), word) / word.length
    if (best === undefined || wrong < best.wrong) best = { length, wrong }
  }
  return best !== undefined && best.wrong <= tolerance(word) / word.length ? best : undefined
}
