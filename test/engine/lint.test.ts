import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flow, type Flow, type Step } from '../../flows/engine/flow.ts'
import { lintFlows } from '../../flows/engine/lint.ts'
import { captcha } from '../../flows/fields/captcha.ts'
import { confirm } from '../../flows/fields/confirm.ts'
import { passwordAgain } from '../../flows/fields/password.ts'
import { landmarks, smallFlows, type SmallPorts } from './small-flows.ts'

type Small = Flow<SmallPorts>
const everything = { ...landmarks, hasText: () => true }
const plain = (id: string, options: Partial<Parameters<typeof flow>[1]> = {}) =>
  flow<SmallPorts>(id, { version: 1, title: `${id}-title`, ...options })
const front = [plain('home').say('hello'), plain('human').say('how')] as const

/** The problems of these flows beside a faultless front, as `flow/step: problem`. */
function told(...flows: readonly Small[]): string[] {
  return lintFlows([...front, ...flows], everything).map(
    ({ flow: id, step, problem }) => `${id}${step === undefined ? '' : `/${step}`}: ${problem}`,
  )
}

const withSteps = (id: string, ...steps: Step<SmallPorts>[]): Small => ({ id, version: 1, title: 'x', steps })
const hour = 3_600_000

describe('finding mistakes in flows', () => {
  it('is content with flows of every kind of step', () => {
    expect(lintFlows(smallFlows, everything)).toEqual([])
  })

  it('finds names that are there twice', () => {
    expect(told(plain('a').say('x'), plain('a').say('x'))).toContain('a: there are two flows of this id')
    expect(
      told(
        plain('a')
          .ask('x', confirm())
          .do('x', () => Promise.resolve(1))
          .say('x'),
      ),
    ).toEqual(['a/x: there are two questions, calls or jobs of this id'])
  })

  it('finds names that cannot stand in keys and commands', () => {
    expect(told(plain('A b').say('x'))).toEqual(['A b: an id is of small letters, digits and dashes, at most 40'])
    expect(told(plain('a').say('x:y').say('__proto__'))).toHaveLength(2)
  })

  it('finds phrases that two flows claim, that mean something else, or nothing', () => {
    expect(told(plain('a', { words: ['Cek!', 'cek'] }).say('x'), plain('b', { words: ['cek'] }).say('x'))).toEqual([
      'b: phrase "cek" starts "a" already',
    ])
    expect(told(plain('a', { words: ['batalkan', '...'] }).say('x'))).toEqual([
      'a: phrase "batalkan" means "cancel" at every question',
      'a: phrase "..." has no letters or digits',
    ])
  })

  it('finds flows that do not exist', () => {
    expect(lintFlows([], everything).map(({ flow: id, problem }) => `${id}: ${problem}`)).toEqual([
      'home: leads home and does not exist',
      'human: leads human and does not exist',
    ])
    expect(
      told(
        plain('a')
          .call('c', 'nobody', () => ({}))
          .goto('g', ['nowhere'], () => null),
      ),
    ).toEqual(['a/c: there is no flow "nobody"', 'a/g: there is no flow "nowhere"'])
  })

  it('finds a turn back to what is no earlier question', () => {
    const back = { kind: 'retry', id: 'r', when: () => true } as const
    expect(told(withSteps('a', { ...back, to: 'x' }, ...plain('a').say('x').steps))).toEqual([
      'a/r: goes back to "x", which is no earlier question',
    ])
  })

  it('finds steps that are never reached, and flows that never end', () => {
    expect(told(plain('a').say('x').end('e').say('y').ask('z', confirm()).say('w'))).toEqual([
      'a/y: is never reached: "e" comes before',
      'a/z: is never reached: "e" comes before',
      'a/w: is never reached: "e" comes before',
    ])
    const loop = withSteps('a', ...plain('a').ask('x', confirm()).steps, { kind: 'retry', id: 'r', to: 'x' })
    expect(told(loop)).toEqual(['a/r: never ends'])
  })

  it('finds flows that say nothing, at all or at their end', () => {
    expect(told(plain('a').do('x', () => Promise.resolve(1)))).toEqual(['a: never says anything'])
    expect(told(plain('a').say('x').ask('y', confirm()))).toEqual(['a/y: ends without a word'])
    const job = plain('a').job('j', 'work', () => ({}), { meanwhile: 'a-wait', outcome: z.null() })
    expect(told(job)).toEqual(['a/j: ends without a word'])
  })

  it('finds flows that call each other, or go round without a question', () => {
    expect(
      told(
        plain('a')
          .call('x', 'b', () => ({}))
          .say('y'),
        plain('b').call('x', 'a', () => ({})),
      ),
    ).toEqual(['a: calls itself, by itself or through other flows', 'b: calls itself, by itself or through other flows'])
    const on = (id: string, to: string) => plain(id).goto('g', [to], () => ({ flow: to }))
    expect(told(on('a', 'b'), on('b', 'a'))).toEqual([
      'a: goes to itself again without a question',
      'b: goes to itself again without a question',
    ])
    expect(
      told(
        on('a', 'b'),
        plain('b')
          .ask('x', confirm())
          .goto('g', ['a'], () => null),
      ),
    ).toEqual([])
  })

  it('finds called flows that are forms or go elsewhere', () => {
    const form = { nudge: hour, draft: 2 * hour, expire: 3 * hour }
    expect(
      told(
        plain('a')
          .call('x', 'b', () => ({}))
          .say('y'),
        plain('b', { form })
          .ask('x', confirm())
          .goto('g', ['home'], () => null),
      ),
    ).toEqual([
      'b: is called by another flow and cannot be a form of its own',
      'b/g: is called by another flow and cannot go elsewhere',
    ])
  })

  it('finds options that do not work', () => {
    expect(told(plain('a', { version: 0 }).say('x'))).toEqual(['a: the version is a whole number from 1'])
    expect(told(plain('a', { form: { nudge: hour, draft: hour, expire: 3 * hour } }).say('x'))).toEqual([
      'a: an idle form is nudged, then kept as a draft, then forgotten: in this order',
    ])
    expect(told(plain('a', { pattern: /PTG-\d+/g }).say('x'))).toEqual([
      'a: a pattern with the flag g or y remembers where it was',
      'a: a pattern is for a whole text: ^…$',
    ])
    expect(told(plain('a', { unmistakable: /PTG/ }).say('x'))).toEqual(['a: a pattern is for a whole text: ^…$'])
  })

  it('finds questions that depend on what is not asked before', () => {
    expect(told(plain('a').ask('again', passwordAgain('secret')).say('x'))).toEqual([
      'a/again: depends on "secret", which is not asked before',
    ])
    const { holds: _none, ...blind } = passwordAgain('x')
    expect(told(plain('a').ask('x', confirm()).ask('y', blind).say('z'))).toEqual([
      'a/y: depends on other answers and cannot tell whether it still holds',
    ])
    expect(told(plain('a').ask('x', captcha(), { passing: true, optional: true }).say('y'))).toEqual([
      'a/x: is optional, and asked again whenever it is passed',
    ])
    expect(told(plain('a').ask('x', captcha(), { passing: true }).review('r').say('y'))).toEqual(['a/r: has nothing to show'])
  })

  it('finds messages that are missing', () => {
    const flows = [
      ...front,
      plain('a')
        .ask('q', confirm(), { help: 'a-help' })
        .ask('p', captcha(), { passing: true })
        .job('j', 'work', () => ({}), { meanwhile: 'a-wait', outcome: z.null() })
        .review('r')
        .say('s', { subject: 'a-subject' })
        .send('f', () => null, { caption: 'a-caption' }),
    ]
    const missing = (lacks: (key: string) => boolean) =>
      lintFlows(flows, { ...landmarks, hasText: (key) => !lacks(key) }).map(
        ({ flow: id, step, problem }) => `${id}/${step ?? ''} ${problem}`,
      )
    expect(missing((key) => key.startsWith('a-'))).toEqual(
      ['/a-title', 'q/a-q', 'q/a-help', 'q/a-q-label', 'p/a-p', 'j/a-wait', 'r/a-r', 's/a-s', 's/a-subject', 'f/a-caption'].map(
        (place) => `a/${place.split('/')[0]} message "${place.split('/')[1]}" is missing`,
      ),
    )
    expect(missing((key) => key === 'field-yes')).toEqual(['a/q message "field-yes" is missing'])
    expect(missing((key) => key === 'engine-help')).toEqual(['engine/ message "engine-help" is missing'])
  })
})
