import { describe, expect, it } from 'vitest'
import { flow, type Flow } from '../../flows/engine/flow.ts'
import { confirm } from '../../flows/fields/confirm.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { home, human, idle, smallWorld, status, type SmallPorts } from './small-flows.ts'
import { argsOf, HOUR, MINUTE, said } from './world.ts'

const text = () => plainText({ min: 1, max: 20 })
const begin = (version: number) => flow<SmallPorts>('visit', { version, title: 'visit-title', words: ['kunjungan'], form: idle })
const release = (visit?: Flow<SmallPorts>): readonly Flow<SmallPorts>[] => [
  home('status'),
  human,
  status,
  ...(visit === undefined ? [] : [visit]),
]

const first = begin(1).say('hello').ask('who', text()).ask('day', text()).ask('why', text()).review('review').say('done')

async function atWhy() {
  const world = smallWorld(release(first))
  await world.chat('kunjungan', 'Siti', 'Senin')
  expect(world.top?.step).toBe('why')
  return world
}

describe('a live conversation when a newer release takes over', () => {
  it('goes on where it was, and is asked only what is new', async () => {
    const world = await atWhy()
    const second = begin(2)
      .say('hello')
      .ask('who', text())
      .ask('phone', text())
      .ask('day', text())
      .ask('why', text())
      .review('review')
      .say('done')
    world.upgrade(release(second))
    // what is typed still answers the question that was open
    expect(said(await world.say('urus akta'))).toEqual(['visit-phone'])
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 2, total: 4 })
    await world.say('0856')
    expect(world.answers()).toEqual({ who: 'Siti', day: 'Senin', why: 'urus akta', phone: '0856' })
    expect(world.top).toMatchObject({ step: 'review', version: 2 })
    expect(said(await world.say('ya'))).toEqual(['visit-done'])
  })

  it('keeps no answer that would not be taken any more, and asks that again', async () => {
    const world = await atWhy()
    const second = begin(2)
      .ask('who', text())
      .ask('day', { ...text(), holds: (value) => value !== 'Senin' })
      .ask('why', text())
      .review('review')
      .say('done')
    world.upgrade(release(second))
    await world.say('urus akta')
    expect(said(world.last)).toEqual(['visit-day'])
    expect(world.answers()).toEqual({ who: 'Siti', why: 'urus akta' })
    await world.say('Selasa')
    expect(world.top?.step).toBe('review')
  })

  it('goes on at the next question when the open one is gone', async () => {
    const world = await atWhy()
    world.upgrade(
      release(begin(2).say('hello').ask('who', text()).ask('day', text()).ask('sure', confirm()).review('review').say('done')),
    )
    expect(said(await world.say('urus akta'))).toEqual(['engine-updated visit-sure'])
    expect(world.answers()).toEqual({ who: 'Siti', day: 'Senin' })
    await world.chat('ya', 'ya')
    expect(said(world.last)).toEqual(['visit-done'])
  })

  it('reads the open question as it is now asked', async () => {
    const world = await atWhy()
    world.upgrade(release(begin(2).ask('who', text()).ask('day', text()).ask('why', confirm()).review('review')))
    expect(said(await world.say('urus akta'))).toEqual(['field-confirm-unclear visit-why'])
    await world.say('ya')
    expect(world.answers()).toMatchObject({ why: true })
  })

  it('calls what was not called yet, and trips over nothing that is not known yet', async () => {
    const world = await atWhy()
    const second = begin(2)
      .do('office', () => Promise.resolve({ open: true }))
      .ask('who', text(), { when: ({ office }) => office.open })
      .ask('day', text(), { check: (_day, { office }) => (office.open ? undefined : { key: 'visit-closed' }) })
      .ask('why', text(), {
        check: (_why, { office }) => (office.open ? undefined : { key: 'visit-closed' }),
        doubt: (_why, { office }) => (office.open ? undefined : { key: 'visit-closed' }),
      })
      .review('review')
      .say('done', { args: ({ office }) => ({ open: String(office.open) }) })
    world.upgrade(release(second))
    await world.chat('urus akta', 'ya')
    expect(argsOf(world.last, 'visit-done')).toEqual({ open: 'true' })
  })

  it('at its review is asked what is new before it is sent', async () => {
    const world = await atWhy()
    await world.say('urus akta')
    world.upgrade(
      release(
        begin(2).ask('who', text()).ask('day', text()).ask('why', text()).ask('phone', text()).review('review').say('done'),
      ),
    )
    expect(said(await world.say('ya'))).toEqual(['visit-phone'])
    await world.chat('0856', 'ya')
    expect(said(world.last)).toEqual(['visit-done'])
  })

  it('at its review goes on when nothing is new', async () => {
    const world = await atWhy()
    await world.say('urus akta')
    world.upgrade(release(begin(2).ask('who', text()).ask('day', text()).review('review').say('done')))
    expect(said(await world.say('ya'))).toEqual(['visit-done'])
  })

  it('is told when its flow is gone, and greeted', async () => {
    const world = await atWhy()
    world.upgrade(release())
    expect(said(await world.say('urus akta'))).toEqual(['engine-flow-gone home-pick'])
    expect(world.session.answers).toEqual({})
  })

  it('does not take an answer for the form below when the flow on top is gone', async () => {
    const world = await atWhy()
    await world.say('status')
    world.upgrade(release(first).filter(({ id }) => id !== 'status'))
    expect(said(await world.say('REG-1'))).toEqual(['engine-flow-gone visit-why'])
    expect(world.answers()).not.toHaveProperty('why')
  })

  it('carries drafts over, and forgets those that are no forms any more', async () => {
    const world = await atWhy()
    await world.wait(30 * MINUTE)
    await world.wait(6 * HOUR)
    world.upgrade(release(begin(2).ask('who', text()).ask('phone', text()).ask('day', text()).ask('why', text()).say('done')))
    await world.chat('kunjungan', 'ya')
    expect(said(world.last)).toEqual(['visit-why'])
    expect(said(await world.say('urus akta'))).toEqual(['visit-phone'])
    const other = await atWhy()
    await other.wait(30 * MINUTE)
    await other.wait(6 * HOUR)
    other.upgrade(
      release(
        flow<SmallPorts>('visit', { version: 2, title: 'visit-title', words: ['kunjungan'] })
          .ask('who', text())
          .say('done'),
      ),
    )
    expect(said(await other.say('kunjungan'))).toEqual(['visit-who'])
    expect(other.session.head.drafts).toEqual([])
    expect(other.answers()).toEqual({})
  })

  it('is left alone while nobody says anything: timers, late results and notices do no harm', async () => {
    const world = await atWhy()
    world.upgrade(release())
    expect((await world.result('1.why.1', 1)).replies).toMatchObject([{ kind: 'message', text: { key: 'engine-flow-gone' } }])
    expect(world.open).toEqual([])
  })

  it('of an older release that comes back is taken back', async () => {
    const world = await atWhy()
    world.upgrade(release(begin(2).ask('who', text()).ask('phone', text()).ask('why', text()).say('done')))
    await world.say('urus akta')
    expect(world.top).toMatchObject({ step: 'phone', version: 2 })
    world.upgrade(release(first))
    expect(said(await world.say('0856'))[0]).toMatch(/^engine-updated visit-review/u)
    expect(world.answers()).toEqual({ who: 'Siti', day: 'Senin', why: 'urus akta' })
  })
})
