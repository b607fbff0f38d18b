import { describe, expect, it } from 'vitest'
import { headerProblem } from '../../bot/intake/pixel-limit.ts'
import { image, jpeg, jpegClaiming, pngBomb } from './photos.ts'

describe('the header', () => {
  it('of a usual photo of any kind is fine', async () => {
    const avif = await image(64, 64).avif({ effort: 0 }).toBuffer()
    for (const bytes of [await jpeg(), await image().png().toBuffer(), await image().webp().toBuffer(), avif])
      expect(await headerProblem(bytes)).toBeUndefined()
  })

  it('of a 50,000 x 50,000 PNG is enough to refuse it: nothing is decoded, no memory taken', async () => {
    const bomb = pngBomb(50_000, 50_000)
    const before = process.memoryUsage().rss
    expect(await headerProblem(bomb)).toBe('pixels')
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })

  it('decides by format: 50 MP PNG, 120 MP baseline JPEG, 40 MP progressive JPEG', async () => {
    expect(await headerProblem(pngBomb(10_000, 5_000))).toBeUndefined()
    expect(await headerProblem(pngBomb(10_000, 5_001))).toBe('pixels')
    expect(await headerProblem(await jpegClaiming(12_000, 10_000, false))).toBeUndefined()
    expect(await headerProblem(await jpegClaiming(12_000, 10_001, false))).toBe('pixels')
    expect(await headerProblem(await jpegClaiming(8_000, 5_000, true))).toBeUndefined()
    expect(await headerProblem(await jpegClaiming(8_000, 5_001, true))).toBe('pixels')
  })

  it('that cannot be read means a damaged photo', async () => {
    expect(await headerProblem((await jpeg()).subarray(0, 20))).toBe('damaged')
  })
})
