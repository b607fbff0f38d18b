import type { Tx } from './database.ts'

/** Whom no message reaches: they have blocked us or left. Until they write again. */
export class StoppedContacts {
  /** conversations that are stopped or once were; most turns find nobody here, and so ask the database nothing */
  #known: Set<number> | undefined

  /** Notes that nothing can be sent to this conversation any more. */
  async note(tx: Tx, conversation: number, now: number): Promise<void> {
    this.#known?.add(conversation)
    await tx.contact.updateMany({ where: { conversationId: BigInt(conversation) }, data: { stoppedAt: BigInt(now) } })
  }

  /** In these conversations somebody has written: they can be reached. */
  async heard(tx: Tx, conversations: readonly number[]): Promise<void> {
    this.#known ??= await stoppedIn(tx)
    const known = this.#known
    const back = conversations.filter((conversation) => known.has(conversation))
    if (back.length === 0) return
    await tx.contact.updateMany({ where: { conversationId: { in: back.map(BigInt) } }, data: { stoppedAt: null } })
  }
}

async function stoppedIn(tx: Tx): Promise<Set<number>> {
  const rows = await tx.contact.findMany({ where: { stoppedAt: { not: null } }, select: { conversationId: true } })
  return new Set(rows.map(({ conversationId }) => Number(conversationId)))
}
