import { bytesProblem } from './byte-limit.ts'
import { headerProblem } from './pixel-limit.ts'
import { refused, type Refused } from './problem.ts'
import { reencode, type Photo } from './reencode.ts'
import { sniff } from './sniff.ts'

/** What a photo is checked with. */
export type PhotoTask = { readonly bytes: Uint8Array; readonly limitBytes: number }

/**
 * Takes the bytes of a file that should be a photo to a clean JPEG, or says why not. The cheap questions come first:
 * nothing is decoded before type, size and header were found acceptable.
 */
export async function takePhoto({ bytes, limitBytes }: PhotoTask): Promise<Photo | Refused> {
  const wrongSize = bytesProblem(bytes, limitBytes)
  if (wrongSize !== undefined) return refused(wrongSize)
  const type = await sniff(bytes)
  // HEIC is patent-encumbered: libvips comes without its decoder.
  if (type === 'svg' || type === 'pdf' || type === 'heic') return refused(type)
  if (type === 'other') return refused('not-an-image')
  const wrongHeader = await headerProblem(bytes)
  if (wrongHeader !== undefined) return refused(wrongHeader)
  return reencode(bytes)
}
