import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureQuality } from '../../bot/intake/quality/measure.ts'
import type { RawImage } from '../../bot/intake/types.ts'
import { faultKinds } from '../documents/fault.ts'
import { ktp } from '../documents/ktp.ts'
import { photograph } from '../documents/photograph.ts'

const flat = (width: number, height: number, level: number): RawImage => ({
  data: new Uint8Array(width * height * 3).fill(level),
  width,
  height,
})

const raster = fc
  .record({ width: fc.integer({ min: 1, max: 90 }), height: fc.integer({ min: 1, max: 90 }), seed: fc.integer() })
  .chain(({ width, height }) =>
    fc.uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 }).map((data) => ({ data, width, height })),
  )

describe('quality figures', () => {
  it('never fail and stay within their bounds, whatever the picture', () => {
    fc.assert(
      fc.property(raster, (image) => {
        const { brightness, focus = 0, steadiness = 0, reach, white } = measureQuality(image)
        for (const share of [steadiness, reach, white?.share ?? 0, white?.left ?? 0, white?.right ?? 0, white?.bottom ?? 0]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        expect(brightness).toBeGreaterThanOrEqual(0)
        expect(brightness).toBeLessThanOrEqual(255)
        expect(Number.isFinite(focus) && focus >= 0).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    [1, 1],
    [1, 3000],
    [3000, 1],
    [600, 600],
    [2000, 1500],
  ])('say nothing of print in an empty picture of %i x %i', (width, height) => {
    for (const level of [0, 128, 255]) {
      const figures = measureQuality(flat(width, height, level))
      expect(figures).toMatchObject({ width, height, brightness: level, reach: 0 })
      expect(figures.focus).toBeUndefined()
    }
  })

  it('see a white picture as one white spot and a grey one as none', () => {
    expect(measureQuality(flat(1200, 900, 255)).white).toEqual({ share: 1, left: 0, top: 0, right: 1, bottom: 1 })
    expect(measureQuality(flat(1200, 900, 200)).white).toBeUndefined()
  })

  it('do not depend much on how many pixels a telephone has', { timeout: 120_000 }, async () => {
    const card = await ktp({ seed: 301 })
    const [chat, camera] = [await photograph(card, { seed: 301 }), await photograph(card, { seed: 301, size: 'camera' })].map(
      ({ raw }) => measureQuality(raw),
    )
    expect(camera?.brightness).toBeCloseTo(chat?.brightness ?? 0, -1)
    expect((camera?.focus ?? 0) / (chat?.focus ?? 1)).toBeGreaterThan(0.6)
    expect((camera?.focus ?? 0) / (chat?.focus ?? 1)).toBeLessThan(1.7)
  })

  it('show each fault in its own figure', { timeout: 120_000 }, async () => {
    const card = await ktp({ seed: 302 })
    const fine = measureQuality((await photograph(card, { seed: 302 })).raw)
    const seen = new Map<string, ReturnType<typeof measureQuality>>()
    for (const kind of faultKinds) {
      seen.set(kind, measureQuality((await photograph(card, { seed: 302, fault: { kind, strength: 0.6 } })).raw))
    }
    expect(seen.get('dark')?.brightness).toBeLessThan(fine.brightness / 5)
    expect(seen.get('defocus')?.focus).toBeLessThan((fine.focus ?? 0) / 10)
    expect(seen.get('motion')?.steadiness).toBeLessThan((fine.steadiness ?? 0) * 0.75)
    expect(seen.get('too-small')?.reach).toBeLessThan(fine.reach / 2)
    expect(seen.get('glare')?.white?.share).toBeGreaterThan(0.02)
    expect(fine.white).toBeUndefined()
  })
})
