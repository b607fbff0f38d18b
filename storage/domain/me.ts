import type { Me } from '../../flows/ports.ts'
import { openText } from './columns.ts'
import { accountOf, personHere } from './contacts.ts'
import { modesHere } from './modes.ts'
import { officerHere } from './officers.ts'
import { ownRegistrations } from './registrations.ts'
import type { Desk } from './scope.ts'
import { accountInSession } from './session-here.ts'

/** Who is talking in this conversation, as Ports.me tells. */
export async function me(desk: Desk): Promise<Me> {
  const found = await officerHere(desk)
  const officer = found === null ? null : { id: found.id, name: found.name, role: found.role }
  const name = await nameInSession(desk)
  const person = await personHere(desk)
  const rest = { officer, others: await hasOthers(desk, person), ...(await modesHere(desk)) }
  return name === null ? { state: await stateOf(desk, person), name: null, ...rest } : { state: 'logged-in', name, ...rest }
}

async function nameInSession(desk: Desk): Promise<string | null> {
  const account = await accountInSession(desk)
  return account === null ? null : openText(desk.sealer, account.person.name, 'person.name')
}

// A neighbour's registration that was made on this phone, or the other way round.
async function hasOthers({ tx, agency, conversation }: Desk, person: string | null): Promise<boolean> {
  if (person === null) return false
  const where = {
    agency: agency.id,
    conversationId: BigInt(conversation),
    personId: { not: person },
    status: { not: 'withdrawn' },
  }
  return (await tx.registration.count({ where })) > 0
}

async function stateOf(desk: Desk, person: string | null): Promise<Exclude<Me['state'], 'logged-in'>> {
  const account = person === null ? null : await accountOf(desk, person)
  if (account?.status === 'active' || account?.status === 'approved') return account.status
  // Registrations decide, not whom the chat is bound to: one whose NIK was known already must look like any other here.
  const own = await ownRegistrations(desk)
  const newest = own.find(({ personId }) => personId === person) ?? own[0]
  switch (newest?.status) {
    case 'submitted':
      return 'waiting'
    case 'rejected':
    case 'repair':
      return newest.status
    default:
      return 'stranger'
  }
}
