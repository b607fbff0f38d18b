import { describe, expect, it } from 'vitest'
import { judged } from '../documents/judged.ts'
import { samples } from '../documents/samples.ts'

// A small part of `npm run bench -- quality`, whose figures stand in docs/documents.md; other seeds than those.
describe('photos of drawn documents', () => {
  it('are judged by their one fault, and none that nobody can read is called good', { timeout: 240_000 }, async () => {
    const told: { shows: string; said: string; fault: string | undefined; legible: boolean }[] = []
    for (const seed of [501, 502]) {
      for await (const sample of samples(seed, 1)) {
        const { verdict, fault } = await judged(sample)
        told.push({ shows: sample.shows, said: fault ?? verdict, fault: sample.fault, legible: sample.legible })
      }
    }
    expect(told).toHaveLength(30)
    expect(told.filter(({ legible, said }) => !legible && said === 'good')).toEqual([])
    expect(told.filter(({ fault, said }) => fault === undefined && said !== 'good')).toEqual([])
    const named = told.filter(({ fault, said }) => fault !== undefined && said !== 'good')
    expect(named.length).toBeGreaterThan(12)
    expect(named.filter(({ fault, said }) => said !== fault).length / named.length).toBeLessThanOrEqual(0.1)
  })
})
