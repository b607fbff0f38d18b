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
}

/** The head of a conversation's state: small, whatever the length of its forms. */
export interface Head {
  readonly language: Language
  /** serial of the last question asked; buttons carry it */
  readonly question: number
  /** the choices' ids of the last question, in the order shown: a typed number names one of them */
  readonly offered?: readonly string[]
  readonly nextSeq: number
  /** flows under way, the innermost last */
  readonly stack: readonly Frame[]
  /** forms put aside, to be gone on with */
  readonly drafts: readonly Frame[]
  /** when the person last said something, ms since 1970 */
  readonly at: number
  /** which stage of idleness the armed `idle` timer stands for */
  readonly idle?: 'nudge' | 'draft' | 'expire'
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
