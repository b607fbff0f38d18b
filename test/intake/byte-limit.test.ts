import { describe, expect, it } from 'vitest'
import { HARD_LIMIT_BYTES, byteLimit, bytesProblem } from '../../bot/intake/byte-limit.ts'

describe('the limit of bytes', () => {
  it('is the slot’s own, but never above 30 MB', () => {
    expect(byteLimit(undefined)).toBe(HARD_LIMIT_BYTES)
    expect(byteLimit(2_000_000)).toBe(2_000_000)
    expect(byteLimit(10 * HARD_LIMIT_BYTES)).toBe(HARD_LIMIT_BYTES)
  })

  it('takes a file of just that size and no more, and none without content', () => {
    expect(bytesProblem(new Uint8Array(1000), 1000)).toBeUndefined()
    expect(bytesProblem(new Uint8Array(1001), 1000)).toBe('too-large')
    expect(bytesProblem(new Uint8Array(0), 1000)).toBe('empty')
  })
})
