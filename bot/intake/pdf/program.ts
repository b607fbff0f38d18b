// A confined program (confined/run.ts): the guard, then the pages as pixels. Arguments: bytes, pages and width at most.
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { answer, limitWasmMemory, readInput } from '../confined/program.ts'
import { withoutAlpha } from '../confined/without-alpha.ts'
import { guardPdf } from './guard.ts'

/** An A4 page scanned at 600 dpi needs about 160 of them. */
const MEGABYTES = 256
/** A page may be so many times as high as it is wide; beyond that it is shown narrower. */
const MAX_RATIO = 3

const [maxBytes = 0, maxPages = 0, width = 0] = process.argv.slice(2).map(Number)
limitWasmMemory(MEGABYTES)
const bytes = await readInput()
const problem = await guardPdf(bytes, { maxBytes, maxPages })
if (problem === undefined) await showPages()
else await answer({ problem })

async function showPages(): Promise<void> {
  try {
    const document = await (await PDFiumLibrary.init()).loadDocument(bytes)
    const count = document.getPageCount()
    if (count > maxPages) return await answer({ problem: 'pages' })
    if (count === 0) return await answer({ problem: 'pdf-damaged' })
    for (const page of document.pages()) await show(page)
  } catch {
    await answer({ problem: 'pdf-damaged' })
  }
}

async function show(page: PDFiumPage): Promise<void> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(width / originalWidth, (width * MAX_RATIO) / originalHeight)
  const size = { width: Math.max(1, Math.round(originalWidth * scale)), height: Math.max(1, Math.round(originalHeight * scale)) }
  const { data } = await page.render({ ...size, render: 'bitmap', renderFormFields: true })
  await answer(size, withoutAlpha(data))
}
