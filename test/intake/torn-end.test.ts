import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tornShare } from '../../bot/intake/torn-end.ts'
import { cameraJpeg, image, jpeg } from './photos.ts'

describe('what is missing at the end of a JPEG', () => {
  it('is nothing in a whole one, turned or not', async () => {
    expect(await tornShare(await jpeg())).toBe(0)
    expect(await tornShare(await cameraJpeg())).toBe(0)
  })

  it('is about the share of the bytes that are', async () => {
    const photo = await jpeg(800, 480)
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0.05, max: 0.95, noNaN: true }), async (missing) => {
        const share = await tornShare(photo.subarray(0, Math.round(photo.length * (1 - missing))))
        expect(Math.abs(share - missing)).toBeLessThan(0.05)
      }),
      { numRuns: 30 },
    )
  })

  it('is everything in a progressive one', async () => {
    expect(await tornShare(await image().jpeg({ progressive: true }).toBuffer())).toBe(1)
  })
})
