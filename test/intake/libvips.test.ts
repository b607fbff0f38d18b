import { expect, it, onTestFinished } from 'vitest'
import { sharp } from '../../bot/intake/libvips.ts'
import { openPools } from '../../bot/intake/pools.ts'
import { image } from './photos.ts'

it('a thread that starts leaves the decoders of the whole process as they are', async () => {
  const pools = openPools((error) => {
    throw error
  })
  const PNG = { operation: ['VipsForeignLoadPng'] }
  onTestFinished(async () => {
    sharp.unblock(PNG)
    await pools.close()
  })
  const bytes = new Uint8Array(await image().png().toBuffer())
  const take = () => pools.pictures.run('takePicture', { bytes, rules: { types: ['png'], maxBytes: 1_000_000, shrink: true } })
  // Closed by hand: a thread that sets the decoders anew would open it.
  sharp.block(PNG)
  expect(await take()).toEqual({ ok: false, problem: 'damaged' })
  sharp.unblock(PNG)
  expect(await take()).toMatchObject({ ok: true })
})
