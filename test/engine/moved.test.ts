import { describe, expect, it } from 'vitest'
import { smallWorld } from './small-flows.ts'
import { DAY, HOUR, said } from './world.ts'

const nik = '3326071708850001'

describe('a form that goes on in another chat', () => {
  it('is let go of here, with its answers and its reminder', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik)
    const frame = world.top?.seq ?? 0
    await world.send({ kind: 'moved', frame })
    expect(said(world.last)).toEqual(['engine-form-moved short-title'])
    expect(world.open).toEqual([])
    expect(world.session.answers[frame]).toBeUndefined()
    expect(world.timers.size).toBe(0)
  })

  it('leaves what is talked about on top of it as it is', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik)
    const frame = world.top?.seq ?? 0
    await world.chat('status')
    await world.send({ kind: 'moved', frame })
    expect(world.open).toEqual(['status'])
    expect(said(await world.say('REG-7'))).toEqual(['status-found'])
  })

  it('makes way for the form below it, which is asked again', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'paket', 'Siti')
    await world.send({ kind: 'moved', frame: world.stack[1]?.seq ?? 0 })
    expect(world.open).toEqual(['short'])
    expect(said(world.last).at(-1)).toMatch(/short-age$/u)
  })

  it('may have been put aside', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik)
    const frame = world.top?.seq ?? 0
    world.now += HOUR
    await world.send({ kind: 'timer', name: 'idle' })
    world.now += DAY
    await world.send({ kind: 'timer', name: 'idle' })
    expect(world.session.head.drafts).toHaveLength(1)
    await world.send({ kind: 'moved', frame })
    expect(world.session.head.drafts).toEqual([])
    expect(world.session.answers[frame]).toBeUndefined()
  })

  it('that is not here any more changes nothing and says nothing', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik)
    const before = world.session
    await world.send({ kind: 'moved', frame: 4711 })
    expect(world.last?.replies).toEqual([])
    expect(world.session).toEqual(before)
  })
})
