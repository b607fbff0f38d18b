import type { Agency, Permission } from '../../flows/agency.ts'
import type { Desk } from './scope.ts'

/** An officer of the agency, reached in a chat. */
export interface Officer {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly conversation: number
  /** ms since 1970 */
  readonly enrolledAt: number
}

/** What tells whose chat it is. */
type Seat = Pick<Desk, 'tx' | 'agency' | 'conversation'>

/** Whether a role may do something; a role that the agency's data does not have may do nothing. */
export function may(agency: Agency, role: string, permission: Permission): boolean {
  return agency.roles.find(({ id }) => id === role)?.can.includes(permission) === true
}

/** The officer whose chat this is; null when it is none's. */
export async function officerHere({ tx, agency, conversation }: Seat): Promise<Officer | null> {
  const where = { agency: agency.id, conversationId: BigInt(conversation), removedAt: null }
  const row = await tx.officer.findFirst({ where, orderBy: { id: 'desc' } })
  return row === null ? null : officerOf(row)
}

/** The officer whose chat this is, when the role may decide about cases; else null. */
export async function deciderHere(desk: Seat): Promise<Officer | null> {
  const officer = await officerHere(desk)
  return officer !== null && may(desk.agency, officer.role, 'decide') ? officer : null
}

/** Everyone in office whose role has one of these permissions. */
export async function officersWhoMay(
  { tx, agency }: Pick<Desk, 'tx' | 'agency'>,
  ...permissions: readonly Permission[]
): Promise<readonly Officer[]> {
  const roles = agency.roles.filter(({ can }) => permissions.some((one) => can.includes(one))).map(({ id }) => id)
  const rows = await tx.officer.findMany({
    where: { agency: agency.id, role: { in: roles }, removedAt: null, conversationId: { not: null } },
    orderBy: { id: 'asc' },
  })
  return rows.map(officerOf)
}

/** The names of officers, by id; also of those who left. */
export async function officerNames({ tx }: Desk, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await tx.officer.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function officerOf(row: { id: string; name: string; role: string; conversationId: bigint | null; enrolledAt: bigint }): Officer {
  const { id, name, role } = row
  return { id, name, role, conversation: Number(row.conversationId), enrolledAt: Number(row.enrolledAt) }
}
