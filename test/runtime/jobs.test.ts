import { describe, expect, it } from 'vitest'
import type { JobHandler } from '../../bot/runtime/job-runner.ts'
import { newFolder, openMachine } from './machine.ts'

const MINUTE = 60_000

/** A handler with what matters in a test. */
function handler(run: JobHandler['run'], attempts = 3, leaseMs = 60_000): JobHandler {
  return { attempts, leaseMs, run }
}

/** A promise and what settles it. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open }
}

describe('a job', () => {
  it('runs beside the turns and comes back as an event to who asked for it', async () => {
    const { say, heard, observed, rows } = await openMachine({
      handlers: { sum: handler(async ({ n }) => ({ twice: Number(n) * 2 })) },
    })
    expect(await say('a', 'hello', 'job sum')).toEqual(['1:hello', '2:queued', '3:result {"twice":4}'])
    expect(heard('b')).toEqual([])
    expect(observed.jobs).toEqual(['sum done'])
    // What it was told is forgotten.
    expect(await rows('SELECT status, payload FROM Job')).toEqual([{ status: 2, payload: null }])
  })

  it('is tried again with growing pauses until it is done', async () => {
    let tries = 0
    const { say, pass, heard } = await openMachine({
      handlers: {
        flaky: handler(async () => {
          if (++tries < 3) throw new Error('not yet')
          return 'well'
        }),
      },
    })
    expect(await say('a', 'job flaky')).toEqual(['1:queued'])
    await pass(499)
    expect(tries).toBe(1)
    await pass(501)
    expect(tries).toBe(2)
    await pass(999)
    expect(tries).toBe(2)
    await pass(1001)
    expect(heard('a')).toEqual(['1:queued', '2:result "well"'])
  })

  it('is given up after its tries; who asked is told so', async () => {
    const { say, pass, heard, observed, rows } = await openMachine({
      handlers: { bad: handler(() => Promise.reject(new Error('never')), 2) },
    })
    await say('a', 'job bad')
    await pass(MINUTE)
    expect(heard('a')).toEqual(['1:queued', '2:result "given up"'])
    expect(observed.jobs).toEqual(['bad again', 'bad given-up'])
    expect(await rows('SELECT status, attempts, payload, error FROM Job')).toEqual([
      { status: 3, attempts: 2, payload: null, error: 'failed' },
    ])
  })

  it('of a kind that nobody knows is given up at once', async () => {
    const { say } = await openMachine()
    expect(await say('a', 'job mystery')).toEqual(['1:queued', '2:result "given up"'])
  })

  it('many of them run, eight at a time, though there are more wake-ups than places', async () => {
    const { passed, open } = gate()
    let [running, most] = [0, 0]
    const { arrive, quiet, jobs, heard } = await openMachine({
      handlers: {
        slow: handler(async () => {
          most = Math.max(most, ++running)
          await passed
          running--
          return 'ok'
        }),
      },
    })
    const chats = Array.from({ length: 30 }, (_, i) => `c${i}`)
    await Promise.all(chats.map((chat) => arrive(chat, 'job slow')))
    await quiet()
    for (let n = 0; n < 5; n++) jobs.wake()
    await quiet()
    expect(most).toBe(8)
    open()
    await quiet()
    for (const chat of chats) expect(heard(chat)).toEqual(['1:queued', '2:result "ok"'])
    expect(most).toBe(8)
  })

  it('whose try outlives its lease is taken over, and its late end counts for nothing', async () => {
    const gates = [gate(), gate()]
    let tries = 0
    const { say, pass, heard, observed, quiet } = await openMachine({
      handlers: {
        slow: handler(async () => {
          const mine = tries++
          await gates[mine]?.passed
          return mine === 0 ? 'late' : 'in time'
        }),
      },
    })
    await say('a', 'job slow')
    await pass(MINUTE)
    expect(tries).toBe(2)
    gates[0]?.open()
    await quiet()
    expect(heard('a')).toEqual(['1:queued'])
    gates[1]?.open()
    await quiet()
    expect(heard('a')).toEqual(['1:queued', '2:result "in time"'])
    expect(observed.jobs).toEqual(['slow superseded', 'slow done'])
  })

  it('that was under way when the process died runs again at the next start', async () => {
    const folder = await newFolder()
    const first = await openMachine({ folder, handlers: { work: handler(() => new Promise(() => undefined)) } })
    await first.say('a', 'job work')
    await first.kill()
    const second = await openMachine({ folder, time: first.time, handlers: { work: handler(async () => 'done') } })
    await second.quiet()
    expect(second.heard('a')).toEqual(['2:result "done"'])
  })

  it('that takes the process down with it every time is given up, not tried for ever', async () => {
    const folder = await newFolder()
    let tries = 0
    const deadly = handler(() => {
      tries++
      return new Promise(() => undefined)
    }, 3)
    const first = await openMachine({ folder, handlers: { deadly } })
    await first.say('a', 'job deadly')
    await first.kill()
    let told: readonly string[] = []
    for (let lives = 1; lives < 40 && told.length === 0; lives++) {
      const next = await openMachine({ folder, time: first.time, handlers: { deadly } })
      await next.quiet()
      told = next.heard('a')
      await next.kill()
    }
    expect(told).toEqual(['2:result "given up"'])
    // A kill is not held against a job at first: many times it may have had other reasons.
    expect(tries).toBe(28)
  })

  it('whose end cannot be noted is done again when its lease runs out: it is harmless twice', async () => {
    let tries = 0
    const { say, pass, heard, flaky, observed } = await openMachine({
      handlers: {
        work: handler(async () => {
          // Both looking for more work and noting the end of this fail.
          if (++tries === 1) flaky.failing = 2
          return tries
        }),
      },
    })
    await say('a', 'job work')
    expect(observed.jobs).toContain('work unnoted')
    await pass(MINUTE)
    expect(heard('a')).toEqual(['1:queued', '2:result 2'])
  })

  it('under way when the counter closes is finished, and its event kept', async () => {
    const { passed, open } = gate()
    const first = await openMachine({ handlers: { work: handler(() => passed.then(() => 'ok')) } })
    await first.say('a', 'job work')
    const stopping = first.stop()
    open()
    await stopping
    const second = await openMachine({ folder: first.folder, time: first.time })
    await second.quiet()
    expect([...first.heard('a'), ...second.heard('a')]).toEqual(['1:queued', '2:result "ok"'])
  })

  it('for later runs then, and one with the same key is queued once', async () => {
    let ran = 0
    const { unitOfWork, store, time, pump, quiet, pass } = await openMachine({
      handlers: { later: handler(async () => void ran++) },
    })
    const dueAt = time.now() + 10 * MINUTE
    const job = { kind: 'later', key: 'one', payload: {}, dueAt }
    await unitOfWork.run((tx) => store.enqueue(tx, [job, job], time.now()))
    await unitOfWork.run((tx) => store.enqueue(tx, [job], time.now()))
    pump.changed()
    await quiet()
    await pass(10 * MINUTE - 1)
    expect(ran).toBe(0)
    await pass(1)
    expect(ran).toBe(1)
    await pass(60 * MINUTE)
    expect(ran).toBe(1)
  })
})
