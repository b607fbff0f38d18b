import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Ids } from '../../storage/ids.ts'
import { VirtualTime } from '../support/virtual-time.ts'

it('rise, whatever the clock does, and are exact numbers', () => {
  const step = fc.record({ ms: fc.integer({ min: -10_000_000, max: 10_000_000 }), count: fc.integer({ min: 1, max: 50 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let now = Date.UTC(2026, 10, 23)
      const ids = new Ids({ now: () => now })
      let last = 0
      for (const { ms, count } of steps) {
        now += ms
        for (let n = 0; n < count; n++) {
          const id = ids.number()
          expect(id).toBeGreaterThan(last)
          expect(Number.isSafeInteger(id)).toBe(true)
          last = id
        }
      }
    }),
  )
})

it('are different though there are more of them in a millisecond than it has room for', () => {
  const ids = new Ids(new VirtualTime())
  expect(new Set(Array.from({ length: 10_000 }, () => ids.number())).size).toBe(10_000)
})

it('as text sort as the numbers do, and have letters that nobody mixes up', () => {
  const time = new VirtualTime()
  const ids = new Ids(time)
  const texts = Array.from({ length: 500 }, (_, i) => {
    time.pass(i * 997)
    return ids.text()
  })
  expect([...texts].sort()).toEqual(texts)
  for (const text of texts) expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{11}$/)
})

it('go on after the highest in use when the clock was set back', () => {
  const time = new VirtualTime()
  const highest = new Ids(time).number()
  const ids = new Ids(new VirtualTime(time.now() - 86_400_000), highest)
  expect(ids.number()).toBe(highest + 1)
})

it('fit in 53 bits for the next sixty years, and are none below zero before 2025', () => {
  expect(Number.isSafeInteger(new Ids({ now: () => Date.UTC(2090, 0, 1) }).number())).toBe(true)
  expect(new Ids({ now: () => 0 }).number()).toBe(1)
})
