import type { Tx } from '../database.ts'

/**
 * Which of these chats nobody needs any more: no officer's, nobody's who is known, none in which anybody has written
 * since then (ms since 1970), and none that something open belongs to.
 */
export async function removableChats(tx: Tx, conversations: readonly number[], since: number): Promise<readonly number[]> {
  const removable: number[] = []
  for (const conversation of conversations) if (!(await isNeeded(tx, conversation, since))) removable.push(conversation)
  return removable
}

async function isNeeded(tx: Tx, conversation: number, since: number): Promise<boolean> {
  const here = { conversationId: BigInt(conversation) }
  const [heard] = await tx.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS count FROM Inbox
    WHERE conversationId = ${conversation} AND account <> 'loket' AND receivedAt >= ${since}`
  const known = { ...here, person: { erasedAt: null } }
  const counts = [
    Number(heard?.count ?? 0),
    await tx.officer.count({ where: { ...here, removedAt: null } }),
    await tx.contact.count({ where: { ...here, personId: { not: null } } }),
    await tx.registration.count({ where: known }),
    await tx.request.count({ where: known }),
    await tx.talk.count({ where: { ...here, closedAt: null } }),
  ]
  return counts.some((count) => count > 0)
}
