import { walkObjects } from './object-walk.ts'
import type { PdfProblem } from './problem.ts'
import { scanRaw } from './raw-scan.ts'

/** What a slot takes of a PDF. */
export interface PdfLimits {
  readonly maxBytes: number
  readonly maxPages: number
}

/**
 * Says why a PDF may not be kept, or nothing: bytes are searched for names of active content, and every object is looked
 * at; each finds what the other one misses, so either is enough to refuse. Takes hostile files: run it only where time
 * and memory are limited, as `rasterisePdf` does.
 */
export async function guardPdf(bytes: Uint8Array, { maxBytes, maxPages }: PdfLimits): Promise<PdfProblem | undefined> {
  if (bytes.length > maxBytes) return 'too-large'
  return scanRaw(bytes) ?? (await walkObjects(bytes, maxPages))
}
