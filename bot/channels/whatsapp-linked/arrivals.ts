import { createHash } from 'node:crypto'
import type { WAMessage } from '@whiskeysockets/baileys'
import type { Arrival } from '../channel.ts'
import { contentOf, type Content, type Quoted } from './contents.ts'
import { atKnownAddress, senderOf, type LidMap } from './sender.ts'

/** What an officer's thumb means; it is asked about once more before anything is decided. */
const THUMBS: readonly (readonly [RegExp, string])[] = [
  [/^👍/u, 'setujui'],
  [/^👎/u, 'tolak'],
]

/** Looks up what officers speak about. */
export interface Staff {
  /** the task that a message quoted by this chat's person is about; undefined when they are no officer, or it is about none */
  taskOf(address: string, quoted: Quoted): Promise<string | undefined>
}

/** What arrivals are made with. */
export interface ArrivalParts {
  readonly account: string
  readonly lids: LidMap
  readonly staff: Staff
  /** the address by which a number (E.164) is known */
  chatOf(phone: string): Promise<string | undefined>
}

/** A message that cannot be read, now or later. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood'
}

/**
 * What a message comes to; undefined when it says nothing to us. Fails with NotUnderstood, and with what looking up fails with. In a group only an officer is heard, and only in reply
 * to something that is about a task: it counts as said in the officer's own chat, where the answer goes.
 */
export async function arrivalOf(
  { key, message }: Pick<WAMessage, 'key' | 'message'>,
  { account, lids, staff, chatOf }: ArrivalParts,
): Promise<Arrival | undefined> {
  const found = await senderOf(key, lids)
  if (found === undefined || !key.id || !key.remoteJid) return undefined
  const content = message ? read(message, key) : unseen(key.isViewOnce === true)
  if (content.is === 'nothing') return undefined
  const { address, phone, identity, isInGroup } = atKnownAddress(found, found.phone && (await chatOf(found.phone)))
  const common = {
    account,
    address,
    id: arrivalId(isInGroup ? key.remoteJid : address, key.id),
    ...(phone !== undefined && { provenPhone: phone }),
    ...(identity !== undefined && { identity }),
  }
  if (content.is === 'input' && !isInGroup) {
    const { input, quoted } = content
    return { ...common, event: input, ...(quoted && { replyTo: quoted.id }) }
  }
  const [text, quoted] = content.is === 'reaction' ? [thumbed(content.emoji), { id: content.to, text: '' }] : saidInGroup(content)
  if (text === undefined || quoted === undefined) return undefined
  const about = await staff.taskOf(address, quoted)
  return about === undefined ? undefined : { ...common, event: { kind: 'text', text, about } }
}

function read(...[message, key]: Parameters<typeof contentOf>): Content {
  try {
    return contentOf(message, key)
  } catch {
    // What has failed may hold words of the message.
    throw new NotUnderstood()
  }
}

// A redelivery has the same; nobody's number is in it, because it is kept as it is.
function arrivalId(chat: string, id: string): string {
  return createHash('sha256').update(chat).update('\0').update(id).digest('base64url').slice(0, 32)
}

// What may be seen once does not come to a linked device.
function unseen(isViewOnce: boolean): Content {
  return isViewOnce ? { is: 'input', input: { kind: 'other', what: 'view-once' } } : { is: 'nothing' }
}

function thumbed(emoji: string): string | undefined {
  return THUMBS.find(([thumb]) => thumb.test(emoji))?.[1]
}

function saidInGroup({
  input,
  quoted,
}: Extract<Content, { is: 'input' }>): readonly [text?: string, quoted?: Quoted | undefined] {
  return input.kind === 'text' ? [input.text, quoted] : []
}
