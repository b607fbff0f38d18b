import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kept } from '../../fields/documents.ts'
import { loadAgencies, loadHolidays } from '../../../bot/agencies.ts'
import { loadRegions } from '../../../bot/regions.ts'
import { render } from '../../../bot/runtime/render.ts'
import { loadTexts } from '../../../bot/texts.ts'
import { allFlows, FRONT } from '../../../flows/all.ts'
import type { Counter } from '../../../flows/counter.ts'
import type { Turn } from '../../../flows/engine/engine.ts'
import type { Event } from '../../../flows/engine/input.ts'
import { FlowSet } from '../../../flows/engine/flow-set.ts'
import type { Json } from '../../../flows/engine/json.ts'
import type { Flow } from '../../../flows/engine/flow.ts'
import type { Me, Ports } from '../../../flows/ports.ts'
import { finish, walk, walks, type Route } from '../../engine/walker.ts'
import { said, World } from '../../engine/world.ts'
import { MODE_NOTICES } from '../../support/changing-modes.ts'
import { changingPorts } from '../../support/changing-ports.ts'
import { PRIVACY_NOTICES } from '../../support/changing-privacy.ts'
import { TALK_NOTICES } from '../../support/changing-talks.ts'
import { deadEnd } from '../../support/way-on.ts'

const [loaded] = loadAgencies(loadTexts(), loadHolidays())
if (loaded === undefined) throw new Error('no agency')
const counter: Counter = { ...loaded, regions: await loadRegions(), publicUrl: 'http://localhost:8080' }
const flows = allFlows(counter)
const flowSet = new FlowSet(flows, FRONT)
const leads = (words: string): boolean => flowSet.named(words) !== undefined

// The form as a later release has it: one question less.
const { registration } = counter.agency
const later = allFlows({
  ...counter,
  agency: {
    ...counter.agency,
    registration: {
      ...registration,
      version: registration.version + 1,
      fields: registration.fields.filter(({ id }) => id !== 'birth-place'),
    },
  },
})

const registered = { number: 'REG-2611-7K3F9Q', reason: 'name-differs', note: null, marked: ['name'] }
const task = { task: 'T1', number: 'REG-2611-7K3F9Q' }
const route: Route<Ports> = {
  flows,
  home: FRONT.home,
  valid: ({ id, field }) => {
    if (id === 'number') return { kind: 'text', text: 'REG-2611-7K3F9Q' }
    if (id === 'typed') return { kind: 'text', text: 'HAPUS' }
    // Whoever has said one thing to an officer has finished.
    if (field.type !== 'talk-message') return undefined
    return { kind: 'text', text: id === 'message' ? 'selesai' : 'Kapan KTP saya jadi?' }
  },
  outcome: (job): Json =>
    job === 'login' ? { outcome: 'ok', account: 'A1' } : job === 'data-copy' ? { page: 'F1', json: 'F2' } : kept('F1'),
  notices: [
    { flow: 'registration-approved', data: { number: 'REG-2611-7K3F9Q', account: 'A1' } },
    { flow: 'registration-rejected', data: registered },
    { flow: 'registration-repair', data: registered },
    { flow: 'duplicate-attempt', data: {} },
    ...MODE_NOTICES,
    ...TALK_NOTICES,
    ...PRIVACY_NOTICES,
    { flow: 'reset-link', data: { account: 'A1' } },
    { flow: 'password-changed', data: { at: Date.UTC(2026, 10, 25) } },
    { flow: 'task-new', data: { task: 'T1' } },
    { flow: 'task-reminder', data: { ...task, promisedAt: Date.UTC(2026, 10, 25) } },
    { flow: 'task-decided', data: { number: task.number, by: 'Bu Ratna', decision: 'approve' } },
    { flow: 'claim-expired', data: task },
  ],
  releases: [flows, later],
}

/** A conversation that is put into words as well, in both languages: a message that lacks something, or a way on, fails. */
class SpokenWorld extends World<Ports> {
  constructor(seed: number, state?: Me['state']) {
    super(flows, FRONT, changingPorts(seed, state))
  }

  override async send(event: Event): Promise<Turn> {
    const turn = await super.send(event)
    for (const language of ['id', 'en'] as const) {
      const written = await render(turn.replies, language, counter.texts, () => Promise.resolve('http://localhost/l/x'), 'in-1')
      const bad = written.find(({ message }) => /undefined|\[object|\{ ?\$/.test(message.text ?? ''))
      if (bad !== undefined) throw new Error(`not fit to be read: ${bad.message.text}`)
      const end = deadEnd(turn, written, leads)
      if (end !== undefined) throw new Error(end)
    }
    return turn
  }
}

describe('random walks through every conversation of the counter', () => {
  it('never fail, always answer, can always be left, and always lead to the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), walks(50), (seed, moves) => walk(new SpokenWorld(seed), route, moves)),
      { numRuns: 250 },
    )
  })

  const begun: readonly Flow<Ports>[] = flows.filter(
    ({ id }) => !route.notices.some(({ flow }) => flow === id) && !id.startsWith('mail-'),
  )
  it.each(begun.map(({ id }) => id))('good answers alone finish %s, whoever it is that asks', async (id) => {
    const states: Me['state'][] = ['stranger', 'waiting', 'rejected', 'repair', 'approved', 'active', 'logged-in']
    for (const [seed, state] of states.entries()) {
      const one = new SpokenWorld(seed, state)
      const first = await one.send({ kind: 'choice', id: `/${id}:T1` })
      expect(said(first)).not.toEqual([])
      await finish(one, route)
    }
  })
})
