import sharp from 'sharp'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { faceHint, openFacePool, type FacePool } from '../../../bot/intake/face/face-hint.ts'
import { WorkerPool } from '../../../bot/intake/worker-pool.ts'
import { ANI, BETI, cardOf, portrait, selfieWithCard, together } from './sample-faces.ts'

const UNRELIABLE = new URL('./unreliable-face-worker.ts', import.meta.url)
const failures: unknown[] = []
const pool = openFacePool((error) => failures.push(error))
afterAll(() => pool.close())

const hint = (selfie: Uint8Array, document: Uint8Array) => faceHint(pool, { selfie, document })

describe('the face hint', () => {
  it('EREG-8 calls the same person alike, with the card in their hand and without', async () => {
    expect(await hint(await portrait(ANI), await cardOf(ANI))).toBe('alike')
    expect(await hint(await selfieWithCard(BETI), await cardOf(BETI))).toBe('alike')
    expect(failures).toEqual([])
  })

  it.each([
    ['somebody else', () => portrait(BETI), () => cardOf(ANI)],
    ['somebody else who holds the right card', () => selfieWithCard(BETI, ANI), () => cardOf(ANI)],
    ['several people', () => together(ANI, BETI), () => cardOf(ANI)],
    ['nobody', blank, () => cardOf(ANI)],
    ['a document without a face', () => portrait(ANI), blank],
    ['a document with two', () => portrait(ANI), () => together(ANI, BETI)],
    ['a face as small as a thumbnail', () => portrait(ANI, 60), () => cardOf(ANI)],
  ])('of %s is unclear, never that they differ', async (_who, selfie, document) => {
    expect(await hint(await selfie(), await document())).toBe('unclear')
    expect(failures).toEqual([])
  })

  it.each([
    ['no picture at all', Buffer.from('<svg onload=alert(1)>')],
    ['nothing', Buffer.alloc(0)],
    ['a picture that is cut off', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ])('of %s is unclear, and the next is compared all the same', async (_what, bytes) => {
    expect(await hint(bytes, await cardOf(ANI))).toBe('unclear')
    expect(await hint(await portrait(ANI), await cardOf(ANI))).toBe('alike')
  })
})

describe('a comparison that fails', () => {
  const ask = (pool: FacePool, order: string) => faceHint(pool, { selfie: Buffer.from(order), document: Buffer.alloc(0) })

  it.each(['crash', 'no library'])('(%s) is unclear, is told to the log, and the next one is compared', async (order) => {
    const told: unknown[] = []
    const faces = openFacePool((error) => told.push(error), UNRELIABLE)
    onTestFinished(() => faces.close())
    expect(await ask(faces, order)).toBe('unclear')
    expect(told).toHaveLength(1)
    expect(await ask(faces, 'compare')).toBe('alike')
  })

  it('is ended when it hangs', async () => {
    const faces: FacePool = new WorkerPool({ module: UNRELIABLE, apart: true, threads: 1, timeout: 4000, onFailure: () => {} })
    onTestFinished(() => faces.close())
    expect(await ask(faces, 'hang')).toBe('unclear')
  })

  it('because Loket stops is done again later', async () => {
    const faces = openFacePool(() => {}, UNRELIABLE)
    await faces.close()
    await expect(ask(faces, 'compare')).rejects.toMatchObject({ name: 'PoolClosed' })
  })
})

function blank(): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 600, channels: 3, background: '#88aacc' } })
    .jpeg()
    .toBuffer()
}
