import type { Json, JsonObject } from './json.ts'
import type { Language } from './text.ts'

/** A question that the engine itself puts in the way of a form. */
export type Aside = 'cancel' | 'restart' | 'draft' | 'doubt'

/** One flow under way. Its answers are kept beside the head, under `seq`. */
export interface Frame {
  /** names the frame within its conversation */
  readonly seq: number
  readonly flow: string
  readonly version: number
  /** the step that is open or waiting */
  readonly step: string
  /** how often the open question was answered unacceptably */
  readonly tries: number
  /** the furthest step reached (index): what was said before it is not said again */
  readonly reached: number
  /** the open field's own notes */
  readonly scratch?: Json
  readonly aside?: Aside
  /** an answer that the person is asked to confirm */
  readonly doubt?: Json
  /** the token of the job whose result is awaited */
  readonly waiting?: string
  /** the awaited job ended well while something else was being talked about */
  readonly settled?: true
  /** carried over from an older version: earlier steps may be new */
  readonly migrated?: true
  /** questions that were answered in what this form puts right, and are not asked: they are not counted */
  readonly brought?: readonly string[]
}

/** The head of a conversation's state: small, whatever the length of its forms. */
export interface Head {
  readonly language: Language
  /** serial of the last question asked; buttons carry it */
  readonly question: number
  /** the choices' ids of the last question, in the order shown: a typed number names one of them */
  readonly offered?: readonly string[]
  /** where there are no buttons: commands that were offered, by their words, the newest first */
  readonly spoken?: readonly (readonly [words: string, id: string])[]
  readonly nextSeq: number
  /** flows under way, the innermost last */
  readonly stack: readonly Frame[]
  /** forms put aside, to be gone on with */
  readonly drafts: readonly Frame[]
  /** when the person last said something, ms since 1970 */
  readonly at: number
  /** long silences that the person broke, the last at the end; one that a longer one followed is left out */
  readonly silences?: readonly Silence[]
  /** the files sent together that came last, and whether it was said that one is enough */
  readonly album?: { readonly id: string; readonly told: boolean }
  /** which stage of idleness the armed `idle` timer stands for */
  readonly idle?: 'nudge' | 'draft' | 'expire'
}

/** A silence that somebody broke. */
export interface Silence {
  /** how long it was, ms */
  readonly ms: number
  /** when it was broken, ms since 1970 */
  readonly until: number
}

/** A silence that is noted, ms: after so long the phone may have come into other hands. */
const LONG_SILENCE = 30 * 86_400_000

/**
 * The long silences of a conversation in which somebody says something at `now`. Where we wrote first, all the time
 * before the first answer was one.
 */
export function silencesUntil({ at, nextSeq, silences = [] }: Head, now: number): readonly Silence[] {
  const ms = now - at
  if (ms < LONG_SILENCE || (at === 0 && nextSeq === 1)) return silences
  return [...silences.filter((one) => one.ms > ms), { ms, until: now }]
}

/** A conversation as the engine sees it: plain JSON. */
export interface Session {
  readonly head: Head
  /** answers by frame and step */
  readonly answers: { readonly [seq: number]: JsonObject }
}

/** What a turn changed in the answers; `value` absent = forget it, `step` absent = forget the frame. */
export interface AnswerChange {
  readonly frame: number
  readonly step?: string
  readonly value?: Json
}

/** A conversation that has not begun. */
export function newSession(language: Language): Session {
  return { head: { language, question: 0, nextSeq: 1, stack: [], drafts: [], at: 0 }, answers: {} }
}
