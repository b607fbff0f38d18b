import type { DocumentFindings } from '../fields/document-findings.ts'

/** A sheet of a case's documents, as officers see it; the ids are those of stored files. */
export type CaseDocument = {
  readonly slot: string
  /** which sheet of its document, from 1 */
  readonly sheet: number
  /** its picture, or that of a PDF's first page */
  readonly file: string
  /** pictures of a PDF's further pages */
  readonly pages: readonly string[]
  /** a small picture; null where none was made */
  readonly thumbnail: string | null
  /** the PDF itself, as it was sent; null of a photo */
  readonly original: string | null
  /** what the machine found in it; null where it was not looked at, or is not there any more */
  readonly findings: DocumentFindings | null
}
