import type { Input, InputKind } from './input.ts'
import type { Json, JsonObject } from './json.ts'
import type { Choice, SentFile } from './reply.ts'
import type { Language, Text } from './text.ts'

/** What a step is given of the world: no clock, no randomness but this. */
export interface Env {
  /** milliseconds since 1970 */
  readonly now: number
  /** the language of the conversation when the event came */
  readonly language: Language
  /** a number in [0, 1) */
  random(): number
  /** encrypts a secret so that it may stand in an answer; only a job can open it */
  seal(secret: string): string
  /** a keyed fingerprint, to compare secrets without keeping them */
  fingerprint(secret: string): string
}

/** What a field sees of the conversation around it. */
export interface FieldContext {
  readonly env: Env
  readonly language: Language
  /** the answers given so far in this form */
  readonly answers: JsonObject
}

/** How a question opens: its choices, and placeholders for its prompt. */
export interface Opening {
  /** the field's own notes until it is answered (page, sum, candidates) */
  readonly scratch?: Json
  readonly choices?: readonly Choice[]
  /** asked in place of the prompt: the field's own question about what was sent before ("did you mean …?") */
  readonly text?: Text
  /** placeholders for the prompt text */
  readonly args?: Readonly<Record<string, string | number | Text>>
  /** stored pictures, shown before the question */
  readonly files?: readonly SentFile[]
}

/** What a field made of an input. */
export type Reading<T extends Json> =
  | {
      readonly is: 'value'
      readonly value: T
      /** said back before the next question, when the input was understood loosely */
      readonly echo?: Text
      /** answers to other questions of the same form that came with it; each is kept where its question takes it */
      readonly fill?: JsonObject
    }
  /** not acceptable: why, and what to send instead. `opening` replaces the open question's choices (a new sum) */
  | { readonly is: 'problem'; readonly problem: Text; readonly opening?: Opening }
  /** the same question goes on (next page, a narrower list) */
  | { readonly is: 'more'; readonly text: Text; readonly opening: Opening }
  /** a job must look at it; its outcome comes to `settle`, with the field's notes */
  | ({ readonly is: 'work' } & Work)
  /** kept as it is; the question `question` before it is answered anew first */
  | { readonly is: 'revise'; readonly value: T; readonly question: string }

/** What a job is to do, and what the field notes meanwhile; without notes those that it has stay. */
export interface Work {
  readonly job: string
  readonly payload: JsonObject
  readonly scratch?: Json
}

/**
 * A kind of answer: parses, normalises, explains, masks. Pure.
 * `T` is the answer as kept: plain JSON, in one normal form.
 */
export interface Field<T extends Json = Json> {
  /** the field type's name, e.g. `nik` */
  readonly type: string
  /** the first is what the question is about: whoever sends something else altogether is asked for it */
  readonly accepts: readonly InputKind[]
  /** a secret is sealed, never shown, and the message that brought it is deleted */
  readonly secret?: boolean
  /** any words may be an answer ("tidak ada"), so that there is nothing to skip by saying so */
  readonly free?: boolean
  /** takes files that are sent together one by one, not only the first of them */
  readonly album?: true
  /** takes whole sentences (a note, a reason): nothing is beside the point unless it is refused */
  readonly sentences?: true
  /** belongs to the answer before it and says nothing of its own (a repetition): left out of reviews */
  readonly companion?: boolean
  /** ids of earlier answers that this one depends on; when they change it may no longer hold */
  readonly dependsOn?: readonly string[]
  /** `scratch`: its notes from before, when the same question is shown again; it then opens as it stood */
  open?(context: FieldContext, scratch?: Json): Opening
  read(input: Input, context: FieldContext, scratch: Json): Reading<T>
  /** reads the outcome of the job that `read` asked for; `undefined` = the job was given up */
  settle?(outcome: Json | undefined, context: FieldContext, scratch: Json): Reading<T>
  /** whether a text is to the letter one of the choices that stand open: then it is that choice, and starts no flow of this name */
  names?(text: string, context: FieldContext, scratch: Json): boolean
  /** takes in what is sent while a job runs (a further page): its notes from then on, or undefined where it has to wait */
  meanwhile?(input: Input, context: FieldContext, scratch: Json): Json | undefined
  /** whether a kept answer is still one this field would accept, given the other answers */
  holds?(value: Json, context: FieldContext): boolean
  /** the job that looks again at a kept answer that no longer holds, so that it need not be asked for anew */
  renew?(value: Json, context: FieldContext): Work | undefined
  /** the answer as shown to the person who gave it */
  show(value: T, context: FieldContext): Text
  /** message keys that this field may use, for the linter */
  readonly texts: readonly string[]
}
