// No program that is installed for tests writes HEVC: that real photos are decoded is shown by `npm run bench -- corpus`.
import { describe, expect, it } from 'vitest'
import { decodeHeic } from '../../../bot/intake/heic/decode-heic.ts'
import { heicHead, jpeg } from '../photos.ts'

describe('what says that it is a HEIC photo', () => {
  it('is refused as damaged when it is none, or not whole', async () => {
    const damaged = { ok: false, problem: 'damaged' }
    expect(await decodeHeic(heicHead())).toEqual(damaged)
    expect(await decodeHeic(Buffer.alloc(0))).toEqual(damaged)
    expect(await decodeHeic(Buffer.alloc(100_000, 'ftypheic'))).toEqual(damaged)
    expect(await decodeHeic(await jpeg(64, 64))).toEqual(damaged)
  })
})
