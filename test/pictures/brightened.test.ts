import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { brightened } from '../../bot/pictures/brightened.ts'
import { straightened } from '../../bot/pictures/straightened.ts'

describe('a dark photo', () => {
  it('is bright afterwards, of the same size', async () => {
    const dark = await card(0.1)
    const bright = await brightened(dark)
    expect(await meanOf(dark)).toBeLessThan(20)
    expect(await meanOf(bright)).toBeGreaterThan(90)
    expect(await sizeOf(bright)).toEqual(await sizeOf(dark))
  })

  it.each([0, 1])('of one shade (%d) stays a picture', async (shade) => {
    const flat = await sharp({ create: { width: 60, height: 40, channels: 3, background: shade === 0 ? '#000' : '#fff' } })
      .jpeg()
      .toBuffer()
    expect(await sizeOf(await brightened(flat))).toEqual({ width: 60, height: 40 })
  })
})

describe('a photo taken askew', () => {
  it('is turned, and loses no corner', async () => {
    const photo = await card(1)
    const { width, height } = await sizeOf(await straightened(photo, 6))
    const before = await sizeOf(photo)
    expect(width).toBeGreaterThan(before.width)
    expect(height).toBeGreaterThan(before.height)
  })
})

/** Dark lines on a light card, in so much light. */
async function card(light: number): Promise<Buffer> {
  const line = { create: { width: 300, height: 12, channels: 3 as const, background: '#202020' } }
  const lines = [60, 110, 160, 210].map((top) => ({ input: line, left: 50, top }))
  const drawn = await sharp({ create: { width: 400, height: 260, channels: 3, background: '#c8d8e8' } })
    .composite(lines)
    .png()
    .toBuffer()
  return sharp(drawn).linear(light, 0).jpeg().toBuffer()
}

async function meanOf(jpeg: Uint8Array): Promise<number> {
  return (await sharp(jpeg).greyscale().stats()).channels[0]?.mean ?? 0
}

async function sizeOf(jpeg: Uint8Array) {
  const { width, height } = await sharp(jpeg).metadata()
  return { width, height }
}
