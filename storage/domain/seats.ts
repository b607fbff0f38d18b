import { tell } from './notices.ts'
import { officerHere, officersWhoMay } from './officers.ts'
import { removeOfficer } from './removal.ts'
import type { Desk } from './scope.ts'

/** Why an officer's seat ends with its chat: it is let go, or may be in other hands, or nobody has used it for long. */
export type SeatEnd = 'released' | 'other-hands' | 'silence'

/**
 * Ends the seat of the officer whose chat this is: a new one needs a new invitation, because whoever holds the chat now cannot
 * show that it is still the officer. Those who watch over the office's promises are told. False when it is no officer's.
 */
export async function endSeatHere(desk: Desk, why: SeatEnd): Promise<boolean> {
  const officer = await officerHere(desk)
  if (officer === null) return false
  await removeOfficer(desk.tx, officer.id, desk.now)
  const watching = await officersWhoMay(desk, 'escalation')
  const data = { name: officer.name, why }
  await tell(
    desk,
    watching.map(({ conversation }) => ({ conversation, notice: 'seat-ended', key: officer.id, data })),
  )
  return true
}
