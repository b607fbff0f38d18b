import { describe, expect, it } from 'vitest'
import { newSession } from '../../flows/engine/state.ts'
import type { NewMessage, TurnRecord } from '../../storage/store.ts'
import { openStore } from './open-store.ts'

const NOW = Date.UTC(2026, 10, 23, 3, 0)
const NOTHING = { conversations: [], sessions: [], about: [] }

/** A store where chats have said something, with answers open and whatever else came of it. */
async function opened() {
  const { run, store, fresh } = await openStore()
  /** Chats that write at once, so that what they are told is sealed together. */
  const talk = (chats: Readonly<Record<string, readonly NewMessage[]>>, change: Partial<TurnRecord> = {}) =>
    run(async (tx) => {
      const events = Object.keys(chats).map((address) => ({
        account: 'wire',
        address,
        key: `${address}:1`,
        payload: { event: { kind: 'text' as const, text: 'hai' } },
      }))
      const taken = await store.receive(tx, events, NOW, 100)
      const turns = taken.map(({ conversation, account, version, events: heard }, i): TurnRecord => {
        const session = { ...newSession('en'), answers: { 1: { name: 'Siti' } } }
        const changes = [{ frame: 1, step: 'name', value: 'Siti' }]
        const messages = Object.values(chats)[i] ?? []
        const handled = heard.map(({ id }) => id)
        return { conversation, account, version, session, changes, handled, messages, timers: [], jobs: [], ...change }
      })
      await store.commit(tx, turns, NOW)
      return taken.map(({ conversation }) => conversation)
    })
  const due = (by = store) => run((tx) => by.due(tx, 'wire', NOW, 100, new Set()))
  const count = async (table: 'Answer' | 'Bundle' | 'Outbox' | 'Timer' | 'Conversation') => {
    const rows = await run((tx) => tx.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${table}"`))
    return Number(rows[0]?.n)
  }
  return { run, store, fresh, talk, due, count }
}

describe('forgetting', () => {
  it('begins a conversation anew in its language, in memory and on disk', async () => {
    const { run, store, fresh, talk } = await opened()
    const [a = 0, b = 0] = await talk({ a: [], b: [] })
    await run((tx) => store.forget(tx, { ...NOTHING, conversations: [a] }, NOW))
    for (const by of [store, await fresh()]) {
      const [hers, his] = [await run((tx) => by.session(tx, a)), await run((tx) => by.session(tx, b))]
      expect(hers?.session).toEqual(newSession('en'))
      expect(his?.session.answers).toEqual({ 1: { name: 'Siti' } })
    }
  })

  it('takes back what is unsent, also out of a bundle that holds what others are told', async () => {
    const { run, store, fresh, talk, due, count } = await opened()
    const [a = 0] = await talk({ a: [{ message: { text: 'for a' } }], b: [{ message: { text: 'for b' } }] })
    expect(await count('Bundle')).toBe(1)
    await run((tx) => store.forget(tx, { ...NOTHING, conversations: [a] }, NOW))
    expect((await due(await fresh())).map(({ message }) => message.text)).toEqual(['for b'])
    const [left] = await due()
    expect(left?.message.text).toBe('for b')
    await run((tx) => store.settle(tx, [{ id: left?.id ?? 0, is: 'sent', platformIds: ['x'] }], NOW))
    expect(await count('Bundle')).toBe(0)
  })

  it('takes what was sent already out of a bundle that still waits for another', async () => {
    const { run, store, fresh, talk, due } = await opened()
    const [a = 0] = await talk({ a: [{ message: { text: 'secret of a' } }], b: [{ message: { text: 'for b' } }] })
    const sent = (await due()).find(({ conversation }) => conversation === a)
    await run((tx) => store.settle(tx, [{ id: sent?.id ?? 0, is: 'sent', platformIds: ['x'] }], NOW))
    const before = await run((tx) => tx.bundle.findFirst())
    await run((tx) => store.forget(tx, { ...NOTHING, conversations: [a] }, NOW))
    const after = await run((tx) => tx.bundle.findFirst())
    expect(after?.messages.length).toBeLessThan(before?.messages.length ?? 0)
    expect((await due(await fresh())).map(({ message }) => message.text)).toEqual(['for b'])
  })

  it.each(['sent', 'later', 'dead'] as const)(
    'a message that is on its way meanwhile and ends as %s stays forgotten',
    async (is) => {
      const { run, store, talk, due, count } = await opened()
      const [a = 0] = await talk({ a: [{ message: { text: 'for a' } }] })
      const [under] = await due()
      await run((tx) => store.forget(tx, { ...NOTHING, conversations: [a] }, NOW))
      const end = { id: under?.id ?? 0, platformIds: [], dueAt: NOW, error: 'x', counts: true, is }
      await run((tx) => store.settle(tx, [end], NOW))
      expect(await due()).toEqual([])
      expect(await count('Outbox')).toBe(0)
    },
  )

  it('takes back what anybody was to be told about a subject, sent or refused', async () => {
    const { run, store, talk, due } = await opened()
    await talk({
      officer: [
        { message: { text: 'card' }, about: 'T1' },
        { message: { text: 'other' }, about: 'T2' },
      ],
    })
    await run((tx) => store.forget(tx, { ...NOTHING, about: ['T1'] }, NOW))
    expect((await due()).map(({ message }) => message.text)).toEqual(['other'])
  })

  it('calls off timers and waiting jobs, and what was set aside is no longer kept', async () => {
    const { run, store, talk, count } = await opened()
    const jobs = [{ kind: 'work', token: 't', payload: { secret: 'x' } }]
    const [a = 0] = await talk({ a: [] }, { timers: [{ name: 'idle', at: NOW + 5 }], jobs })
    await run(async (tx) => {
      const event = { account: 'wire', address: 'a', key: 'bad', payload: { event: { kind: 'text', text: 'NIK' } as const } }
      const [taken] = await store.receive(tx, [event], NOW, 100)
      for (const one of taken?.events ?? []) await store.fail(tx, one, true, NOW)
    })
    await run((tx) => store.forget(tx, { ...NOTHING, conversations: [a] }, NOW))
    expect(await count('Timer')).toBe(0)
    expect(await run((tx) => store.takeJobs(tx, NOW, 10, 60_000))).toEqual([])
    const kept = await run((tx) => tx.inbox.count({ where: { payload: { not: null } } }))
    expect(kept + (await run((tx) => tx.job.count({ where: { payload: { not: null } } })))).toBe(0)
  })

  it('of a session only leaves what waits to be sent', async () => {
    const { run, store, talk, due } = await opened()
    const [a = 0] = await talk({ a: [{ message: { text: 'still to be said' } }] })
    await run((tx) => store.forget(tx, { ...NOTHING, sessions: [a] }, NOW))
    expect((await run((tx) => store.session(tx, a)))?.session).toEqual(newSession('en'))
    expect(await due()).toHaveLength(1)
  })

  it('a conversation that is removed begins as a new one when somebody writes again', async () => {
    const { run, store, fresh, talk, count } = await opened()
    const [a = 0, b = 0] = await talk({ a: [], b: [] })
    await run((tx) => store.remove(tx, [a], NOW))
    expect(await count('Conversation')).toBe(1)
    expect(await run((tx) => store.session(tx, a))).toBeUndefined()
    const again = await run((tx) => store.conversationAt(tx, 'wire', 'a', NOW))
    expect(again).not.toBe(a)
    const other = await fresh()
    expect(await run((tx) => other.conversationAt(tx, 'wire', 'a', NOW))).toBe(again)
    expect(await run((tx) => store.conversationAt(tx, 'wire', 'b', NOW))).toBe(b)
  })
})
