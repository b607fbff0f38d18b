import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, decodingProblem } from '../../bot/intake/decode.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import type { RawImage } from '../../bot/intake/types.ts'
import { SVG, cameraJpeg, image, jpeg } from './photos.ts'

async function decoded(bytes: Uint8Array): Promise<RawImage> {
  const raw = await decode(bytes)
  if ('ok' in raw) throw new Error(raw.problem)
  expect(raw.data).toHaveLength(raw.width * raw.height * 3)
  return raw
}

describe('decoding a photo', () => {
  it('turns it upright', async () => {
    expect((await sharp(await cameraJpeg()).metadata()).orientation).toBe(6)
    const { data, width, height } = await decoded(await cameraJpeg())
    expect([width, height]).toEqual([400, 640])
    // The gradient grew downwards; turned a quarter clockwise it grows from right to left.
    const halves = await sharp(data, { raw: { width, height, channels: 3 } })
      .resize(2, 1, { fit: 'fill' })
      .greyscale()
      .raw()
      .toBuffer()
    expect(halves[0]).toBeGreaterThan((halves[1] ?? 255) + 40)
  })

  it('fits it into 2000 pixels, and never enlarges it', async () => {
    expect(await decoded(await jpeg(3000, 1500))).toMatchObject({ width: 2000, height: 1000 })
    expect(await decoded(await jpeg(1000, 2500))).toMatchObject({ width: 800, height: 2000 })
    expect(await decoded(await jpeg(300, 200))).toMatchObject({ width: 300, height: 200 })
    expect(await decoded(await jpeg(9000, 1))).toMatchObject({ width: 2000, height: 1 })
  })

  it('makes transparency white, and of grey, CMYK, 16 bits or a palette plain sRGB', async () => {
    const clear = sharp({ create: { width: 20, height: 20, channels: 4, background: '#00000000' } })
    expect(Math.min(...(await decoded(await clear.png().toBuffer())).data)).toBe(255)
    const forms = [
      image().greyscale().jpeg(),
      image().toColourspace('cmyk').jpeg(),
      image().toColourspace('rgb16').png(),
      image().toColourspace('grey16').png(),
      image().greyscale().png(),
      image().greyscale().ensureAlpha(0.5).png(),
      image().png({ palette: true }),
      image().webp(),
    ]
    for (const form of forms) expect(await decoded(await form.toBuffer())).toMatchObject({ width: 640, height: 400 })
  })

  it('refuses a photo that breaks off, wherever more than a little of it is missing', async () => {
    const photo = await jpeg(800, 480)
    await fc.assert(
      fc.asyncProperty(fc.nat(Math.floor(photo.length * 0.95)), async (length) => {
        expect(await decode(photo.subarray(0, length))).toEqual({ ok: false, problem: 'damaged' })
      }),
      { numRuns: 40, examples: [[0], [photo.length >> 1]] },
    )
  })

  it('takes a photo that only lost its end marker, with all its pixels', async () => {
    const photo = await jpeg(800, 480)
    const whole = await decoded(photo)
    for (const lost of [1, 2]) expect(await decoded(photo.subarray(0, photo.length - lost))).toEqual(whole)
  })

  it('refuses a progressive photo that breaks off: all of it would be coarse', async () => {
    const photo = await image(800, 600).jpeg({ progressive: true }).toBuffer()
    expect(await decoded(photo)).toMatchObject({ width: 800 })
    expect(await decode(photo.subarray(0, Math.floor(photo.length * 0.9)))).toEqual({ ok: false, problem: 'damaged' })
  })

  it('ends with pixels or a problem, whatever bytes were altered', async () => {
    const photo = await jpeg(200, 120)
    const change = fc.tuple(fc.nat(photo.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const altered = Buffer.from(photo)
        for (const [at, value] of changes) altered[at] = value
        const outcome = await decode(altered)
        if ('ok' in outcome) expect(['damaged', 'timeout']).toContain(outcome.problem)
        else expect(outcome.data).toHaveLength(outcome.width * outcome.height * 3)
      }),
      { numRuns: 60 },
    )
  })

  it('has no decoder for anything but photos', async () => {
    const gif = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;', 'latin1')
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>')
    const ppm = Buffer.from('P3\n1 1\n255\n1 2 3\n')
    for (const bytes of [Buffer.from(SVG), gif, pdf, ppm]) expect(await decode(bytes)).toEqual({ ok: false, problem: 'damaged' })
  })

  it('tells too slow from broken', () => {
    expect(decodingProblem(new Error('timeout: 42% complete'))).toBe('timeout')
    expect(decodingProblem(new Error('VipsJpeg: premature end of JPEG image'))).toBe('damaged')
  })
})
