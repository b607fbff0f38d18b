// How a child process answers: frames, each a small JSON head and a body of bytes. Both ends are here.

/** One frame: the head is not checked yet, whoever reads it does. */
export interface Frame {
  readonly head: unknown
  readonly body: Buffer
}

/** The most bytes of a head; a child that says more is not ours any more. */
const MAX_HEAD = 4096
/** Two numbers of four bytes each: how long the head is, how long the body. */
const LENGTHS = 8

/** What a child sends does not follow the form. */
export class FrameError extends Error {
  override readonly name = 'FrameError'
}

/** A frame as bytes. */
export function frameBytes(head: unknown, body: Uint8Array = new Uint8Array()): readonly [Buffer, Uint8Array] {
  const text = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(LENGTHS)
  lengths.writeUInt32BE(text.length, 0)
  lengths.writeUInt32BE(body.length, 4)
  return [Buffer.concat([lengths, text]), body]
}

/**
 * Reads frames as they come, and no faster than they are used.
 * @throws FrameError when a head or a body of more than `maxBody` bytes is announced, or the stream ends within a frame
 */
export async function* framesOf(stream: AsyncIterable<Buffer>, maxBody: number): AsyncGenerator<Frame> {
  let chunks: Buffer[] = []
  let had = 0
  let needed = LENGTHS
  for await (const chunk of stream) {
    chunks.push(chunk)
    had += chunk.length
    while (had >= needed) {
      const bytes = Buffer.concat(chunks)
      const headLength = bytes.readUInt32BE(0)
      const bodyLength = bytes.readUInt32BE(4)
      if (headLength > MAX_HEAD || bodyLength > maxBody) throw new FrameError('a frame is longer than it may be')
      const end = LENGTHS + headLength + bodyLength
      chunks = [bytes]
      needed = end
      if (had < end) break
      yield {
        head: JSON.parse(bytes.toString('utf8', LENGTHS, LENGTHS + headLength)) as unknown,
        body: bytes.subarray(LENGTHS + headLength, end),
      }
      chunks = [bytes.subarray(end)]
      had -= end
      needed = LENGTHS
    }
  }
  if (had > 0) throw new FrameError('a frame breaks off')
}
