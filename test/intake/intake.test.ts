import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HARD_LIMIT_BYTES } from '../../bot/intake/byte-limit.ts'
import { createIntake } from '../../bot/intake/intake.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import { ktp } from '../documents/ktp.ts'
import { photograph } from '../documents/photograph.ts'
import { ANY, KTP, READER, counter, kept } from './intake-counter.ts'
import { besidePixels } from './plain-jpeg.ts'
import { SVG, ZIP_TAIL, cameraJpeg, image, jpeg, pngBomb } from './photos.ts'

describe('the intake of a photo', () => {
  it('keeps it clean, upright and encrypted, with a thumbnail, and tells where', async () => {
    const desk = await counter(Buffer.concat([await cameraJpeg(), ZIP_TAIL]))
    const outcome = await kept(desk)
    expect(outcome).toMatchObject({ pages: [], verdict: 'good', checks: {}, read: {} })
    expect(desk.asked).toEqual([['simulator', 'f1', HARD_LIMIT_BYTES]])
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome)

    const photo = await desk.bytesOf(outcome.file)
    expect(await sharp(photo).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 640 })
    expect(await sharp(await desk.bytesOf(outcome.thumbnail)).metadata()).toMatchObject({ width: 200, height: 320 })
    expect(photo.includes('Siti Aminah')).toBe(false)
    const facts = { agency: 'sintren', mime: 'image/jpeg' }
    expect(await desk.rows()).toMatchObject([
      { ...facts, id: outcome.file, parentId: null, variant: 'photo', size: photo.length, width: 400 },
      { ...facts, id: outcome.thumbnail, parentId: outcome.file, variant: 'thumbnail', width: 200 },
    ])

    const onDisk = (await readdir(desk.files, { recursive: true, withFileTypes: true })).filter((e) => e.isFile())
    expect(onDisk).toHaveLength(2)
    for (const { parentPath, name } of onDisk) {
      const raw = await readFile(join(parentPath, name))
      expect(raw.includes('JFIF')).toBe(false)
      expect(raw.includes(photo.subarray(200, 232))).toBe(false)
    }
  })

  it('takes a PNG that is named .jpg', async () => {
    const desk = await counter(await image().png().toBuffer())
    expect(await sharp(await desk.bytesOf((await kept(desk)).file)).metadata()).toMatchObject({ width: 640, height: 400 })
  })

  it('reads a telephone’s HEIC photo as it reads any other, and keeps its pixels alone', async () => {
    const heic = await readFile(new URL('../documents/sample-ktp.heic', import.meta.url))
    const traces = ['Kamera', 'Siti Contoh', 'Exif', 'hvcC']
    for (const trace of traces) expect(heic.includes(trace)).toBe(true)
    const desk = await counter(heic, { reader: READER })
    const outcome = await kept(desk, KTP, { nik: '9801014107901234', name: 'Siti Contoh' })
    expect(outcome).toMatchObject({ verdict: 'good', checks: { nik: 'same', name: 'same' } })
    for (const file of [outcome.file, outcome.thumbnail]) {
      const picture = await desk.bytesOf(file)
      expect(besidePixels(picture)).toEqual([])
      for (const trace of traces) expect(picture.includes(trace)).toBe(false)
    }
    expect(await sharp(await desk.bytesOf(outcome.file)).metadata()).toMatchObject({ width: 1280, height: 900 })
    expect(await desk.rows()).toHaveLength(2)
  })

  it('keeps nothing of what it refuses, and says why', async () => {
    const photo = await jpeg()
    const cases: [Uint8Array, string][] = [
      [Buffer.alloc(0), 'empty'],
      [Buffer.alloc(31 * 1024 * 1024), 'too-large'],
      [Buffer.from(SVG), 'svg'],
      [ZIP_TAIL, 'app'],
      [Buffer.from('teks biasa bernama ktp.png'), 'not-an-image'],
      [pngBomb(50_000, 50_000), 'pixels'],
      [photo.subarray(0, 5000), 'damaged'],
      [Buffer.from('%PDF-1.7\nbukan PDF'), 'pdf-damaged'],
    ]
    const { platform, rows, send, files } = await counter(photo)
    for (const [file, problem] of cases) {
      platform.file = file
      expect(await send()).toEqual({ ok: false, problem })
    }
    expect(await rows()).toEqual([])
    await expect(readdir(files)).rejects.toThrow('ENOENT')
  })

  it('asks the platform for no more than the slot takes where nothing is made smaller', async () => {
    const photo = await jpeg()
    const desk = await counter(photo)
    const exactly = (maxBytes: number) => desk.send({ ...ANY, shrink: false, maxBytes })
    expect(await exactly(photo.length - 1)).toEqual({ ok: false, problem: 'too-large' })
    expect(await exactly(photo.length)).toMatchObject({ ok: true })
    expect(desk.asked.map(([, , max]) => max)).toEqual([photo.length - 1, photo.length])
  })

  it('makes a photo fit that is larger than its slot takes', async () => {
    const photo = await jpeg(1600, 1200)
    const desk = await counter(photo)
    const maxBytes = Math.floor(photo.length / 3)
    expect((await desk.bytesOf((await kept(desk, { ...ANY, maxBytes })).file)).length).toBeLessThanOrEqual(maxBytes)
  })

  it('fails when the platform does, so that the job is tried again', async () => {
    const { parts } = await counter(await jpeg())
    const intake = createIntake({ ...parts, fetch: () => Promise.reject(new Error('platform is down')) })
    const file = { account: 'simulator', ref: 'f1', agency: 'sintren', rules: ANY, typed: {}, today: '2026-05-04' }
    await expect(intake.take(file)).rejects.toThrow('platform is down')
  })

  it('compares it with what was typed, and keeps what it found sealed with the picture', async () => {
    const desk = await counter(await jpeg())
    const outcome = await kept(desk, KTP, { nik: '9801010101900001' })
    const found = { verdict: 'good', checks: { nik: 'same' }, read: { nik: '9801010101900001', expires: '2026-05-04' } }
    expect(outcome).toMatchObject(found)
    expect(await desk.vault.findings(desk.unitOfWork, outcome.file)).toMatchObject({
      ...found,
      kind: 'ktp',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      figures: { width: 640, height: 400 },
    })
    for (const { findings } of await desk.rows()) expect(Buffer.from(findings ?? []).includes('9801010101900001')).toBe(false)
  })

  it('names what is wrong with it and keeps it all the same: it may be handed in', async () => {
    const desk = await counter(await jpeg())
    expect(await desk.send(KTP, { name: 'a passport' })).toMatchObject({ ok: true, verdict: 'fault', fault: 'wrong-document' })
    expect(await desk.rows()).toHaveLength(2)
  })

  it('turns it when its words lie on their side', async () => {
    const desk = await counter(await jpeg(800, 500))
    const outcome = await kept(desk, KTP, { name: 'on its side' })
    expect(await sharp(await desk.bytesOf(outcome.file)).metadata()).toMatchObject({ width: 500, height: 800 })
    expect(await sharp(await desk.bytesOf(outcome.thumbnail)).metadata()).toMatchObject({ width: 200, height: 320 })
  })

  it('reads a KTP, on its side too, and knows the number that was typed from a mistyped one', async () => {
    const card = await ktp({ seed: 3 })
    const { jpeg: photo } = await photograph(card, { seed: 3, turned: 90 })
    const desk = await counter(photo, { reader: READER })
    const { nik } = card.truth
    const outcome = await kept(desk, KTP, { nik, name: card.truth.name })
    expect(outcome).toMatchObject({ verdict: 'good', checks: { nik: 'same', name: 'same' } })
    const { width, height } = await sharp(await desk.bytesOf(outcome.file)).metadata()
    expect(width).toBeGreaterThan(height)

    const mistyped = `${nik.slice(0, 15)}${(Number(nik[15]) + 5) % 10}`
    expect(await desk.again(outcome.file, KTP, { nik: mistyped })).toMatchObject({ checks: { nik: 'different' } })
  })
})

describe('a reader that fails', () => {
  it('leaves the photo to an officer, and serves who comes next', async () => {
    const desk = await counter(await jpeg(), { readingMs: 3000 })
    for (const name of ['crash', 'throw', 'hang']) {
      const outcome = await kept(desk, KTP, { name })
      expect(outcome).toMatchObject({ verdict: expect.stringMatching(/undecided|fault/) as string, checks: {}, read: {} })
      expect(await sharp(await desk.bytesOf(outcome.file)).metadata()).toMatchObject({ width: 640 })
    }
    expect(desk.failures).toHaveLength(3)
    expect(await desk.send(KTP)).toMatchObject({ verdict: 'good', checks: { nik: 'same' } })
  })
})

describe('a document that is kept already', () => {
  it('is judged anew by what is typed now, and stays the same file', async () => {
    const desk = await counter(await jpeg())
    const first = await kept(desk, KTP, { name: 'typo' })
    expect(first).toMatchObject({ checks: { nik: 'different' } })
    const second = await desk.again(first.file, KTP, {})
    expect(second).toMatchObject({ ok: true, file: first.file, thumbnail: first.thumbnail, pages: [], checks: { nik: 'same' } })
    expect(await desk.rows()).toHaveLength(2)
    expect(await desk.vault.findings(desk.unitOfWork, first.file)).toMatchObject({
      checks: { nik: 'same' },
      sha256: expect.any(String) as string,
    })
  })

  it('gets a thumbnail where it came without one', async () => {
    const { again, rows, unitOfWork, vault } = await counter(Buffer.alloc(0))
    const old = await vault.put(await jpeg(), { agency: 'sintren', mime: 'image/jpeg', variant: 'photo' })
    await unitOfWork.run((tx) => vault.record(tx, old))
    const outcome = await again(old.id)
    expect(outcome).toMatchObject({ ok: true, file: old.id })
    expect(await rows()).toMatchObject([{ id: old.id }, { parentId: old.id, variant: 'thumbnail', width: 320 }])
    expect(await again(old.id)).toEqual(outcome)
  })

  it('is not there any more once it is erased', async () => {
    const desk = await counter(await jpeg())
    const { file } = await kept(desk)
    await desk.unitOfWork.run((tx) => desk.vault.erase(tx, file))
    expect(await desk.again(file)).toEqual({ ok: false, problem: 'unavailable' })
  })
})
