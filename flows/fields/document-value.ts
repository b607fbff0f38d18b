import { z } from 'zod'
import type { Json } from '../engine/json.ts'
import { comparisons, photoFaults, type DocumentOutcome } from './document-outcome.ts'

const id = z.string().min(1)

/** One file as it was sent: a photo, or a PDF with its pages. */
const sheetSchema = z.object({
  /** id of the stored picture, or of the first page's */
  file: id,
  /** pictures of a PDF's further pages */
  pages: z.array(id).default([]),
  thumbnail: id.exactOptional(),
  /** the PDF itself */
  original: id.exactOptional(),
  verdict: z.enum(['good', 'fault', 'undecided']).default('undecided'),
  fault: z.enum(photoFaults).exactOptional(),
  checks: comparisons.default({}),
  /** what the sender's phone calls the file */
  name: z.string().exactOptional(),
})
export type Sheet = z.infer<typeof sheetSchema>

/** A document as an answer keeps it: ids of stored files and how they were judged, nothing of what is written on them. */
const storedSchema = sheetSchema.extend({
  /** a fingerprint of what it was compared with; absent where nothing is compared */
  about: z.string().exactOptional(),
  /** the files one by one, where it is more than one; `pages` then counts through them */
  sheets: z.array(sheetSchema).exactOptional(),
})
export type StoredDocument = z.infer<typeof storedSchema>

/** `about` of a document that was sent before there was anything to compare it with. */
export const NOT_COMPARED = ''

export const sheetList = z.array(sheetSchema)

/** What was kept of a file, as the intake found it. */
export function sheetOf(outcome: DocumentOutcome & { readonly ok: true }, name: string | undefined): Sheet {
  const { file, pages, thumbnail, original, verdict, fault, checks } = outcome
  return {
    file,
    pages,
    thumbnail,
    verdict,
    checks,
    ...(original !== undefined && { original }),
    ...(fault !== undefined && { fault }),
    ...(name !== undefined && { name }),
  }
}

/** A document of one file or several; undefined of none. The worst of the verdicts counts. */
export function storedOf(sheets: readonly Sheet[], about: string | undefined): StoredDocument | undefined {
  const [first, ...others] = sheets
  if (first === undefined) return undefined
  const compared = about === undefined ? {} : { about }
  if (others.length === 0) return { ...first, ...compared }
  const worst =
    sheets.find(({ verdict }) => verdict === 'fault') ?? sheets.find(({ verdict }) => verdict === 'undecided') ?? first
  return {
    ...first,
    pages: [...first.pages, ...others.flatMap(({ file, pages }) => [file, ...pages])],
    verdict: worst.verdict,
    ...(worst.fault !== undefined && { fault: worst.fault }),
    checks: Object.assign({}, ...sheets.map(({ checks }) => checks).reverse()) as Sheet['checks'],
    ...compared,
    sheets: [...sheets],
  }
}

/** A kept document; undefined when the value is none. */
export function readStored(value: Json | undefined): StoredDocument | undefined {
  return storedSchema.safeParse(value).data
}

/** The files of a kept document, one by one, in order. */
export function sheetsOf({ sheets, about: _about, ...only }: StoredDocument): readonly Sheet[] {
  return sheets ?? [only]
}

/** The files of an answer that is a document, as a request hands them in; none of an answer that is none. */
export function handedSheets(value: Json | undefined): { readonly file: string; readonly name: string | null }[] {
  const kept = readStored(value)
  return kept === undefined ? [] : sheetsOf(kept).map(({ file, name = null }) => ({ file, name }))
}

/** How many pages files have together. */
export function pagesIn(sheets: readonly Sheet[]): number {
  return sheets.reduce((sum, { pages }) => sum + 1 + pages.length, 0)
}
