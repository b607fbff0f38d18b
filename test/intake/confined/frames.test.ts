import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameBytes, framesOf, FrameError, type Frame } from '../../../bot/intake/confined/frames.ts'

async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (let n = 0; at < bytes.length; n++) {
    const size = sizes[n % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function read(bytes: Buffer, sizes: readonly number[], maxBody = 10_000): Promise<Frame[]> {
  const frames: Frame[] = []
  for await (const frame of framesOf(pieces(bytes, sizes), maxBody)) frames.push(frame)
  return frames
}

describe('frames', () => {
  it('come out as they went in, in whichever pieces they arrive', async () => {
    const frame = fc.record({ head: fc.jsonValue(), body: fc.uint8Array({ maxLength: 300 }) })
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 6 }), sizes, async (sent, pieceSizes) => {
        const bytes = Buffer.concat(sent.flatMap(({ head, body }) => frameBytes(head, body)))
        const expected = sent.map(({ head, body }) => ({ head: JSON.parse(JSON.stringify(head)) as unknown, body: [...body] }))
        const received = (await read(bytes, pieceSizes)).map(({ head, body }) => ({ head, body: [...body] }))
        expect(received).toEqual(expected)
      }),
    )
  })

  it('are refused when they are too long, or break off', async () => {
    const whole = Buffer.concat(frameBytes({ a: 1 }, Buffer.alloc(100)))
    await expect(read(whole, [7], 99)).rejects.toThrow(FrameError)
    await expect(read(Buffer.concat(frameBytes('x'.repeat(5000))), [4096])).rejects.toThrow(FrameError)
    for (const length of [1, 8, 20, whole.length - 1]) {
      await expect(read(whole.subarray(0, length), [5])).rejects.toThrow(FrameError)
    }
  })
})
