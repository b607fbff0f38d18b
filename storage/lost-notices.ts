import type { Tx } from './database.ts'
import type { StoppedContacts } from './stopped-contacts.ts'
import type { NewJob } from './store.ts'

/** A message that was given up. */
export interface LostMessage {
  /** id of the outbox row */
  readonly id: number
  /** its reader can be reached no more on this channel */
  readonly stopped: boolean
}

/**
 * Notes which chats messages do not get to, and gives the jobs that tell elsewhere what was to be told there. To be called in
 * the transaction that notes them as given up: so nothing is lost in between. One that is not given up after all (it waits for
 * its reader) is passed over.
 */
export async function afterLoss(
  tx: Tx,
  contacts: StoppedContacts,
  lost: readonly LostMessage[],
  now: number,
): Promise<readonly NewJob[]> {
  const stopped = new Set(lost.filter((one) => one.stopped).map(({ id }) => id))
  const rows = await tx.$queryRaw<{ id: number; conversation: number; notice: string | null }[]>`
    SELECT id, conversationId AS conversation, noticeId AS notice FROM Outbox
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(lost.map(({ id }) => id))})) AND status = 2 ORDER BY id`
  for (const { id, conversation } of rows)
    if (stopped.has(id)) await contacts.note(tx, conversation, now)
    else
      await tx.contact.updateMany({
        where: { conversationId: BigInt(conversation) },
        data: { undeliverableAt: BigInt(now) },
      })
  return rows.flatMap(({ id, conversation, notice }) =>
    notice === null ? [] : [{ kind: 'tell-next', key: `tell-next:${notice}:${id}`, payload: { notice, conversation } }],
  )
}
