import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SendError } from '../../bot/channels/channel.ts'
import { highestId } from '../../storage/highest-id.ts'
import { Ids } from '../../storage/ids.ts'
import { SqliteStore } from '../../storage/sqlite-store.ts'
import { VirtualTime } from '../support/virtual-time.ts'
import { newFolder, openMachine } from './machine.ts'

const MINUTE = 60_000
const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1))
/** What the tiny engine says to texts that come in this order. */
const counted = (texts: readonly string[], from = 1) => texts.map((text, i) => `${from + i}:${text}`)

describe('an arrival', () => {
  it('is answered, and acknowledged only when it is kept', async () => {
    const { arrive, rows, quiet, heard } = await openMachine()
    await arrive('a', 'hello')
    expect(await rows('SELECT status FROM Inbox')).toEqual([{ status: 1 }])
    await quiet()
    expect(heard('a')).toEqual(['1:hello'])
  })

  it.each([
    ['in one batch', 1],
    ['in batches of their own', 3],
  ])('that comes three times with the same key is answered once: %s', async (_how, batches) => {
    const { pump, arrival, quiet, heard } = await openMachine()
    const one = arrival('a', { kind: 'text', text: 'hello' }, 'same')
    if (batches === 1) await pump.ingest([one, one, one])
    else for (let n = 0; n < batches; n++) await pump.ingest([one])
    await quiet()
    expect(heard('a')).toEqual(['1:hello'])
  })

  it('with a key of another account or another text under the same key is what it is: new, or known', async () => {
    const { pump, arrival, quiet, heard } = await openMachine()
    await pump.ingest([arrival('a', { kind: 'text', text: 'first' }, 'k'), arrival('a', { kind: 'text', text: 'second' }, 'k')])
    await pump.ingest([{ ...arrival('a', { kind: 'text', text: 'third' }, 'k'), account: 'other' }])
    await quiet()
    expect(heard('a')).toEqual(['1:first'])
  })

  it('that comes again while its first turn fails is not taken twice', async () => {
    const { pump, arrival, quiet, heard, observed } = await openMachine()
    const one = arrival('a', { kind: 'text', text: 'boom' }, 'same')
    await Promise.all([pump.ingest([one]), pump.ingest([one]), pump.ingest([one])])
    await quiet()
    await pump.ingest([one])
    await quiet()
    expect(observed.turns).toEqual(['again', 'again', 'aside'])
    expect(heard('a')).toHaveLength(1)
  })

  it.each(['', ' ', '\u0000', "' OR 1=1 --", '🙂'.repeat(5000), '\u202Eabc', '{"a":1}', 'x'.repeat(10_000)])(
    'may have any key, address and text (%#)',
    async (odd) => {
      const { pump, arrival, quiet, wire, rows } = await openMachine()
      await pump.ingest([arrival(odd, { kind: 'text', text: odd }, odd), arrival(odd, { kind: 'text', text: 'b' }, `${odd}b`)])
      await quiet()
      expect(await rows('SELECT status FROM Inbox')).toEqual([{ status: 1 }, { status: 1 }])
      expect(wire.delivered.at(-1)).toMatchObject({ address: odd, text: '2:b' })
    },
  )

  it('is refused when the counter is closed', async () => {
    const { stop, arrive } = await openMachine()
    await stop()
    await expect(arrive('a', 'hello')).rejects.toThrow('stopping')
  })

  it('may be none at all', async () => {
    const { pump } = await openMachine()
    await expect(pump.ingest([])).resolves.toBeUndefined()
  })
})

describe('the order of a conversation', () => {
  it('is kept in bursts, each conversation for itself', async () => {
    const { pump, arrival, quiet, heard } = await openMachine()
    const [chats, texts] = [numbers(20), numbers(30)]
    await Promise.all(texts.map((text) => pump.ingest(chats.map((chat) => arrival(chat, { kind: 'text', text })))))
    await quiet()
    for (const chat of chats) expect(heard(chat)).toEqual(counted(texts))
  })

  it.each([
    ['in one batch', true],
    ['one by one', false],
  ])('is kept when more come at once than one commit takes: %s', async (_how, together) => {
    const { pump, arrival, quiet, heard, rows } = await openMachine()
    const texts = numbers(700)
    const arrivals = texts.map((text, i) => arrival(String(i % 3), { kind: 'text', text }))
    if (together) await pump.ingest(arrivals)
    else await Promise.all(arrivals.map((one) => pump.ingest([one])))
    await quiet()
    for (const chat of ['0', '1', '2']) expect(heard(chat)).toEqual(counted(texts.filter((_, i) => String(i % 3) === chat)))
    expect(await rows('SELECT count(*) AS n FROM Inbox WHERE status <> 1')).toEqual([{ n: 0n }])
  })

  it('is kept when an answer has many messages, and when it has none', async () => {
    const { say } = await openMachine()
    expect(await say('a', 'many 5', 'hush', 'x')).toEqual(['1:1', '1:2', '1:3', '1:4', '1:5', '3:x'])
  })

  it('holds nobody else up: a chat whose message is stuck stands alone', async () => {
    const { wire, arrive, quiet, heard } = await openMachine()
    let letGo = () => {}
    wire.behave = ({ address }) => (address === 'stuck' ? new Promise((resolve) => (letGo = resolve)) : Promise.resolve())
    await arrive('stuck', 'one', 'two')
    for (const text of numbers(5)) await arrive('free', text)
    await quiet()
    expect(heard('free')).toEqual(counted(numbers(5)))
    expect(heard('stuck')).toEqual([])
    expect(wire.tries.filter(({ address }) => address === 'stuck')).toHaveLength(1)
    letGo()
    wire.behave = () => Promise.resolve()
    await quiet()
    expect(heard('stuck')).toEqual(['1:one', '2:two'])
  })

  it('survives whatever the network, the disk and the platform do', async () => {
    const hurdle = fc.constantFrom('fine', 'throttled', 'retryable', 'account-down', 'unknown', 'disk', 'again')
    const said = fc.record({ chat: fc.constantFrom('a', 'b', 'c'), hurdle })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(said, { maxLength: 6 }), { maxLength: 12 }), async (bursts) => {
        const { pump, arrival, quiet, heard, wire, flaky, pass, stop, rows } = await openMachine()
        const faults: string[] = []
        wire.behave = () => {
          const fault = faults.shift() ?? 'fine'
          if (fault === 'unknown') return Promise.reject(new Error('?'))
          if (fault === 'throttled') return Promise.reject(new SendError({ kind: 'throttled', retryAfterMs: 1500 }))
          if (fault === 'retryable' || fault === 'account-down') return Promise.reject(new SendError({ kind: fault }))
          return Promise.resolve()
        }
        const expected = new Map<string, string[]>([
          ['a', []],
          ['b', []],
          ['c', []],
        ])
        for (const [i, burst] of bursts.entries()) {
          const arrivals = burst.map(({ chat }, j) => arrival(chat, { kind: 'text', text: `${i}.${j}` }, `${i}.${j}`))
          for (const [j, { chat }] of burst.entries()) expected.get(chat)?.push(`${i}.${j}`)
          for (const { hurdle: one } of burst) {
            if (one === 'disk') flaky.failing++
            else if (one !== 'again' && one !== 'fine') faults.push(one)
          }
          // A platform sends again what was not acknowledged, and sometimes what was.
          for (let kept = false; !kept;)
            kept = await pump.ingest(arrivals).then(
              () => true,
              () => false,
            )
          if (burst.some((one) => one.hurdle === 'again')) await pump.ingest(arrivals).catch(() => undefined)
        }
        for (let n = 0; n < 12; n++) await pass(2 * MINUTE)
        await quiet()
        for (const [chat, texts] of expected) expect(heard(chat)).toEqual(counted(texts))
        expect(await rows('SELECT count(*) AS n FROM Outbox WHERE status <> 1')).toEqual([{ n: 0n }])
        expect(await rows('SELECT count(*) AS n FROM Bundle')).toEqual([{ n: 0n }])
        await stop()
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})

describe('a commit', () => {
  it('is shared: two hundred arrivals at once take few', async () => {
    const { arrive, flaky, quiet, wire } = await openMachine()
    await quiet()
    const before = flaky.commits
    await Promise.all(numbers(200).map((chat) => arrive(chat, 'hello')))
    expect(flaky.commits - before).toBeLessThanOrEqual(3)
    await quiet()
    expect(wire.delivered).toHaveLength(200)
    expect(flaky.commits - before).toBeLessThanOrEqual(12)
  })

  it('that fails sends nothing, acknowledges nothing and loses nothing', async () => {
    const { arrive, arrival, pump, flaky, quiet, wire, heard, observed, pass } = await openMachine()
    await arrive('a', 'hello')
    await quiet()
    const one = arrival('a', { kind: 'text', text: 'two' }, 'two')
    flaky.failing = 1
    await expect(pump.ingest([one])).rejects.toThrow('the disk is full')
    expect(observed.failures).toHaveLength(1)
    expect(wire.tries).toHaveLength(1)
    await pump.ingest([one])
    await pass(MINUTE)
    expect(heard('a')).toEqual(['1:hello', '2:two'])
  })

  it('that fails forgets what was only thought: a new chat is made again, a session is as it was', async () => {
    const { arrive, flaky, quiet, heard, say } = await openMachine()
    await quiet()
    flaky.failing = 1
    await expect(arrive('new', 'hello')).rejects.toThrow('the disk is full')
    await quiet()
    expect(await say('new', 'hello')).toEqual(['1:hello'])
    flaky.failing = 1
    await expect(arrive('new', 'lost')).rejects.toThrow('the disk is full')
    expect(await say('new', 'again')).toEqual(['2:again'])
    expect(heard('new')).toHaveLength(2)
  })

  it('that fails when a message was sent notes it later, and sends it once', async () => {
    const { arrive, flaky, quiet, wire, pass, rows } = await openMachine()
    wire.behave = () => {
      flaky.failing = 1
      return Promise.resolve()
    }
    await arrive('a', 'hello')
    await quiet()
    expect(await rows('SELECT status FROM Outbox')).toEqual([{ status: 0 }])
    await pass(1000)
    expect(await rows('SELECT status, attempts FROM Outbox')).toEqual([{ status: 1, attempts: 1 }])
    expect(wire.tries).toHaveLength(1)
  })

  it('that fails while a timer rings lets it ring again', async () => {
    const { say, flaky, time, quiet, heard, pass } = await openMachine()
    await say('a', 'timers t+1000')
    flaky.failing = 1
    time.pass(1000)
    await quiet()
    expect(heard('a')).toEqual(['1:armed'])
    await pass(300)
    expect(heard('a')).toEqual(['1:armed', '2:rang t "t"'])
  })

  it('that keeps failing is tried again at a walk, not at a run', async () => {
    const { say, flaky, quiet, pass, observed } = await openMachine()
    await say('a', 'timers t+1000')
    flaky.failing = 1000
    await pass(1000)
    for (let n = 0; n < 4; n++) await pass(250)
    await quiet()
    expect(observed.failures.length).toBeGreaterThanOrEqual(4)
    expect(observed.failures.length).toBeLessThanOrEqual(7)
    flaky.failing = 0
  })
})

describe('a turn that fails', () => {
  it('is tried three times and set aside with an apology; what came after it is handled, in order', async () => {
    const { say, observed, rows } = await openMachine()
    const heard = await say('a', 'one', 'boom', 'two', 'three')
    expect(heard).toEqual(['1:one', expect.stringMatching(/gangguan/), '2:two', '3:three'])
    expect(observed.turns).toEqual(['again', 'again', 'aside'])
    expect(await rows('SELECT status, attempts, payload IS NOT NULL AS kept FROM Inbox ORDER BY id')).toEqual([
      { status: 1, attempts: 0, kept: 0n },
      { status: 2, attempts: 3, kept: 1n },
      { status: 1, attempts: 0, kept: 0n },
      { status: 1, attempts: 0, kept: 0n },
    ])
  })

  it('holds up no other conversation of its batch', async () => {
    const { pump, arrival, quiet, heard } = await openMachine()
    const chats = numbers(12)
    await pump.ingest(
      ['boom', 'fine', 'boom', 'good'].flatMap((text) =>
        chats.map((chat) => arrival(chat, { kind: 'text', text: Number(chat) % 2 === 0 ? text : 'x' })),
      ),
    )
    await quiet()
    for (const chat of chats)
      expect(heard(chat)).toEqual(
        Number(chat) % 2 === 0
          ? [expect.stringMatching(/gangguan/), '1:fine', expect.stringMatching(/gangguan/), '2:good']
          : counted(['x', 'x', 'x', 'x']),
      )
  })

  it('undoes what its port wrote, and nothing of the turn before it', async () => {
    const { say, rows } = await openMachine({
      call: async (tx, what) => {
        await tx.setting.create({ data: { name: what, value: '' } })
        if (what === 'bad') throw new Error('the port tripped')
        return what
      },
    })
    const heard = await say('a', 'call good', 'call bad', 'call fine')
    expect(heard).toEqual(['1:called good', expect.stringMatching(/gangguan/), '2:called fine'])
    expect(await rows(`SELECT name FROM Setting WHERE name IN ('good', 'bad', 'fine') ORDER BY name`)).toEqual([
      { name: 'fine' },
      { name: 'good' },
    ])
  })

  it('leaves no ghost of a chat that its port made', async () => {
    let fails = 2
    const { say, heard, rows } = await openMachine({
      call: async (tx, what, store) => {
        // Twice, as a port does that looks up what it has just made.
        for (let n = 0; n < 2; n++) {
          const conversation = await store.conversationAt(tx, 'wire', what, 1)
          await store.session(tx, conversation)
          await store.post(tx, [{ conversation, key: what, event: { kind: 'notice', notice: 'welcome', data: {} } }], 1)
        }
        if (fails-- > 0) throw new Error('the port tripped')
        return what
      },
    })
    expect(await say('a', 'call b')).toEqual(['1:called b'])
    expect(heard('b')).toEqual(['1:welcome'])
    expect(await say('b', 'hello')).toEqual(['2:hello'])
    expect(await rows('SELECT count(*) AS n FROM Inbox WHERE status = 0')).toEqual([{ n: 0n }])
  })

  it('that nobody waits for is set aside without an apology', async () => {
    const { say, store, unitOfWork, pump, quiet, heard, observed, time } = await openMachine()
    await say('a', 'hello')
    await unitOfWork.run(async (tx) => {
      const conversation = await store.conversationAt(tx, 'wire', 'a', time.now())
      await store.post(tx, [{ conversation, key: 'n', event: { kind: 'notice', notice: 'boom', data: {} } }], time.now())
    })
    pump.changed()
    await quiet()
    expect(observed.turns).toEqual(['again', 'again', 'aside'])
    expect(heard('a')).toEqual(['1:hello'])
    expect(await say('a', 'still here')).toEqual(['2:still here'])
  })
})

describe('what comes from elsewhere', () => {
  it('is found at the next beat when it was posted beside the turns, and the same post is kept once', async () => {
    const { say, store, unitOfWork, pump, quiet, heard, time } = await openMachine()
    await say('a', 'hello')
    const post = () =>
      unitOfWork.run(async (tx) => {
        const conversation = await store.conversationAt(tx, 'wire', 'a', time.now())
        await store.post(tx, [{ conversation, key: 'n', event: { kind: 'notice', notice: 'news', data: {} } }], time.now())
      })
    await Promise.all([post(), post()])
    pump.changed()
    await quiet()
    expect(heard('a')).toEqual(['1:hello', '2:news'])
  })

  it('is found within a minute when another process left it', async () => {
    const { say, unitOfWork, heard, time, sealer, pass } = await openMachine()
    await say('a', 'hello')
    const elsewhere = new SqliteStore(new Ids(time, await unitOfWork.run(highestId)), sealer)
    await unitOfWork.run(async (tx) => {
      const conversation = await elsewhere.conversationAt(tx, 'wire', 'a', time.now())
      await elsewhere.post(tx, [{ conversation, key: 'n', event: { kind: 'notice', notice: 'news', data: {} } }], time.now())
      await elsewhere.send(tx, { conversation, account: 'wire' }, [{ message: { text: 'and this' } }], time.now())
    })
    await pass(MINUTE)
    expect(heard('a').sort()).toEqual(['1:hello', '2:news', 'and this'])
  })

  it('a quoted reply is about what the message that it quotes was about', async () => {
    const { say, pump, arrival, wire, quiet, heard } = await openMachine()
    await say('a', 'task-7')
    const quoted = `p${wire.delivered[0]?.key ?? ''}`
    await pump.ingest([arrival('a', { kind: 'text', text: 'yes' }, 'r1', quoted)])
    await pump.ingest([arrival('b', { kind: 'text', text: 'yes' }, 'r2', quoted)])
    await quiet()
    expect(heard('a').at(-1)).toBe('2:yes about task-7')
    // Another chat's message is nothing that one could reply to.
    expect(heard('b')).toEqual(['1:yes'])
  })
})

describe('a timer', () => {
  it('rings once at its time, with what it was given', async () => {
    const { say, pass, heard, rows } = await openMachine()
    await say('a', 'timers nudge+5000')
    await pass(4999)
    expect(heard('a')).toEqual(['1:armed'])
    await pass(1)
    await pass(MINUTE)
    expect(heard('a')).toEqual(['1:armed', '2:rang nudge "nudge"'])
    expect(await rows('SELECT count(*) AS n FROM Timer')).toEqual([{ n: 0n }])
  })

  it.each([
    ['armed again later', ['timers t+1000 t+5000'], 5000],
    ['cancelled and armed', ['timers t+1000 t- t+5000'], 5000],
    ['armed again by the next turn of the batch', ['timers t+1000', 'timers t+5000'], 5000],
    ['armed again sooner', ['timers t+9000', 'timers t+5000'], 5000],
    ['armed and cancelled', ['timers t+1000 t-'], undefined],
    ['armed, then cancelled by the next turn', ['timers t+1000', 'timers t-'], undefined],
  ])('goes by the last word: %s', async (_what, texts, at) => {
    const { say, pass, heard } = await openMachine()
    await say('a', ...texts)
    const before = heard('a').length
    await pass(4999)
    expect(heard('a')).toHaveLength(before)
    await pass(1)
    expect(heard('a').length - before).toBe(at === undefined ? 0 : 1)
  })

  it('may be armed again by its own ring, any number of times', async () => {
    const { say, pass, heard } = await openMachine()
    for (let n = 0; n < 3; n++) {
      await say('a', 'timers t+100')
      await pass(100)
    }
    expect(heard('a').filter((text) => text.includes('rang'))).toHaveLength(3)
  })

  it('survives a restart, and rings at once when its time has passed meanwhile', async () => {
    const first = await openMachine()
    await first.say('a', 'timers t+60000 u+3600000')
    await first.stop()
    first.time.pass(2 * MINUTE)
    const second = await openMachine({ folder: first.folder, time: first.time })
    await second.quiet()
    expect(second.heard('a')).toEqual(['2:rang t "t"'])
    await second.pass(60 * MINUTE)
    expect(second.heard('a')).toEqual(['2:rang t "t"', '3:rang u "u"'])
  })

  it('more of them than one commit takes, all at the same moment, all ring', async () => {
    const { arrive, pass, quiet, wire } = await openMachine()
    await Promise.all(numbers(600).map((chat) => arrive(chat, 'timers t+1000')))
    await quiet()
    await pass(1000)
    expect(wire.delivered.filter(({ text }) => text.includes('rang'))).toHaveLength(600)
  })
})

describe('closing and starting', () => {
  it('a message on its way when the counter closes is noted as sent, and not sent again', async () => {
    const { wire, arrive, quiet, stop, folder, time } = await openMachine()
    let letGo = () => {}
    wire.behave = () => new Promise((resolve) => (letGo = resolve))
    await arrive('a', 'one', 'two')
    await quiet()
    const stopping = stop()
    letGo()
    await stopping
    const second = await openMachine({ folder, time })
    await second.quiet()
    expect(wire.delivered.map(({ text }) => text)).toEqual(['1:one'])
    expect(second.heard('a')).toEqual(['2:two'])
  })

  it('closes though the disk fails at the last moment', async () => {
    const { wire, arrive, quiet, stop, flaky, folder, time } = await openMachine()
    let letGo = () => {}
    wire.behave = () => new Promise((resolve) => (letGo = resolve))
    await arrive('a', 'one')
    await quiet()
    const stopping = stop()
    flaky.failing = 2
    letGo()
    await stopping
    const second = await openMachine({ folder, time })
    await second.quiet()
    expect(second.wire.tries).toEqual([])
  })

  it('what a killed process left is taken up: events that wait, messages that were on their way', async () => {
    const folder = await newFolder()
    const first = await openMachine({ folder })
    first.wire.behave = () => new Promise(() => undefined)
    await first.arrive('a', 'one', 'two')
    await first.unitOfWork.run(async (tx) => {
      const conversation = await first.store.conversationAt(tx, 'wire', 'a', 1)
      await first.store.post(tx, [{ conversation, key: 'n', event: { kind: 'notice', notice: 'news', data: {} } }], 1)
    })
    await first.quiet()
    await first.kill()
    const second = await openMachine({ folder, time: first.time })
    await second.quiet()
    expect(second.heard('a')).toEqual(['1:one', '2:two', '3:news'])
    // The same message has the same name on the platform: it is shown once.
    expect(second.wire.tries[0]?.key).toBe(first.wire.tries[0]?.key)
  })

  it('goes on in order when the clock was set back meanwhile', async () => {
    const first = await openMachine()
    await first.say('a', 'one')
    await first.stop()
    const second = await openMachine({ folder: first.folder, time: new VirtualTime(first.time.now() - 60 * MINUTE) })
    await second.pump.ingest([second.arrival('a', { kind: 'text', text: 'two' }, 'k2')])
    await second.quiet()
    expect(second.heard('a')).toEqual(['2:two'])
    const rows = await second.rows<{ eventKey: string }>('SELECT eventKey FROM Inbox ORDER BY id')
    expect(rows).toEqual([{ eventKey: 'in-1' }, { eventKey: 'k2' }])
  })
})
