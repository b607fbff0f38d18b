import { z } from 'zod'
import { runConfined, type ConfinedEnd } from '../confined/run.ts'
import { LONGEST_SIDE } from '../decode.ts'
import { sharp } from '../libvips.ts'
import { refused, type Refused } from '../problem.ts'
import type { RawImage } from '../types.ts'

const PROGRAM = new URL('./program.ts', import.meta.url)
/** Telephones store 12 or 24 megapixels; measured: 16 of them take 1.5 s of a processor. */
const MAX_PIXELS = 26_000_000
const CPU_SECONDS = 5
/** An honest photo waits that long for a processor that others have. */
const SECONDS = 15
/** Memory of the child: 320 for the decoder, the rest for the pixels that come from it. */
const MEGABYTES = 450
const BYTES_PER_PIXEL = 3

const size = z.object({ width: z.int().min(1).max(MAX_PIXELS), height: z.int().min(1).max(MAX_PIXELS) })
const refusal = z.object({ problem: z.enum(['damaged', 'pixels']) })

/**
 * Decodes a telephone's HEIC photo to upright pixels, at most 2000 of them long: libvips comes without a decoder for HEVC,
 * which is under patents. libheif runs as WebAssembly in a confined process that is killed after 5 seconds of a
 * processor, one photo at a time; it turns the photo as its container says, and what the camera noted beside the pixels never leaves it.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<RawImage | Refused> {
  let result: RawImage | Refused | undefined
  const end = await runConfined(
    PROGRAM,
    bytes,
    [String(MAX_PIXELS)],
    { cpuSeconds: CPU_SECONDS, seconds: SECONDS, megabytes: MEGABYTES, maxBody: MAX_PIXELS * BYTES_PER_PIXEL },
    async ({ head, body }) => {
      const problem = refusal.safeParse(head)
      result = problem.success ? refused(problem.data.problem) : await reduce(size.parse(head), body)
    },
  )
  return result ?? refused(PROBLEM_OF_END[end])
}

const PROBLEM_OF_END = {
  done: 'damaged',
  timeout: 'timeout',
  died: 'damaged',
  unavailable: 'undecided',
} as const satisfies Record<ConfinedEnd, string>

async function reduce({ width, height }: z.output<typeof size>, pixels: Buffer): Promise<RawImage> {
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: BYTES_PER_PIXEL }, limitInputPixels: false })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
