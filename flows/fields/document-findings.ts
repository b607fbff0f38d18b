import { z } from 'zod'
import { comparisons, documentText, photoFaults } from './document-outcome.ts'

/** Whether the person in a selfie looks like the one on their document. There is no word for "somebody else". */
const faceHint = z.enum(['alike', 'unclear'])
export type FaceHint = z.infer<typeof faceHint>

const findingsSchema = z.object({
  verdict: z.enum(['good', 'fault', 'undecided']),
  fault: z.enum(photoFaults).exactOptional(),
  checks: comparisons,
  read: documentText,
  /** of a PDF */
  signature: z.enum(['none', 'valid', 'valid-but-appended', 'invalid', 'unknown']).exactOptional(),
  /** degrees clockwise by which the lines of its text lie askew */
  tilt: z.number().exactOptional(),
  /** of a selfie, once it was compared with the document */
  face: faceHint.exactOptional(),
})

/** What the intake found in a document, as far as an officer is shown it. */
export type DocumentFindings = z.infer<typeof findingsSchema>

/** Findings as they were kept; undefined when the document was never looked at, or they are not understood any more. */
export function readFindings(kept: unknown): DocumentFindings | undefined {
  return findingsSchema.safeParse(kept).data
}
