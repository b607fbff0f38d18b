import { silencesUntil } from '../../flows/engine/state.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { openText } from './columns.ts'
import { mustProve } from './contacts.ts'
import { reachOf } from './reach.ts'
import type { Desk } from './scope.ts'

/** What looking at somebody's chats needs; a turn's or a job's. */
export type ChatParts = Pick<Desk, 'tx' | 'store' | 'sealer' | 'agency' | 'now'>

/** A chat of a person's, and what speaks for or against telling them something there. */
export interface PersonChat {
  readonly conversation: number
  readonly account: string
  /** the number that it is known to be at, E.164 */
  readonly phone: string | null
  /** since when it is theirs, and when they last wrote in it; ms since 1970, 0 = never */
  readonly since: number
  readonly heardAt: number
  /** chosen by them */
  readonly preferred: boolean
  /** they have blocked us there, or left */
  readonly stopped: boolean
  /** what we sent there last did not arrive, and nothing came from there since */
  readonly undeliverable: boolean
  /** may be in other hands, or is only at their number: nothing personal is told there before it has shown whose it is */
  readonly doubtful: boolean
}

/**
 * The chats of a person in the order in which they are told something: those that get it, the one that they chose, then the
 * one that they used last.
 */
export async function chatsInOrder(parts: ChatParts, person: string, profile: JsonObject): Promise<readonly PersonChat[]> {
  const { tx, sealer, store } = parts
  const { chats } = await reachOf(parts, person, profile)
  const rows = await tx.contact.findMany({ where: { conversationId: { in: chats.map(BigInt) } } })
  const chosen = rows.map(({ preferredAt }) => Number(preferredAt ?? 0)).reduce((one, other) => Math.max(one, other), 0)
  const found: PersonChat[] = []
  for (const row of rows) {
    const conversation = Number(row.conversationId)
    const head = (await store.session(tx, conversation))?.session.head
    const heardAt = head?.at ?? 0
    found.push({
      conversation,
      account: row.account,
      phone: row.phone === null ? null : openText(sealer, row.phone, 'contact.phone'),
      since: Number(row.linkedAt ?? row.createdAt),
      heardAt,
      preferred: chosen > 0 && Number(row.preferredAt) === chosen,
      stopped: row.stoppedAt !== null,
      undeliverable: Number(row.undeliverableAt ?? 0) > heardAt,
      doubtful: row.personId !== person || (await isDoubtful(parts, conversation)),
    })
  }
  return found.sort(byUse)
}

function byUse(one: PersonChat, other: PersonChat): number {
  return (
    Number(one.undeliverable) - Number(other.undeliverable) ||
    Number(other.preferred) - Number(one.preferred) ||
    other.heardAt - one.heardAt ||
    one.conversation - other.conversation
  )
}

/** Whether a chat may be in other hands by now: nothing personal is told there unasked. */
export async function isDoubtful({ tx, store, agency, now }: Omit<ChatParts, 'sealer'>, conversation: number): Promise<boolean> {
  const head = (await store.session(tx, conversation))?.session.head
  return mustProve({ tx, agency, conversation, silences: head === undefined ? [] : silencesUntil(head, now) })
}
