import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flow, type Flow } from '../../flows/engine/flow.ts'
import { confirm } from '../../flows/fields/confirm.ts'
import { name } from '../../flows/fields/name.ts'
import { nik } from '../../flows/fields/nik.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { kept } from '../fields/documents.ts'
import { smallFlows, smallWorld, idle, type SmallPorts } from './small-flows.ts'
import { engineTexts } from '../../flows/engine/engine-texts.ts'
import { said } from './world.ts'
import { finish, walk, walks, type Route } from './walker.ts'

// The short form as a later release has it: a question more, one less, and one of another kind.
const shortened: Flow<SmallPorts> = flow<SmallPorts>('short', {
  version: 2,
  title: 'short-title',
  words: ['singkat'],
  form: idle,
})
  .ask('mother', name())
  .ask('nik', nik())
  .ask('age', confirm())
  .review('review')
  .say('done')

const next: readonly Flow<SmallPorts>[] = [
  ...smallFlows.filter(({ id }) => id !== 'short' && id !== 'survey'),
  shortened,
  flow<SmallPorts>('survey', { version: 2, title: 'survey-title' })
    .ask('why', plainText({ min: 1, max: 100 }))
    .say('thanks'),
]

const route: Route<SmallPorts> = {
  flows: smallFlows,
  home: 'home',
  outcome: (job) => (job === 'intake' ? kept() : { ok: true }),
  notices: [
    { flow: 'news', data: { text: 'kabar' } },
    { flow: 'survey', data: {} },
  ],
  releases: [smallFlows, next],
}

describe('random walks over every kind of step', () => {
  it('never fail, always answer, can always be left, and always lead to the end', async () => {
    const heard = new Set<string>()
    await fc.assert(
      fc.asyncProperty(walks(60), async (moves) => {
        await walk(smallWorld(), { ...route, see: (turn) => said(turn).forEach((line) => heard.add(line)) }, moves)
      }),
      { numRuns: 200 },
    )
    // The walks got about: most of what the engine can say was said.
    const all = [...heard].join(' ').split(' ')
    const unsaid = engineTexts.filter(
      (key) => !all.includes(key) && !/-(?:yes|no|skip|keep|menu|go-on|human|edit|item)$/u.test(key),
    )
    expect(unsaid.length, unsaid.join(' ')).toBeLessThan(16)
  })

  it.each(['form', 'short', 'status', 'login', 'parcel'])('good answers alone finish %s', async (id) => {
    const world = smallWorld()
    await world.send({ kind: 'choice', id: `/${id}` })
    expect(world.open).toEqual([id])
    await finish(world, route)
    expect(world.session.answers).toEqual({})
  })
})
