// What every confined program does: it reads the file it was given, and answers in frames.
import { frameBytes } from './frames.ts'

const PAGE = 65_536

/** Reads the whole of standard input. */
export async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Sends one frame; resolves when it is on its way, so that pages do not pile up in memory. */
export async function answer(head: unknown, body?: Uint8Array): Promise<void> {
  for (const part of frameBytes(head, body)) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(part, (error) => (error ? reject(error) : resolve()))
    })
  }
}

/**
 * Keeps WebAssembly from growing beyond `megabytes` of memory: the decoder's allocation then fails as it would on a small
 * machine. Decoders declare a maximum of 2 GB of their own.
 */
export function limitWasmMemory(megabytes: number): void {
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = function limitedGrow(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE > megabytes * 2 ** 20) throw new RangeError('the file needs too much memory')
    return grow.call(this, pages)
  }
}
