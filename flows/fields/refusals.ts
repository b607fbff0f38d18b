import type { Reading } from '../engine/field.ts'
import type { Input } from '../engine/input.ts'
import type { Json } from '../engine/json.ts'
import { t } from '../engine/text.ts'
import type { TextArg } from '../engine/text.ts'

/**
 * Makes the "not acceptable" readings of one field type; only keys of its own list compile, so that the list which
 * the linter reads is complete.
 */
export function refusals<Key extends string>(_keys: readonly Key[]) {
  return <T extends Json>(key: Key, args?: Readonly<Record<string, TextArg>>): Reading<T> => ({
    is: 'problem',
    problem: t(key, args),
  })
}

/** What was written; any other kind of input is an empty text, which every field explains. */
export function textOf(input: Input): string {
  return input.kind === 'text' ? input.text : ''
}

/** The most that any field reads; longer texts are refused unread. */
export const longestInput = 1000
