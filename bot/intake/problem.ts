/**
 * Why a photo was not taken; the conversation has a text for each.
 * - `empty`: no bytes; `too-large`: more bytes than allowed; `pixels`: more pixels than allowed
 * - `svg`, `pdf`, `heic`: known for what they are, and not taken; `not-an-image`: anything else that is no photo
 * - `damaged`: a photo that breaks off or does not decode; `timeout`: it took too long
 * - `undecided`: our fault, not the photo's (a worker died): worth sending again
 */
export type PhotoProblem =
  'empty' | 'too-large' | 'not-an-image' | 'svg' | 'pdf' | 'pixels' | 'damaged' | 'heic' | 'timeout' | 'undecided'

/** What was refused, and why. */
export type Refused = { readonly ok: false; readonly problem: PhotoProblem }

/** Makes a refusal. */
export function refused(problem: PhotoProblem): Refused {
  return { ok: false, problem }
}
