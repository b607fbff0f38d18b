import { z } from 'zod'
import type { Event } from '../../../flows/engine/input.ts'
import type { Arrival } from '../channel.ts'
import { isAddress, isPhone } from './bodies.ts'
import type { Received, Sender } from './notification.ts'

/** Longest id of a button that is one of ours. */
const MAX_ID = 256

const words = z.string().transform((text) => text.toWellFormed())
const media = z.object({
  id: z.string().min(1).max(200),
  mime_type: z.string().max(200).optional().catch(undefined),
  filename: words.optional().catch(undefined),
  caption: words.optional().catch(undefined),
})
const reply = z.object({ id: z.string().max(MAX_ID) })
const card = z.object({
  origin: z.string().optional().catch(undefined),
  phones: z
    .array(z.object({ phone: words.optional().catch(undefined), wa_id: z.string().optional().catch(undefined) }))
    .catch([])
    .default([]),
})

const contents = {
  text: z.object({ text: z.object({ body: words }) }),
  interactive: z.object({ interactive: z.object({ button_reply: reply.optional(), list_reply: reply.optional() }) }),
  button: z.object({ button: z.object({ payload: words, text: words }) }),
  image: z.object({ image: media }),
  document: z.object({ document: media }),
  contacts: z.object({ contacts: z.array(card), origin: z.string().optional().catch(undefined) }),
  audio: z.object({ audio: z.object({ voice: z.boolean().optional().catch(undefined) }) }),
  reaction: z.object({ reaction: z.object({ emoji: z.string().optional().catch(undefined) }) }),
  system: z.object({ system: z.object({ type: z.string(), wa_id: z.string().optional().catch(undefined) }) }),
  unsupported: z.object({ unsupported: z.object({ type: z.string() }).optional().catch(undefined) }),
}

/** What a person can send that no question asks for, by Meta's name of it, and ours. */
const OTHERS: Readonly<Record<string, string>> = {
  audio: 'audio',
  contact: 'contact',
  edit: 'edit',
  location: 'location',
  order: 'order',
  poll_creation: 'poll',
  reaction: 'reaction',
  sticker: 'sticker',
  video: 'video',
  video_note: 'video',
  voice: 'voice',
}
/** What nobody waits for an answer to: WhatsApp's own lines, and what was taken back. */
const SILENT = new Set(['system', 'revoke', 'ephemeral', 'request_welcome'])

/** News of WhatsApp's own that an address has come, or may come, into other hands. */
const MOVED = new Set(['user_changed_number', 'user_changed_user_id'])

/** What a message says to us; undefined when nothing: a group, a line of WhatsApp's own, no address to answer to. */
export function arrivalOf(received: Received, senders: readonly Sender[], account: string): Arrival | undefined {
  const { id, group_id: group, context } = received
  const { address, phone, identity } = whoIs(received, senders)
  if (group !== undefined || address === undefined) return undefined
  const event = eventOf(received, phone)
  if (event === undefined) return undefined
  const shared = event.kind === 'contact' && event.own ? event.phone : undefined
  const provenPhone = phone ?? shared
  return {
    account,
    address,
    id,
    event,
    ...(context?.id !== undefined && { replyTo: context.id }),
    ...(provenPhone !== undefined && { provenPhone }),
    ...(identity !== undefined && { identity }),
  }
}

/**
 * The addresses that whoever had them has given up, as WhatsApp itself says in a chat: a changed number (the new one too, for
 * it may have been somebody's before) or a changed id.
 */
export function movedFrom(received: Received, senders: readonly Sender[]): readonly string[] {
  if (received.type !== 'system') return []
  const { system } = contents.system.safeParse(received.raw).data ?? {}
  if (system === undefined || !MOVED.has(system.type)) return []
  const { address } = whoIs(received, senders)
  const all = [address, received.from_user_id, system.wa_id].filter((one) => one !== undefined)
  return [...new Set(all)].filter(isAddress)
}

/** Whether a message is one that is left out on purpose, and not because it could not be read. */
export function isSilent({ type }: Received): boolean {
  return SILENT.has(type)
}

// Whoever has a username may have no number for us: then the id that Meta has given them here is their address. Beside a
// number, which may come to somebody else, it tells that somebody else has come.
function whoIs(
  { from, from_user_id: userId }: Received,
  senders: readonly Sender[],
): { address?: string; phone?: string; identity?: string } {
  const [only] = senders.length === 1 ? senders : senders.filter((one) => one.user_id !== undefined && one.user_id === userId)
  const digits = [from, only?.wa_id].find((one) => one !== undefined && isPhone(one))
  const id = [userId, only?.user_id].find((one) => one !== undefined && isAddress(one))
  if (digits !== undefined) return { address: digits, phone: `+${digits}`, ...(id !== undefined && { identity: id }) }
  return id === undefined ? {} : { address: id }
}

function eventOf({ type, raw }: Received, phone: string | undefined): Event | undefined {
  if (SILENT.has(type)) return undefined
  switch (type) {
    case 'text': {
      const { data } = contents.text.safeParse(raw)
      return data === undefined ? other('other') : { kind: 'text', text: data.text.body }
    }
    case 'interactive': {
      const { interactive } = contents.interactive.safeParse(raw).data ?? {}
      const chosen = interactive?.button_reply ?? interactive?.list_reply
      return chosen === undefined ? other('other') : { kind: 'choice', id: chosen.id }
    }
    case 'button':
      return quickReply(raw)
    case 'image':
      return fileOf(contents.image.safeParse(raw).data?.image, 'photo')
    case 'document':
      return fileOf(contents.document.safeParse(raw).data?.document, 'document')
    case 'contacts':
      return contactOf(raw, phone)
    case 'audio':
      return other(contents.audio.safeParse(raw).data?.audio.voice === true ? 'voice' : 'audio')
    case 'reaction':
      // Taken back: nothing is said.
      return contents.reaction.safeParse(raw).data?.reaction.emoji ? other('reaction') : undefined
    case 'unsupported':
      return other(contents.unsupported.safeParse(raw).data?.unsupported?.type ?? '')
    default:
      return other(type)
  }
}

// A button of a template has a payload of ours, or none: then Meta puts its words there.
function quickReply(raw: unknown): Event {
  const { button } = contents.button.safeParse(raw).data ?? {}
  if (button === undefined) return other('other')
  const { payload, text } = button
  return payload === text || payload.length > MAX_ID ? { kind: 'text', text } : { kind: 'choice', id: payload }
}

function fileOf(file: z.infer<typeof media> | undefined, as: 'photo' | 'document'): Event {
  if (file === undefined) return other('other')
  const { id: ref, mime_type: mime, filename: name, caption } = file
  const told = { ...(name !== undefined && { name }), ...(mime !== undefined && { mime }) }
  return { kind: 'file', file: { ref, as, ...told, ...(caption !== undefined && { caption }) } }
}

// Asked for by our button, a card is the sender's own: WhatsApp itself writes it. So is one with the sender's number.
function contactOf(raw: unknown, phone: string | undefined): Event {
  const { data } = contents.contacts.safeParse(raw)
  const [first] = data?.contacts ?? []
  const [entry] = first?.phones ?? []
  if (data === undefined || first === undefined || entry === undefined) return other('contact')
  const digits = (entry.wa_id ?? entry.phone ?? '').replace(/\D/g, '')
  const isAsked = (first.origin ?? data.origin) === 'contact_request'
  const own = isPhone(digits) && data.contacts.length === 1 && (phone === undefined ? isAsked : phone === `+${digits}`)
  return { kind: 'contact', phone: own ? `+${digits}` : (entry.phone ?? digits), own }
}

function other(what: string): Event {
  return { kind: 'other', what: (Object.hasOwn(OTHERS, what) ? OTHERS[what] : undefined) ?? 'other' }
}
