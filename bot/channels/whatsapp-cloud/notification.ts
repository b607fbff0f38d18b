import { z } from 'zod'

// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
// Meta adds fields and kinds all the time: what is not known is let through, what is known is looked at closely.

const text = z.string()

const person = z.object({
  wa_id: text.optional().catch(undefined),
  user_id: text.optional().catch(undefined),
})

const base = z.object({
  id: text.min(1).max(400),
  /** seconds since 1970 */
  timestamp: z.coerce.number().int().positive(),
  type: text,
  from: text.optional().catch(undefined),
  from_user_id: text.optional().catch(undefined),
  group_id: text.optional().catch(undefined),
  context: z
    .object({ id: text.optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

const status = z.object({
  id: text.min(1).max(400),
  status: text,
  recipient_id: text.optional().catch(undefined),
  recipient_user_id: text.optional().catch(undefined),
  biz_opaque_callback_data: text.max(512).optional().catch(undefined),
  errors: z
    .array(z.object({ code: z.number() }))
    .optional()
    .catch(undefined),
})

const value = z.object({
  metadata: z.object({ phone_number_id: text }),
  contacts: z.array(person).catch([]).default([]),
  messages: z.array(z.unknown()).catch([]).default([]),
  statuses: z.array(z.unknown()).catch([]).default([]),
  errors: z
    .array(z.object({ code: z.number() }))
    .catch([])
    .default([]),
})

const notification = z.object({
  object: text,
  entry: z.array(z.object({ changes: z.array(z.object({ field: text, value: z.unknown() })) })),
})

/** A message that somebody sent; its content is in `raw`, under the name of its type. */
export type Received = z.infer<typeof base> & { readonly raw: unknown }

/** What has become of a message of ours. */
export type Status = z.infer<typeof status>

/** Who sent something. */
export type Sender = z.infer<typeof person>

/** What one of our numbers has got. */
export interface Delivery {
  /** '' where not even that could be read */
  readonly phoneNumberId: string
  readonly senders: readonly Sender[]
  readonly messages: readonly Received[]
  readonly statuses: readonly Status[]
  /** codes of troubles that belong to no message */
  readonly errors: readonly number[]
  /** parts that were not understood */
  readonly misread: number
}

/** What a webhook call holds; undefined when it is none of Meta's. Calls about other things than messages hold nothing. */
export function readNotification(body: unknown): readonly Delivery[] | undefined {
  const read = notification.safeParse(body)
  if (!read.success) return undefined
  if (read.data.object !== 'whatsapp_business_account') return []
  return read.data.entry
    .flatMap(({ changes }) => changes)
    .filter(({ field }) => field === 'messages')
    .map(({ value: held }) => deliveryOf(held))
}

function deliveryOf(held: unknown): Delivery {
  const read = value.safeParse(held)
  if (!read.success) return { phoneNumberId: '', senders: [], messages: [], statuses: [], errors: [], misread: 1 }
  const { metadata, contacts, messages, statuses, errors } = read.data
  const received = messages.flatMap((raw) => {
    const one = base.safeParse(raw)
    return one.success ? [{ ...one.data, raw }] : []
  })
  const told = statuses.flatMap((one) => status.safeParse(one).data ?? [])
  return {
    phoneNumberId: metadata.phone_number_id,
    senders: contacts,
    // In one call they come in any order.
    messages: received.toSorted((one, other) => one.timestamp - other.timestamp),
    statuses: told,
    errors: errors.map(({ code }) => code),
    misread: messages.length - received.length + (statuses.length - told.length),
  }
}
