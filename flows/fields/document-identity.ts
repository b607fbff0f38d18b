import type { FieldContext } from '../engine/field.ts'
import { ADDRESS, typedAddress, type TypedAddress } from './document-address.ts'
import { kindsOf, type DocumentText, type SlotRules, type TypedIdentity } from './document-outcome.ts'
import { groupedNumber } from './identity-number.ts'
import type { Sheet } from './document-value.ts'

/** Who somebody is, in the order in which a difference is named. */
const IDENTITY = ['kk', 'nik', 'name'] as const
/** What is typed and compared. */
export const COMPARED = [...IDENTITY, ...ADDRESS] as const
export type Compared = (typeof COMPARED)[number]

/** The answers that a document is compared with, by their ids. */
export type TypedAnswers = { readonly [What in Compared]?: string }

/** What was typed, for the comparison: only for documents that show it. */
export function typedIdentity(rules: SlotRules, ids: TypedAnswers, { answers }: FieldContext): TypedIdentity {
  if (!rules.checks.includes('identity')) return {}
  const kinds = kindsOf(rules)
  const wanted = kinds.includes('kk') ? IDENTITY : kinds.includes('any') ? (['name'] as const) : (['nik', 'name'] as const)
  const found = wanted.flatMap((what) => {
    const value = answers[ids[what] ?? '']
    return typeof value === 'string' ? [[what, value] as const] : []
  })
  return Object.fromEntries(found)
}

/** A fingerprint of what a document was compared with; undefined where nothing is compared. */
export function aboutOf(rules: SlotRules, ids: TypedAnswers, context: FieldContext): string | undefined {
  if (!rules.checks.includes('identity') && !rules.checks.includes('address')) return undefined
  const typed = { ...typedIdentity(rules, ids, context), ...typedAddress(rules, ids, context) }
  return context.env.fingerprint(JSON.stringify(typed))
}

/** Whose document it is by what differs from what was typed; of several the one to put right first. */
export function differing({ checks }: Sheet): (typeof IDENTITY)[number] | undefined {
  return IDENTITY.find((what) => checks[what] === 'different')
}

/** Typed and read, each masked but for the places that differ; undefined when nothing comparable was read. */
export function besideEachOther(
  what: Compared,
  typed: TypedIdentity & TypedAddress,
  read: DocumentText,
): { readonly typed: string; readonly read: string } | undefined {
  const [one, other] = [typed[what], read[what]]
  if (one === undefined || other === undefined) return undefined
  return what === 'nik' || what === 'kk' ? numbersBeside(one, other) : namesBeside(one, other)
}

// Groups of four digits; the first says which number it is, of the others only those that differ are shown.
function numbersBeside(typed: string, read: string) {
  if (!/^\d{16}$/.test(typed) || !/^\d{16}$/.test(read)) return undefined
  const [one, other] = [groupedNumber(typed).split(' '), groupedNumber(read).split(' ')]
  const shown = (groups: readonly string[]) => groups.map((group, i) => (i === 0 || one[i] !== other[i] ? group : '…')).join(' ')
  return { typed: shown(one), read: shown(other) }
}

// Words that are the same keep their first letter.
function namesBeside(typed: string, read: string) {
  const [one, other] = [typed.toUpperCase().split(/\s+/u), read.toUpperCase().split(/\s+/u)]
  const shown = (words: readonly string[]) =>
    words.map((word, i) => (one[i] === other[i] ? word.replace(/(?<=^.).+/u, '•••') : word)).join(' ')
  return { typed: shown(one), read: shown(other) }
}
