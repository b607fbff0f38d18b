import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawCasePicture, PICTURE_WIDTH, type CasePicture } from '../../bot/pictures/case-picture.ts'
import { textBlock } from '../../bot/pictures/text-block.ts'
import { hostileTexts } from '../fields/hostile.ts'

const RED = { r: 0xfd, g: 0xe3, b: 0xe1 }

const plain: CasePicture = {
  title: 'REG-2611-AB12CD',
  subtitle: 'Pendaftaran',
  heads: ['Yang diketik', 'Terbaca di foto'],
  rows: [{ label: 'NIK', typed: '9826 0112 3456 0001', read: '9826 0112 3456 0001', state: 'same' }],
  notes: [],
  pages: [],
}

describe('a case as one picture', () => {
  it('is as wide as a phone, whatever stands in it', async () => {
    const drawn = await measured(plain)
    expect(drawn.width).toBe(PICTURE_WIDTH)
    expect(drawn.format).toBe('jpeg')
  })

  it('marks what differs with a ground of its own, and only that', async () => {
    const different = { ...plain, rows: plain.rows.map((row) => ({ ...row, state: 'different' as const })) }
    expect(await share(plain, RED)).toBe(0)
    expect(await share(different, RED)).toBeGreaterThan(0.1)
  })

  it('underlines the digits that differ, in both numbers', async () => {
    const row = { label: 'NIK', typed: '9826 0112 3456 0001', state: 'different' as const }
    const left = async (read: string) => {
      const jpeg = await drawCasePicture({ ...plain, rows: [{ ...row, read }] })
      const { height } = await sharp(jpeg).metadata()
      return sharp(jpeg)
        .extract({ left: 0, top: 0, width: PICTURE_WIDTH / 2, height })
        .raw()
        .toBuffer()
    }
    const [none, one, two] = [
      await left('9826 0112 3456 000O'),
      await left('9826 0112 3456 0007'),
      await left('9826 0112 3456 0077'),
    ]
    // what was typed is the same each time: only the lines below its digits tell the pictures apart
    expect(one.equals(none)).toBe(false)
    expect(two.equals(one)).toBe(false)
  })

  it('shows the pages, six at most', async () => {
    const jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0000ff' } })
      .jpeg()
      .toBuffer()
    const page = { jpeg, caption: 'KTP' }
    const heights = await Promise.all(
      [0, 1, 3, 6, 40].map(async (n) => (await measured({ ...plain, pages: Array.from({ length: n }, () => page) })).height),
    )
    const [none = 0, one = 0, three = 0, six = 0, forty = 0] = heights
    expect(one).toBeGreaterThan(none)
    expect(three).toBe(one)
    expect(six).toBeGreaterThan(three)
    expect(forty).toBe(six)
  })

  it('leaves out a page that is no picture', async () => {
    const broken = { jpeg: Buffer.from('no picture'), caption: 'KTP' }
    expect((await measured({ ...plain, pages: [broken] })).height).toBeLessThanOrEqual((await measured(plain)).height + 30)
  })

  it('ends somewhere, however much was typed', async () => {
    const row = { label: 'Alamat', typed: 'x'.repeat(10_000), read: 'y'.repeat(10_000), state: 'unsure' as const }
    expect((await measured({ ...plain, rows: Array.from({ length: 30 }, () => row) })).height).toBeLessThanOrEqual(6000)
  })

  it.each(hostileTexts)('draws what was typed as it is: %s', async (_what, text) => {
    const rows = [{ label: text, typed: text, read: text, state: 'unsure' as const }]
    expect((await measured({ ...plain, title: text, rows })).width).toBe(PICTURE_WIDTH)
  })
})

describe('a drawn text', () => {
  it('is no wider than it may be, and never empty', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const { width, height } = await textBlock(text, { width: 300, size: 30, colour: '#000000' })
        expect(width).toBeLessThanOrEqual(310)
        expect(height).toBeGreaterThan(0)
      }),
      { numRuns: 25 },
    )
  })

  it('takes markup for words', async () => {
    const style = { width: 900, size: 30, colour: '#000000' }
    const [marked, escaped] = await Promise.all([textBlock('<b>i</b>', style), textBlock('i', style)])
    expect(marked.width).toBeGreaterThan(3 * escaped.width)
  })
})

async function measured(picture: CasePicture) {
  const { width, height, format } = await sharp(await drawCasePicture(picture)).metadata()
  return { width, height, format }
}

/** Which part of the picture has (about) this colour. */
async function share(picture: CasePicture, { r, g, b }: typeof RED): Promise<number> {
  const { data, info } = await sharp(await drawCasePicture(picture))
    .raw()
    .toBuffer({ resolveWithObject: true })
  let found = 0
  for (let i = 0; i < data.length; i += info.channels)
    if (Math.abs((data[i] ?? 0) - r) + Math.abs((data[i + 1] ?? 0) - g) + Math.abs((data[i + 2] ?? 0) - b) < 12) found++
  return found / (info.width * info.height)
}
