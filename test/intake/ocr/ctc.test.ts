import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greedy, likeliest, logLikelihood, type Probabilities } from '../../../bot/intake/ocr/ctc.ts'

/** Rows that sum to 1. */
function matrix(rows: readonly (readonly number[])[]): Probabilities {
  const classes = rows[0]?.length ?? 0
  const normal = rows.map((row) => row.map((value) => value / row.reduce((sum, one) => sum + one, 0)))
  return { steps: rows.length, classes, data: Float64Array.from(normal.flat()) }
}

const matrices = fc
  .array(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map(matrix)

/** The likelihood of every reading, by going through every path. */
function byEveryPath({ steps, classes, data }: Probabilities): Map<string, number> {
  const found = new Map<string, number>()
  for (let path = 0; path < classes ** steps; path++) {
    const labels = Array.from({ length: steps }, (_, step) => Math.floor(path / classes ** step) % classes)
    const probability = labels.reduce((product, label, step) => product * (data[step * classes + label] ?? 0), 1)
    const reading = labels.filter((label, step) => label !== 0 && label !== labels[step - 1]).join()
    found.set(reading, (found.get(reading) ?? 0) + probability)
  }
  return found
}

const classesOf = (key: string): number[] => (key === '' ? [] : key.split(',').map(Number))

describe('what a line reads by its probabilities', () => {
  it('weighs every reading as the sum over all its paths', () => {
    fc.assert(
      fc.property(matrices, (probabilities) => {
        for (const [key, likelihood] of byEveryPath(probabilities)) {
          expect(logLikelihood(probabilities, classesOf(key))).toBeCloseTo(Math.log(likelihood), 6)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds the likeliest reading of a length', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 0, max: 3 }), (probabilities, length) => {
        const all = [...byEveryPath(probabilities)].filter(([key]) => classesOf(key).length === length)
        const best = all.toSorted((a, b) => b[1] - a[1])[0]
        const found = likeliest(probabilities, length, 1000)
        if (best === undefined) expect(found).toEqual([])
        else expect(Math.exp(logLikelihood(probabilities, found[0] ?? []))).toBeCloseTo(best[1], 9)
      }),
      { numRuns: 60 },
    )
  })

  it('takes a character once as long as it lasts, and twice with a blank between', () => {
    const seen = matrix([
      [0.1, 0.8, 0.1],
      [0.05, 0.9, 0.05],
      [0.8, 0.1, 0.1],
      [0.1, 0.8, 0.1],
      [0.1, 0.1, 0.8],
    ])
    expect(greedy(seen).map((glyph) => [glyph.class, glyph.step])).toEqual([
      [1, 1],
      [1, 3],
      [2, 4],
    ])
  })

  it('gives a reading longer than the line no likelihood, and no line no reading', () => {
    const one = matrix([[0.2, 0.5, 0.3]])
    expect(logLikelihood(one, [1, 2])).toBe(-Infinity)
    expect(likeliest(one, 2, 10)).toEqual([])
    const none = { steps: 0, classes: 3, data: new Float64Array() }
    expect(greedy(none)).toEqual([])
    expect(likeliest(none, 1, 10)).toEqual([])
    expect(logLikelihood(none, [1])).toBe(-Infinity)
  })

  it('stays a number on a line of a thousand steps', () => {
    const long = matrix(Array.from({ length: 1000 }, (_, step) => (step % 2 === 0 ? [0.6, 0.2, 0.2] : [0.3, 0.4, 0.3])))
    const [best] = likeliest(long, 16, 4)
    expect(best).toHaveLength(16)
    expect(logLikelihood(long, best ?? [])).toBeLessThan(-100)
    expect(logLikelihood(long, best ?? [])).toBeGreaterThan(-10_000)
  })
})
