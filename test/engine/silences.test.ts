import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flow, type Flow } from '../../flows/engine/flow.ts'
import { newSession, silencesUntil } from '../../flows/engine/state.ts'
import { confirm } from '../../flows/fields/confirm.ts'
import { home, human, smallWorld, type SmallPorts } from './small-flows.ts'
import { DAY, said, World } from './world.ts'

describe('a long silence', () => {
  it('is noted when it is broken, with its length; a shorter one is not', async () => {
    const world = smallWorld()
    await world.say('halo')
    world.now += 29 * DAY
    await world.say('halo')
    expect(world.session.head.silences).toBeUndefined()
    world.now += 100 * DAY
    await world.say('halo')
    expect(world.session.head.silences).toEqual([{ ms: 100 * DAY, until: world.now }])
  })

  it('is not broken by what the office tells', async () => {
    const world = smallWorld()
    await world.say('halo')
    world.now += 60 * DAY
    await world.notice('news', { text: 'libur' })
    expect(world.session.head.silences).toBeUndefined()
    world.now += 60 * DAY
    await world.say('halo')
    expect(world.session.head.silences).toEqual([{ ms: 120 * DAY, until: world.now }])
  })

  it('comes before the first word of a chat that the office wrote to first, and of no other', async () => {
    const world = smallWorld()
    await world.notice('news', { text: 'libur' })
    await world.say('halo')
    expect(world.session.head.silences).toHaveLength(1)
    const fresh = smallWorld()
    await fresh.say('halo')
    expect(fresh.session.head.silences).toBeUndefined()
  })

  it('of a given length or more is always found, the last one, whatever came between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }),
        fc.integer({ min: 30, max: 400 }),
        (gaps, days) => {
          let head = { ...newSession('id').head, at: DAY }
          let last: number | undefined
          for (const gap of gaps) {
            const now = head.at + gap * DAY
            head = { ...head, at: now, silences: silencesUntil(head, now) }
            if (gap >= days) last = now
          }
          expect(head.silences?.findLast(({ ms }) => ms >= days * DAY)?.until).toBe(last)
        },
      ),
    )
  })
})

describe('a flow that clears', () => {
  const gone: Flow<SmallPorts> = flow<SmallPorts>('gone', { version: 1, title: 'gone-title', words: ['bukan saya'] })
    .ask('sure', confirm())
    .clear('others', { when: ({ sure }) => sure })
    .say('done')

  const form: Flow<SmallPorts> = flow<SmallPorts>('form', {
    version: 1,
    title: 'form-title',
    words: ['isi'],
    form: { nudge: 1, draft: 2, expire: 3 },
  })
    .ask('first', confirm())
    .ask('second', confirm())
    .say('sent')

  const world = () => new World<SmallPorts>([home('form', 'gone'), human, form, gone], { home: 'home', human: 'human' }, ports)
  const ports: SmallPorts = { lookUp: () => Promise.resolve(null), submit: () => Promise.resolve('') }

  it('forgets the form below it and every answer', async () => {
    const chat = world()
    await chat.chat('isi', 'ya', 'bukan saya')
    expect(chat.open).toEqual(['form', 'gone'])
    expect(said(await chat.say('ya'))).toEqual(['gone-done'])
    expect(chat.open).toEqual([])
    expect(chat.session.answers).toEqual({})
    expect(chat.timers.size).toBe(0)
  })

  it('forgets drafts, too', async () => {
    const chat = world()
    await chat.chat('isi', 'ya')
    await chat.wait(1)
    await chat.wait(1)
    expect(chat.session.head.drafts).toHaveLength(1)
    await chat.chat('bukan saya', 'ya')
    expect(chat.session.head.drafts).toEqual([])
    expect(chat.session.answers).toEqual({})
  })

  it('forgets nothing where it is not taken', async () => {
    const chat = world()
    await chat.chat('isi', 'ya', 'bukan saya', 'tidak')
    expect(chat.open).toEqual(['form'])
    expect(chat.answers('form')).toEqual({ first: true })
  })
})
