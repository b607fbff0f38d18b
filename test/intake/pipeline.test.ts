import { describe, expect, it } from 'vitest'
import { HARD_LIMIT_BYTES } from '../../bot/intake/byte-limit.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import { takePicture, type FormRules } from '../../bot/intake/pipeline.ts'
import { SVG, cameraJpeg, heicHead, image, jpeg, jpegClaiming, pngBomb } from './photos.ts'

const rules = { types: ['jpeg', 'png', 'webp', 'heic'], maxBytes: HARD_LIMIT_BYTES, shrink: true } as const
const take = (bytes: Uint8Array, more: Partial<FormRules> = {}) => takePicture({ bytes, rules: { ...rules, ...more } })

describe('taking a photo', () => {
  it('takes JPEG, PNG, WebP and AVIF for what they are, whatever they are called', async () => {
    const avif = await image().avif({ effort: 0 }).toBuffer()
    for (const bytes of [await jpeg(), await image().png().toBuffer(), await image().webp().toBuffer(), avif]) {
      const outcome = await take(bytes)
      expect(outcome).toMatchObject({ ok: true, photo: { width: 640, height: 400 }, thumbnail: { width: 320, height: 200 } })
      if (outcome.ok) expect([...outcome.photo.jpeg.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    }
    expect(await take(await cameraJpeg())).toMatchObject({ ok: true, photo: { width: 400, height: 640 } })
  })

  it('names what is wrong with everything else', async () => {
    const photo = await jpeg()
    const cases: [Uint8Array, string][] = [
      [Buffer.alloc(0), 'empty'],
      [Buffer.alloc(31 * 1024 * 1024, photo), 'too-large'],
      [Buffer.from(SVG), 'svg'],
      [Buffer.from('ini bukan foto'), 'not-an-image'],
      [Buffer.from('<script>alert(1)</script>'), 'not-an-image'],
      [await image(16, 16).gif().toBuffer(), 'not-an-image'],
      [Buffer.from('%PDF-1.7\n'), 'pdf'],
      [photo.subarray(0, photo.length >> 1), 'damaged'],
      [pngBomb(50_000, 50_000), 'pixels'],
      [await jpegClaiming(65_000, 65_000, false), 'pixels'],
      [pngBomb(2_000, 2_000), 'damaged'],
      [heicHead(), 'damaged'],
      [Buffer.from('7f454c4602010100', 'hex'), 'app'],
    ]
    for (const [bytes, problem] of cases) expect(await take(bytes)).toEqual({ ok: false, problem })
  })

  it('keeps to the limit that it is given where nothing may be made smaller', async () => {
    const photo = await jpeg()
    expect(await take(photo, { shrink: false, maxBytes: photo.length })).toMatchObject({ ok: true })
    expect(await take(photo, { shrink: false, maxBytes: photo.length - 1 })).toEqual({ ok: false, problem: 'too-large' })
  })

  it('makes a photo fit that is larger than its slot takes', async () => {
    const photo = await jpeg(2000, 1500)
    for (const maxBytes of [photo.length / 2, photo.length / 8]) {
      const outcome = await take(photo, { maxBytes })
      expect(outcome).toMatchObject({ ok: true })
      if (!outcome.ok) return
      expect(outcome.photo.jpeg.length).toBeLessThanOrEqual(maxBytes)
      expect(await sharp(outcome.photo.jpeg).metadata()).toMatchObject({ width: outcome.photo.width })
    }
    expect(await take(photo, { maxBytes: 100 })).toEqual({ ok: false, problem: 'too-large' })
  })

  it('gives the same photo for the same bytes, so that a duplicate is seen by its hash', async () => {
    const photo = await cameraJpeg()
    expect(await take(photo)).toEqual(await take(photo))
  })
})
