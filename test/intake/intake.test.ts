import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FileTooLarge } from '../../bot/channels/channel.ts'
import { createIntake } from '../../bot/intake/intake.ts'
import { HARD_LIMIT_BYTES } from '../../bot/intake/byte-limit.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import { WorkerPool } from '../../bot/intake/worker-pool.ts'
import { dataFolder } from '../storage/vault-fixture.ts'
import { SVG, ZIP_TAIL, cameraJpeg, image, jpeg, pngBomb } from './photos.ts'

/** An intake on a fresh data folder, in front of a platform that holds one file. */
async function counter(file: Uint8Array) {
  const { start, files } = await dataFolder()
  const { vault, unitOfWork } = await start()
  const failures: unknown[] = []
  const pool = new WorkerPool({ threads: 1, timeout: 20_000, onFailure: (error) => failures.push(error) })
  onTestFinished(async () => {
    await pool.close()
    expect(failures).toEqual([])
  })
  const asked: [string, string, number][] = []
  const fetch = async (account: string, ref: string, max: number) => {
    asked.push([account, ref, max])
    if (file.length > max) throw new FileTooLarge(max)
    return file
  }
  const parts = { fetch, pool, vault, unitOfWork }
  const intake = createIntake(parts)
  const rows = () => unitOfWork.run((tx) => tx.file.findMany())
  const send = (maxBytes?: number) =>
    intake({ account: 'simulator', ref: 'f1', agency: 'sintren', ...(maxBytes !== undefined && { maxBytes }) })
  return { asked, files, parts, rows, send, unitOfWork, vault }
}

describe('the intake of a photo', () => {
  it('keeps it clean, upright and encrypted, and tells where', async () => {
    const { asked, files, rows, send, unitOfWork, vault } = await counter(Buffer.concat([await cameraJpeg(), ZIP_TAIL]))
    const outcome = await send()
    expect(outcome).toMatchObject({ ok: true, width: 400, height: 640 })
    expect(asked).toEqual([['simulator', 'f1', HARD_LIMIT_BYTES]])
    if (!outcome.ok) return
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome)

    const { bytes, mime } = await vault.read(unitOfWork, outcome.file)
    expect(mime).toBe('image/jpeg')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 640 })
    expect(Buffer.from(bytes).includes('Siti Aminah')).toBe(false)
    expect(await rows()).toMatchObject([
      { id: outcome.file, agency: 'sintren', variant: 'photo', size: bytes.length, width: 400 },
    ])

    const onDisk = (await readdir(files, { recursive: true, withFileTypes: true })).filter((e) => e.isFile())
    expect(onDisk).toHaveLength(1)
    for (const { parentPath, name } of onDisk) {
      const raw = await readFile(join(parentPath, name))
      expect(raw.includes('JFIF')).toBe(false)
      expect(raw.includes(Buffer.from(bytes.subarray(200, 232)))).toBe(false)
    }
  })

  it('takes a PNG that is named .jpg', async () => {
    const { send } = await counter(await image().png().toBuffer())
    expect(await send()).toMatchObject({ ok: true, width: 640, height: 400 })
  })

  it('keeps nothing of what it refuses, and says why', async () => {
    const photo = await jpeg()
    const cases: [Uint8Array, string][] = [
      [Buffer.alloc(0), 'empty'],
      [Buffer.alloc(31 * 1024 * 1024), 'too-large'],
      [Buffer.from(SVG), 'svg'],
      [Buffer.from('teks biasa bernama ktp.png'), 'not-an-image'],
      [pngBomb(50_000, 50_000), 'pixels'],
      [photo.subarray(0, 5000), 'damaged'],
    ]
    for (const [file, problem] of cases) {
      const { rows, send, files } = await counter(file)
      expect(await send()).toEqual({ ok: false, problem })
      expect(await rows()).toEqual([])
      await expect(readdir(files)).rejects.toThrow('ENOENT')
    }
  })

  it('asks the platform for no more than the slot takes', async () => {
    const photo = await jpeg()
    const { asked, send } = await counter(photo)
    expect(await send(photo.length - 1)).toEqual({ ok: false, problem: 'too-large' })
    expect(await send(photo.length)).toMatchObject({ ok: true })
    expect(asked.map(([, , max]) => max)).toEqual([photo.length - 1, photo.length])
  })

  it('fails when the platform does, so that the job is tried again', async () => {
    const { parts } = await counter(await jpeg())
    const intake = createIntake({ ...parts, fetch: () => Promise.reject(new Error('platform is down')) })
    await expect(intake({ account: 'simulator', ref: 'f1', agency: 'sintren' })).rejects.toThrow('platform is down')
  })
})
