import type { JsonObject } from '../../flows/engine/json.ts'
import type { Tx } from '../database.ts'
import type { Post, Store } from '../store.ts'

/** The channel account of e-mail. */
const MAIL = 'mail'

/** Stands for the chat of a case whose chat has come into other hands: nobody is told anything there. */
export const NO_CHAT = 0

/** A notice for one chat; the same `key` is told there once. */
export interface Notice {
  readonly conversation: number
  readonly notice: string
  readonly key: string
  readonly data: JsonObject
}

/** Tells chats something: each gets it as an event of its own, in the same commit. */
export async function tell(
  { tx, store, now }: { readonly tx: Tx; readonly store: Store; readonly now: number },
  notices: readonly Notice[],
): Promise<void> {
  const posts = notices
    .filter(({ conversation }) => conversation !== NO_CHAT)
    .map(({ conversation, notice, key, data }): Post => ({
      conversation,
      key: `${notice}:${key}:${conversation}`,
      event: { kind: 'notice', notice, data },
    }))
  await store.post(tx, posts, now)
}

/** The chat that stands for an e-mail address. */
export function mailbox(
  { tx, store, now }: { readonly tx: Tx; readonly store: Store; readonly now: number },
  address: string,
): Promise<number> {
  return store.conversationAt(tx, MAIL, address, now)
}
