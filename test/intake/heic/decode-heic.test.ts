import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../bot/intake/decode.ts'
import { decodeHeic } from '../../../bot/intake/heic/decode-heic.ts'
import type { Refused } from '../../../bot/intake/problem.ts'
import type { RawImage } from '../../../bot/intake/types.ts'
import { heicHead, jpeg } from '../photos.ts'

/** Made by test/support/write-heic-photo.ts out of the picture below it. */
const PHOTO = new URL('../../documents/sample-ktp.heic', import.meta.url)
const SHOWN = new URL('../../../bot/web/simulator/page/sample-ktp.jpg', import.meta.url)
const DAMAGED = { ok: false, problem: 'damaged' }

function pixels(raw: RawImage | Refused): RawImage {
  if ('ok' in raw) throw new Error(raw.problem)
  return raw
}

describe('a telephone’s HEIC photo', () => {
  it('is decoded to the pixels that it shows, turned as its container says', async () => {
    const seen = pixels(await decodeHeic(await readFile(PHOTO)))
    const shown = pixels(await decode(await readFile(SHOWN)))
    expect([seen.width, seen.height]).toEqual([shown.width, shown.height])
    const apart = seen.data.reduce((sum, value, at) => sum + Math.abs(value - (shown.data[at] ?? 0)), 0)
    // the loss of two encoders; the same picture upside down is about 20 levels apart
    expect(apart / seen.data.length).toBeLessThan(4)
  })

  it('is refused as damaged when its end is missing', async () => {
    const whole = await readFile(PHOTO)
    for (const share of [0.5, 0.99])
      expect(await decodeHeic(whole.subarray(0, Math.floor(whole.length * share)))).toEqual(DAMAGED)
  })

  it('is refused when it announces other pixels than it has, and when they are too many', async () => {
    const announcing = async (side: number) => {
      const bytes = await readFile(PHOTO)
      const size = bytes.indexOf('ispe') + 8
      bytes.writeUInt32BE(side, size)
      bytes.writeUInt32BE(side, size + 4)
      return decodeHeic(bytes)
    }
    expect(await announcing(50)).toEqual(DAMAGED)
    expect(await announcing(60_000)).toEqual({ ok: false, problem: 'pixels' })
  })
})

describe('what says that it is a HEIC photo', () => {
  it('is refused as damaged when it is none, or not whole', async () => {
    expect(await decodeHeic(heicHead())).toEqual(DAMAGED)
    expect(await decodeHeic(Buffer.alloc(0))).toEqual(DAMAGED)
    expect(await decodeHeic(Buffer.alloc(100_000, 'ftypheic'))).toEqual(DAMAGED)
    expect(await decodeHeic(await jpeg(64, 64))).toEqual(DAMAGED)
  })
})
