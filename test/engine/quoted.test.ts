import { describe, expect, it } from 'vitest'
import { flow, type Flow } from '../../flows/engine/flow.ts'
import { t } from '../../flows/engine/text.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { home, human, smallFlows, smallWorld, type SmallPorts } from './small-flows.ts'
import { said } from './world.ts'

type Given = { readonly arg?: string; readonly said?: string; readonly doing?: object }

/** Takes an answer, by its command or as a quoted reply. */
const answer: Flow<SmallPorts> = flow<SmallPorts, Given>('answer', { version: 1, title: 'answer-title' }).say('got', {
  args: ({ arg = '', said: words = '' }) => ({ arg, words }),
})
/** A human who says what was being talked about. */
const listener: Flow<SmallPorts> = flow<SmallPorts, Given>('human', {
  version: 1,
  title: 'human-title',
  words: ['petugas'],
}).say('doing', { args: ({ doing }) => ({ doing: JSON.stringify(doing ?? null) }) })

const others = smallFlows.filter(({ id }) => id !== 'human')
const got = (arg: string, words: string) => t('answer-got', { arg, words })

describe('a reply to a message about a command', () => {
  const world = () => smallWorld([...smallFlows, answer])

  it.each(['Besok pagi', 'menu', 'batal', 'ya', 'petugas', '1', '/start'])(
    'gives "%s" to that command as it is',
    async (words) => {
      const { replies } = await world().send({ kind: 'text', text: words, about: '/answer:4TQ2' })
      expect(replies).toMatchObject([{ kind: 'message', text: got('4TQ2', words) }])
    },
  )

  it('leaves a form that is open as it was', async () => {
    const one = world()
    await one.chat('singkat')
    expect(said(await one.send({ kind: 'text', text: 'Besok', about: '/answer:4TQ2' }))[0]).toMatch(/answer-got.*engine-resume/)
    expect(one.top?.flow).toBe('short')
  })

  it('is cut where it is too long to be of use', async () => {
    const { replies } = await world().send({ kind: 'text', text: 'x'.repeat(10_000), about: '/answer:4TQ2' })
    expect(replies).toMatchObject([{ kind: 'message', text: got('4TQ2', 'x'.repeat(2001)) }])
  })

  it.each(['/gone:4TQ2', '/', 'T1', ''])('about "%s" is like any other text', async (about) => {
    expect(said(await world().send({ kind: 'text', text: 'menu', about }))[0]).toMatch(/home/)
  })
})

describe('what a human is told of what was talked about', () => {
  const doing = async (...texts: readonly string[]) => {
    const world = smallWorld([...others, listener])
    await world.chat(...texts)
    return (world.last?.replies ?? []).map((reply) => JSON.stringify(reply)).join('\n')
  }

  it('is nothing at the menu, or when nothing is open', async () => {
    expect(await doing('petugas')).toContain('"doing":"null"')
    expect(await doing('menu', 'petugas')).toContain('"doing":"null"')
  })

  it('is the form by its message keys, and no answer', async () => {
    const told = await doing('singkat', '3326071708850001', 'petugas')
    expect(told).toContain(String.raw`\"title\":\"short-title\"`)
    expect(told).toContain(String.raw`\"form\":true`)
    expect(told).not.toContain('3326071708850001')
  })
})

describe('a question to which any words may be an answer', () => {
  const free: Flow<SmallPorts> = flow<SmallPorts>('free', { version: 1, title: 'free-title', words: ['bebas'] })
    .ask('words', { ...plainText({ min: 1, max: 200 }), free: true })
    .say('end')

  it('takes what would skip another one', async () => {
    const world = smallWorld([home('human'), human, free])
    await world.say('bebas')
    expect(said(await world.say('tidak ada'))).toEqual(['free-end'])
  })

  it('hears the commands all the same', async () => {
    const world = smallWorld([home('human'), human, free])
    await world.say('bebas')
    expect(said(await world.say('batal'))[0]).toMatch(/engine-cancelled/)
  })
})
