import { describe, expect, it } from 'vitest'
import { flow } from '../../flows/engine/flow.ts'
import { document } from '../../flows/fields/document.ts'
import { phone } from '../../flows/fields/phone.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { asking } from '../fields/documents.ts'
import { home, human, smallWorld, type SmallPorts } from './small-flows.ts'
import { said } from './world.ts'

const upload = flow<SmallPorts>('upload', { version: 1, title: 'upload-title', words: ['unggah'] })
  .ask('photo', document(asking()))
  .ask('phone', phone())
  .ask('note', plainText({ min: 1, max: 100 }))

const photo = (ref: string, album?: string, mime = 'image/jpeg') =>
  ({ kind: 'file', file: { ref, as: 'photo', mime, ...(album !== undefined && { album }) } }) as const

async function atThePhoto() {
  const world = smallWorld([home('upload'), human, upload])
  await world.chat('halo', 'unggah')
  return world
}

describe('files that were sent together', () => {
  it('are one answer: the first is taken, and it is said once that it was enough', async () => {
    const world = await atThePhoto()
    expect(said(await world.send(photo('a', '77')))).toEqual([])
    expect(said(await world.send(photo('b', '77')))).toEqual(['engine-one-file'])
    expect(said(await world.send(photo('c', '77')))).toEqual([])
    expect(world.last?.effects.filter(({ kind }) => kind === 'job')).toEqual([])
  })

  it('are told apart from what is sent next', async () => {
    const world = await atThePhoto()
    expect(said(await world.send(photo('a', '77', 'application/pdf')))).toEqual(['field-document-pdf'])
    expect(said(await world.send(photo('b', '77', 'application/pdf')))).toEqual(['engine-one-file'])
    expect(said(await world.send(photo('c', '77', 'application/pdf')))).toEqual([])
    expect(said(await world.send(photo('d', '78')))).toEqual([])
  })

  it('are refused once where no file is asked for', async () => {
    const world = smallWorld([home('upload'), human, upload])
    await world.say('halo')
    expect(said(await world.send(photo('a', '77')))[0]).toMatch(/^engine-expected-text/)
    expect(said(await world.send(photo('b', '77')))).toEqual([])
    expect(said(await world.send(photo('c')))[0]).toMatch(/^engine-expected-text/)
  })
})
