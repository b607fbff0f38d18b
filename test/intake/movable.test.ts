import { describe, expect, it } from 'vitest'
import { movable } from '../../bot/intake/movable.ts'
import { jpeg } from './photos.ts'

/** Hands the bytes over as to a thread; what arrives there. */
function handOver(given: Uint8Array): Uint8Array {
  const { bytes, move } = movable(given)
  return structuredClone(bytes, { transfer: [...move] })
}

describe('bytes that are to be moved', () => {
  it('are not copied where they are whole', () => {
    const whole = new Uint8Array([1, 2, 3])
    expect([...handOver(whole)]).toEqual([1, 2, 3])
    expect(whole).toHaveLength(0)
  })

  it('leave alone what they are a part of, or what a library holds', async () => {
    const large = new Uint8Array([1, 2, 3, 4])
    expect([...handOver(large.subarray(1, 3))]).toEqual([2, 3])
    expect([...large]).toEqual([1, 2, 3, 4])
    const small = Buffer.from('kecil')
    expect(Buffer.from(handOver(small)).toString()).toBe('kecil')
    expect(small.toString()).toBe('kecil')
    const held = await jpeg()
    expect(handOver(held)).toHaveLength(held.length)
    expect(held.length).toBeGreaterThan(0)
  })
})
