import { WebSocket } from 'ws'
import type { Typed } from '../../../bot/channels/simulator/simulator-channel.ts'
import type { FromServer } from '../../../bot/web/simulator/protocol.ts'
import type { SimulatorMessage, SimulatorPhone } from '../../../storage/simulator-records.ts'
import type { Platform, Seen, Someone } from './platform.ts'

/** The phone simulator, driven as a browser drives it: over its WebSocket and its upload. */
export async function openSimulator(): Promise<Platform> {
  const browser = new Browser()
  return {
    account: 'simulator',
    settings: { LOKET_SIMULATOR: 'on' },
    extras: {
      album: (someone, photos) => phoneOf(someone).sendsAlbum(photos),
      duplicate: async (someone, text) => phoneOf(someone).types({ kind: 'text', text }, 2),
    },
    secrets: [],
    someone: async (name) => new SimulatedPhone(browser, await browser.addPhone(name)),
    opened: (port) => browser.open(port),
    closing: () => browser.close(),
    calls: () => undefined,
    close: async () => browser.close(),
  }
}

/** An open page: it knows every message, and says again what the server has not shown it. */
class Browser {
  readonly messages = new Map<number, SimulatorMessage>()
  readonly files = new Map<string, Buffer>()
  #socket: WebSocket | undefined
  #base = ''
  #unshown = new Map<string, object>()
  #serial = 0

  /** Opens the page; what could not be said is said now. */
  async open(port: number): Promise<void> {
    this.#base = `http://127.0.0.1:${port}`
    const socket = new WebSocket(`ws://127.0.0.1:${port}/simulator/ws`, { origin: this.#base })
    this.#socket = socket
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('message', (data: Buffer) => {
        this.#hear(JSON.parse(data.toString()) as FromServer)
        resolve()
      })
    })
    for (const said of this.#unshown.values()) socket.send(JSON.stringify(said))
  }

  close(): void {
    this.#socket?.terminate()
    this.#socket = undefined
  }

  async addPhone(name: string): Promise<SimulatorPhone> {
    const answer = await fetch(`${this.#base}/simulator/phones`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, role: 'citizen' }),
    })
    return (await answer.json()) as SimulatorPhone
  }

  async removePhone(id: string): Promise<void> {
    await fetch(`${this.#base}/simulator/phones/${id}`, { method: 'DELETE' })
  }

  async upload(bytes: Buffer): Promise<string> {
    const answer = await fetch(`${this.#base}/simulator/media`, { method: 'POST', body: new Uint8Array(bytes) })
    return ((await answer.json()) as { id: string }).id
  }

  /** Says something, so many times under the same key, as a browser does that has lost the answer. */
  type(phoneId: string, typed: Typed, times: number): void {
    const key = `${phoneId}-${++this.#serial}`
    const said = { type: 'type', phoneId, key, typed }
    this.#unshown.set(key, said)
    for (let n = 0; n < times; n++) this.#socket?.send(JSON.stringify(said))
  }

  #hear(words: FromServer): void {
    if (words.type === 'snapshot') for (const chat of words.chats) for (const one of chat.messages) this.#keep(one)
    else if (words.type === 'message') this.#keep(words.message)
  }

  #keep(message: SimulatorMessage): void {
    this.#unshown.delete(message.key)
    const { body } = message
    if (message.direction === 'out' && body.kind === 'sent' && body.file !== undefined && !this.files.has(body.file.id))
      // A counter that closes meanwhile shows the message again when it is open.
      void this.#download(message, body.file.id).catch(() => undefined)
    else this.messages.set(message.id, message)
  }

  // A message with a file is there when its file is.
  async #download(message: SimulatorMessage, id: string): Promise<void> {
    const answer = await fetch(`${this.#base}/simulator/media/${id}`)
    this.files.set(id, Buffer.from(await answer.arrayBuffer()))
    this.messages.set(message.id, message)
  }
}

class SimulatedPhone implements Someone {
  readonly #browser: Browser
  readonly #phone: SimulatorPhone

  constructor(browser: Browser, phone: SimulatorPhone) {
    this.#browser = browser
    this.#phone = phone
  }

  get #chat(): SimulatorMessage[] {
    return [...this.#browser.messages.values()].filter(({ phoneId }) => phoneId === this.#phone.id).sort((a, b) => a.id - b.id)
  }

  get inbox(): readonly Seen[] {
    return this.#chat.flatMap(({ id, body }) => {
      if (body.kind !== 'sent') return []
      const file = body.file && { name: body.file.name, bytes: this.#browser.files.get(body.file.id) ?? Buffer.alloc(0) }
      const labels = (body.buttons?.rows ?? []).map(({ label }) => label)
      return [{ id: String(id), text: body.text, labels, file, isProtected: body.protect === true }]
    })
  }

  get own(): readonly string[] {
    return this.#chat.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))
  }

  types(typed: Typed, times = 1): void {
    this.#browser.type(this.#phone.id, typed, times)
  }

  async says(text: string): Promise<void> {
    this.types({ kind: 'text', text })
  }

  async quotes({ id }: Seen, text: string): Promise<void> {
    this.types({ kind: 'text', text, replyTo: Number(id) })
  }

  async taps(label: string): Promise<void> {
    for (const { id, body } of this.#chat.toReversed()) {
      const row = body.kind === 'sent' ? body.buttons?.rows.find((one) => one.label === label) : undefined
      if (row !== undefined) return this.types({ kind: 'choice', id: row.id, of: id })
    }
    throw new Error(`there is no button "${label}"`)
  }

  async sendsPhoto(bytes: Buffer): Promise<void> {
    await this.#sends('photo', bytes, 'foto.jpg', 'image/jpeg')
  }

  async sendsDocument(bytes: Buffer, name: string, mime: string): Promise<void> {
    await this.#sends('document', bytes, name, mime)
  }

  async leaves(): Promise<void> {
    await this.#browser.removePhone(this.#phone.id)
  }

  async sendsAlbum(photos: readonly Buffer[]): Promise<void> {
    const album = { album: `${this.#phone.id}-${this.#chat.length}` }
    for (const bytes of photos) await this.#sends('photo', bytes, 'foto.jpg', 'image/jpeg', album)
  }

  async #sends(as: 'photo' | 'document', bytes: Buffer, name: string, mime: string, album?: { album: string }): Promise<void> {
    this.types({ kind: 'file', as, file: { id: await this.#browser.upload(bytes), name, mime }, ...album })
  }
}

function phoneOf(someone: Someone): SimulatedPhone {
  if (someone instanceof SimulatedPhone) return someone
  throw new Error('somebody of another platform')
}
