import { isDeepStrictEqual } from 'node:util'
import { correctableData } from '../../flows/agency-corrections.ts'
import type { Agency, FormField } from '../../flows/agency.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { nikFlags } from '../../flows/fields/nik.ts'
import type { HandedSheet, RequestPorts } from '../../flows/ports/requests.ts'
import { openObject, openText } from './columns.ts'
import { promptOfficers } from './new-task.ts'
import { createRequest, ownRequests } from './requests.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'

/** What is registered of a person, by question: name and profile. */
export async function registeredOf(
  { tx, sealer, agency }: Pick<Desk, 'tx' | 'sealer' | 'agency'>,
  person: string,
): Promise<{ readonly nik: string; readonly name: string; readonly registered: JsonObject }> {
  const row = await tx.person.findUniqueOrThrow({ where: { id: person } })
  const name = openText(sealer, row.name, 'person.name')
  const named = fieldsOf(agency, 'name').map(({ id }) => [id, name] as const)
  return {
    nik: openText(sealer, row.nik, 'person.nik'),
    name,
    registered: { ...openObject(sealer, row.profile, 'person.profile'), ...Object.fromEntries(named) },
  }
}

/** Whether the person logged in here can have data corrected, as RequestPorts promises. */
export async function correctable(desk: Desk): ReturnType<RequestPorts['correctable']> {
  const session = await loggedInHere(desk)
  if (session === null) return { state: 'logged-out' }
  const open = await openCorrection(desk)
  if (open !== undefined) return { state: 'open', number: open.number, promisedAt: open.promisedAt }
  const { nik, registered } = await registeredOf(desk, session.person)
  return { state: 'ready', nik, registered }
}

/** Asks for a correction, as RequestPorts promises. */
export async function correct(
  desk: Desk,
  { changes, sheets }: { readonly changes: JsonObject; readonly sheets: readonly HandedSheet[] },
): ReturnType<RequestPorts['correct']> {
  const { agency } = desk
  const session = await loggedInHere(desk)
  if (session === null) return { outcome: 'logged-out' }
  const open = await openCorrection(desk)
  if (open !== undefined) return { outcome: 'open', number: open.number, promisedAt: open.promisedAt }
  checkChanges(agency, changes, sheets)
  const { nik, registered } = await registeredOf(desk, session.person)
  if (Object.entries(changes).every(([id, value]) => isDeepStrictEqual(registered[id], value))) return { outcome: 'unchanged' }
  const birthDate = fieldsOf(agency, 'birth-date')
    .map(({ id }) => changes[id])
    .find((value) => typeof value === 'string')
  // Only what the change itself brings about: the NIK was looked at when the account was made.
  const flags = birthDate === undefined ? [] : nikFlags(nik, { birthDate, regionKnown: () => true })
  const kept = await createRequest(desk, {
    kind: 'correction',
    person: session.person,
    answers: changes,
    flags,
    sheets,
    isPersons: true,
  })
  await promptOfficers(desk, { requestId: kept.id }, session.person, kept.promisedAt)
  return { outcome: 'submitted', number: kept.number, promisedAt: kept.promisedAt }
}

async function openCorrection(desk: Desk) {
  return (await ownRequests(desk)).find(({ kind, status }) => kind === 'correction' && status === 'submitted')
}

// The conversation asks only for what may be corrected, so that anything else is a mistake in a program.
function checkChanges(agency: Agency, changes: JsonObject, sheets: readonly HandedSheet[]): void {
  const allowed = new Set(correctableData(agency).flatMap(({ fields }) => fields.map(({ id }) => id)))
  const ids = Object.keys(changes)
  if (ids.length === 0 || !ids.every((id) => allowed.has(id))) throw new Error(`cannot be corrected: ${ids.join(', ')}`)
  if (sheets.length === 0 && agency.requests.correction === 'required') throw new Error('a correction needs a photo')
}

function fieldsOf({ registration }: Agency, kind: FormField['field']): readonly FormField[] {
  return registration.fields.filter(({ field }) => field === kind)
}
