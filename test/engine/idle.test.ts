import { describe, expect, it } from 'vitest'
import { kept } from '../fields/documents.ts'
import { smallWorld } from './small-flows.ts'
import { argsOf, DAY, HOUR, MINUTE, offered, said } from './world.ts'

const nik = '3326071708850001'

async function left() {
  const world = smallWorld()
  await world.chat('singkat', nik)
  return world
}

describe('a form left alone', () => {
  it('is nudged once, then kept as a draft, then forgotten', async () => {
    const world = await left()
    const begun = world.now
    expect(world.timers.get('idle')).toBe(begun + 30 * MINUTE)
    expect(said(await world.wait(30 * MINUTE))).toEqual(['engine-nudge short-age'])
    expect(world.timers.get('idle')).toBe(begun + 6 * HOUR)
    expect(said(await world.wait(6 * HOUR - 30 * MINUTE))).toEqual(['engine-draft-kept short-title'])
    expect(argsOf(world.last, 'engine-draft-kept')).toMatchObject({ days: 7 })
    expect(offered(world.last)).toEqual(['/short:~go-on'])
    expect(world.open).toEqual([])
    expect(world.answers('short')).toEqual({ nik })
    expect(said(await world.wait(7 * DAY - 6 * HOUR))).toEqual(['engine-draft-expired short-title'])
    expect(world.session).toMatchObject({ head: { stack: [], drafts: [] }, answers: {} })
    expect(world.timers.size).toBe(0)
    expect(world.session.head).not.toHaveProperty('idle')
  })

  it('is not disturbed while it is being filled in, and writes no timer at each answer', async () => {
    const world = await left()
    world.now += 20 * MINUTE
    expect((await world.say('40')).effects).toEqual([])
    expect((await world.wait(10 * MINUTE))?.replies).toEqual([])
    expect(world.timers.get('idle')).toBe(world.now + 20 * MINUTE)
    expect(said(await world.wait(20 * MINUTE))).toEqual(['engine-nudge short-email'])
  })

  it('comes back to life after a nudge, and may be nudged again another time', async () => {
    const world = await left()
    await world.wait(30 * MINUTE)
    await world.say('40')
    expect(world.top?.step).toBe('email')
    expect(said(await world.wait(5.5 * HOUR))).toEqual(['engine-nudge short-email'])
    expect(said(await world.wait(30 * MINUTE))).toEqual(['engine-draft-kept short-title'])
  })

  it('is reminded of itself, not of what was looked up meanwhile', async () => {
    const world = await left()
    await world.say('status')
    expect(said(await world.wait(30 * MINUTE))).toEqual(['engine-nudge short-age'])
    expect(world.open).toEqual(['short'])
  })

  it('is not nudged while it waits for us', async () => {
    const world = smallWorld()
    await world.chat('daftar', 'ya', 'Siti', 'gak', '31', 'lewati')
    await world.photo()
    expect((await world.wait(30 * MINUTE))?.replies).toEqual([])
    expect(world.timers.has('idle')).toBe(true)
  })

  it('that the timer comes to much too late is put aside, and forgotten in the next step', async () => {
    const world = await left()
    expect(said(await world.wait(30 * DAY))).toEqual(['engine-draft-kept short-title'])
    expect(said(await world.wait(0))).toEqual(['engine-draft-expired short-title'])
    expect(world.session.answers).toEqual({})
  })

  it('that is finished disarms the timer; a timer that went off already does nothing', async () => {
    const world = await left()
    await world.chat('40', 'siti@gmail.com', 'ya')
    expect(world.timers.size).toBe(0)
    expect((await world.send({ kind: 'timer', name: 'idle' })).replies).toEqual([])
    expect((await world.send({ kind: 'timer', name: 'other' })).replies).toEqual([])
  })

  it('keeps its draft while something else is talked about, and for as long after', async () => {
    const world = await left()
    await world.wait(30 * MINUTE)
    await world.wait(6 * HOUR)
    await world.wait(5 * DAY)
    await world.chat('status', 'REG-1')
    expect((await world.wait(2 * DAY))?.replies).toEqual([])
    expect(world.session.head.drafts).toHaveLength(1)
    expect(said(await world.wait(5 * DAY))).toEqual(['engine-draft-expired short-title'])
  })
})

describe('a draft', () => {
  const drafted = async () => {
    const world = await left()
    await world.wait(30 * MINUTE)
    await world.wait(6 * HOUR)
    expect(world.session.head.drafts).toHaveLength(1)
    return world
  }

  it('is offered when its flow is named, and goes on at once when its button is tapped, where it was', async () => {
    for (const way of ['singkat', '/short:~go-on']) {
      const world = await drafted()
      if (way === 'singkat') {
        expect(said(await world.say(way))).toEqual(['engine-aside-draft short-title'])
        await world.say('lanjutkan')
      } else await world.tap(way)
      expect(said(world.last).at(-1)).toContain('short-age')
      await world.chat('40', 'siti@gmail.com', 'ya')
      expect(said(world.last)).toEqual(['short-done'])
      expect(world.session).toMatchObject({ head: { drafts: [] }, answers: {} })
    }
  })

  it('is thrown away when a new one is wanted', async () => {
    const world = await drafted()
    await world.chat('singkat', 'tidak, isi baru')
    await world.tap('no')
    expect(said(world.last)).toEqual(['short-nik'])
    expect(world.answers()).toEqual({})
  })

  it.each([
    ['bantuan', 'engine-help engine-aside-draft short-title'],
    ['kembali', 'engine-yes-or-no engine-aside-draft short-title'],
    ['3326071708850001', 'engine-yes-or-no engine-aside-draft short-title'],
    ['batal', 'engine-aside-cancel short-title'],
  ])('waits for a yes or no after %j', async (text, key) => {
    const world = await drafted()
    await world.say('singkat')
    expect(said(await world.say(text))).toEqual([key])
    expect(world.answers()).toEqual({ nik })
  })

  it('can be left for something else, and is offered again', async () => {
    const world = await drafted()
    await world.chat('singkat', 'petugas')
    expect(said(world.last)).toEqual(['human-how engine-resume short-title engine-aside-draft short-title'])
    await world.say('ya')
    expect(world.top?.step).toBe('age')
  })

  it('begins a called flow anew, with its own answers kept', async () => {
    const world = smallWorld()
    await world.chat('paket', 'Siti', 'Jalan Merdeka')
    await world.wait(30 * MINUTE)
    await world.wait(6 * HOUR)
    expect(Object.keys(world.session.answers)).toHaveLength(1)
    await world.chat('paket', 'ya')
    expect(said(world.last)).toEqual(['address-street'])
    await world.chat('Jalan Melati', '3', '2 kg', 'ya')
    expect(argsOf(world.last, 'parcel-done')).toEqual({ street: 'Jalan Melati' })
  })

  it('of a form that waited for a job asks for the photo again', async () => {
    const world = smallWorld()
    await world.chat('daftar', 'ya', 'Siti', 'gak', '31', 'lewati')
    await world.photo()
    expect(said(await world.wait(1000))).toEqual(['engine-checking'])
    await world.wait(30 * MINUTE)
    await world.wait(6 * HOUR)
    expect((await world.finish(kept('f'))).replies).toEqual([])
    await world.chat('daftar', 'ya')
    expect(said(world.last)).toEqual(['form-photo'])
  })
})
