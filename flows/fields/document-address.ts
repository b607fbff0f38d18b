import type { FieldContext } from '../engine/field.ts'
import type { Json } from '../engine/json.ts'
import { compareAddress, compareRegion } from './address-check.ts'
import { kindsOf, type Comparison, type DocumentText, type SlotRules } from './document-outcome.ts'
import { regionLevels } from './region-directory.ts'

/** The parts of an address, in the order in which a difference is named: below a wrong province nothing can be right. */
export const ADDRESS = [...regionLevels, 'address'] as const
export type AddressPart = (typeof ADDRESS)[number]

/** An address as it was answered: names of regions, and the street. */
export type TypedAddress = { readonly [Part in AddressPart]?: string }

/** The address that was typed or chosen, for the comparison: only where the agency wants it, and a KTP shows it. */
export function typedAddress(
  rules: SlotRules,
  ids: { readonly [Part in AddressPart]?: string },
  { answers }: FieldContext,
): TypedAddress {
  if (!rules.checks.includes('address') || !kindsOf(rules).includes('ktp')) return {}
  return Object.fromEntries(
    ADDRESS.flatMap((part) => {
      const value = nameOf(answers[ids[part] ?? ''])
      return value === undefined ? [] : [[part, value] as const]
    }),
  )
}

/** How one part of an address stands to what was read. */
export function comparePart(part: AddressPart, typed: string, read: string): Comparison {
  return part === 'address' ? compareAddress(typed, read) : compareRegion(typed, read)
}

/** How an address stands to what was read for sure, and which part to put right first; undefined where nothing can be compared. */
export function comparedAddress(
  typed: TypedAddress,
  read: DocumentText,
): { readonly state: Comparison; readonly differs?: AddressPart } | undefined {
  const found = ADDRESS.flatMap((part) => {
    const [one, other] = [typed[part], read[part]]
    return one === undefined || other === undefined ? [] : [{ part, state: comparePart(part, one, other) }]
  })
  const differs = found.find(({ state }) => state === 'different')?.part
  if (differs !== undefined) return { state: 'different', differs }
  if (found.length === 0) return undefined
  return { state: found.every(({ state }) => state === 'same') ? 'same' : 'unsure' }
}

// A region is kept with its code.
function nameOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
  return typeof name === 'string' ? name : undefined
}
