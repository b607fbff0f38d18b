import type { Event } from '../../flows/engine/input.ts'
import { noteIdentity } from './identity.ts'
import type { Desk } from './scope.ts'
import { endSeatHere } from './seats.ts'

const DAY = 86_400_000

/**
 * Notes who may read this chat by now: somebody else, by the platform's own id, or by a silence (`silent` ms, 0 = none) that is
 * as long as the agency fears. Gives what the chat must hear first then: it forgets what was open, before it is shown.
 */
export async function recognise(desk: Desk, silent: number): Promise<Event | undefined> {
  const { identity, agency } = desk
  if (identity !== undefined && (await noteIdentity({ ...desk, identity })))
    return { kind: 'notice', notice: 'other-hands', data: {} }
  if (silent < agency.contacts.proofAfterDays * DAY) return undefined
  return { kind: 'notice', notice: 'long-silence', data: { seat: await endSeatHere(desk, 'silence') } }
}
