import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { HARD_LIMIT_BYTES } from '../../bot/intake/byte-limit.ts'
import { WorkerPool, type PoolSettings } from '../../bot/intake/worker-pool.ts'
import { SVG, jpeg } from './photos.ts'

const UNRELIABLE = new URL('./unreliable-worker.ts', import.meta.url)
const limitBytes = HARD_LIMIT_BYTES

function openPool(settings: Partial<PoolSettings> = {}) {
  const failures: string[] = []
  const onFailure = (error: unknown) => failures.push(String(error))
  const pool = new WorkerPool({ threads: 1, timeout: 20_000, onFailure, ...settings })
  onTestFinished(() => pool.close())
  return { pool, failures }
}

const order = (name: string) => ({ bytes: Buffer.from(name), limitBytes })

describe('the pool of worker threads', () => {
  it('works on photos, more than it has threads, and gives each its own answer', async () => {
    const { pool } = openPool({ threads: 2 })
    const widths = [100, 200, 300, 400, 500]
    const outcomes = await Promise.all(widths.map(async (w) => pool.run({ bytes: await jpeg(w, 50), limitBytes })))
    expect(outcomes.map((outcome) => outcome.ok && outcome.width)).toEqual(widths)
    expect(await pool.run({ bytes: Buffer.from(SVG), limitBytes })).toEqual({ ok: false, problem: 'svg' })
  })

  it('leaves the bytes with whoever gave them', async () => {
    const bytes = await jpeg()
    const before = Buffer.from(bytes)
    await openPool().pool.run({ bytes, limitBytes })
    expect(bytes).toEqual(before)
  })

  it('answers for a photo whose thread died, and serves those that wait behind it', async () => {
    const { pool, failures } = openPool({ worker: UNRELIABLE })
    const photo = { bytes: await jpeg(120, 80), limitBytes }
    const outcomes = await Promise.all([
      pool.run(photo),
      pool.run(order('crash')),
      pool.run(order('crash')),
      pool.run(photo),
      pool.run(order('throw')),
      pool.run(photo),
    ])
    const good = { ok: true, width: 120, height: 80 }
    const bad = { ok: false, problem: 'undecided' }
    expect(outcomes).toMatchObject([good, bad, bad, good, bad, good])
    expect(await pool.run(photo)).toMatchObject(good)
    expect(failures).toEqual(['Error: the decoder died', 'Error: the decoder died', 'Error: an error of our own'])
  })

  it('kills a thread that hangs, and serves those that wait behind it; their time does not run while they wait', async () => {
    const { pool, failures } = openPool({ worker: UNRELIABLE, timeout: 2500 })
    const photo = { bytes: await jpeg(120, 80), limitBytes }
    const outcomes = await Promise.all([pool.run(order('hang!')), pool.run(photo)])
    expect(outcomes).toMatchObject([
      { ok: false, problem: 'timeout' },
      { ok: true, width: 120 },
    ])
    expect(failures).toHaveLength(1)
  })

  it('does not wait when the thread cannot even load its module', async () => {
    const { pool, failures } = openPool({ worker: new URL('./no-such-worker.ts', import.meta.url) })
    expect(await pool.run(order('photo'))).toEqual({ ok: false, problem: 'undecided' })
    expect(failures).toEqual([expect.stringContaining('no-such-worker')])
  })

  it('answers for nothing once it is closed: neither what runs, nor what waits, nor what comes', async () => {
    const { pool } = openPool({ worker: UNRELIABLE })
    expect(await pool.run({ bytes: await jpeg(120, 80), limitBytes })).toMatchObject({ ok: true })
    const pending = Promise.allSettled([pool.run(order('hang!')), pool.run(order('hang!'))])
    await pool.close()
    for (const outcome of await pending) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'PoolClosed' } })
    await expect(pool.run(order('photo'))).rejects.toThrow('closed')
  })

  it('runs under plain Node, starts no thread before the first photo and lets the process end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loket-pool-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'photo.jpg'), await jpeg(90, 60))
    const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
    const script = `
      import { readFileSync } from 'node:fs'
      import { WorkerPool } from ${url('../../bot/intake/worker-pool.ts')}
      const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
      const pool = new WorkerPool({ threads: 1, timeout: 20000, onFailure: (error) => { throw error } })
      const before = threads()
      const running = pool.run({ bytes: readFileSync(new URL('photo.jpg', import.meta.url)), limitBytes: 1e6 })
      await new Promise(setImmediate)
      const during = threads()
      const outcome = await running
      process.stdout.write(JSON.stringify({ before, started: during > before, ok: outcome.ok, width: outcome.width }))`
    await writeFile(join(folder, 'script.mjs'), script)
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'script.mjs')])
    expect(JSON.parse(stdout)).toEqual({ before: 0, started: true, ok: true, width: 90 })
  })
})
