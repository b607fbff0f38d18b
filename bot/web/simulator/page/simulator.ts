import type { Typed } from '../../../channels/simulator/simulator-channel.ts'
import type { FromServer } from '../protocol.ts'
import { Connection } from './connection.ts'
import { hear, NOTHING, typingOver, type Model } from './model.ts'
import { Refused, upload } from './requests.ts'
import { UnsentList, type Unsent } from './unsent.ts'

/** A file being uploaded, or one whose upload failed. It lives in this tab only. */
export interface Upload {
  readonly phoneId: string
  readonly key: string
  readonly file: File
  readonly as: 'photo' | 'document'
  readonly caption: string
  /** the same for files that are sent together */
  readonly album?: string
  readonly replyTo?: number
  /** shows the picture before the server has it */
  readonly preview?: string
  readonly error?: string
  /** trying again may help */
  readonly again?: boolean
}

const TYPING_MS = 25_000
const REFUSALS = {
  'no-phone': 'Ponsel ini sudah dihapus.',
  'no-button': 'Tombol ini tidak ada lagi.',
  'no-file': 'Berkas tidak ditemukan. Kirim sekali lagi.',
  failed: 'Belum terkirim. Coba lagi.',
}

/** Everything that the page shows and does, without how it looks. */
export class Simulator {
  model: Model = NOTHING
  connected = false
  uploads: readonly Upload[] = []
  unsent: readonly Unsent[]
  readonly #list: UnsentList
  readonly #connection: Connection
  readonly #typing = new Map<string, ReturnType<typeof setTimeout>>()
  /** Nothing is said before the snapshot: what waits from before must go first. */
  #caughtUp = false
  #uploading = Promise.resolve()
  #changed = () => {}

  constructor(socketUrl: string, storage: Storage) {
    this.#list = new UnsentList(storage)
    this.unsent = this.#list.all()
    this.#connection = new Connection(
      socketUrl,
      (words) => this.#hear(words),
      (open) => {
        this.connected = open
        this.#caughtUp &&= open
        this.#changed()
      },
    )
  }

  /** Connects; `changed` is called after every change. */
  start(changed: () => void): void {
    this.#changed = changed
    this.#connection.open()
    window.addEventListener('online', () => this.#connection.open())
    document.addEventListener('visibilitychange', () => document.hidden || this.#connection.open())
    window.addEventListener('storage', () => this.#refresh())
  }

  /** Sends what was typed or tapped, now or as soon as there is a connection. */
  send(phoneId: string, typed: Typed, label?: string): void {
    const unsent: Unsent = { phoneId, key: crypto.randomUUID(), typed, ...(label === undefined ? {} : { label }) }
    this.#list.add(unsent)
    this.#refresh()
    this.#say(unsent)
  }

  /** Uploads a file, then sends it; files go one after another, so that they arrive in order. */
  sendFile(wanted: Omit<Upload, 'key' | 'preview' | 'error' | 'again'>): void {
    const preview =
      wanted.as === 'photo' && wanted.file.type.startsWith('image/') ? { preview: URL.createObjectURL(wanted.file) } : {}
    const one: Upload = { ...wanted, ...preview, key: crypto.randomUUID() }
    this.uploads = [...this.uploads, one]
    this.#changed()
    this.#uploading = this.#uploading.then(() => this.#upload(one))
  }

  /** Tries a failed message or file again. */
  retry(key: string): void {
    const failed = this.uploads.find((one) => one.key === key)
    if (failed) {
      const { error: _error, again: _again, ...cleared } = failed
      this.uploads = this.uploads.map((one) => (one.key === key ? cleared : one))
      this.#uploading = this.#uploading.then(() => this.#upload(cleared))
    }
    this.#list.mark(key, undefined)
    this.#refresh()
    const unsent = this.unsent.find((one) => one.key === key)
    if (unsent) this.#say(unsent)
  }

  /** Drops a failed message or file. */
  drop(key: string): void {
    const preview = this.uploads.find((one) => one.key === key)?.preview
    if (preview !== undefined) URL.revokeObjectURL(preview)
    this.uploads = this.uploads.filter((one) => one.key !== key)
    this.#list.remove(key)
    this.#refresh()
  }

  older(phoneId: string): void {
    const before = this.model.chats[phoneId]?.messages[0]?.id
    if (before !== undefined) this.#connection.say({ type: 'older', phoneId, before })
  }

  readMail(id: number): void {
    this.#connection.say({ type: 'readMail', id })
  }

  async #upload(one: Upload): Promise<void> {
    try {
      const id = await upload(one.file)
      const file = { id, name: one.file.name.slice(0, 255), mime: one.file.type.slice(0, 127) }
      const caption = one.caption === '' ? {} : { caption: one.caption }
      const quote = one.replyTo === undefined ? {} : { replyTo: one.replyTo }
      this.drop(one.key)
      const album = one.album === undefined ? {} : { album: one.album }
      this.send(one.phoneId, { kind: 'file', as: one.as, file, ...caption, ...album, ...quote })
    } catch (error) {
      const refusal = error instanceof Refused ? error : new Refused('Berkas belum terkirim. Coba lagi.')
      const failed = { error: refusal.message, again: refusal.again }
      this.uploads = this.uploads.map((upload) => (upload.key === one.key ? { ...upload, ...failed } : upload))
      this.#changed()
    }
  }

  #hear(words: FromServer): void {
    this.model = hear(this.model, words)
    if (words.type === 'snapshot') {
      this.#caughtUp = true
      for (const { messages } of words.chats) for (const { key } of messages) this.#list.remove(key)
      for (const unsent of this.#list.all()) if (unsent.error === undefined) this.#say(unsent)
    }
    if (words.type === 'message') this.#list.remove(words.message.key)
    if (words.type === 'refused') this.#list.mark(words.key, { error: REFUSALS[words.why], again: words.why === 'failed' })
    if (words.type === 'typing') this.#stopTypingLater(words.phoneId)
    this.#refresh()
  }

  #say({ phoneId, key, typed }: Unsent): void {
    if (this.#caughtUp) this.#connection.say({ type: 'type', phoneId, key, typed })
  }

  #stopTypingLater(phoneId: string): void {
    clearTimeout(this.#typing.get(phoneId))
    const stop = () => {
      this.model = typingOver(this.model, phoneId)
      this.#changed()
    }
    this.#typing.set(phoneId, setTimeout(stop, TYPING_MS))
  }

  #refresh(): void {
    this.unsent = this.#list.all()
    this.#changed()
  }
}
