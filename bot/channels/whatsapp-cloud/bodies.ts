import type { Button, Outgoing, OutgoingFile } from '../channel.ts'

// The shapes of outgoing messages:
// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages

/** Letters of the text of a message with a button or a file. */
const MAX_BODY = 1024
/** Letters of a list row's title and of what stands under it. */
const MAX_TITLE = 24
const MAX_DESCRIPTION = 72
/** Kinds of images that are shown as such, and their largest size in bytes. */
const IMAGES = new Set(['image/jpeg', 'image/png'])
const MAX_IMAGE = 5 * 2 ** 20

/** A phone number's chat: its digits. Any other address is an id that Meta has given to a person (BSUID). */
const DIGITS = /^[1-9]\d{5,14}$/
const USER_ID = /^[A-Z]{2}\.[\w.]{1,200}$/

/** A template as Meta has approved it, with its parameters filled in. */
export interface Template {
  readonly name: string
  /** `id`, `en_US` */
  readonly language: string
  /** for `{{1}}`, `{{2}}` … of its body */
  readonly values: readonly string[]
}

/** Whether an address is a phone number. */
export function isPhone(address: string): boolean {
  return DIGITS.test(address)
}

/** Whether an address can be one of this platform. */
export function isAddress(address: string): boolean {
  return isPhone(address) || USER_ID.test(address)
}

/** What every message to somebody begins with; `key` comes back with its statuses. */
export function envelope(address: string, key: string): object {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...(isPhone(address) ? { to: address } : { recipient: address }),
    biz_opaque_callback_data: key,
  }
}

/** A message without a file. `listLabel` = what opens a list, at most 20 letters. */
export function textBody(address: string, { text, buttons, contact }: Outgoing, listLabel: string): object {
  // Somebody whose number is the address has nothing to share.
  if (contact !== undefined && !isPhone(address))
    return interactive({
      type: 'request_contact_info',
      body: { text: withWords(text, buttons?.rows ?? []) },
      action: { name: 'request_contact_info' },
    })
  // A preview would open a one-time link before its owner does.
  if (buttons === undefined || buttons.rows.length === 0) return { type: 'text', text: { preview_url: false, body: text } }
  const { as, rows } = buttons
  if (as === 'buttons' && isUnique(rows)) return interactive({ type: 'button', body: { text }, action: buttonsOf(rows) })
  return interactive({ type: 'list', body: { text }, action: { button: listLabel, sections: [{ rows: rows.map(rowOf) }] } })
}

/** A file that was handed over before, as an image or as a document. Buttons fit under it, a list does not. */
export function fileBody({ text, buttons }: Outgoing, { name, mime, bytes }: OutgoingFile, media: string): object {
  const isImage = IMAGES.has(mime) && bytes.length <= MAX_IMAGE
  const as = isImage ? 'image' : 'document'
  const shown = { id: media, ...(!isImage && { filename: name }) }
  if (text !== '' && buttons?.as === 'buttons' && isUnique(buttons.rows))
    return interactive({ type: 'button', header: { type: as, [as]: shown }, body: { text }, action: buttonsOf(buttons.rows) })
  const caption = withWords(text, buttons?.rows ?? [])
  return { type: as, [as]: { ...shown, ...(caption !== '' && { caption }) } }
}

/** A message that Meta lets through at any time. */
export function templateBody({ name, language, values }: Template): object {
  const components = [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }]
  return { type: 'template', template: { name, language: { code: language }, ...(values.length > 0 && { components }) } }
}

function interactive(content: object): object {
  return { type: 'interactive', interactive: content }
}

// Meta takes no two buttons with the same words.
function isUnique(rows: readonly Button[]): boolean {
  return new Set(rows.map(({ label }) => label)).size === rows.length
}

function buttonsOf(rows: readonly Button[]): object {
  return { buttons: rows.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } })) }
}

// What the platform shows no button for is called by its words, where there is room to say which.
function withWords(text: string, rows: readonly Button[]): string {
  const whole = `${text}\n\n${rows.map(({ label }) => `• ${label}`).join('\n')}`
  return rows.length === 0 || whole.length > MAX_BODY ? text : whole
}

// A label that is too long for the title is told whole under it.
function rowOf({ id, label, hint }: Button): object {
  const under = [...(label.length > MAX_TITLE ? [label] : []), ...(hint === undefined ? [] : [hint])].join(' – ')
  return { id, title: cut(label, MAX_TITLE), ...(under !== '' && { description: cut(under, MAX_DESCRIPTION) }) }
}

function cut(text: string, max: number): string {
  return text.length <= max
    ? text
    : `${text
        .slice(0, max - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
        .trimEnd()}…`
}
