import { describe, expect, it } from 'vitest'
import { flow } from '../../flows/engine/flow.ts'
import { t, type LinkRequest } from '../../flows/engine/text.ts'
import { name } from '../../flows/fields/name.ts'
import { kept } from '../fields/documents.ts'
import { smallFlows, smallWorld, type SmallPorts } from './small-flows.ts'
import { argsOf, fingerprint, said } from './world.ts'

const password = 'kuda hijau berlari'
const sealed = { sealed: 'sealed-18', fingerprint: fingerprint(password) }

async function atSecret() {
  const world = smallWorld()
  await world.chat('daftar', 'ya', 'Siti', 'gak', '31', 'lewati')
  await world.photo()
  await world.finish(kept())
  expect(world.top?.step).toBe('secret')
  return world
}

async function onPage(value = sealed) {
  const world = await atSecret()
  const { link } = argsOf(world.last, 'engine-secure-entry')['page'] as LinkRequest
  return {
    world,
    link,
    send: () => world.send({ kind: 'answer', frame: Number(link.data?.['frame']), step: link.subject, value }),
  }
}

describe('a question with a page of its own', () => {
  it('sends a link to the page, which names the frame and the step', async () => {
    const { link } = await onPage()
    expect(link).toEqual({ purpose: 'answer', subject: 'secret', minutes: 30, data: { frame: 1, flow: 'form' } })
  })

  it('takes the answer from the page and goes on', async () => {
    const { world, send } = await onPage()
    expect(said(await send())).toEqual(['form-again'])
    expect(world.answers()).toMatchObject({ secret: sealed })
  })

  it('takes it after a digression, which is dropped', async () => {
    const { world, send } = await onPage()
    await world.say('status')
    expect(said(await send())).toEqual(['form-again'])
    expect(world.open).toEqual(['form'])
  })

  it('takes it in place of "cancel?"', async () => {
    const { world, send } = await onPage()
    await world.say('batal')
    expect(said(await send())).toEqual(['form-again'])
    expect(world.top).not.toHaveProperty('aside')
  })

  it('says why the page is safer, and what becomes of what is typed, to whoever asks for help', async () => {
    const { world } = await onPage()
    expect(said(await world.say('bantuan'))).toEqual(['engine-secure-help engine-help form-secret engine-secure-entry'])
  })

  it('sends another link when the answer contradicts others, and removes what is typed though it is no secret', async () => {
    const mother = flow<SmallPorts>('mother', { version: 1, title: 'mother-title', words: ['ibu'] })
      .ask('name', name(), { entry: 'secure-page', check: (value) => (value === 'X' ? t('mother-wrong') : undefined) })
      .say('done')
    const world = smallWorld([...smallFlows, mother])
    await world.say('ibu')
    const turn = await world.send({ kind: 'answer', frame: 1, step: 'name', value: 'X' })
    expect(said(turn)).toEqual(['mother-wrong mother-name engine-secure-entry'])
    expect(said(await world.say('12'))).toEqual(['delete-input', 'field-name-digits'])
    expect(said(await world.say('Sri Lestari'))).toEqual(['delete-input', 'mother-done'])
  })

  it('says so when it comes too late, and asks what is open', async () => {
    const { world, send } = await onPage()
    await world.say(password)
    expect(said(await send())).toEqual(['engine-answer-late form-again'])
    await world.chat('batal', 'ya')
    expect(said(await send())).toEqual(['engine-answer-late'])
    expect(world.session.answers).toEqual({})
  })

  it('takes no answer for a question that has no page, or that is not the open one', async () => {
    const { world } = await onPage()
    for (const [frame, step] of [
      [1, 'name'],
      [1, 'photo'],
      [7, 'secret'],
      [1, '__proto__'],
    ] as const)
      expect(said(await world.send({ kind: 'answer', frame, step, value: 'x' }))[0]).toMatch(/^engine-answer-late form-secret/u)
    await world.say(password)
    expect(said(await world.send({ kind: 'answer', frame: 1, step: 'again', value: 'x' }))).toEqual([
      'engine-answer-late form-again',
    ])
  })
})

describe('a secret', () => {
  it('may be typed in the chat: the message is removed, and nothing of it is kept or said', async () => {
    const world = await atSecret()
    const turn = await world.say(password)
    expect(said(turn)).toEqual(['delete-input', 'form-again'])
    await world.say(password)
    expect(said(world.last)[0]).toBe('delete-input')
    expect(JSON.stringify([world.session, turn.replies, world.last?.replies])).not.toContain('kuda')
  })

  it('that is refused is removed too; the link sent before still serves', async () => {
    const world = await atSecret()
    expect(said(await world.say('12345678'))).toEqual(['delete-input', 'field-password-pattern'])
    expect(said(await world.say('x'.repeat(5000)))[0]).toBe('delete-input')
    expect(said(await world.say('!!!!!!!!'))[0]).toBe('delete-input')
    await world.chat(password, 'sapi biru tertidur')
    expect(said(world.last)).toEqual(['delete-input', 'field-password-again-differs'])
  })

  it('is not taken for an invitation code', async () => {
    const world = await atSecret()
    await world.say('PTG-1234')
    expect(world.open).toEqual(['form'])
    expect(world.answers()).toHaveProperty('secret')
  })
})
