import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Chat, type ChatMessage, type Key } from './chat.ts'
import { Faults, type CallKind, type Fault } from './faults.ts'
import { hashOf, MediaStore, type KeptFile } from './media-store.ts'
import { Person, type Account } from './person.ts'
import { Refusal } from './refusal.ts'
import { outgoing, readMark, upload, type OutgoingMessage } from './schemas.ts'
import { WebhookSender } from './webhook-sender.ts'
import { secret } from '../../support/secrets.ts'

/** A call as it came in. */
export interface Called {
  readonly kind: CallKind
  readonly body: unknown
}

/** The part of a message that shows a file. */
type MediaPart =
  | { readonly type: 'image'; readonly image: { readonly id: string } }
  | { readonly type: 'document'; readonly document: { readonly id: string; readonly filename?: string | undefined } }

const DAY = 86_400_000
const MAX_IMAGE = 5 * 2 ** 20
const MAX_DOCUMENT = 100 * 2 ** 20
const NO_OBJECT = 'Unsupported post request. Object with ID does not exist, cannot be loaded due to missing permissions'

/**
 * A Meta of its own, on a port of this machine: the Cloud API over HTTP on one side, people with WhatsApp on the other. It
 * takes and refuses what the real one does, keeps the 24-hour windows, signs what it tells the webhook, and can be told to
 * fail.
 */
export class FakeCloudApi {
  readonly token = secret('EAAGplainTokenForTestsOnly0123456789')
  readonly phoneNumberId = '106540352242922'
  readonly appSecret = secret('0123456789abcdef0123456789abcdef')
  readonly verifyToken = secret('a-verify-token-for-tests-only')
  readonly faults = new Faults()
  readonly media = new MediaStore()
  readonly webhook = new WebhookSender(this.appSecret)
  readonly calls: Called[] = []
  /** approved templates: how many parameters each has, by name and language */
  readonly templates = new Map([['loket_ada_kabar/id', 1]])
  readonly #server: Server
  readonly #now: () => number
  readonly #chats = new Map<string, { readonly chat: Chat; readonly account: Account }>()
  #serial = 0

  private constructor(now: () => number) {
    this.#now = now
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy())
    })
  }

  /** Opens it. `now` is its clock, ms since 1970. */
  static async open(now: () => number): Promise<FakeCloudApi> {
    const api = new FakeCloudApi(now)
    api.#server.listen(0, '127.0.0.1')
    await once(api.#server, 'listening')
    return api
  }

  /** Its address, to be set as WHATSAPP_CLOUD_API_ROOT. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Somebody new, with a phone; `hidesNumber`: has a username instead. */
  person({
    name = 'Siti',
    phone,
    hidesNumber = false,
  }: { readonly name?: string; readonly phone?: string; readonly hidesNumber?: boolean } = {}): Person {
    const serial = ++this.#serial
    const account = {
      name,
      phone: phone ?? String(628_110_000_000 + serial),
      userId: `ID.${7_000_000_000 + serial}x`,
      hidesNumber,
    }
    const chat = new Chat()
    const held = { chat, account }
    for (const key of [account.phone, account.userId]) this.#chats.set(key, held)
    return new Person(account, {
      chat,
      media: this.media,
      newId: () => this.#newId(),
      tell: (message) => this.#tell(account, { messages: [message] }),
      now: this.#now,
    })
  }

  /** How many calls of a kind came. */
  count(kind: CallKind): number {
    return this.calls.filter((call) => call.kind === kind).length
  }

  /** A button with this label in anybody's chat. */
  keyLabelled(label: string): Key | undefined {
    return [...this.#chats.values()]
      .flatMap(({ chat }) => chat.inbox.flatMap(({ keys }) => keys))
      .find((key) => key.label === label)
  }

  /** Tells the office what has become of a message. */
  tellStatus(account: Account, status: object): void {
    this.#tell(account, { statuses: [status] })
  }

  async close(): Promise<void> {
    this.webhook.close()
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #newId(): string {
    return `wamid.HBgM${Buffer.from(String(10_000 + ++this.#serial)).toString('base64')}`
  }

  #tell({ name, phone, userId, hidesNumber }: Account, told: object): void {
    const contact = { profile: { name }, ...(!hidesNumber && { wa_id: phone }), user_id: userId }
    const metadata = { display_phone_number: '15550001111', phone_number_id: this.phoneNumberId }
    const value = { messaging_product: 'whatsapp', metadata, contacts: [contact], ...told }
    this.webhook.tell(userId, {
      object: 'whatsapp_business_account',
      entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
    })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const path = request.url ?? ''
    const kind = kindOf(request.method ?? '', path, body)
    // As the real one says it of a number that is not there, or not ours.
    if (kind === undefined) return reply(response, new Refusal(400, 100, NO_OBJECT, 33))
    this.calls.push({ kind, body: kind === 'send' || kind === 'read' ? (JSON.parse(body.toString()) as unknown) : undefined })
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return reply(response, new Refusal(401, 190, 'Invalid OAuth access token'))
    const fault = this.faults.take(kind)
    if (fault?.is === 'cut') return void response.destroy()
    if (fault?.is === 'refused') return reply(response, new Refusal(fault.status, fault.code, 'A fault'))
    if (kind === 'download') return this.#serveFile(response, path, fault)
    await reply(response, await this.#call(kind, request, path, body, fault), fault)
  }

  async #call(kind: CallKind, request: IncomingMessage, path: string, body: Buffer, fault: Fault | undefined): Promise<unknown> {
    try {
      if (kind === 'upload') return await this.#upload(request.headers['content-type'] ?? '', body)
      if (kind === 'locate') return this.#locate(path, fault)
      if (kind === 'check') return { id: this.phoneNumberId, display_phone_number: '+1 555-000-1111' }
      const parsed: unknown = JSON.parse(body.toString())
      if (kind === 'read') return this.#read(parsed)
      return this.#send(outgoing.parse(parsed), fault?.is === 'fails-later' ? fault.code : undefined)
    } catch (error) {
      if (error instanceof Refusal) return error
      return new Refusal(400, 100, 'Invalid parameter')
    }
  }

  #send(message: OutgoingMessage, failsLater: number | undefined): object {
    const address = message.to ?? message.recipient ?? ''
    const held = this.#chats.get(address)
    const isInWindow = held !== undefined && this.#now() - held.chat.heardAt < DAY
    if (message.type === 'template') this.#checkTemplate(message.template)
    else if (!isInWindow) throw new Refusal(400, 131047, 'Re-engagement message')
    const id = this.#newId()
    const shown = this.#shown(id, message)
    const code = failsLater ?? (held === undefined || held.chat.isGone ? 131026 : undefined)
    if (held !== undefined) {
      if (code === undefined) held.chat.inbox.push(shown)
      const { phone, userId } = held.account
      const told = { id, timestamp: String(Math.floor(this.#now() / 1000)), recipient_id: phone, recipient_user_id: userId }
      const back = message.biz_opaque_callback_data
      const status = { ...told, ...(back !== undefined && { biz_opaque_callback_data: back }) }
      if (code === undefined) for (const one of ['sent', 'delivered']) this.tellStatus(held.account, { ...status, status: one })
      else this.tellStatus(held.account, { ...status, status: 'failed', errors: [{ code, title: 'x', message: 'x' }] })
    }
    const contact = message.to === undefined ? { input: address, user_id: address } : { input: address, wa_id: address }
    return { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id }] }
  }

  #shown(id: string, message: OutgoingMessage): ChatMessage {
    const plain = { id, keys: [], file: undefined, template: undefined, preview: false }
    switch (message.type) {
      case 'text':
        return { ...plain, text: message.text.body, preview: message.text.preview_url !== false }
      case 'interactive': {
        const { interactive } = message
        const header = interactive.type === 'button' ? interactive.header : undefined
        const file = header && this.#fileOf(header)
        return { ...plain, text: interactive.body.text, keys: keysOf(interactive), file }
      }
      case 'template': {
        const values = message.template.components?.flatMap(({ parameters }) => parameters.map(({ text }) => text)) ?? []
        return { ...plain, text: `[${message.template.name}] ${values.join(', ')}`, template: message.template.name }
      }
      case 'image':
        return { ...plain, text: message.image.caption ?? '', file: this.#fileOf(message) }
      case 'document':
        return { ...plain, text: message.document.caption ?? '', file: this.#fileOf(message) }
    }
  }

  #fileOf(shown: MediaPart): KeptFile {
    if (shown.type === 'image') return this.#fileFor(shown.image.id, MAX_IMAGE, /^image\/(jpeg|png)$/)
    const file = this.#fileFor(shown.document.id, MAX_DOCUMENT, /\//)
    return { ...file, name: shown.document.filename ?? file.name }
  }

  #fileFor(id: string, max: number, kinds: RegExp): KeptFile {
    const file = this.media.find(id)
    if (file === undefined) throw new Refusal(400, 131009, 'Parameter value is not valid')
    if (file.bytes.length > max || !kinds.test(file.mime)) throw new Refusal(400, 131053, 'Media upload error')
    return file
  }

  #checkTemplate({ name, language, components }: Extract<OutgoingMessage, { type: 'template' }>['template']): void {
    const expected = this.templates.get(`${name}/${language.code}`)
    if (expected === undefined) throw new Refusal(404, 132001, 'Template name does not exist in the translation')
    if ((components?.[0]?.parameters.length ?? 0) !== expected)
      throw new Refusal(400, 132000, 'Number of parameters does not match')
  }

  #read(body: unknown): object {
    const { message_id: id } = readMark.parse(body)
    for (const { chat } of new Set(this.#chats.values())) if (chat.own.some((one) => one.id === id)) chat.read.push(id)
    return { success: true }
  }

  async #upload(type: string, body: Buffer): Promise<object> {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    const fields = upload.parse(Object.fromEntries([...form].filter(([name]) => name !== 'file')))
    if (!(file instanceof File) || file.size === 0) throw new Refusal(400, 131008, 'Required parameter is missing')
    if (file.size > MAX_DOCUMENT) throw new Refusal(400, 131053, 'Media upload error')
    return { id: this.media.keep({ bytes: Buffer.from(await file.arrayBuffer()), mime: fields.type, name: file.name }).id }
  }

  #locate(path: string, fault: Fault | undefined): object {
    const file = this.media.find(/\/v[\d.]+\/(\d+)/.exec(path)?.[1] ?? '')
    if (file === undefined) throw new Refusal(400, 100, NO_OBJECT, 33)
    const { id, bytes, mime } = file
    const url = `${this.root}${this.media.address(file)}`
    const hash = fault?.is === 'without-hash' ? {} : { sha256: hashOf(bytes, 'hex') }
    return { messaging_product: 'whatsapp', url, mime_type: mime, ...hash, file_size: bytes.length, id }
  }

  #serveFile(response: ServerResponse, path: string, fault: Fault | undefined): void {
    if (fault?.is === 'expired') this.media.expire(path)
    const file = this.media.at(path)
    if (file === undefined) return void response.writeHead(404).end()
    if (fault?.is === 'moved') return void response.writeHead(302, { location: fault.to }).end()
    const bytes = bytesOf(file, fault)
    response.writeHead(200, { 'content-type': file.mime, 'content-length': bytes.length })
    if (fault?.is !== 'half-answered') return void response.end(bytes)
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  }
}

function bytesOf({ bytes }: KeptFile, fault: Fault | undefined): Buffer {
  if (fault?.is === 'longer') return Buffer.concat([bytes, bytes])
  return fault?.is === 'other-bytes' ? Buffer.alloc(bytes.length, 7) : bytes
}

function keysOf(interactive: Extract<OutgoingMessage, { type: 'interactive' }>['interactive']): readonly Key[] {
  switch (interactive.type) {
    case 'button':
      return interactive.action.buttons.map(({ reply: { id, title } }) => ({ id, label: title, from: 'button' }))
    case 'list':
      return interactive.action.sections.flatMap(({ rows }) => rows.map(({ id, title }) => ({ id, label: title, from: 'list' })))
    case 'request_contact_info':
      return [{ label: 'Share contact info', from: 'contact' }]
  }
}

function kindOf(method: string, path: string, body: Buffer): CallKind | undefined {
  if (method === 'POST' && /^\/v[\d.]+\/106540352242922\/messages$/.test(path))
    return body.includes('"status":"read"') ? 'read' : 'send'
  if (method === 'POST' && /^\/v[\d.]+\/106540352242922\/media$/.test(path)) return 'upload'
  if (method !== 'GET') return undefined
  if (path.startsWith('/whatsapp_business/attachments/')) return 'download'
  if (/^\/v[\d.]+\/106540352242922\?fields=display_phone_number$/.test(path)) return 'check'
  return /^\/v[\d.]+\/\d+\?phone_number_id=106540352242922$/.test(path) ? 'locate' : undefined
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Answers a call: with its result or refusal, or as the fault has it. */
async function reply(response: ServerResponse, result: unknown, fault?: Fault): Promise<void> {
  if (fault?.is === 'slow') await new Promise((resolve) => void setTimeout(() => resolve(undefined), fault.ms))
  const refused = result instanceof Refusal
  const body = Buffer.from(
    fault?.is === 'gibberish' ? '<html>Bad Gateway</html>' : JSON.stringify(refused ? result.body : result),
  )
  response.writeHead(refused ? result.status : 200, { 'content-type': 'application/json', 'content-length': body.length })
  if (fault?.is !== 'half-answered') return void response.end(body)
  await new Promise<void>((resolve) => void response.write(body.subarray(0, body.length / 2), () => resolve()))
  response.destroy()
}
