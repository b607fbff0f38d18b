import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { makeTlsCertificate } from './tls-certificate.ts'

/** What goes wrong with one request. */
export type MediaFault =
  /** answered with a status and nothing else */
  | { readonly is: 'refused'; readonly status: number }
  /** the connection ends in the middle of the body, be it the server's or the counter's */
  | { readonly is: 'half-sent' }
  /** the body comes in ten pieces, with so long before each, real ms */
  | { readonly is: 'slow'; readonly ms: number }
  /** other bytes of the same length */
  | { readonly is: 'altered' }
  /** the body never ends */
  | { readonly is: 'endless' }

/** Where WhatsApp keeps encrypted files: https with a certificate of its own. */
export class MediaServer {
  readonly #server: Server
  readonly #files = new Map<string, Buffer>()
  readonly #lost = new Map<string, Buffer>()
  readonly #faults: { readonly method: string; readonly fault: MediaFault }[] = []
  /** what another process has to trust, PEM */
  readonly certificate: string
  /** what a phone puts up again lies where it lay before */
  restoresInPlace = false
  /** requests so far */
  count = 0

  private constructor(server: Server, certificate: string) {
    this.#server = server
    this.certificate = certificate
  }

  /** Opens it, and has this process trust its certificate: the library's downloads and uploads go by Node's defaults. */
  static async open(now: number): Promise<MediaServer> {
    const certificate = makeTlsCertificate(now)
    setDefaultCACertificates([...getCACertificates('default'), certificate.cert])
    const server = createServer(certificate)
    const media = new MediaServer(server, certificate.cert)
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      media.#serve(request, response).catch(() => response.destroy())
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return media
  }

  /** The host that `media_conn` names. */
  get host(): string {
    return `localhost:${(this.#server.address() as AddressInfo).port}`
  }

  /** Keeps an encrypted file; gives its path. */
  keep(bytes: Buffer, path = `/v/t62/${createHash('sha256').update(bytes).digest('hex')}`): string {
    this.#files.set(path, bytes)
    return path
  }

  file(path: string): Buffer | undefined {
    return this.#files.get(path)
  }

  /** Only a phone has it still. */
  forget(path: string): void {
    this.#lost.set(path, this.#files.get(path) ?? Buffer.alloc(0))
    this.#files.delete(path)
  }

  /** A phone has put up again what was lost; gives the new path, undefined when no phone has it. */
  restore(path: string): string | undefined {
    const bytes = this.#lost.get(path)
    return bytes === undefined || bytes.length === 0 ? undefined : this.keep(bytes, this.restoresInPlace ? path : `${path}/again`)
  }

  /** The next request of this method goes wrong so. */
  next(method: 'GET' | 'POST', fault: MediaFault): void {
    this.#faults.push({ method, fault })
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.count++
    const { method = 'GET' } = request
    const at = this.#faults.findIndex((one) => one.method === method)
    const fault = at < 0 ? undefined : this.#faults.splice(at, 1)[0]?.fault
    const parts: Buffer[] = []
    for await (const part of request) {
      parts.push(part as Buffer)
      if (fault?.is === 'half-sent' && method === 'POST') return void response.destroy()
    }
    if (fault?.is === 'refused') return void response.writeHead(fault.status).end()
    const path = new URL(request.url ?? '/', 'https://localhost').pathname
    if (method === 'POST') {
      const kept = this.keep(Buffer.concat(parts))
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.#placeOf(kept)))
    }
    await this.#send(response, this.#files.get(path), fault)
  }

  #placeOf(path: string) {
    return { url: `https://${this.host}${path}`, direct_path: path }
  }

  async #send(response: ServerResponse, file: Buffer | undefined, fault: MediaFault | undefined): Promise<void> {
    if (file === undefined) return void response.writeHead(404).end()
    if (fault?.is === 'endless') return this.#sendForEver(response)
    response.writeHead(200, { 'content-length': file.length })
    if (fault?.is === 'slow') return sendSlowly(response, file, fault.ms)
    if (fault?.is === 'altered') return void response.end(Buffer.alloc(file.length, 7))
    if (fault?.is !== 'half-sent') return void response.end(file)
    response.write(file.subarray(0, file.length / 2), () => response.destroy())
  }

  #sendForEver(response: ServerResponse): void {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) continue
    }
    response.on('drain', more)
    more()
  }
}

async function sendSlowly(response: ServerResponse, file: Buffer, ms: number): Promise<void> {
  const size = Math.ceil(file.length / 10)
  for (let at = 0; at < file.length; at += size) {
    await new Promise((resolve) => void setTimeout(resolve, ms))
    response.write(file.subarray(at, at + size))
  }
  response.end()
}
