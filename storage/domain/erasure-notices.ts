import type { JsonObject } from '../../flows/engine/json.ts'
import { openObject } from './columns.ts'
import { mailbox, tell } from './notices.ts'
import { reachOf } from './reach.ts'
import type { Desk } from './scope.ts'

/** What telling somebody about their erasure needs. */
export type NoticeParts = Pick<Desk, 'tx' | 'store' | 'sealer' | 'agency' | 'now'>

/** How somebody is told: in the chats that are surely theirs, and in the mailbox that they gave. */
export interface Told {
  readonly chats: readonly number[]
  /** the conversation that stands for the mailbox; null = none was given */
  readonly mail: number | null
}

/** Where a person is told. */
export async function whereTold(parts: NoticeParts, person: string): Promise<Told> {
  const row = await parts.tx.person.findUniqueOrThrow({ where: { id: person }, select: { profile: true } })
  const { chats, email } = await reachOf(parts, person, openObject(parts.sealer, row.profile, 'person.profile'))
  return { chats, mail: email === undefined ? null : await mailbox(parts, email) }
}

/** Tells the same by chat (`erasure-…`) and by e-mail (`mail-erasure-…`); `except` is the chat that knows already. */
export async function tellAbout(
  parts: NoticeParts,
  { chats, mail }: Told,
  what: 'coming' | 'cancelled' | 'done',
  { key, data, except }: { readonly key: string; readonly data: JsonObject; readonly except?: number },
): Promise<void> {
  const told = chats.filter((conversation) => conversation !== except)
  await tell(parts, [
    ...told.map((conversation) => ({ conversation, notice: `erasure-${what}`, key, data })),
    ...(mail === null ? [] : [{ conversation: mail, notice: `mail-erasure-${what}`, key, data }]),
  ])
}
