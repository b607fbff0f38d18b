import type { Env, Field, FieldContext, Reading } from '../../flows/engine/field.ts'
import type { Json, JsonObject } from '../../flows/engine/json.ts'
import type { Message, TextArg } from '../../flows/engine/text.ts'

/** Noon in Jakarta on 1 July 2026. */
export const noon = Date.UTC(2026, 6, 1, 5)

/** A world that stands still: seals by a mark, draws random numbers from a list that goes round. */
export function envOf(draws: readonly number[] = [0.5]): Env {
  let drawn = 0
  return {
    now: noon,
    language: 'id',
    random: () => draws[drawn++ % draws.length] ?? 0,
    seal: (secret) => `sealed(${secret.length})`,
    fingerprint: (secret) => `print(${Buffer.from(secret).toString('base64')})`,
  }
}

/** What a field sees around it. */
export function contextOf(answers: JsonObject = {}, env: Env = envOf()): FieldContext {
  return { env, language: 'id', answers }
}

/** Sends one text to a field as it stands when it has just been opened. */
export function say<T extends Json>(
  field: Field<T>,
  text: string,
  context: FieldContext = contextOf(),
  scratch?: Json,
): Reading<T> {
  return field.read({ kind: 'text', text }, context, scratch ?? field.open?.(context).scratch ?? null)
}

/** The message that a text is; a field says nothing else but names. */
export function messageOf(text: TextArg | undefined): Message {
  if (typeof text !== 'object' || !('key' in text)) throw new Error(`not a message: ${JSON.stringify(text)}`)
  return text
}

/** The key of the problem a reading names, or what else it is. */
export function problemOf<T extends Json>(reading: Reading<T>): string {
  if (reading.is !== 'problem') return `(${reading.is})`
  return messageOf(reading.problem).key
}

/** The value of a reading, or undefined. */
export function valueOf<T extends Json>(reading: Reading<T>): T | undefined {
  return reading.is === 'value' ? reading.value : undefined
}
