import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { movable } from '../../bot/intake/movable.ts'
import type * as Pipeline from '../../bot/intake/pipeline.ts'
import { WorkerPool, type PoolSettings } from '../../bot/intake/worker-pool.ts'
import { SVG, jpeg } from './photos.ts'

const PIPELINE = new URL('../../bot/intake/pipeline.ts', import.meta.url)
const UNRELIABLE = new URL('./unreliable-worker.ts', import.meta.url)
const rules = { types: ['jpeg'], maxBytes: 1_000_000, shrink: true } as const
const DIED = { name: 'WorkFailed', reason: 'died' }
const TIMEOUT = { name: 'WorkFailed', reason: 'timeout' }

function openPool(settings: Partial<PoolSettings> = {}) {
  const failures: string[] = []
  const onFailure = (error: unknown) => failures.push(String(error))
  const pool = new WorkerPool<typeof Pipeline>({ module: PIPELINE, threads: 1, timeout: 20_000, onFailure, ...settings })
  onTestFinished(() => pool.close())
  return { pool, failures }
}

const order = (name: string) => ({ bytes: Buffer.from(name), rules })
const failed = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('the pool of worker threads', () => {
  it('works on photos, more than it has threads, and gives each its own answer', async () => {
    const { pool } = openPool({ threads: 2 })
    const widths = [100, 200, 300, 400, 500]
    const outcomes = await Promise.all(widths.map(async (w) => pool.run('takePicture', { bytes: await jpeg(w, 50), rules })))
    expect(outcomes.map((outcome) => outcome.ok && outcome.photo.width)).toEqual(widths)
    expect(await pool.run('takePicture', { bytes: Buffer.from(SVG), rules })).toEqual({ ok: false, problem: 'svg' })
  })

  it('leaves the bytes with whoever gave them, unless they are to be moved', async () => {
    const { pool } = openPool()
    const bytes = await jpeg()
    const before = Buffer.from(bytes)
    await pool.run('takePicture', { bytes, rules })
    expect(bytes).toEqual(before)

    const own = Uint8Array.from(bytes)
    const { bytes: moved, move } = movable(own)
    expect(await pool.run('takePicture', { bytes: moved, rules }, move)).toMatchObject({ ok: true })
    expect(own).toHaveLength(0)
  })

  it('answers for a photo whose thread died, and serves those that wait behind it', async () => {
    const { pool, failures } = openPool({ module: UNRELIABLE })
    const photo = { bytes: await jpeg(120, 80), rules }
    const take = (task: Parameters<typeof Pipeline.takePicture>[0]) => pool.run('takePicture', task)
    const outcomes = await Promise.all([
      take(photo),
      failed(take(order('crash'))),
      failed(take(order('crash'))),
      take(photo),
      failed(take(order('throw'))),
      take(photo),
    ])
    const good = { ok: true, photo: { width: 120, height: 80 } }
    expect(outcomes).toMatchObject([good, DIED, DIED, good, DIED, good])
    expect(await pool.run('takePicture', photo)).toMatchObject(good)
    expect(failures).toEqual(['Error: the decoder died', 'Error: the decoder died', 'Error: an error of our own'])
  })

  it('kills a thread that hangs, and serves those that wait behind it; their time does not run while they wait', async () => {
    const { pool, failures } = openPool({ module: UNRELIABLE, timeout: 2500 })
    const photo = { bytes: await jpeg(120, 80), rules }
    const outcomes = await Promise.all([failed(pool.run('takePicture', order('hang!'))), pool.run('takePicture', photo)])
    expect(outcomes).toMatchObject([TIMEOUT, { ok: true, photo: { width: 120 } }])
    expect(failures).toHaveLength(1)
  })

  it('does not wait when the thread cannot even load its module', async () => {
    const { pool, failures } = openPool({ module: new URL('./no-such-worker.ts', import.meta.url) })
    expect(await failed(pool.run('takePicture', order('photo')))).toMatchObject(DIED)
    expect(failures).toEqual([expect.stringContaining('no-such-worker')])
  })

  it('answers for nothing once it is closed: neither what runs, nor what waits, nor what comes', async () => {
    const { pool } = openPool({ module: UNRELIABLE })
    expect(await pool.run('takePicture', { bytes: await jpeg(120, 80), rules })).toMatchObject({ ok: true })
    const pending = Promise.allSettled([pool.run('takePicture', order('hang!')), pool.run('takePicture', order('hang!'))])
    await pool.close()
    for (const outcome of await pending) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'PoolClosed' } })
    await expect(pool.run('takePicture', order('photo'))).rejects.toThrow('closed')
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
      const pool = new WorkerPool({ module: new URL(${url('../../bot/intake/pipeline.ts')}), threads: 1, timeout: 20000, onFailure: (error) => { throw error } })
      const before = threads()
      const running = pool.run('takePicture', { bytes: readFileSync(new URL('photo.jpg', import.meta.url)), rules: ${JSON.stringify(rules)} })
      await new Promise(setImmediate)
      const during = threads()
      const outcome = await running
      process.stdout.write(JSON.stringify({ before, started: during > before, ok: outcome.ok, width: outcome.photo.width }))`
    await writeFile(join(folder, 'script.mjs'), script)
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'script.mjs')])
    expect(JSON.parse(stdout)).toEqual({ before: 0, started: true, ok: true, width: 90 })
  })
})
