import { createHash } from 'node:crypto'
import type { SlotRules } from '../../flows/fields/document-outcome.ts'
import { typeProblem } from './accepted-type.ts'
import { bytesProblem } from './byte-limit.ts'
import type { PlainJpeg } from './encode.ts'
import { decodeHeic } from './heic/decode-heic.ts'
import { movable } from './movable.ts'
import { rasterisePdf } from './pdf/rasterise.ts'
import { signatureState, type SignatureState } from './pdf/signature.ts'
import type * as Pipeline from './pipeline.ts'
import { refused, type Refused } from './problem.ts'
import type { QualityFigures } from './quality/measure.ts'
import { sniff } from './sniff.ts'
import { WorkFailed, type WorkerPool } from './worker-pool.ts'

/** Enough of a file to tell a PDF or a HEIC photo, whose decoders are not in the threads. */
const HEAD = 4096
/** The width of a PDF's page as a picture, in pixels: A4 at about 200 dots an inch. */
const PAGE_WIDTH = 1600

/** What came, as pictures of our own. */
export interface Received {
  readonly ok: true
  /** SHA-256 of what was sent, in hexadecimal */
  readonly sha256: string
  /** the photo, or the first page */
  readonly picture: PlainJpeg
  readonly thumbnail: PlainJpeg
  readonly figures: QualityFigures
  /** of a PDF */
  readonly pdf?: {
    readonly furtherPages: readonly PlainJpeg[]
    readonly bytes: Uint8Array
    readonly signature: SignatureState
  }
}

type Pictures = WorkerPool<typeof Pipeline>

/** Makes pictures of our own of a file's bytes, or says why not. The bytes of a photo are gone afterwards. */
export async function receive(bytes: Uint8Array, rules: SlotRules, pictures: Pictures): Promise<Received | Refused> {
  const type = await sniff(bytes.subarray(0, HEAD))
  if (type !== 'pdf' && type !== 'heic') return receivePhoto(bytes, rules, pictures)
  const problem = bytesProblem(bytes.length, type, rules) ?? typeProblem(type, rules)
  if (problem !== undefined) return refused(problem)
  return type === 'pdf' ? receivePdf(bytes, rules, pictures) : receiveHeic(bytes, rules, pictures)
}

async function receivePhoto(bytes: Uint8Array, rules: SlotRules, pictures: Pictures): Promise<Received | Refused> {
  const { bytes: moved, move } = movable(bytes)
  const { types, maxBytes, shrink } = rules
  const taken = await answered(pictures.run('takePicture', { bytes: moved, rules: { types, maxBytes, shrink } }, move))
  return taken.ok ? { ...taken, picture: taken.photo } : taken
}

async function receiveHeic(bytes: Uint8Array, { maxBytes }: SlotRules, pictures: Pictures): Promise<Received | Refused> {
  const raw = await decodeHeic(bytes)
  if ('ok' in raw) return raw
  const { bytes: data, move } = movable(raw.data)
  const made = await answered(pictures.run('makePicture', { raw: { ...raw, data }, maxBytes }, move))
  return made.ok ? { ...made, picture: made.photo, sha256: sha256(bytes) } : made
}

async function receivePdf(bytes: Uint8Array, { maxBytes, maxPages }: SlotRules, pictures: Pictures): Promise<Received | Refused> {
  const rasterised = await rasterisePdf(bytes, { maxBytes, maxPages, width: PAGE_WIDTH })
  if (!rasterised.ok) return rasterised
  const [first, ...furtherPages] = rasterised.pages
  if (first === undefined) return refused('pdf-damaged')
  const [signature, seen] = await Promise.all([signatureState(bytes), answered(pictures.run('lookAt', { jpeg: first.jpeg }))])
  if ('ok' in seen) return seen
  return { ok: true, sha256: sha256(bytes), picture: first, ...seen, pdf: { furtherPages, bytes, signature } }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

// Whose picture killed its thread hears so, and is asked to send it again; nobody else notices.
async function answered<T>(work: Promise<T>): Promise<T | Refused> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof WorkFailed)) throw error
    return refused(error.reason === 'timeout' ? 'timeout' : 'undecided')
  }
}
