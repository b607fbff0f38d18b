import { describe, expect, it } from 'vitest'
import type { Field } from '../../flows/engine/field.ts'
import { flow } from '../../flows/engine/flow.ts'
import { document } from '../../flows/fields/document.ts'
import { nik } from '../../flows/fields/nik.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { asking, kept } from '../fields/documents.ts'
import { home, human, idle, smallWorld, type SmallPorts } from './small-flows.ts'
import { offered, said } from './world.ts'

const photo = document(asking({ typed: { nik: 'nik' }, revisable: ['nik'] }))
const both = flow<SmallPorts>('both', { version: 1, title: 'both-title', words: ['dua'], form: idle })
  .ask('nik', nik())
  .ask('photo', photo)
  .ask('note', plainText({ min: 1, max: 50 }))
  .review('review')
  .say('done')
const typed = '3326014107900001'
const other = '3326014107900007'

async function atThePhoto() {
  const world = smallWorld([home('both'), human, both])
  await world.chat('halo', 'dua', typed)
  return world
}

describe('a job that looks at an answer', () => {
  it('is not spoken of while it is quick', async () => {
    const world = await atThePhoto()
    expect((await world.photo()).replies).toEqual([])
    expect(world.timers.get('working')).toBe(world.now + 1000)
    expect(said(await world.finish(kept()))).toEqual(['field-document-good both-note'])
    expect(world.timers.has('working')).toBe(false)
  })

  it('is spoken of once, after a second', async () => {
    const world = await atThePhoto()
    await world.photo()
    expect(said(await world.wait(1000))).toEqual(['engine-checking'])
    expect(world.timers.has('working')).toBe(false)
    expect(await world.wait(60_000)).toBeUndefined()
  })

  it('is not spoken of where something else is talked about, or where it was given up', async () => {
    const world = await atThePhoto()
    await world.photo()
    await world.say('batal')
    expect((await world.wait(1000))?.replies).toEqual([])
    const another = await atThePhoto()
    await another.photo()
    await another.say('kembali')
    expect((await another.wait(1000))?.replies).toEqual([])
  })
})

describe('an answer that no longer holds beside another', () => {
  it('is looked at again, without being asked for', async () => {
    const world = await atThePhoto()
    await world.photo()
    await world.finish(kept())
    await world.chat('catatan', 'ubah 1')
    expect((await world.say(other)).replies).toEqual([])
    expect(world.jobs).toMatchObject([{ job: 'intake', payload: { file: 'f-1', slot: 'ktp', typed: { nik: other } } }])
    expect(said(await world.finish(kept('f-1', { checks: { nik: 'same' } })))[0]).toMatch(/^field-document-good both-review/)
    expect(world.answers()).toMatchObject({ nik: other, photo: { file: 'f-1', checks: { nik: 'same' } } })
  })

  it('goes to an officer when nobody could look at it again', async () => {
    const world = await atThePhoto()
    await world.photo()
    await world.finish(kept())
    await world.chat('catatan', 'ubah 1', other)
    expect(said(await world.finish())[0]).toMatch(/^field-document-officer both-review/)
    expect(world.answers()).toMatchObject({ photo: { file: 'f-1', verdict: 'undecided' } })
  })

  it('is left alone where nothing that it depends on has changed', async () => {
    const world = await atThePhoto()
    await world.photo()
    await world.finish(kept())
    await world.chat('catatan', 'ubah 1', typed)
    expect(world.jobs).toEqual([])
  })
})

describe('a field that leads back to an earlier question', () => {
  it('keeps its answer, asks the earlier one as "ubah" does, and looks again', async () => {
    const world = await atThePhoto()
    await world.photo()
    const differing = kept('f-1', { checks: { nik: 'different' }, read: { nik: other } })
    expect(said(await world.finish(differing))).toEqual(['field-document-differs'])
    expect(offered(world.last)).toEqual(['fix', 'other', 'sure'])
    expect(said(await world.tap('fix'))).toEqual(['engine-was both-nik'])
    expect((await world.say(other)).replies).toEqual([])
    expect(world.jobs).toMatchObject([{ payload: { file: 'f-1', typed: { nik: other } } }])
    expect(said(await world.finish(kept('f-1', { checks: { nik: 'same' } })))).toEqual(['field-document-good both-note'])
  })

  it('is taken as it is when the earlier answer is kept', async () => {
    const world = await atThePhoto()
    await world.photo()
    await world.finish(kept('f-1', { checks: { nik: 'different' }, read: { nik: other } }))
    await world.tap('fix')
    expect(said(await world.tap('~keep'))).toEqual(['both-note'])
    expect(world.answers()).toMatchObject({ photo: { checks: { nik: 'different' } } })
  })

  it('shows its question as it stood after a digression', async () => {
    const world = await atThePhoto()
    await world.photo()
    await world.say('batal')
    expect((await world.finish(kept('f-1', { checks: { nik: 'different' }, read: { nik: other } }))).replies).toEqual([])
    expect(said(await world.say('tidak'))).toEqual(['field-document-differs'])
    expect(offered(world.last)).toEqual(['fix', 'other', 'sure'])
  })
})

describe('an answer that brings others along', () => {
  const bringing: Field<string> = {
    ...nik(),
    read: () => ({ is: 'value', value: typed, fill: { note: 'dari foto', photo: { file: 'f-1' }, strange: 'x' } }),
  }
  const world = async (age: string) => {
    const brought = flow<SmallPorts>('both', { version: 1, title: 'both-title', words: ['dua'], form: idle })
      .ask('nik', bringing)
      .ask('age', plainText({ min: 1, max: 9 }))
      .ask('photo', photo)
      .ask('note', plainText({ min: 1, max: 50 }), { doubt: (value) => (value === age ? 'really?' : undefined) })
      .review('review')
      .say('done')
    const small = smallWorld([home('both'), human, brought])
    await small.chat('halo', 'dua', 'x')
    return small
  }

  it('is asked only for what it did not bring', async () => {
    const small = await world('')
    expect(said(small.last)).toEqual(['both-age'])
    expect(said(await small.say('30'))[0]).toMatch(/^both-review/)
    expect(small.answers()).toMatchObject({ note: 'dari foto', photo: { file: 'f-1' } })
    expect(small.answers()).not.toHaveProperty('strange')
  })

  it('does not answer what would be asked about', async () => {
    const small = await world('dari foto')
    expect(said(await small.say('30'))).toEqual(['both-note'])
  })
})
