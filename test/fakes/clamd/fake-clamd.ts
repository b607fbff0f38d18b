import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { ClamdAddress } from '../../../bot/intake/malware/scan.ts'

/** What every scanner finds and nothing suffers from (eicar.org); in two parts, so that no scanner finds it in here. */
export const EICAR = Buffer.from(String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$` + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')

/** What goes wrong with one connection. */
export type ClamdFault =
  /** it takes the file and says nothing */
  | 'silent'
  /** it closes the connection as soon as it is made */
  | 'closed'
  /** it breaks off within its answer */
  | 'half'
  /** it is reloading its signatures, or out of memory: an error instead of a verdict */
  | 'error'

/** Loosely what `clamd` does: INSTREAM with its limit on sizes, EICAR as the only signature, faults as ordered. */
export class FakeClamd {
  /** files that were sent whole */
  readonly files: Buffer[] = []
  readonly #server: Server
  readonly #open = new Set<Socket>()
  readonly #faults: ClamdFault[] = []
  readonly #maxBytes: number

  private constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
    this.#server = createServer((socket) => this.#serve(socket))
  }

  /** Listens on a free port of this machine, or on a socket; `maxBytes` is `StreamMaxLength` of clamd.conf(5). */
  static async start({ path, maxBytes = 25 * 2 ** 20 }: { path?: string; maxBytes?: number } = {}): Promise<FakeClamd> {
    const clamd = new FakeClamd(maxBytes)
    if (path === undefined) clamd.#server.listen(0, '127.0.0.1')
    else clamd.#server.listen(path)
    await once(clamd.#server, 'listening')
    return clamd
  }

  get address(): ClamdAddress {
    const at = this.#server.address() as AddressInfo | string
    return typeof at === 'string' ? { path: at } : { host: at.address, port: at.port }
  }

  /** The next connection goes wrong. */
  fail(fault: ClamdFault): void {
    this.#faults.push(fault)
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #serve(socket: Socket): void {
    const fault = this.#faults.shift()
    this.#open.add(socket)
    socket.on('close', () => this.#open.delete(socket))
    // The one who asks may be gone.
    socket.on('error', () => undefined)
    if (fault === 'closed') return void socket.destroy()
    let received = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const answer = this.#answer(received)
      if (answer === undefined || fault === 'silent') return
      if (fault === 'half') return void socket.end(answer.slice(0, -4))
      socket.end(fault === 'error' ? 'INSTREAM: Can not allocate memory. ERROR\0' : answer)
    })
  }

  /** The answer, once the command and its file are there. */
  #answer(received: Buffer): string | undefined {
    const command = 'zINSTREAM\0'
    if (received.length < command.length) return undefined
    if (received.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND\0'
    const chunks: Buffer[] = []
    let size = 0
    for (let at = command.length; at + 4 <= received.length;) {
      const length = received.readUInt32BE(at)
      if (length === 0) return this.#verdict(Buffer.concat(chunks))
      size += length
      if (size > this.#maxBytes) return 'INSTREAM size limit exceeded. ERROR\0'
      if (at + 4 + length > received.length) return undefined
      chunks.push(received.subarray(at + 4, at + 4 + length))
      at += 4 + length
    }
    return undefined
  }

  #verdict(file: Buffer): string {
    this.files.push(file)
    return file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'
  }
}
