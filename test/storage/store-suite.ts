import { describe, expect, it } from 'vitest'
import { newSession, type Session } from '../../flows/engine/state.ts'
import type { Tx } from '../../storage/database.ts'
import type { NewEvent, Store, Taken, TurnRecord } from '../../storage/store.ts'

/** A database with a store on it. */
export interface OpenStore {
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  readonly store: Store
  /** another store on the same database, which remembers nothing: as after a restart */
  fresh(): Promise<Store>
}

const NOW = Date.UTC(2026, 10, 23, 3, 0)
const MINUTE = 60_000

const event = (address: string, text: string, key = `${address}:${text}`, account = 'wire'): NewEvent => ({
  account,
  address,
  key,
  payload: { event: { kind: 'text', text }, platformId: key },
})

const textsOf = (taken: readonly Taken[]) =>
  taken.map(({ events }) =>
    events.map(({ payload }) => (payload.event.kind === 'text' ? payload.event.text : payload.event.kind)),
  )

/** What turns came to that did nothing but hear: everything handled, `change` on top. */
function turn(taken: Taken, change: Partial<TurnRecord> = {}): TurnRecord {
  const { conversation, account, version, session, events } = taken
  const handled = events.map(({ id }) => id)
  return { conversation, account, version, session, changes: [], handled, messages: [], timers: [], jobs: [], ...change }
}

/** What every store must do, whatever the database beneath it. */
export function storeSuite(name: string, open: () => Promise<OpenStore>): void {
  /** A store with a few shorthands. */
  const opened = async () => {
    const { run, store, fresh } = await open()
    const receive = (events: readonly NewEvent[], limit = 100, by = store) =>
      run(async (tx) => {
        const taken = await by.receive(tx, events, NOW, limit)
        await by.commit(
          tx,
          taken.map((one) => turn(one)),
          NOW,
        )
        return taken
      })
    /** Takes one event of a chat and keeps what `change` says came of it. */
    const keep = (address: string, text: string, change: Partial<TurnRecord>) =>
      run(async (tx) => {
        const taken = await store.receive(tx, [event(address, text)], NOW, 100)
        await store.commit(
          tx,
          taken.map((one) => turn(one, change)),
          NOW,
        )
        return taken[0]?.conversation ?? 0
      })
    const due = (by = store, now = NOW, busy: ReadonlySet<number> = new Set()) => run((tx) => by.due(tx, 'wire', now, 100, busy))
    return { run, store, fresh, receive, keep, due }
  }

  describe(`${name}: the inbox`, () => {
    it('takes new events by conversation, in order, each key of an account once', async () => {
      const { receive } = await opened()
      const taken = await receive([
        event('a', '1'),
        event('b', '1'),
        event('a', '2'),
        event('a', '1'),
        event('a', '3'),
        event('a', 'x', 'a:1', 'other'),
      ])
      expect(textsOf(taken)).toEqual([['1', '2', '3'], ['1'], ['x']])
      expect(await receive([event('a', '2'), event('b', '1')])).toEqual([])
    })

    it('gives back what was left or failed, before what is newer, also to another store', async () => {
      const { run, store, fresh, receive } = await opened()
      await run(async (tx) => {
        const [taken] = await store.receive(tx, [event('a', '1'), event('a', '2'), event('a', '3')], NOW, 100)
        const [first, ...rest] = taken?.events ?? []
        if (first !== undefined) await store.fail(tx, first, false, NOW)
        await store.leave(tx, rest)
      })
      expect(store.backlog).toBe(true)
      const taken = await receive([event('a', '4')], 100, await fresh())
      expect(textsOf(taken)).toEqual([['1', '2', '3', '4']])
      expect(taken[0]?.events.map(({ attempts }) => attempts)).toEqual([1, 0, 0, 0])
    })

    it('gives no more than asked for, the oldest first, and says that more waits', async () => {
      const { store, receive } = await opened()
      const events = Array.from({ length: 7 }, (_, i) => event(String(i % 2), String(i)))
      expect(textsOf(await receive(events, 3))).toEqual([['0', '2'], ['1']])
      expect(store.backlog).toBe(true)
      expect(textsOf(await receive([], 3))).toEqual([['3', '5'], ['4']])
      expect(textsOf(await receive([], 3))).toEqual([['6']])
      expect(store.backlog).toBe(false)
      expect(await receive([], 3)).toEqual([])
    })

    it('sets an event aside with what it held', async () => {
      const { run, store, receive } = await opened()
      await run(async (tx) => {
        const [taken] = await store.receive(tx, [event('a', 'bad')], NOW, 100)
        for (const one of taken?.events ?? []) await store.fail(tx, one, true, NOW)
      })
      expect(await run((tx) => store.depth(tx))).toMatchObject({ inbox: 0, setAside: 1 })
      expect(textsOf(await receive([event('a', 'next'), event('a', 'bad')]))).toEqual([['next']])
    })

    it('keeps what is posted, once by its key, for whoever looks next', async () => {
      const { run, store, fresh, keep } = await opened()
      const conversation = await keep('a', '1', {})
      const post = { conversation, key: 'k', event: { kind: 'notice', notice: 'news', data: { n: 1 } } } as const
      await run((tx) => store.post(tx, [post, post], NOW))
      await run((tx) => store.post(tx, [post], NOW))
      const other = await fresh()
      const taken = await run((tx) => other.receive(tx, [], NOW, 100))
      expect(taken.flatMap(({ events }) => events.map(({ payload }) => payload.event))).toEqual([post.event])
    })

    it('forgets nothing when its transaction is undone', async () => {
      const { run, store, receive } = await opened()
      await expect(
        run(async (tx) => {
          const taken = await store.receive(tx, [event('a', '1')], NOW, 100)
          await store.commit(
            tx,
            taken.map((one) => turn(one, { session: newSession('en') })),
            NOW,
          )
          throw new Error('undo')
        }),
      ).rejects.toThrow('undo')
      store.rolledBack()
      const taken = await receive([event('a', '1')])
      expect(textsOf(taken)).toEqual([['1']])
      expect(taken[0]?.session.head.language).toBe('id')
    })
  })

  describe(`${name}: a conversation`, () => {
    const session: Session = {
      head: { ...newSession('en').head, question: 7, nextSeq: 3 },
      answers: { 1: { name: 'Siti', note: null }, 2: { list: [1, 'two'] } },
    }
    const changes = [
      { frame: 1, step: 'name', value: 'Sri' },
      { frame: 1, step: 'gone', value: 'x' },
      { frame: 1, step: 'name', value: 'Siti' },
      { frame: 1, step: 'note', value: null },
      { frame: 1, step: 'gone' },
      { frame: 2, step: 'old', value: 1 },
      { frame: 2 },
      { frame: 2, step: 'list', value: [1, 'two'] },
      { frame: 11, step: 'name', value: 'of a frame that was thrown away' },
      { frame: 11 },
    ]

    it('is found as it was left, with the last word on each answer', async () => {
      const { run, store, fresh, keep } = await opened()
      const conversation = await keep('a', '1', { session, changes })
      for (const by of [store, await fresh()])
        expect(await run((tx) => by.session(tx, conversation))).toMatchObject({ account: 'wire', session })
    })

    it('forgets answers and frames later too', async () => {
      const { run, fresh, keep } = await opened()
      const conversation = await keep('a', '1', { session, changes })
      const left = { head: session.head, answers: { 1: { name: 'Siti' } } }
      await keep('a', '2', { session: left, changes: [{ frame: 1, step: 'note' }, { frame: 2 }] })
      const other = await fresh()
      const found = await run((tx) => other.session(tx, conversation))
      expect(found?.session.answers).toEqual({ 1: { name: 'Siti' } })
    })

    it('keeps every answer of a long form, through corrections and restarts', async () => {
      const { run, fresh, keep } = await opened()
      const answers: { [step: string]: string } = {}
      let conversation = 0
      for (let n = 0; n < 120; n++) {
        const step = `q${n % 40}`
        answers[step] = `answer ${n}`
        const changes = [{ frame: 1, step, value: answers[step] }]
        conversation = await keep('a', String(n), { session: { head: session.head, answers: { 1: { ...answers } } }, changes })
        if (n % 7 > 0) continue
        const other = await fresh()
        const found = await run((tx) => other.session(tx, conversation))
        expect(found?.session).toEqual({ head: session.head, answers: { 1: answers } })
      }
    })

    it('is one for each address of an account, made when it is first needed', async () => {
      const { run, store, fresh } = await opened()
      const at = (by: Store, account: string, address: string) => run((tx) => by.conversationAt(tx, account, address, NOW))
      const first = await at(store, 'wire', 'a')
      expect(await at(store, 'wire', 'a')).toBe(first)
      expect(await at(await fresh(), 'wire', 'a')).toBe(first)
      expect(await at(store, 'mail', 'a')).not.toBe(first)
      expect(await run((tx) => store.session(tx, first))).toMatchObject({ account: 'wire', session: newSession('id') })
      expect(await run((tx) => store.session(tx, 1))).toBeUndefined()
    })
  })

  describe(`${name}: the outbox`, () => {
    const messages = [
      { message: { text: 'one', choices: [{ id: '1.a', label: 'A' }], protect: true }, about: 'task-1' },
      { message: { text: 'two' } },
    ]

    it('gives the oldest message of each chat that is free, whole, also to another store', async () => {
      const { fresh, keep, due } = await opened()
      const a = await keep('a', '1', { messages })
      const b = await keep('b', '1', { messages })
      for (const by of [undefined, await fresh()]) {
        const found = await due(by)
        expect(
          found.map(({ conversation, address, attempts, message }) => ({ conversation, address, attempts, message })),
        ).toEqual([
          { conversation: a, address: 'a', attempts: 0, message: messages[0]?.message },
          { conversation: b, address: 'b', attempts: 0, message: messages[0]?.message },
        ])
      }
      expect((await due(undefined, NOW, new Set([a]))).map(({ conversation }) => conversation)).toEqual([b])
    })

    it('goes on when a message was sent or refused for good, and waits while it is to be tried again', async () => {
      const { run, store, keep, due } = await opened()
      await keep('a', '1', { messages })
      const head = async (now = NOW) => (await due(undefined, now))[0]
      const first = (await head())?.id ?? 0
      const later = { id: first, is: 'later', dueAt: NOW + MINUTE, error: 'retryable' } as const
      await run((tx) => store.settle(tx, [{ ...later, counts: true }], NOW))
      expect(await head()).toBeUndefined()
      expect(await run((tx) => store.nextDue(tx, NOW))).toBe(NOW + MINUTE)
      expect(await head(NOW + MINUTE)).toMatchObject({ id: first, attempts: 1, message: { text: 'one' } })
      await run((tx) => store.settle(tx, [{ ...later, counts: false }], NOW))
      expect(await head(NOW + MINUTE)).toMatchObject({ id: first, attempts: 1 })
      await run((tx) => store.settle(tx, [{ id: first, is: 'dead', error: 'final' }], NOW))
      const second = await head()
      expect(second).toMatchObject({ message: { text: 'two' } })
      await run((tx) => store.settle(tx, [{ id: second?.id ?? 0, is: 'sent', platformIds: ['p'] }], NOW))
      expect(await head()).toBeUndefined()
      expect(await run((tx) => store.depth(tx))).toMatchObject({ outbox: 0, dead: 1 })
    })

    it('keeps a message that must wait, and forgets the sent one it was written with, whoever settles', async () => {
      for (const another of [false, true]) {
        const { run, store, fresh, keep, due } = await opened()
        await keep('a', '1', { messages })
        const sender = another ? await fresh() : store
        const [first] = await due(sender)
        await run((tx) => sender.settle(tx, [{ id: first?.id ?? 0, is: 'sent', platformIds: ['p'] }], NOW))
        const [second] = await due(sender)
        const later = { id: second?.id ?? 0, is: 'later', dueAt: NOW + MINUTE, error: 'retryable', counts: true } as const
        await run((tx) => sender.settle(tx, [later], NOW))
        expect(await due(await fresh(), NOW + MINUTE)).toMatchObject([{ attempts: 1, message: { text: 'two' } }])
      }
    })

    it('lets a sent message go out again, before what follows it, while its words are known, so many times', async () => {
      const { run, store, fresh, keep, due } = await opened()
      await keep('a', '1', { messages })
      const id = (await due())[0]?.id ?? 0
      const again = (by: typeof store, account: string, tries: number) =>
        run((tx) => by.sendAgain(tx, account, id, NOW + MINUTE, tries))
      expect(await again(store, 'wire', 3)).toBe(false)
      await run((tx) => store.settle(tx, [{ id, is: 'sent', platformIds: ['p'] }], NOW))
      expect(await again(await fresh(), 'wire', 3)).toBe(false)
      expect(await again(store, 'another', 3)).toBe(false)
      expect(await again(store, 'wire', 1)).toBe(false)
      expect(await again(store, 'wire', 2)).toBe(true)
      expect(await due()).toEqual([])
      expect(await due(store, NOW + MINUTE)).toMatchObject([{ id, message: { text: 'one' } }])
      expect(await due(await fresh(), NOW + MINUTE)).toMatchObject([{ id, attempts: 1, message: { text: 'one' } }])
      await run((tx) => store.settle(tx, [{ id, is: 'sent', platformIds: ['p'] }], NOW))
      expect(await again(store, 'wire', 2)).toBe(false)
      expect(await due()).toMatchObject([{ message: { text: 'two' } }])
    })

    it('knows what a sent message was about, in its own chat alone', async () => {
      const { run, store, keep, due } = await opened()
      const a = await keep('a', '1', { messages })
      const b = await keep('b', '1', {})
      const [first] = await due()
      await run((tx) => store.settle(tx, [{ id: first?.id ?? 0, is: 'sent', platformIds: ['p1', 'p2'] }], NOW))
      const about = (conversation: number, id: string) => run((tx) => store.subjectOf(tx, conversation, id))
      expect(await about(a, 'p2')).toBe('task-1')
      expect(await about(a, 'p3')).toBeUndefined()
      expect(await about(b, 'p1')).toBeUndefined()
      expect(await about(a, "' OR 1=1 --")).toBeUndefined()
    })

    it('takes messages beside the turns', async () => {
      const { run, store, due } = await opened()
      await run(async (tx) => {
        const conversation = await store.conversationAt(tx, 'wire', 'a', NOW)
        await store.send(tx, { conversation, account: 'wire' }, messages, NOW)
      })
      expect(await due()).toMatchObject([{ address: 'a', message: { text: 'one' } }])
      expect(await run((tx) => store.due(tx, 'other', NOW, 100, new Set()))).toEqual([])
    })
  })

  describe(`${name}: timers`, () => {
    it('are one by each name; those that are due become events, once, with their data', async () => {
      const { run, store, keep } = await opened()
      const conversation = await keep('a', '1', {
        timers: [
          { name: 'nudge', at: NOW + 2, data: { n: 1 } },
          { name: 'draft', at: NOW + 5 },
          { name: 'gone', at: NOW + 1 },
        ],
      })
      await keep('a', '2', {
        timers: [
          { name: 'nudge', at: NOW + 3, data: { n: 2 } },
          { name: 'gone', at: null },
          { name: 'never', at: null },
        ],
      })
      const fired = (now: number) =>
        run(async (tx) => {
          await store.fireTimers(tx, now, 100)
          const taken = await store.receive(tx, [], now, 100)
          await store.commit(
            tx,
            taken.map((one) => turn(one)),
            now,
          )
          return taken.flatMap((one) => one.events.map(({ payload }) => ({ in: one.conversation, ...payload.event })))
        })
      expect(await run((tx) => store.nextDue(tx, NOW))).toBe(NOW + 3)
      expect(await fired(NOW + 2)).toEqual([])
      expect(await fired(NOW + 4)).toEqual([{ in: conversation, kind: 'timer', name: 'nudge', data: { n: 2 } }])
      expect(await fired(NOW + 4)).toEqual([])
      expect(await fired(NOW + 5)).toEqual([{ in: conversation, kind: 'timer', name: 'draft' }])
      expect(await run((tx) => store.nextDue(tx, NOW))).toBeNull()
    })
  })

  describe(`${name}: jobs`, () => {
    const job = { kind: 'work', key: 'k', payload: { secret: 'x' } }

    it('are queued once by key, taken when due, and leased', async () => {
      const { run, store } = await opened()
      await run((tx) => store.enqueue(tx, [{ ...job, dueAt: NOW + 5 }, job], NOW))
      const take = (now: number) => run((tx) => store.takeJobs(tx, now, 10, MINUTE))
      expect(await take(NOW + 4)).toEqual([])
      expect(await take(NOW + 5)).toMatchObject([
        { kind: 'work', token: 'k', conversation: null, attempts: 1, payload: job.payload },
      ])
      expect(await take(NOW + 5)).toEqual([])
      expect(await take(NOW + 5 + MINUTE)).toMatchObject([{ attempts: 2 }])
    })

    it('of a turn tell their outcome to the conversation, under their token', async () => {
      const { run, store, keep } = await opened()
      const conversation = await keep('a', '1', { jobs: [{ kind: 'work', token: 't1', payload: {} }] })
      const [taken] = await run((tx) => store.takeJobs(tx, NOW, 10, MINUTE))
      if (taken === undefined) throw new Error('no job')
      expect(taken).toMatchObject({ conversation, token: 't1' })
      const end = { is: 'done', event: { kind: 'result', token: 't1', value: 5 } } as const
      expect(await run((tx) => store.endJob(tx, taken, end, NOW))).toBe(true)
      expect(await run((tx) => store.endJob(tx, taken, end, NOW))).toBe(false)
      const events = await run((tx) => store.receive(tx, [], NOW, 100))
      expect(events.flatMap((one) => one.events.map(({ payload }) => payload.event))).toEqual([end.event])
    })

    it('whose lease ran out belong to who took them over', async () => {
      const { run, store } = await opened()
      await run((tx) => store.enqueue(tx, [job], NOW))
      const [first] = await run((tx) => store.takeJobs(tx, NOW, 10, MINUTE))
      const [second] = await run((tx) => store.takeJobs(tx, NOW + MINUTE, 10, MINUTE))
      if (first === undefined || second === undefined) throw new Error('no job')
      const again = { is: 'again', at: NOW, error: 'failed' } as const
      expect(await run((tx) => store.endJob(tx, first, again, NOW))).toBe(false)
      expect(await run((tx) => store.takeJobs(tx, NOW + MINUTE, 10, MINUTE))).toEqual([])
      expect(await run((tx) => store.endJob(tx, second, { is: 'done' }, NOW))).toBe(true)
    })

    it('of a process that is gone are free at once; what is done stays done', async () => {
      const { run, store, fresh } = await opened()
      await run((tx) => store.enqueue(tx, [job, { ...job, key: 'done' }], NOW))
      const [, second] = await run((tx) => store.takeJobs(tx, NOW, 10, MINUTE))
      if (second === undefined) throw new Error('no job')
      await run((tx) => store.endJob(tx, second, { is: 'done' }, NOW))
      const other = await fresh()
      await run((tx) => other.recover(tx))
      expect(await run((tx) => other.takeJobs(tx, NOW, 10, MINUTE))).toMatchObject([{ token: 'k', payload: job.payload }])
      expect(await run((tx) => store.depth(tx))).toMatchObject({ jobs: 1 })
    })
  })
}
