import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Probabilities } from '../../../bot/intake/ocr/ctc.ts'
import { compareNumber, digitsOnly, numberRun, sureNumber, weigh } from '../../../bot/intake/ocr/number-check.ts'
import { ASCII } from '../../../bot/intake/ocr/recognition.ts'
import { HOSTILE, line } from './lines.ts'

/** A crop in which each digit of a number is seen this surely, and `doubts` says what else it may be. */
function crop(
  number: string,
  sure = 0.98,
  doubts: Record<number, readonly [digit: number, probability: number]> = {},
): Probabilities {
  const rows = Array.from(number).flatMap((digit, index) => {
    const row = new Float64Array(11).fill((1 - sure) / 10)
    row[Number(digit) + 1] = sure
    const doubt = doubts[index]
    if (doubt !== undefined) {
      row[Number(digit) + 1] = sure - doubt[1]
      row[doubt[0] + 1] = doubt[1]
    }
    return [row, Float64Array.from({ length: 11 }, (_, label) => (label === 0 ? 0.99 : 0.001))]
  })
  return { steps: rows.length, classes: 11, data: Float64Array.from(rows.flatMap((row) => [...row])) }
}

const NUMBER = '9901014107900001'
const numbers = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 }).map((digits) => digits.join(''))
const withDigit = (number: string, place: number, digit: number) => `${number.slice(0, place)}${digit}${number.slice(place + 1)}`

describe('a number of 16 digits against what is to be seen', () => {
  it('is the same when it is the one to be seen, and another one with one other digit', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        const evidence = [crop(number), crop(number), crop(number)]
        expect(compareNumber(evidence, number)).toBe('same')
        expect(sureNumber(evidence)).toBe(number)
        expect(compareNumber(evidence, withDigit(number, place, (Number(number[place]) + step) % 10))).toBe('different')
      }),
      { numRuns: 40 },
    )
  })

  it('is unsure about a digit that may be either, and then reads no number', () => {
    const evidence = [crop(NUMBER, 0.98, { 3: [7, 0.3] })]
    expect(compareNumber(evidence, NUMBER)).toBe('same')
    expect(compareNumber([crop(NUMBER, 0.98, { 3: [7, 0.05] })], withDigit(NUMBER, 3, 7))).toBe('unsure')
    expect(sureNumber(evidence)).toBeUndefined()
  })

  it('does not call a number another one while one of its digits is in doubt', () => {
    // a 9 that was surely read as 1, as motion makes of it, beside a digit that may be two
    const moved = crop(withDigit(NUMBER, 0, 1), 0.99, { 5: [9, 0.45] })
    expect(weigh([moved], NUMBER)?.ratio).toBeGreaterThan(6)
    expect(compareNumber([moved, moved, moved], NUMBER)).toBe('unsure')
  })

  it('says nothing of a number that can hardly be read', () => {
    const blurred = [crop(NUMBER, 0.5)]
    expect(weigh(blurred, NUMBER)?.legible).toBeLessThan(-5)
    expect(compareNumber(blurred, NUMBER)).toBe('unsure')
    expect(compareNumber(blurred, withDigit(NUMBER, 0, 3))).toBe('unsure')
    expect(sureNumber(blurred)).toBeUndefined()
  })

  it('says nothing where there is nothing, or no 16 digits', () => {
    for (const evidence of [[], [crop('123')], [crop('')]]) {
      expect(compareNumber(evidence, NUMBER)).toBe('unsure')
      expect(sureNumber(evidence)).toBeUndefined()
    }
  })

  it('is never the same as what is no number', () => {
    for (const typed of ['', '123', 'x'.repeat(16), ...HOSTILE.map((text) => text.slice(0, 40))]) {
      expect(compareNumber([crop(NUMBER)], typed)).not.toBe('same')
    }
  })

  it('takes letters that look like a digit for it, and all else for nothing', () => {
    const data = new Float32Array(2 * 96)
    data[ASCII.indexOf('O') + 1] = 0.7
    data[ASCII.indexOf('0') + 1] = 0.2
    data[96 + ASCII.indexOf('K') + 1] = 0.9
    const digits = digitsOnly({ steps: 2, classes: 96, data })
    expect(digits.data[1]).toBeCloseTo(0.9)
    expect(digits.data[11]).toBeCloseTo(1)
  })
})

describe('where a number stands in its line', () => {
  it.each([
    ['9901014107900001', 16],
    [':9901014107900001', 16],
    ['NIK: 9901014107900001', 16],
    ['NIK9901014107900001', 16],
    ['No. 9901014107900001', 16],
    ['99O1O141O79OOOO1', 16],
    ['9901 0141 0790 0001', 16],
    ['RT 001/002', 6],
    ['17-08-1985', 8],
  ])('%s', (text, digits) => {
    expect(numberRun(line(text, 0, 0))?.digits).toBe(digits)
  })

  it('begins behind the label', () => {
    const text = 'No. 9901014107900001'
    expect(numberRun(line(text, 0, 0))?.from).toBeCloseTo(4.5 / text.length)
  })

  it('finds no 13 digits in words, and survives anything', () => {
    expect(numberRun(line('', 0, 0))).toBeUndefined()
    expect(numberRun(line('KOLOM BIODATA', 0, 0))?.digits).toBeLessThan(13)
    for (const text of HOSTILE) expect(() => numberRun(line(text, 0, 0))).not.toThrow()
  })
})
