import { z } from 'zod'
import { runConfined, type ConfinedEnd } from '../confined/run.ts'
import { sharp } from '../libvips.ts'
import type { PdfLimits } from './guard.ts'
import type { PdfProblem } from './problem.ts'

const PROGRAM = new URL('./program.ts', import.meta.url)
const CPU_SECONDS = 5
/** An honest PDF waits that long for a processor that others have. */
const SECONDS = 15
/** Memory of the child: 256 for the decoder, the rest for the file, its objects and one page's pixels. */
const MEGABYTES = 350
const QUALITY = 82
/** The most pixels of one page: 3 times as high as wide at twice the usual width. */
const MAX_PAGE_BYTES = 3 * 3 * 3200 * 3200

/** One page as a picture; `width` and `height` in pixels. */
export interface PdfPage {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

/** The pages in their order, or why the PDF is not taken. */
export type RasterisedPdf =
  { readonly ok: true; readonly pages: readonly PdfPage[] } | { readonly ok: false; readonly problem: PdfProblem }

const page = z.object({ width: z.int().min(1).max(10_000), height: z.int().min(1).max(10_000) })
const refusal = z.object({ problem: z.enum(['too-large', 'pages', 'pdf-encrypted', 'pdf-active', 'pdf-damaged']) })

/**
 * Guards a PDF and shows its pages as JPEGs of `width` pixels, all in one confined process that is killed after 5
 * seconds of a processor.
 * From there come only bare pixels, which are encoded here: nothing of the PDF is in the pictures.
 * One PDF at a time; the others wait.
 */
export async function rasterisePdf(bytes: Uint8Array, limits: PdfLimits & { readonly width: number }): Promise<RasterisedPdf> {
  const { maxBytes, maxPages, width } = limits
  // A file that is refused in any case need not be carried to another process.
  if (bytes.length > maxBytes) return { ok: false, problem: 'too-large' }
  const pages: PdfPage[] = []
  let problem: PdfProblem | undefined
  const end = await runConfined(
    PROGRAM,
    bytes,
    [maxBytes, maxPages, width].map(String),
    { cpuSeconds: CPU_SECONDS, seconds: SECONDS, megabytes: MEGABYTES, maxBody: MAX_PAGE_BYTES },
    async ({ head, body }) => {
      const refused = refusal.safeParse(head)
      if (refused.success) problem = refused.data.problem
      else pages.push(await encode(page.parse(head), body))
    },
  )
  problem ??= PROBLEM_OF_END[end]
  return problem === undefined ? { ok: true, pages } : { ok: false, problem }
}

const PROBLEM_OF_END: Readonly<Record<ConfinedEnd, PdfProblem | undefined>> = {
  done: undefined,
  timeout: 'timeout',
  died: 'pdf-damaged',
  unavailable: 'undecided',
}

async function encode({ width, height }: z.output<typeof page>, pixels: Buffer): Promise<PdfPage> {
  const jpeg = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: QUALITY })
    .toBuffer()
  return { jpeg, width, height }
}
