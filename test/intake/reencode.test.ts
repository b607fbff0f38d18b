import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharp } from '../../bot/intake/libvips.ts'
import { decodingProblem, reencode } from '../../bot/intake/reencode.ts'
import { SVG, ZIP_TAIL, cameraJpeg, image, jpeg } from './photos.ts'

async function kept(bytes: Uint8Array) {
  const outcome = await reencode(bytes)
  if (!outcome.ok) throw new Error(outcome.problem)
  return { ...outcome, jpeg: Buffer.from(outcome.jpeg) }
}

describe('writing a photo anew', () => {
  it('removes what the camera wrote: name, make and place', async () => {
    const bytes = await cameraJpeg()
    const before = await sharp(bytes).metadata()
    expect(before.exif?.includes('Siti Aminah')).toBe(true)
    expect(before.exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true) // the tag that points to the GPS block

    const { jpeg: clean } = await kept(bytes)
    const after = await sharp(clean).metadata()
    expect(after).not.toHaveProperty('exif')
    expect(after).not.toHaveProperty('xmp')
    expect(after).not.toHaveProperty('icc')
    for (const trace of ['Exif', 'Siti Aminah', 'Kamera Pribadi', 'http://ns.adobe.com'])
      expect(clean.includes(trace)).toBe(false)
  })

  it('turns it upright', async () => {
    expect((await sharp(await cameraJpeg()).metadata()).orientation).toBe(6)
    const { width, height, jpeg: clean } = await kept(await cameraJpeg())
    expect([width, height]).toEqual([400, 640])
    expect((await sharp(clean).metadata()).orientation).toBeUndefined()
    // The gradient grew downwards; turned a quarter clockwise it grows from right to left.
    const { data } = await sharp(clean).resize(2, 1, { fit: 'fill' }).greyscale().raw().toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan((data[1] ?? 255) + 40)
  })

  it('fits it into 2000 pixels, and never enlarges it', async () => {
    expect(await kept(await jpeg(3000, 1500))).toMatchObject({ width: 2000, height: 1000 })
    expect(await kept(await jpeg(1000, 2500))).toMatchObject({ width: 800, height: 2000 })
    expect(await kept(await jpeg(300, 200))).toMatchObject({ width: 300, height: 200 })
    expect(await kept(await jpeg(9000, 1))).toMatchObject({ width: 2000, height: 1 })
  })

  it('makes transparency white, and grey or CMYK plain sRGB', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const { data } = await sharp((await kept(clear)).jpeg)
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(Math.min(...data)).toBeGreaterThan(250)
    for (const bytes of [await image().greyscale().jpeg().toBuffer(), await image().toColourspace('cmyk').jpeg().toBuffer()])
      expect(await sharp((await kept(bytes)).jpeg).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
  })

  it('drops what hides behind the photo or in its comments', async () => {
    const photo = await jpeg()
    const comment = Buffer.from('\xff\xfe\0\x19<?php system($_GET[0]);', 'latin1')
    const polyglot = Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2), ZIP_TAIL])
    const { jpeg: clean } = await kept(polyglot)
    for (const trace of ['<?php', 'PK\x03\x04', 'PK\x05\x06', 'perintah-berbahaya'])
      expect(clean.includes(Buffer.from(trace, 'latin1'))).toBe(false)
    expect(clean.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  })

  it('refuses a photo that breaks off, wherever it does', async () => {
    const photo = await jpeg(200, 120)
    await fc.assert(
      fc.asyncProperty(fc.nat(photo.length - 1), async (length) => {
        expect(await reencode(photo.subarray(0, length))).toEqual({ ok: false, problem: 'damaged' })
      }),
      { numRuns: 60, examples: [[0], [photo.length - 1], [photo.length - 2], [photo.length >> 1]] },
    )
  })

  it('ends with a photo or a problem, whatever bytes were altered', async () => {
    const photo = await jpeg(200, 120)
    const change = fc.tuple(fc.nat(photo.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const altered = Buffer.from(photo)
        for (const [at, value] of changes) altered[at] = value
        const outcome = await reencode(altered)
        if (outcome.ok) expect(outcome.jpeg.length).toBeGreaterThan(100)
        else expect(['damaged', 'timeout']).toContain(outcome.problem)
      }),
      { numRuns: 60 },
    )
  })

  it('has no decoder for anything but photos', async () => {
    const gif = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;', 'latin1')
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>')
    const ppm = Buffer.from('P3\n1 1\n255\n1 2 3\n')
    for (const bytes of [Buffer.from(SVG), gif, pdf, ppm])
      expect(await reencode(bytes)).toEqual({ ok: false, problem: 'damaged' })
  })

  it('tells too slow from broken', () => {
    expect(decodingProblem(new Error('timeout: 42% complete'))).toBe('timeout')
    expect(decodingProblem(new Error('VipsJpeg: premature end of JPEG image'))).toBe('damaged')
  })
})
