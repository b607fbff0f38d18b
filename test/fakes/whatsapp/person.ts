import { randomBytes } from 'node:crypto'
import { getBinaryNodeChild, getBinaryNodeChildren, proto, type BinaryNode } from '@whiskeysockets/baileys'
import type { Companion } from './companion.ts'
import { decryptMedia, encryptMedia, type MediaDetails } from './media-crypto.ts'
import type { MediaServer } from './media-server.ts'
import { SignalParty, type Sealed } from './signal-party.ts'
import { secret } from '../../support/secrets.ts'

/** Somebody with WhatsApp. */
export interface Account {
  readonly name: string
  /** digits with country code */
  readonly phone: string
  /** digits that have nothing to do with the phone number's */
  readonly lid: string
  /** how the server writes them in stanzas: `lid` beside the number, `lid` alone, `pn` beside the LID, `pn` alone */
  readonly addressing: 'lid' | 'lid-only' | 'pn' | 'pn-only'
}

/** A message of the counter, as the phone shows it. */
export interface Received {
  readonly id: string
  readonly text: string
  readonly file: { readonly name: string; readonly mime: string; readonly bytes: Buffer } | undefined
  readonly message: proto.IMessage
}

/** How a photo is sent. */
export interface SentPhoto extends Partial<MediaDetails> {
  readonly caption?: string
  readonly album?: string
}

/** What a person's doing needs of the platform. */
export interface PersonParts {
  readonly media: MediaServer
  companion(): Companion
  now(): number
}

/** Somebody with the chat of the counter open on the phone. */
export class Person {
  readonly account: Account
  readonly party: SignalParty
  readonly inbox: Received[] = []
  /** the texts sent */
  readonly own: string[] = []
  /** the account is gone: nothing is delivered to it */
  isGone = false
  /** so many of the next messages cannot be read, and are asked for again */
  unreadable = 0
  /** so many could not be read because the keys did not fit */
  undecrypted = 0
  /** so many came again that are shown already: a phone knows them by their ids */
  repeated = 0
  /** told of every message that is shown */
  onShown: (message: Received) => void = () => undefined
  /** how often the counter has shown that it is typing, and ids that it has marked as read */
  typing = 0
  readonly read: string[] = []
  readonly #parts: PersonParts
  readonly #sent = new Map<string, { readonly message: proto.IMessage; readonly type: string }>()
  /** what is done on one phone is done one after the other: so are its keys used */
  #doing: Promise<unknown> = Promise.resolve()

  constructor(account: Account, parts: PersonParts) {
    this.account = account
    for (const one of [account.name, account.phone, account.lid]) secret(one)
    this.#parts = parts
    this.party = new SignalParty(`${account.lid}@lid`)
  }

  get lid(): string {
    return `${this.account.lid}@lid`
  }

  get pn(): string {
    return `${this.account.phone}@s.whatsapp.net`
  }

  /** Sends a text; gives its id. */
  says(text: string, quoting?: string): Promise<string> {
    this.own.push(text)
    if (quoting === undefined) return this.sends({ conversation: text })
    return this.sends({ extendedTextMessage: { text, contextInfo: this.#quote(quoting) } })
  }

  /** Answers a message of the chat, quoting it. */
  replies(to: Pick<Received, 'id'>, text: string): Promise<string> {
    return this.says(text, to.id)
  }

  reacts(to: Pick<Received, 'id'>, emoji: string): Promise<string> {
    const key = { id: to.id, fromMe: false, remoteJid: this.#parts.companion().lid }
    return this.sends({ reactionMessage: { key, text: emoji, senderTimestampMs: this.#parts.now() } }, 'reaction')
  }

  /** Sends a picture; `album` = id of the message that says that several come. */
  async sendsPhoto(bytes: Buffer, { album, ...given }: SentPhoto = {}): Promise<string> {
    const image = { ...(await this.upload(bytes, 'image')), mimetype: 'image/jpeg', ...given }
    const { MEDIA_ALBUM: associationType } = proto.MessageAssociation.AssociationType
    const about = { messageAssociation: { associationType, parentMessageKey: { id: album ?? '', fromMe: true } } }
    return this.sends({ imageMessage: image, ...(album !== undefined && { messageContextInfo: about }) }, 'media')
  }

  async sendsDocument(bytes: Buffer, { name, mime }: { readonly name: string; readonly mime: string }): Promise<string> {
    const document = { ...(await this.upload(bytes, 'document')), fileName: name, mimetype: mime }
    return this.sends({ documentMessage: document }, 'media')
  }

  /** Puts a file where the counter can fetch it. */
  async upload(bytes: Buffer, type: 'image' | 'document'): Promise<MediaDetails & { directPath: string; url: string }> {
    const { sealed, details } = await encryptMedia(bytes, type)
    const directPath = this.#parts.media.keep(sealed)
    return { ...details, directPath, url: `https://${this.#parts.media.host}${directPath}` }
  }

  /** Changes a message; the last one when none is named. */
  edits(text: string, id = [...this.#sent.keys()].at(-1) ?? ''): Promise<string> {
    const { Type } = proto.Message.ProtocolMessage
    return this.sends({
      protocolMessage: { key: { id, fromMe: true }, type: Type.MESSAGE_EDIT, editedMessage: { conversation: text } },
    })
  }

  revokes(id: string): Promise<string> {
    return this.sends({ protocolMessage: { key: { id, fromMe: true }, type: proto.Message.ProtocolMessage.Type.REVOKE } })
  }

  /** Sends any message whatever; gives its id. */
  sends(message: proto.IMessage, type = 'text', id = newId()): Promise<string> {
    return this.#do(async () => {
      this.#sent.set(id, { message, type })
      this.#deliver(this.#stanza(id, type), [await this.#sealed(message)])
      return id
    })
  }

  /** Sends what was encrypted as it should be, and is no message. */
  sendsBytes(bytes: Buffer): Promise<void> {
    return this.#do(async () => {
      await this.#beginIfNew()
      this.#deliver(this.#stanza(newId(), 'text'), [await this.party.encryptBytes(this.#parts.companion().lid, bytes)])
    })
  }

  /** Writes into a group, where the counter is a member too. */
  saysInGroup(group: string, text: string, quoting?: string | { readonly id: string; readonly text: string }): Promise<string> {
    return this.#do(async () => {
      const id = newId()
      const quoted = quoting === undefined ? {} : { contextInfo: this.#quote(quoting) }
      await this.#beginIfNew()
      const { lid } = this.#parts.companion()
      const sealed = await this.party.encryptForGroup(group, lid, { extendedTextMessage: { text, ...quoted } })
      const { from = '', sender_pn: pn, sender_lid: other, ...attrs } = this.#stanza(id, 'text')
      const also = { ...(pn !== undefined && { participant_pn: pn }), ...(other !== undefined && { participant_lid: other }) }
      this.#deliver({ ...attrs, from: group, participant: from, ...also }, sealed)
      return id
    })
  }

  /** Encrypts a message that was sent once more, and sends it under the same id: as the counter has asked, or by mistake. */
  repeats(id: string, afresh = false): Promise<void> {
    return this.#do(async () => {
      const sent = this.#sent.get(id)
      if (sent === undefined) throw new Error('that message was never sent')
      if (afresh) await this.#begin()
      this.#deliver(this.#stanza(id, sent.type), [await this.#sealed(sent.message)])
    })
  }

  hasSent(id: string): boolean {
    return this.#sent.has(id)
  }

  /** The file of a message that was sent; undefined when it has none. */
  fileOf(id: string): { readonly directPath: string; readonly mediaKey: Uint8Array } | undefined {
    const { imageMessage: image, documentMessage: document } = this.#sent.get(id)?.message ?? {}
    const { directPath, mediaKey } = image ?? document ?? {}
    return directPath && mediaKey ? { directPath, mediaKey } : undefined
  }

  /** Forgets its keys, as a new phone has: sessions begin anew. */
  begins(): Promise<void> {
    return this.#do(() => this.#begin())
  }

  /** A message of the counter has come. */
  hears(stanza: BinaryNode): Promise<'read' | 'again'> {
    return this.#do(async () => {
      if (this.unreadable > 0) {
        this.unreadable--
        return 'again'
      }
      const id = stanza.attrs.id ?? ''
      const message = await this.#opened(stanza)
      if (message === undefined) return 'again'
      if (this.inbox.some((one) => one.id === id)) {
        this.repeated++
        return 'read'
      }
      const received = { id, message, ...(await this.#shown(message)) }
      this.inbox.push(received)
      this.onShown(received)
      return 'read'
    })
  }

  // What cannot be decrypted is asked for again, as a phone does; the person sees "waiting for this message".
  async #opened(stanza: BinaryNode): Promise<proto.Message | undefined> {
    const sealed = sealedFor(stanza, this.account)
    try {
      return await this.party.decrypt(this.#parts.companion().lid, sealed)
    } catch {
      this.undecrypted++
      return undefined
    }
  }

  async #shown(message: proto.IMessage): Promise<Pick<Received, 'text' | 'file'>> {
    const document = message.documentWithCaptionMessage?.message?.documentMessage ?? message.documentMessage
    const held = message.imageMessage ?? document
    const text = message.conversation ?? message.extendedTextMessage?.text ?? held?.caption ?? ''
    if (!held) return { text, file: undefined }
    const sealed = this.#parts.media.file(held.directPath ?? '')
    if (sealed === undefined) throw new Error('the counter has sent a file that is not there')
    const bytes = await decryptMedia(sealed, held.mediaKey ?? new Uint8Array(0), document ? 'document' : 'image')
    return { text, file: { name: document?.fileName ?? '', mime: held.mimetype ?? '', bytes } }
  }

  #quote(quoted: string | { readonly id: string; readonly text: string }): proto.IContextInfo {
    const { id, text } = typeof quoted === 'string' ? { id: quoted, text: '…' } : quoted
    const message = this.inbox.find((one) => one.id === id)?.message ?? { conversation: text }
    return { stanzaId: id, participant: this.#parts.companion().lid, quotedMessage: message }
  }

  async #sealed(message: proto.IMessage): Promise<Sealed> {
    await this.#beginIfNew()
    return this.party.encrypt(this.#parts.companion().lid, message)
  }

  async #beginIfNew(): Promise<void> {
    if (!(await this.party.knows(this.#parts.companion().lid))) await this.#begin()
  }

  async #begin(): Promise<void> {
    const companion = this.#parts.companion()
    const preKey = companion.preKeys.shift()
    await this.party.begin(companion.lid, { ...companion.keys, ...(preKey !== undefined && { preKey }) })
  }

  #stanza(id: string, type: string): Record<string, string> {
    const { addressing, name } = this.account
    const t = String(Math.floor(this.#parts.now() / 1000))
    const about = { id, type, t, notify: name }
    switch (addressing) {
      case 'lid':
        return { ...about, from: this.lid, sender_pn: this.pn, addressing_mode: 'lid' }
      case 'lid-only':
        return { ...about, from: this.lid, addressing_mode: 'lid' }
      case 'pn':
        return { ...about, from: this.pn, sender_lid: this.lid, addressing_mode: 'pn' }
      case 'pn-only':
        return { ...about, from: this.pn, addressing_mode: 'pn' }
    }
  }

  #deliver(attrs: Record<string, string>, sealed: readonly Sealed[]): void {
    const content = sealed.map(({ type, ciphertext }) => ({ tag: 'enc', attrs: { v: '2', type }, content: ciphertext }))
    this.#parts.companion().deliver({ tag: 'message', attrs, content })
  }

  #do<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#doing.then(work)
    this.#doing = done.catch(() => undefined)
    return done
  }
}

function newId(): string {
  return `3A${randomBytes(9).toString('hex').toUpperCase()}`
}

/** The part of the counter's message that is for this person. */
function sealedFor(stanza: BinaryNode, { lid, phone }: Account): Sealed {
  const parts = getBinaryNodeChildren(getBinaryNodeChild(stanza, 'participants'), 'to')
  const own = parts.find(({ attrs }) => [lid, phone].includes((attrs.jid ?? '').split(/[:@]/)[0] ?? '')) ?? stanza
  const sealed = getBinaryNodeChild(own, 'enc')
  if (!(sealed?.content instanceof Uint8Array)) throw new Error('a message has no part for who it is for')
  return { type: sealed.attrs.type === 'pkmsg' ? 'pkmsg' : 'msg', ciphertext: sealed.content }
}
