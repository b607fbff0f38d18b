import type { JsonObject } from '../../flows/engine/json.ts'
import type { CaseKind } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import type { Sealer } from '../vault/seal.ts'
import { openObject } from './columns.ts'
import type { RegistrationRow } from './registrations.ts'

/** A request's row. */
export type RequestRow = Awaited<ReturnType<Tx['request']['findUniqueOrThrow']>>

/** What a task is about. Number, dates, person, chat and flags are columns of both rows. */
export type Case =
  | { readonly kind: 'registration'; readonly row: RegistrationRow }
  | { readonly kind: Exclude<CaseKind, 'registration'>; readonly row: RequestRow }

/** Reads a task together with its case. */
export const WITH_CASE = { registration: true, request: true } as const

/** What a task is about. Fails when it is about nothing, which nothing writes. */
export function caseOf(task: { readonly registration: RegistrationRow | null; readonly request: RequestRow | null }): Case {
  if (task.registration !== null) return { kind: 'registration', row: task.registration }
  if (task.request === null) throw new Error('a task is about a registration or a request')
  // the column holds nothing else
  return { kind: task.request.kind as Exclude<CaseKind, 'registration'>, row: task.request }
}

/** What was answered in a case, by question. */
export function answersOf(sealer: Sealer, { kind, row }: Case): JsonObject {
  return openObject(sealer, row.answers, kind === 'registration' ? 'registration.answers' : 'request.answers')
}
