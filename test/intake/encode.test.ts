import { describe, expect, it } from 'vitest'
import { decode } from '../../bot/intake/decode.ts'
import { encodePhoto, encodeThumbnail } from '../../bot/intake/encode.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import { ZIP_TAIL, cameraJpeg, jpeg } from './photos.ts'

async function raw(bytes: Uint8Array) {
  const found = await decode(bytes)
  if ('ok' in found) throw new Error(found.problem)
  return found
}

async function kept(bytes: Uint8Array): Promise<readonly Buffer[]> {
  const pixels = await raw(bytes)
  const forms = [await encodePhoto(pixels, Infinity), await encodeThumbnail(pixels)]
  return forms.map((form) => Buffer.from(form?.jpeg ?? []))
}

describe('writing a photo anew', () => {
  it('leaves out what the camera wrote: name, make and place', async () => {
    const bytes = await cameraJpeg()
    const before = await sharp(bytes).metadata()
    expect(before.exif?.includes('Siti Aminah')).toBe(true)
    expect(before.exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true) // the tag that points to the GPS block

    for (const clean of await kept(bytes)) {
      const after = await sharp(clean).metadata()
      expect(after).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 })
      for (const kind of ['exif', 'xmp', 'icc', 'iptc', 'orientation']) expect(after).not.toHaveProperty(kind)
      for (const trace of ['Exif', 'Siti Aminah', 'Kamera Pribadi', 'http://ns.adobe.com'])
        expect(clean.includes(trace)).toBe(false)
    }
  })

  it('drops what hides behind the photo or in its comments', async () => {
    const photo = await jpeg()
    const comment = Buffer.from('\xff\xfe\0\x19<?php system($_GET[0]);', 'latin1')
    for (const clean of await kept(Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2), ZIP_TAIL]))) {
      for (const trace of ['<?php', 'PK\x03\x04', 'PK\x05\x06', 'perintah-berbahaya'])
        expect(clean.includes(Buffer.from(trace, 'latin1'))).toBe(false)
      expect(clean.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
    }
  })

  it('makes it as good as its slot has room for, and no larger', async () => {
    const pixels = await raw(await jpeg(2000, 1500))
    const best = await encodePhoto(pixels, Infinity)
    expect(best).toMatchObject({ width: 2000, height: 1500 })
    let before = best?.jpeg.length ?? 0
    for (const share of [0.8, 0.4, 0.2]) {
      const maxBytes = Math.floor((best?.jpeg.length ?? 0) * share)
      const form = await encodePhoto(pixels, maxBytes)
      expect(form?.jpeg.length).toBeLessThanOrEqual(maxBytes)
      expect(form?.jpeg.length).toBeLessThan(before)
      before = form?.jpeg.length ?? 0
    }
    expect(await encodePhoto(pixels, 200)).toBeUndefined()
  })

  it('never enlarges it, not for the thumbnail either', async () => {
    const pixels = await raw(await jpeg(200, 120))
    expect(await encodePhoto(pixels, Infinity)).toMatchObject({ width: 200, height: 120 })
    expect(await encodeThumbnail(pixels)).toMatchObject({ width: 200, height: 120 })
    expect(await encodeThumbnail(await raw(await jpeg(400, 1600)))).toMatchObject({ width: 80, height: 320 })
  })
})
