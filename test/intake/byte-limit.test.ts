import { describe, expect, it } from 'vitest'
import { HARD_LIMIT_BYTES, bytesProblem, fetchLimit } from '../../bot/intake/byte-limit.ts'

const shrinking = { maxBytes: 1000, shrink: true } as const
const exact = { maxBytes: 1000, shrink: false } as const

describe('the limit of bytes', () => {
  it('is 30 MB for a photo, which is made smaller', () => {
    expect(bytesProblem(HARD_LIMIT_BYTES, 'jpeg', shrinking)).toBeUndefined()
    expect(bytesProblem(HARD_LIMIT_BYTES + 1, 'jpeg', shrinking)).toBe('too-large')
  })

  it('is the slot’s own where nothing is made smaller, and for every PDF', () => {
    for (const [type, rules] of [
      ['jpeg', exact],
      ['pdf', exact],
      ['pdf', shrinking],
    ] as const) {
      expect(bytesProblem(1000, type, rules)).toBeUndefined()
      expect(bytesProblem(1001, type, rules)).toBe('too-large')
    }
    const huge = { maxBytes: 10 * HARD_LIMIT_BYTES, shrink: false }
    expect(bytesProblem(HARD_LIMIT_BYTES + 1, 'pdf', huge)).toBe('too-large')
  })

  it('takes nothing without content', () => {
    expect(bytesProblem(0, 'other', shrinking)).toBe('empty')
  })

  it('bounds what is fetched before it is known what it is', () => {
    expect(fetchLimit({ ...shrinking, types: ['jpeg', 'pdf'] })).toBe(HARD_LIMIT_BYTES)
    expect(fetchLimit({ ...shrinking, types: ['pdf'] })).toBe(1000)
    expect(fetchLimit({ ...exact, types: ['jpeg'] })).toBe(1000)
    expect(fetchLimit({ shrink: false, maxBytes: 10 * HARD_LIMIT_BYTES, types: ['jpeg'] })).toBe(HARD_LIMIT_BYTES)
  })
})
