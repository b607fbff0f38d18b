import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody, readCall } from './call.ts'
import { Faults, type Fault } from './faults.ts'
import { methodsOf, type BotAccount, type Method } from './methods.ts'
import { People } from './people.ts'
import { Person } from './person.ts'
import { Refusal } from './refusal.ts'
import { UpdateQueue } from './update-queue.ts'
import { WebhookSender } from './webhook-sender.ts'
import { secret } from '../../support/secrets.ts'

/** A call as it came in. */
export interface Called {
  readonly method: string
  /** the chat that it is for; undefined = for none */
  readonly chat: number | undefined
  /** when, as `performance.now()` tells */
  readonly at: number
}

const FIRST_PERSON = 5_000_001

/**
 * A Telegram of its own, on a port of this machine: the Bot API over HTTP on one side, people with phones on the
 * other. It takes and refuses what the real one does (https://core.telegram.org/bots/api), and can be told to fail.
 */
export class FakeBotApi {
  readonly token: string
  readonly bot: BotAccount
  readonly faults = new Faults()
  readonly queue = new UpdateQueue()
  readonly webhook = new WebhookSender(this.queue)
  readonly people = new People()
  readonly commands = new Map<string, readonly unknown[]>()
  readonly glowing = new Set<string>()
  readonly calls: Called[] = []
  /** set it, and it is a server of one's own that keeps files there (`--local`) */
  localFolder: string | undefined
  readonly #server: Server
  readonly #methods: ReadonlyMap<string, Method>
  readonly #now: () => number
  #serial = FIRST_PERSON

  private constructor({ token, now }: { readonly token: string; now(): number }) {
    this.token = secret(token)
    this.#now = now
    this.bot = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Loket', username: 'LoketUjiBot' }
    this.#methods = methodsOf(this)
    this.queue.onUpdate = () => this.webhook.push()
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy())
    })
  }

  /** Opens it. `now` is the clock by which it dates messages, ms since 1970. */
  static async open({
    token = '88123456:AAHk3-aVeryPlain_tokenForTestsOnly0123456789',
    now,
  }: {
    readonly token?: string
    now(): number
  }): Promise<FakeBotApi> {
    const api = new FakeBotApi({ token, now })
    api.#server.listen(0, '127.0.0.1')
    await once(api.#server, 'listening')
    return api
  }

  /** Its address, to be set as TELEGRAM_API_ROOT. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Somebody new, with a phone. */
  person({
    name = 'Siti',
    phone,
    language = 'id',
  }: { readonly name?: string; readonly phone?: string; readonly language?: string } = {}) {
    const id = this.#serial++
    const account = { id, name, phone: phone ?? `62811${id}`, language }
    this.people.add(account)
    return new Person(account, { ...this.#personParts(), now: this.#now })
  }

  /** How often a method was called. */
  count(method: string): number {
    return this.calls.filter((call) => call.method === method).length
  }

  async close(): Promise<void> {
    this.queue.close()
    this.webhook.close()
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #personParts() {
    const { bot, people, queue, glowing } = this
    return { bot, people, queue, glowing }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const [, file, token, rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(decodeURI(request.url ?? '')) ?? []
    if (token === undefined) return reply(response, new Refusal(404, 'Not Found'))
    if (token !== this.token) return reply(response, new Refusal(401, 'Unauthorized'))
    const method = file === undefined ? rest.split('?')[0] : 'file'
    this.calls.push({ method: method ?? '', chat: chatIn(body), at: performance.now() })
    const fault = this.faults.take(method ?? '')
    if (fault?.is === 'cut') return void response.destroy()
    if (fault?.is === 'refused') return reply(response, new Refusal(fault.status, fault.description, fault.retryAfter))
    if (file !== undefined) return this.#serveFile(response, rest, fault)
    const result = await this.#call(method ?? '', request, response, body)
    await reply(response, result, fault)
  }

  async #call(method: string, request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<unknown> {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    try {
      const work = this.#methods.get(method.toLowerCase())
      if (work === undefined) throw new Refusal(404, 'Not Found: method not found')
      return await work(readCall(method, request.headers['content-type'] ?? '', body), this.#now(), gone.signal)
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  }

  #serveFile(response: ServerResponse, path: string, fault: Fault | undefined): void {
    const file = this.people.fileAt(path)
    if (file === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length })
    if (fault?.is !== 'half-answered') return void response.end(file.bytes)
    response.write(file.bytes.subarray(0, file.bytes.length / 2), () => response.destroy())
  }
}

/** The chat that a body names, be it JSON or a form. */
function chatIn(body: Buffer): number | undefined {
  const found = /"chat_id"(?::|\r\n\r\n)(\d+)/.exec(body.subarray(0, 2048).toString('latin1'))?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Answers a call: with its result or refusal, or as the fault has it. */
async function reply(response: ServerResponse, result: unknown, fault?: Fault): Promise<void> {
  if (fault?.is === 'slow') await new Promise((resolve) => void setTimeout(() => resolve(undefined), fault.ms))
  const refused = result instanceof Refusal
  const body = Buffer.from(
    fault?.is === 'gibberish' ? '<html>Bad Gateway</html>' : JSON.stringify(refused ? result.body : { ok: true, result }),
  )
  response.writeHead(refused ? result.status : 200, { 'content-type': 'application/json', 'content-length': body.length })
  if (fault?.is !== 'half-answered') return void response.end(body)
  await new Promise<void>((resolve) => void response.write(body.subarray(0, body.length / 2), () => resolve()))
  response.destroy()
}
