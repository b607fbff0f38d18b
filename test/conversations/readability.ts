import { messagesIn } from '../support/messages.ts'

/** How easily a text is read. */
export interface Readability {
  readonly words: number
  readonly sentences: number
  /** words of more than six letters, of a hundred */
  readonly longWords: number
  readonly wordsPerSentence: number
  readonly lix: number
}

/** A message and how easily it is read. */
export interface Measured extends Readability {
  readonly key: string
  readonly text: string
}

/** Shorter messages are labels and titles; LIX says nothing of so few words. */
const FEWEST_WORDS = 12
/** Messages to officers that stand among those to citizens. */
const OFFICERS = /^(?:revoke-)?mandate-/

/**
 * LIX, the läsbarhetsindex: words per sentence plus long words of a hundred (C. H. Björnsson, "Läsbarhet", 1968; J.
 * Anderson, "Lix and Rix", Journal of Reading 26, 1983). It counts letters, not syllables, and so needs no rules of one
 * language. A sentence ends at a full stop, question mark, exclamation mark or colon, and at the end of a line.
 */
export function readability(text: string): Readability {
  const plain = text.replace(/‹[^›]*›/g, 'x').replace(/[*_]/g, '')
  const sentences = plain.split(/[.!?:](?=\s|$)|\n/u).filter((one) => /\p{L}/u.test(one))
  const words = sentences.flatMap((one) => one.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
  const long = words.filter((word) => [...word].filter((char) => /\p{L}/u.test(char)).length > 6).length
  const wordsPerSentence = words.length / Math.max(1, sentences.length)
  const longWords = (100 * long) / Math.max(1, words.length)
  return { words: words.length, sentences: sentences.length, longWords, wordsPerSentence, lix: wordsPerSentence + longWords }
}

/** Every Indonesian message that citizens read, hardest first. Officers' and e-mail subjects are left out. */
export function measured(): Measured[] {
  return messagesIn('id')
    .filter(({ file, key }) => !file.endsWith('staff.ftl') && !OFFICERS.test(key))
    .map(({ key, text }) => ({ key, text, ...readability(text) }))
    .filter(({ words }) => words >= FEWEST_WORDS)
    .sort((a, b) => b.lix - a.lix || (a.key < b.key ? -1 : 1))
}

/** All messages taken together as one text. */
export function together(all: readonly Measured[]): Readability {
  return readability(all.map(({ text }) => text).join('\n'))
}
