import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captcha, openSum } from '../../flows/fields/captcha.ts'
import { parseNumber } from '../../flows/fields/number-words.ts'
import { contextOf, envOf, messageOf, problemOf, say, valueOf } from './conversation.ts'
import { fieldBundle, inWords } from './texts.ts'

function expectedOf(scratch: unknown): number {
  const found = typeof scratch === 'object' && scratch !== null && 'expected' in scratch ? scratch.expected : undefined
  if (typeof found !== 'number') throw new Error('the scratch keeps no number')
  return found
}

const drawn = fc.integer({ min: 0, max: 999_999 }).map((millionths) => millionths / 1_000_000)

describe('captcha', () => {
  it('SIN-43 asks a sum in words, and takes its result', () => {
    const opening = openSum(envOf([0.4, 0.25, 0.05, 0.1]))
    expect(inWords(fieldBundle('id'), messageOf(opening.args?.['sum']))).toBe('Berapa hasil perhitungan dari 6 dikurangi 2?')
    expect(valueOf(say(captcha(), '4', contextOf(), opening.scratch ?? null))).toBe(true)
    expect(valueOf(say(captcha(), 'Empat.', contextOf(), opening.scratch ?? null))).toBe(true)
  })

  it('SIN-44 varies the operation, the wording and the numbers', () => {
    const seen = new Set<string>()
    const spoken = new Set<string>()
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 4, maxLength: 4 }), (draws) => {
        const { args, scratch } = openSum(envOf(draws))
        const sum = messageOf(args?.['sum'])
        seen.add(sum.key)
        spoken.add(inWords(fieldBundle('id'), sum))
        const [a, b] = [Number(sum.args?.['a']), Number(sum.args?.['b'])]
        const result = sum.key.includes('plus') ? a + b : sum.key.includes('minus') ? a - b : a * b
        expect(expectedOf(scratch)).toBe(result)
        expect(result).toBeGreaterThanOrEqual(0)
        expect(Math.min(a, b)).toBeGreaterThanOrEqual(1)
        expect(Math.max(a, b)).toBeLessThanOrEqual(20)
      }),
      { seed: 44, numRuns: 500 },
    )
    expect(seen.size).toBe(9)
    expect(spoken.size).toBeGreaterThan(100)
  })

  it('SIN-45 refuses a wrong answer and asks a new sum', () => {
    const field = captcha()
    const context = contextOf({}, envOf([0.1, 0.9, 0.3, 0.6, 0.2]))
    const first = field.open?.(context).scratch ?? null
    const wrong = say(field, String(expectedOf(first) + 1), context, first)
    expect(problemOf(wrong)).toBe('field-captcha-wrong')
    const next = wrong.is === 'problem' ? (wrong.opening?.scratch ?? null) : null
    expect(next).not.toEqual(first)
    expect(problemOf(say(field, String(expectedOf(first)), context, next))).toBe('field-captcha-wrong')
    expect(valueOf(say(field, String(expectedOf(next)), context, next))).toBe(true)
  })

  it.each(['tidak tahu', '-4', '4 atau 5', ''])('gives a new sum for %s, which is no number', (text) => {
    const wrong = say(captcha(), text, contextOf(), { expected: 4 })
    expect(problemOf(wrong)).toBe('field-captcha-no-number')
    expect(wrong.is === 'problem' && wrong.opening?.args?.['sum']).toBeTruthy()
  })
})

const units = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']

/** A number from 1 to 99 in Indonesian words. */
function inIndonesian(number: number): string {
  if (number === 10) return 'sepuluh'
  if (number === 11) return 'sebelas'
  if (number < 20) return number < 10 ? (units[number] ?? '') : `${units[number - 10]} belas`
  return `${units[Math.floor(number / 10)]} puluh ${units[number % 10]}`.trim()
}

describe('parseNumber', () => {
  it('reads every result in Indonesian words, apart or together', () => {
    for (let number = 1; number < 100; number += 1) {
      expect(parseNumber(inIndonesian(number)), inIndonesian(number)).toBe(number)
      expect(parseNumber(inIndonesian(number).replace(/ (?=belas|puluh)/u, ''))).toBe(number)
    }
  })

  it.each([
    ['0', 0],
    ['nol', 0],
    ['seratus', 100],
    ['zero', 0],
    ['four', 4],
    ['eighteen', 18],
    ['forty-two', 42],
    ['one hundred', 100],
    ['hasilnya 18', 18],
    ['= 18', 18],
    ['١٨', 18],
    ['１８', 18],
    ['18.', 18],
    ['belas', undefined],
    ['dua tiga', undefined],
    ['sepuluh puluh', undefined],
    ['twenty twenty', undefined],
    ['ten five', undefined],
    ['1e1', undefined],
    ['0x12', undefined],
    ['18 19', undefined],
    ['', undefined],
  ])('reads %s', (text, number) => {
    expect(parseNumber(text)).toBe(number)
  })
})
