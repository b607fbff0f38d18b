/**
 * Words of a name or a place in Latin letters, with the signs that occur in them: Nur'aini, Al-Farisi, H., S.Kom., Rifa'.
 * Each sign must stand next to a letter, so that "--" or "''" is none.
 */
const latinWords =
  /^'?\p{Script=Latin}(?:[.'-]?\p{Script=Latin})*'?[.,]*(?: '?\p{Script=Latin}(?:[.'-]?\p{Script=Latin})*'?[.,]*)*$/u

/** Why a text is no row of Latin words. */
export type WordsProblem = 'digits' | 'script' | 'signs'

/** Undefined when the text is a row of Latin words. */
export function wordsProblem(text: string): WordsProblem | undefined {
  if (latinWords.test(text)) return undefined
  if (/\p{Nd}/u.test(text)) return 'digits'
  return /(?!\p{Script=Latin})\p{L}/u.test(text) ? 'script' : 'signs'
}

/** One apostrophe for the many that keyboards have. */
export function plainApostrophes(text: string): string {
  return text.replace(/[’‘ʼ`´ʻʾʿ]/gu, "'")
}
