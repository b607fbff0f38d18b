import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharp } from '../../../bot/intake/libvips.ts'
import { rasterisePdf, type RasterisedPdf } from '../../../bot/intake/pdf/rasterise.ts'
import { drawingBomb, objectsBomb, page, pdf, pdfOfPages } from './pdfs.ts'

const rasterise = (bytes: Uint8Array, limits: { maxBytes?: number; maxPages?: number; width?: number } = {}) =>
  rasterisePdf(bytes, { maxBytes: 5_000_000, maxPages: 10, width: 600, ...limits })

const pagesOf = (result: RasterisedPdf) => {
  if (!result.ok) throw new Error(`refused: ${result.problem}`)
  return result.pages
}

/** The colour at a place, given in shares of the width and height. */
async function colourAt(jpeg: Uint8Array, x: number, y: number) {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3
  return [...data.subarray(at, at + 3)]
}

/** Processes that this one started and that are still in the system's table. */
function children(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'latin1').split(') ')[1]?.split(' ')[1] === String(process.pid)
      } catch {
        return false
      }
    })
}

describe('the pages of a PDF', () => {
  it('are shown as pictures of the wanted width, in their colours', async () => {
    const [first, ...others] = pagesOf(await rasterise(pdf()))
    expect(others).toEqual([])
    expect(first).toMatchObject({ width: 600, height: 850 })
    const [red = 0, green = 0, blue = 0] = await colourAt(first?.jpeg ?? Buffer.alloc(0), 0.3, 0.3)
    expect(red).toBeGreaterThan(210)
    expect(green).toBeLessThan(80)
    expect(blue).toBeLessThan(60)
    expect(await colourAt(first?.jpeg ?? Buffer.alloc(0), 0.9, 0.9)).toEqual([255, 255, 255])
  })

  it('come in their order, and as many as there are', async () => {
    const heights = [300, 500, 400]
    const objects = Object.fromEntries(
      heights.map((height, at) => [10 + at, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 ${height}] /Resources << >> >>`]),
    )
    const file = pdf({ 2: '<< /Type /Pages /Kids [10 0 R 11 0 R 12 0 R] /Count 3 >>', ...objects })
    expect(pagesOf(await rasterise(file)).map(({ height }) => height)).toEqual(heights)
  })

  it('carry nothing of the PDF but what can be seen', async () => {
    const file = pdf({ 8: '<< /Title (RAHASIA-JUDUL) >>' }, '/Info 8 0 R')
    const [first] = pagesOf(await rasterise(file))
    const jpeg = Buffer.from(first?.jpeg ?? [])
    expect(jpeg.includes('RAHASIA')).toBe(false)
    expect(jpeg.includes('PDF')).toBe(false)
    expect(await sharp(jpeg).metadata()).not.toHaveProperty('exif')
  })

  it('are shown narrower when they are very high, and refused when they have no size', async () => {
    const sized = (box: string) => pdf({ 3: page({ box }) })
    expect(pagesOf(await rasterise(sized('0 0 100 1000')))).toMatchObject([{ width: 180, height: 1800 }])
    expect(pagesOf(await rasterise(sized('0 0 14400 10')))[0]).toMatchObject({ width: 600 })
    expect(pagesOf(await rasterise(sized('0 0 0 0')))[0]?.width).toBe(600)
  })

  it('are not shown when the guard refuses the file, and why is said', async () => {
    const script = pdf({ 1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (1) >> >>' })
    expect(await rasterise(script)).toEqual({ ok: false, problem: 'pdf-active' })
    expect(await rasterise(pdf({}, '/Encrypt << >>'))).toEqual({ ok: false, problem: 'pdf-encrypted' })
    expect(await rasterise(pdf().subarray(0, 300))).toEqual({ ok: false, problem: 'pdf-damaged' })
    expect(await rasterise(pdf(), { maxBytes: 100 })).toEqual({ ok: false, problem: 'too-large' })
    expect(await rasterise(pdfOfPages(500))).toEqual({ ok: false, problem: 'pages' })
  })
})

const NESTED = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n'), Buffer.alloc(2_000_000, '['), Buffer.from('\n%%EOF')])

describe('a PDF that asks for more than the machine has', () => {
  it.each<[string, () => Buffer]>([
    ['a drawing of 300 megabytes', () => drawingBomb(300)],
    ['objects that unpack, twice over, to 200 megabytes', () => objectsBomb(200, true)],
    ['nested arrays without end', () => NESTED],
  ])('is refused, and nothing is left of its process: %s', async (_what, make) => {
    const result = await rasterise(make())
    expect(result).toMatchObject({ ok: false, problem: expect.stringMatching(/^(pdf-damaged|timeout)$/) as string })
    expect(children()).toEqual([])
    expect(pagesOf(await rasterise(pdf()))).toHaveLength(1)
  })

  it('leaves the event loop free, and others wait no longer than for its end', async () => {
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    last = performance.now()
    longest = 0
    const [bad, good] = await Promise.all([rasterise(NESTED), rasterise(pdf())])
    clearInterval(beat)
    expect(bad.ok).toBe(false)
    expect(good.ok).toBe(true)
    // On an idle machine about 10 ms; this one may be busy with other tests.
    expect(longest).toBeLessThan(1000)
  })
})
