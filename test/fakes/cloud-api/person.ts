import type { Chat, ChatMessage, Key } from './chat.ts'
import { hashOf, type MediaStore } from './media-store.ts'
import { secret } from '../../support/secrets.ts'

/** Somebody with WhatsApp. */
export interface Account {
  readonly name: string
  /** without a plus; shown to offices, unless `hidesNumber` */
  readonly phone: string
  /** Meta's id of this person for this office */
  readonly userId: string
  /** has a username, and shows it instead of the number */
  readonly hidesNumber: boolean
}

/** What a person's doing needs of the platform. */
export interface PersonParts {
  readonly chat: Chat
  readonly media: MediaStore
  /** a new id of a message */
  newId(): string
  /** tells the office of a message */
  tell(message: object): void
  now(): number
}

/** Somebody with the office's chat open on the phone. */
export class Person {
  readonly account: Account
  readonly chat: Chat
  readonly #parts: PersonParts

  constructor(account: Account, parts: PersonParts) {
    this.account = account
    for (const one of [account.name, account.phone, account.userId]) secret(one)
    this.chat = parts.chat
    this.#parts = parts
  }

  /** What the office has sent, oldest first. */
  get inbox(): readonly ChatMessage[] {
    return this.chat.inbox
  }

  says(text: string, replyTo?: string): string {
    return this.sends({ type: 'text', text: { body: text } }, { text, ...(replyTo !== undefined && { replyTo }) })
  }

  /** Presses the newest button, or chooses the newest row, with this label. */
  presses(label: string): string {
    for (const message of this.inbox.toReversed()) {
      const key = message.keys.find((one) => one.label === label)
      if (key !== undefined) return this.pressesKey(message.id, key)
    }
    throw new Error(`${this.account.name} sees no "${label}", but ${this.#labels()}`)
  }

  /** What a program that is not WhatsApp's own can do: claim to have pressed a button. */
  pressesKey(message: string, { label, id, from }: Key): string {
    if (from === 'contact') return this.sharesNumber()
    const reply = { id, title: label }
    const interactive =
      from === 'button' ? { type: 'button_reply', button_reply: reply } : { type: 'list_reply', list_reply: reply }
    return this.sends({ type: 'interactive', interactive }, { replyTo: message })
  }

  /** Presses a quick reply of a template: its payload is its words where the office gave none. */
  pressesQuickReply(text: string, payload = text): string {
    return this.sends({ type: 'button', button: { text, payload } }, { replyTo: this.inbox.at(-1)?.id ?? '' })
  }

  sendsPhoto(bytes: Buffer, caption?: string): string {
    return this.#sendsFile('image', { bytes, mime: 'image/jpeg', name: '' }, caption)
  }

  sendsDocument(bytes: Buffer, { name, mime }: { readonly name: string; readonly mime: string }, caption?: string): string {
    return this.#sendsFile('document', { bytes, mime, name }, caption)
  }

  /** Taps the office's button that shares the number: WhatsApp writes the card itself. */
  sharesNumber(): string {
    const phones = [{ phone: `+${this.account.phone}`, wa_id: this.account.phone }]
    return this.sends({ type: 'contacts', contacts: [{ origin: 'contact_request', phones }] })
  }

  /** Sends somebody's card out of the address book. */
  sendsCard(phone: string): string {
    const card = { origin: 'other', name: { formatted_name: 'x' }, phones: [{ phone: `+${phone}`, wa_id: phone }] }
    return this.sends({ type: 'contacts', contacts: [card] })
  }

  /** Changes a text: ordinary numbers are only told that something unsupported came. */
  edits(): string {
    const errors = [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown' }]
    return this.sends({ type: 'unsupported', errors, unsupported: { type: 'edit' } })
  }

  reacts(to: string, emoji: string): string {
    return this.sends({ type: 'reaction', reaction: { message_id: to, emoji } })
  }

  /** Sends any message whatever; gives its id. */
  sends(content: object, { text = '', replyTo }: { readonly text?: string; readonly replyTo?: string } = {}): string {
    const { newId, tell, now } = this.#parts
    const id = newId()
    const { phone, userId, hidesNumber } = this.account
    this.chat.own.push({ id, text })
    this.chat.heardAt = now()
    tell({
      ...(!hidesNumber && { from: phone }),
      from_user_id: userId,
      id,
      timestamp: String(Math.floor(now() / 1000)),
      ...(replyTo !== undefined && { context: { from: '15550001111', id: replyTo } }),
      ...content,
    })
    return id
  }

  /** Gives WhatsApp up, or comes back. */
  leaves(isGone = true): void {
    this.chat.isGone = isGone
  }

  #sendsFile(type: 'image' | 'document', file: { bytes: Buffer; mime: string; name: string }, caption?: string): string {
    const { id, bytes, mime, name } = this.#parts.media.keep(file)
    const shown = { id, mime_type: mime, sha256: hashOf(bytes, 'base64'), ...(caption !== undefined && { caption }) }
    return this.sends({ type, [type]: type === 'image' ? shown : { ...shown, filename: name } }, { text: caption ?? '' })
  }

  #labels(): string {
    const labels = (this.inbox.at(-1)?.keys ?? []).map(({ label }) => label)
    return labels.length === 0 ? 'none' : labels.join(', ')
  }
}
