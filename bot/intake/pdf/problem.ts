import type { RefusalReason } from '../../../flows/fields/document-outcome.ts'

/**
 * Why a PDF is not taken.
 * - `too-large`, `pages`: more bytes or pages than the slot takes
 * - `pdf-encrypted`: locked, if only against printing; nobody can look into it
 * - `pdf-active`: it would do something when it is opened, or has other files in it
 * - `pdf-damaged`: it cannot be read to its end, or needs more memory than any honest document
 * - `timeout`: its pages take too long; `undecided`: our fault, worth sending again
 */
export type PdfProblem = Extract<
  RefusalReason,
  'too-large' | 'pages' | 'pdf-encrypted' | 'pdf-active' | 'pdf-damaged' | 'timeout' | 'undecided'
>
