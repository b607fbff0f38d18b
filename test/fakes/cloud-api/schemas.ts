import { z } from 'zod'

// What the Cloud API takes, as Meta documents it
// (https://developers.facebook.com/documentation/business-messaging/whatsapp/reference). Strict: what is not there is refused.

const letters = (max: number) => z.string().min(1).max(max)

const recipient = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z
    .string()
    .regex(/^\d{6,15}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.\w{1,128}$/)
    .optional(),
  biz_opaque_callback_data: letters(512).optional(),
  context: z.strictObject({ message_id: z.string() }).optional(),
}

const row = z.strictObject({ id: letters(200), title: letters(24), description: letters(72).optional() })

const header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('image'), image: z.strictObject({ id: z.string().min(1) }) }),
  z.strictObject({
    type: z.literal('document'),
    document: z.strictObject({ id: z.string().min(1), filename: letters(240).optional() }),
  }),
])

const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    header: header.optional(),
    body: z.strictObject({ text: letters(1024) }),
    action: z.strictObject({
      buttons: z
        .array(z.strictObject({ type: z.literal('reply'), reply: z.strictObject({ id: letters(256), title: letters(20) }) }))
        .min(1)
        .max(3)
        .refine((all) => new Set(all.map(({ reply }) => reply.title)).size === all.length, 'titles must be unique')
        .refine((all) => new Set(all.map(({ reply }) => reply.id)).size === all.length, 'ids must be unique'),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    body: z.strictObject({ text: letters(4096) }),
    action: z.strictObject({
      button: letters(20),
      sections: z
        .array(z.strictObject({ title: letters(24).optional(), rows: z.array(row).min(1).max(10) }))
        .length(1)
        .refine(([one]) => new Set(one?.rows.map(({ id }) => id)).size === one?.rows.length, 'ids must be unique'),
    }),
  }),
  z.strictObject({
    type: z.literal('request_contact_info'),
    body: z.strictObject({ text: letters(1024) }),
    action: z.strictObject({ name: z.literal('request_contact_info') }),
  }),
])

const template = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.strictObject({ code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/) }),
  components: z
    .array(
      z.strictObject({
        type: z.literal('body'),
        parameters: z.array(z.strictObject({ type: z.literal('text'), text: letters(1024) })).min(1),
      }),
    )
    .optional(),
})

const media = { id: z.string().min(1), caption: letters(1024).optional() }

const message = z.discriminatedUnion('type', [
  z.strictObject({
    ...recipient,
    type: z.literal('text'),
    text: z.strictObject({ preview_url: z.boolean().optional(), body: letters(4096) }),
  }),
  z.strictObject({ ...recipient, type: z.literal('interactive'), interactive }),
  z.strictObject({ ...recipient, type: z.literal('image'), image: z.strictObject(media) }),
  z.strictObject({
    ...recipient,
    type: z.literal('document'),
    document: z.strictObject({ ...media, filename: letters(240).optional() }),
  }),
  z.strictObject({ ...recipient, type: z.literal('template'), template }),
])

/** A message to somebody. */
export const outgoing = message.refine(({ to, recipient: id }) => (to ?? id) !== undefined, 'to or recipient is required')

/** A read mark, with or without the sign of typing. */
export const readMark = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
})

/** The form of an upload, without the file. */
export const upload = z.strictObject({ messaging_product: z.literal('whatsapp'), type: z.string().min(3) })

/** A message that was taken. */
export type OutgoingMessage = z.infer<typeof outgoing>
