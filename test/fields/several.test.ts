import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../flows/engine/field.ts'
import { several } from '../../flows/fields/several.ts'
import { contextOf, problemOf, say, valueOf } from './conversation.ts'

const options = [
  { id: 'kk', label: 'Kartu Keluarga', words: ['kk'] },
  { id: 'lahir', label: 'Akta Kelahiran' },
  { id: 'mati', label: 'Akta Kematian' },
] as const
const field = several(options)

/** Taps one button after the other; gives the last reading. */
function tap(...ids: readonly string[]): Reading<readonly string[]> {
  let scratch = field.open?.(contextOf()).scratch ?? null
  let reading: Reading<readonly string[]> = { is: 'problem', problem: '' }
  for (const id of ids) {
    reading = field.read({ kind: 'choice', id }, contextOf(), scratch)
    if (reading.is === 'more') scratch = reading.opening.scratch ?? null
  }
  return reading
}

const offered = (reading: Reading<readonly string[]>): readonly string[] =>
  reading.is === 'more' ? (reading.opening.choices ?? []).map(({ id }) => id) : []

describe('several of a list', () => {
  it.each([
    ['1, 3', ['kk', 'mati']],
    ['3 1', ['kk', 'mati']],
    ['kk dan kematian', ['kk', 'mati']],
    ['kelahiran; kk', ['kk', 'lahir']],
    ['semua', ['kk', 'lahir', 'mati']],
    ['Semuanya.', ['kk', 'lahir', 'mati']],
    ['1,1', ['kk']],
    ['١، ٢'.replace('،', ','), ['kk', 'lahir']],
  ])('reads "%s" at once', (text, chosen) => {
    expect(valueOf(say(field, text))).toEqual(chosen)
  })

  it('takes one after the other, leaves out what is chosen, and ends with "done" or with the last', () => {
    expect(offered(tap('lahir'))).toEqual(['kk', 'mati', 'several:done'])
    expect(valueOf(tap('lahir', 'several:done'))).toEqual(['lahir'])
    expect(valueOf(tap('mati', 'kk', 'several:done'))).toEqual(['kk', 'mati'])
    expect(valueOf(tap('mati', 'kk', 'lahir'))).toEqual(['kk', 'lahir', 'mati'])
    expect(valueOf(tap('several:all'))).toEqual(['kk', 'lahir', 'mati'])
  })

  it('a number is the place in the list as it is shown then', () => {
    const first = tap('kk')
    const scratch = first.is === 'more' ? (first.opening.scratch ?? null) : null
    expect(valueOf(say(field, '1, 2', contextOf(), scratch))).toEqual(['kk', 'lahir', 'mati'])
  })

  it.each(['', 'akta', '4', '0', '1, 9', '1 2 x', 'selesai', 'several:all', 'x'.repeat(10_000), '<b>1</b>', '__proto__'])(
    'refuses "%s"',
    (text) => {
      expect(problemOf(say(field, text))).toBe('field-several-unknown')
    },
  )

  it('a done without a choice, an unknown button, and no options at all are refused', () => {
    expect(problemOf(tap('several:done'))).toBe('field-several-unknown')
    expect(problemOf(tap('other'))).toBe('field-several-unknown')
    expect(problemOf(say(several([]), '1'))).toBe('field-several-none')
  })

  it('pages through a long list and keeps what was chosen', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ id: `s${n + 1}`, label: `Layanan ke-${n + 1}` }))
    const long = several(many)
    const opened = long.open?.(contextOf())
    expect(opened?.choices).toHaveLength(10)
    const chosen = long.read({ kind: 'choice', id: 's2' }, contextOf(), opened?.scratch ?? null)
    const scratch = chosen.is === 'more' ? (chosen.opening.scratch ?? null) : null
    const next = long.read({ kind: 'text', text: 'lainnya' }, contextOf(), scratch)
    expect(next.is === 'more' && next.opening.choices?.map(({ id }) => id)).toContain('s10')
    const kept = next.is === 'more' ? (next.opening.scratch ?? null) : null
    expect(valueOf(long.read({ kind: 'choice', id: 'several:done' }, contextOf(), kept))).toEqual(['s2'])
  })

  it('whatever is sent, the answer is some of the options, each once, and holds', () => {
    const words = fc.constantFrom('1', '2', '3', ',', ' dan ', 'kk', 'akta', 'selesai', 'semua', 'lainnya')
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), (texts) => {
        const value = valueOf(say(field, texts.join(' ')))
        if (value === undefined) return
        expect(value.length).toBeGreaterThan(0)
        expect(new Set(value).size).toBe(value.length)
        expect(field.holds?.(value, contextOf())).toBe(true)
      }),
    )
  })

  it('an answer with an option that is no more does not hold', () => {
    for (const value of [['kk', 'gone'], [], 'kk', null]) expect(field.holds?.(value, contextOf())).toBe(false)
  })
})
