import { describe, expect, it } from 'vitest'
import { SendError, type SendFailure } from '../../bot/channels/channel.ts'
import { openMachine } from './machine.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** A machine whose next sends to `a` fail so. */
async function failing(...failures: readonly (SendFailure | Error)[]) {
  const machine = await openMachine()
  const left = [...failures]
  machine.wire.behave = ({ address }) => {
    const failure = address === 'a' ? left.shift() : undefined
    if (failure === undefined) return Promise.resolve()
    return Promise.reject(failure instanceof Error ? failure : new SendError(failure))
  }
  const outbox = () => machine.rows<object>('SELECT status, attempts, error FROM Outbox ORDER BY id')
  return { ...machine, outbox }
}

describe('a send that fails', () => {
  it('because of haste waits as long as the platform says, and the rest of the chat with it', async () => {
    const { say, pass, heard, outbox } = await failing({ kind: 'throttled', retryAfterMs: 7000 })
    expect(await say('a', 'one', 'two', 'three')).toEqual([])
    expect(await say('b', 'free')).toEqual(['1:free'])
    await pass(6999)
    expect(heard('a')).toEqual([])
    await pass(1)
    expect(heard('a')).toEqual(['1:one', '2:two', '3:three'])
    expect((await outbox()).at(0)).toEqual({ status: 1, attempts: 1, error: null })
  })

  it('because the account is down waits half a minute', async () => {
    const { say, pass, heard } = await failing({ kind: 'account-down' })
    await say('a', 'one')
    await pass(29_999)
    expect(heard('a')).toEqual([])
    await pass(1)
    expect(heard('a')).toEqual(['1:one'])
  })

  it.each(['throttled', 'account-down'] as const)('because of the platform (%s) is never given up for that', async (kind) => {
    const failure = kind === 'throttled' ? { kind, retryAfterMs: 30_000 } : { kind }
    const { say, pass, heard } = await failing(...Array.from({ length: 50 }, () => failure), { kind: 'retryable' })
    await say('a', 'one')
    for (let n = 0; n < 51; n++) await pass(30 * SECOND)
    expect(heard('a')).toEqual(['1:one'])
  })

  it('for a passing reason is tried again with growing pauses, and given up after about an hour', async () => {
    const { say, wire, pass, heard, outbox, time } = await failing(...Array.from({ length: 40 }, () => new Error('?')))
    await say('a', 'one', 'two')
    const begun = time.now()
    for (let n = 0; n < 90 * 60; n += 5) {
      if (wire.tries.at(-1)?.text !== '1:one') break
      await pass(5 * SECOND)
    }
    const tries = wire.tries.filter(({ text }) => text === '1:one').map(({ at }) => at - begun)
    expect(tries).toHaveLength(20)
    expect(tries.at(-1)).toBeGreaterThan(30 * MINUTE)
    expect(tries.at(-1)).toBeLessThan(70 * MINUTE)
    const pauses = tries.slice(1).map((at, i) => at - (tries[i] ?? 0))
    // The loop above looks every five seconds: the pause is at most that much longer than it was set.
    pauses.forEach((pause, i) => expect(pause).toBeLessThanOrEqual(Math.min(5 * MINUTE, 500 * 2 ** i) + 5 * SECOND))
    expect((await outbox())[0]).toMatchObject({ status: 2, error: 'retryable' })
    expect(heard('a')).toEqual([])
  })

  it('for good is set aside at once, with its code, and what comes after it goes out', async () => {
    const { say, outbox, heard, stopped, rows } = await failing({ kind: 'final', code: 'bad-request' })
    await say('a', 'one', 'two')
    expect(heard('a')).toEqual(['2:two'])
    expect(await outbox()).toEqual([
      { status: 2, attempts: 1, error: 'bad-request' },
      { status: 1, attempts: 1, error: null },
    ])
    expect(await rows('SELECT count(*) AS n FROM Outbox WHERE status = 2 AND payload IS NOT NULL')).toEqual([{ n: 1n }])
    expect(stopped).toEqual([])
  })

  it('until the person writes waits that long, holds its chat back, and is given up after twenty invitations', async () => {
    const waits = { kind: 'waits-for-person', retryAfterMs: 60 * MINUTE } as const
    const { say, outbox, heard, pass, wire } = await failing(...Array.from({ length: 40 }, () => waits))
    await say('a', 'one', 'two')
    expect((await outbox())[0]).toEqual({ status: 0, attempts: 1, error: 'waits-for-person' })
    await pass(59 * MINUTE)
    expect(wire.tries).toHaveLength(1)
    for (let n = 0; n < 20; n++) await pass(60 * MINUTE)
    expect((await outbox())[0]).toEqual({ status: 2, attempts: 20, error: 'unanswered' })
    expect(heard('a')).toEqual([])
  })

  it('because the person has stopped us is told to the house', async () => {
    const { say, outbox, stopped, rows } = await failing({ kind: 'contact-stopped' })
    await say('a', 'one')
    const [conversation] = await rows<{ id: number }>('SELECT id FROM Conversation')
    expect(stopped).toEqual([Number(conversation?.id)])
    expect(await outbox()).toEqual([{ status: 2, attempts: 1, error: 'contact-stopped' }])
  })

  it('is remembered over a restart', async () => {
    const first = await failing({ kind: 'throttled', retryAfterMs: 10 * MINUTE })
    await first.say('a', 'one')
    await first.stop()
    const second = await openMachine({ folder: first.folder, time: first.time })
    await second.quiet()
    expect(second.heard('a')).toEqual([])
    await second.pass(10 * MINUTE)
    expect(second.heard('a')).toEqual(['1:one'])
  })
})

describe('a message', () => {
  it('too long for the platform goes in parts with keys of their own, the same at every try', async () => {
    const { arrive, quiet, pass, wire, heard } = await openMachine()
    let fails = 1
    wire.behave = ({ key }) => (key.endsWith('.1') && fails-- > 0 ? Promise.reject(new Error('?')) : Promise.resolve())
    await arrive('a', `long ${'word '.repeat(2000)}`)
    await quiet()
    await pass(SECOND)
    const keys = wire.tries.map(({ key }) => key)
    expect(keys.slice(0, 2)).toEqual(keys.slice(2, 4))
    expect(new Set(keys).size).toBe(3)
    expect(heard('a').every((text) => text.length <= 4096)).toBe(true)
    expect(
      heard('a')
        .join(' ')
        .split(/\s+/)
        .filter((word) => word === 'word'),
    ).toHaveLength(2000)
  })

  it('with a file that is gone is given up in the end, and holds nothing up for ever', async () => {
    const { store, unitOfWork, say, pump, pass, heard, rows, time } = await openMachine()
    await say('a', 'one')
    await unitOfWork.run(async (tx) => {
      const conversation = await store.conversationAt(tx, 'wire', 'a', time.now())
      const message = { text: 'photo', file: { id: 'gone', name: 'x.jpg' } }
      await store.send(tx, { conversation, account: 'wire' }, [{ message }, { message: { text: 'after' } }], time.now())
    })
    pump.changed()
    for (let n = 0; n < 25; n++) await pass(5 * MINUTE)
    expect(heard('a')).toEqual(['1:one', 'after'])
    expect(await rows('SELECT count(*) AS n FROM Outbox WHERE status = 2')).toEqual([{ n: 1n }])
  })
})

describe('the pace of an account', () => {
  it('is kept over all chats, and in each', async () => {
    const { arrive, quiet, wire, pass, time } = await openMachine({ limits: { perSecond: 10, chatGapMs: 1000 } })
    const begun = time.now()
    await arrive('a', '1', '2', '3')
    for (const chat of ['b', 'c', 'd', 'e']) await arrive(chat, '1')
    await quiet()
    for (let n = 0; n < 60; n++) await pass(50)
    const at = (address: string) => wire.delivered.filter((one) => one.address === address).map((one) => one.at - begun)
    expect(at('a')).toHaveLength(3)
    const [first = 0, second = 0, third = 0] = at('a')
    expect(second - first).toBeGreaterThanOrEqual(1000)
    expect(third - second).toBeGreaterThanOrEqual(1000)
    const all = wire.delivered.map((one) => one.at - begun)
    for (const [i, moment] of all.entries()) {
      const before = all[i - 1]
      if (before !== undefined) expect(moment - before).toBeGreaterThanOrEqual(50)
    }
    expect(all).toHaveLength(7)
  })

  it('does not change the order', async () => {
    const { arrive, wire, pass, heard } = await openMachine({ limits: { perSecond: 1, chatGapMs: 0 } })
    await arrive('a', ...Array.from({ length: 8 }, (_, i) => String(i)))
    for (let n = 0; n < 20; n++) await pass(1000)
    expect(heard('a').map((text) => text.split(':')[1])).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
    expect(wire.tries).toHaveLength(8)
  })
})
