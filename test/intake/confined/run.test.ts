import { describe, expect, it, vi } from 'vitest'
import { runConfined, type Confinement } from '../../../bot/intake/confined/run.ts'
import type { Frame } from '../../../bot/intake/confined/frames.ts'

const PROGRAM = new URL('./behave-badly.ts', import.meta.url)

async function run(what: string, input: Uint8Array | string = '', confinement: Partial<Confinement> = {}) {
  const frames: Frame[] = []
  const limits = { cpuSeconds: 20, seconds: 25, megabytes: 150, maxBody: 1_000_000, ...confinement }
  const end = await runConfined(PROGRAM, Buffer.from(input), [what], limits, async (frame) => void frames.push(frame))
  return { end, frames, heads: frames.map(({ head }) => head) }
}

describe('a program that reads what may be hostile', () => {
  it('gets the whole file and answers with bytes', async () => {
    const file = Buffer.alloc(900_000, 'abc')
    const { end, frames } = await run('echo', file)
    expect(end).toBe('done')
    expect(frames).toEqual([{ head: { size: 900_000 }, body: file }])
    expect(await run('echo', '')).toMatchObject({ end: 'done', heads: [{ size: 0 }] })
  })

  it('answers frame by frame, in order', async () => {
    const { frames } = await run('many')
    expect(frames.map(({ head, body }) => [head, body.length, body[0]])).toEqual(
      Array.from({ length: 20 }, (_, n) => [{ n }, n * 10_000, n === 0 ? undefined : n]),
    )
  })

  it('has no key of ours in its environment', async () => {
    vi.stubEnv('LOKET_MASTER_KEY', 'secret')
    const { heads } = await run('environment')
    expect(heads).toHaveLength(1)
    expect(JSON.stringify(heads)).not.toMatch(/LOKET|HOME|NODE/)
  })

  it('can read nothing but code, write nothing, start nothing and load nothing', async () => {
    expect(await run('try')).toMatchObject({ end: 'done', heads: [[]] })
  })

  it('is ended by the kernel when it calculates for too long', async () => {
    expect(await run('spin', 'x', { cpuSeconds: 1 })).toMatchObject({ end: 'timeout', frames: [] })
  })

  it('is ended by us when it waits for too long', async () => {
    expect(await run('sleep', '', { seconds: 1 })).toMatchObject({ end: 'timeout', frames: [] })
  })

  it('dies when it takes too much memory', async () => {
    expect(await run('fill memory')).toMatchObject({ end: expect.stringMatching(/died|unavailable/) as string, frames: [] })
  })

  it('is given no more memory for WebAssembly than it was meant to have', async () => {
    expect(await run('grow WebAssembly')).toMatchObject({ heads: [2 ** 20] })
  })

  it('is not believed when it says more than it may, or breaks off', async () => {
    expect(await run('say too much', '', { maxBody: 100_000 })).toMatchObject({ end: 'died', frames: [] })
    expect(await run('break off')).toMatchObject({ end: 'died', frames: [] })
  })

  it('is told apart from one that cannot even run', async () => {
    expect(await run('throw', 'x')).toMatchObject({ end: 'unavailable', frames: [] })
    const nothing = new URL('./no-such-program.ts', import.meta.url)
    const limits = { cpuSeconds: 20, seconds: 25, megabytes: 150, maxBody: 10 }
    expect(await runConfined(nothing, Buffer.from('x'), [], limits, async () => undefined)).toBe('unavailable')
  })

  it('is told apart from one that somebody else killed: that says nothing of the file', async () => {
    expect(await run('be killed', 'x')).toMatchObject({ end: 'unavailable', frames: [] })
  })

  it('is killed when nobody wants its answers, and the next is served', async () => {
    const limits = { cpuSeconds: 20, seconds: 25, megabytes: 150, maxBody: 1_000_000 }
    const broken = runConfined(PROGRAM, Buffer.from(''), ['many'], limits, () => Promise.reject(new Error('the disk is full')))
    const next = run('echo', 'next')
    await expect(broken).rejects.toThrow('the disk is full')
    expect(await next).toMatchObject({ end: 'done', heads: [{ size: 4 }] })
  })

  it('runs after the one before has ended, not beside it', async () => {
    const order: string[] = []
    const both = ['spin', 'echo'].map(async (what) => {
      await run(what, 'x', { cpuSeconds: 1 })
      order.push(what)
    })
    await Promise.all(both)
    expect(order).toEqual(['spin', 'echo'])
  })
})
