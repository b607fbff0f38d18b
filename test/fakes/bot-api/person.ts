import type { Chat, ChatMessage } from './chat.ts'
import type { Account, People } from './people.ts'
import type { UpdateQueue } from './update-queue.ts'
import { secret } from '../../support/secrets.ts'

/** What a person's doing needs of the platform. */
export interface PersonParts {
  readonly bot: { readonly id: number }
  readonly people: People
  readonly queue: UpdateQueue
  readonly glowing: Set<string>
  now(): number
}

/** A file that a person sends. */
export interface SentFile {
  readonly bytes: Buffer
  readonly as?: 'photo' | 'document'
  readonly name?: string
  readonly mime?: string
  readonly caption?: string
}

/** Somebody with the bot's chat open on the phone. */
export class Person {
  readonly account: Account
  readonly #parts: PersonParts
  #albums = 0

  constructor(account: Account, parts: PersonParts) {
    this.account = account
    for (const one of [account.name, account.phone]) secret(one)
    this.#parts = parts
  }

  get id(): number {
    return this.account.id
  }

  get chat(): Chat {
    return this.#parts.people.beginChat(this.id)
  }

  /** What the bot has sent and is still there, oldest first. */
  get inbox(): readonly ChatMessage[] {
    return this.chat.messages.filter(({ from, isDeleted }) => from === 'bot' && !isDeleted)
  }

  /** What this person has sent and is still there. */
  get own(): readonly ChatMessage[] {
    return this.chat.messages.filter(({ from, isDeleted }) => from === 'person' && !isDeleted)
  }

  /** Sends a text; gives its number in the chat. */
  says(text: string, replyTo?: number): number {
    return this.#sends({ text }, text, replyTo)
  }

  /** Answers a message of the chat, quoting it. */
  replies(to: ChatMessage, text: string): number {
    return this.says(text, to.id)
  }

  /** Sends a picture as a photo: the platform makes smaller ones beside it. */
  sendsPhoto(bytes: Buffer, caption?: string): number {
    return this.#sendsFile({ bytes, as: 'photo', ...(caption !== undefined && { caption }) })
  }

  sendsDocument(bytes: Buffer, given: Omit<SentFile, 'bytes' | 'as'> = {}): number {
    return this.#sendsFile({ bytes, as: 'document', ...given })
  }

  /** Sends files together: one update each, with one media_group_id. */
  sendsAlbum(files: readonly SentFile[]): readonly number[] {
    const album = `1${this.id}${++this.#albums}`
    return files.map((file) => this.#sendsFile(file, album))
  }

  /** Shares a contact: one's own, or somebody else's. */
  sharesContact(of: Account = this.account): number {
    this.chat.keyboard = []
    const contact = { phone_number: of.phone, first_name: of.name, user_id: of.id }
    return this.#sends({ contact }, `contact ${of.name}`)
  }

  /** Presses the newest button with this label, under a message or on the keyboard. */
  presses(label: string): void {
    const message = this.inbox.findLast(({ keys }) => keys.some((key) => key.label === label))
    const data = message?.keys.find((key) => key.label === label)?.data
    if (message !== undefined && data !== undefined) return this.pressesData(message.id, data)
    const key = this.chat.keyboard.find((one) => one.label === label)
    if (key === undefined) throw new Error(`${this.account.name} sees no button "${label}", but ${this.#labels()}`)
    if (key.asksContact) this.sharesContact()
    else this.says(label)
  }

  /** What a program that is not Telegram's own can do: claim to have pressed a button. */
  pressesData(message: number, data: string): void {
    const id = `${this.id}${this.#parts.glowing.size}${this.chat.messages.length}${data.length}`
    this.#parts.glowing.add(id)
    const query = { id, from: this.#from(), chat_instance: '1', data, message: this.#shown(message) }
    this.#parts.queue.push(this.id, { callback_query: query })
  }

  /** Sends something else: a sticker, a voice note, a place, a poll. */
  sends(kind: 'sticker' | 'voice' | 'location' | 'video' | 'poll' | 'animation'): number {
    const content =
      kind === 'animation' ? { animation: { file_id: 'x' }, document: { file_id: 'x' } } : { [kind]: { file_id: 'x' } }
    return this.#sends(content, `(${kind})`)
  }

  /** Changes a text that was sent. */
  edits(message: number, text: string): void {
    this.#parts.queue.push(this.id, { edited_message: { ...this.#message(message), edit_date: this.#seconds(), text } })
  }

  /** Sends any update whatever. */
  hands(update: Record<string, unknown>): void {
    this.#parts.queue.push(this.id, update)
  }

  /** Shuts the bot out, or lets it in again. */
  blocks(isBlocked = true): void {
    this.chat.isBlocked = isBlocked
  }

  #sendsFile({ bytes, as = 'photo', name, mime, caption }: SentFile, album?: string): number {
    const { people } = this.#parts
    const file = { bytes, as, name: name ?? 'file' }
    const { id } = people.keep(file)
    const size = { file_id: id, file_unique_id: id, file_size: bytes.length }
    const small = people.keep({ ...file, bytes: bytes.subarray(0, 20) })
    const content =
      as === 'photo'
        ? {
            photo: [
              { ...size, width: 1280, height: 900 },
              { ...size, file_id: small.id, file_size: 20, width: 90, height: 63 },
            ],
          }
        : {
            document: { ...size, ...(name !== undefined && { file_name: name }), ...(mime !== undefined && { mime_type: mime }) },
          }
    const together = album === undefined ? {} : { media_group_id: album }
    return this.#sends({ ...content, ...together, ...(caption !== undefined && { caption }) }, caption ?? '')
  }

  #sends(content: Record<string, unknown>, text: string, replyTo?: number): number {
    const { id } = this.chat.add({ from: 'person', text, bold: [], keys: [], isProtected: false })
    const quoted = replyTo === undefined ? {} : { reply_to_message: this.#shown(replyTo) }
    this.#parts.queue.push(this.id, { message: { ...this.#message(id), ...content, ...quoted } })
    return id
  }

  #message(id: number) {
    return { message_id: id, date: this.#seconds(), chat: this.#chatJson(), from: this.#from() }
  }

  #shown(id: number) {
    const message = this.chat.find(id)
    const from = message?.from === 'person' ? this.#from() : { id: this.#parts.bot.id, is_bot: true, first_name: 'bot' }
    return { ...this.#message(id), from, text: message?.text }
  }

  #chatJson() {
    return { id: this.id, type: 'private', first_name: this.account.name }
  }

  #from() {
    const { id, name, language } = this.account
    return { id, is_bot: false, first_name: name, language_code: language }
  }

  #seconds(): number {
    return Math.floor(this.#parts.now() / 1000)
  }

  #labels(): string {
    const labels = [...(this.inbox.at(-1)?.keys ?? []), ...this.chat.keyboard].map(({ label }) => label)
    return labels.length === 0 ? 'none' : labels.join(', ')
  }
}
