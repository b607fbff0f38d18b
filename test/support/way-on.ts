import type { Rendered } from '../../bot/runtime/render.ts'
import type { Turn } from '../../flows/engine/engine.ts'
import { editNumber, normalise, understand } from '../../flows/engine/words.ts'

/** Whether a text that is typed leads somewhere by itself: a flow's own word, or a word of command. */
export type Leads = (words: string) => boolean

/** The words that a message names in capitals or between stars, to be typed: "Tulis STATUS", "ketik *menu*". */
export function wordsNamed(text: string): string[] {
  const capitals = text.matchAll(/\b[A-Z]{2,}(?: [A-Z]{2,})*\b/g)
  const starred = text.matchAll(/\*([^*\n]{2,40})\*/g)
  return [...capitals, ...starred].map(([whole, inside]) => normalise(inside ?? whole))
}

/** The words that a message tells people to type, so that each can be tried: "Tulis STATUS", "reply *yes*", "ubah 3". */
export function wordsToType(text: string): string[] {
  const told = text.matchAll(
    /\b(?:[Tt]ulis|[Kk]etik|[Bb]alas|[Tt]ype|[Rr]eply|[Ww]rite)(?: (?:misalnya|lagi|saja|again|just))* (?:\*([^*\n]+)\*|([A-Z]{2,}(?: [A-Z]{2,})*)\b)/gu,
  )
  return [...told].map(([, starred, capitals]) => starred ?? capitals ?? '')
}

/** Whether a typed word is understood at any question at all. */
export function isUnderstood(word: string, leads: Leads): boolean {
  return (
    leads(normalise(word)) || understand(word) !== undefined || [word, `${word} 1`].some((one) => editNumber(one) !== undefined)
  )
}

/**
 * Why somebody who has read the last message of a turn could not go on; undefined when they can: a question is open, there
 * is something to tap, or the message names a word that works.
 */
export function deadEnd({ session }: Turn, written: readonly Rendered[], leads: Leads): string | undefined {
  const last = written.at(-1)?.message
  // An e-mail is read elsewhere: it says itself what to do.
  if (last?.subject !== undefined) return undefined
  if (last === undefined || session.head.stack.length > 0 || (last.choices ?? []).length > 0) return undefined
  const words = wordsNamed(last.text ?? '')
  return words.some(leads) ? undefined : `nothing to go on with: ${last.text ?? JSON.stringify(last.file)}`
}
