// What runs in the process of the pool for faces: its functions are what can be asked of it. What it knows of a face ends
// with the task; nothing but the word goes out.
import type { FaceHint } from '../../../flows/fields/document-findings.ts'
import { sharp } from '../libvips.ts'
import { compareFaces } from './compare-faces.ts'
import { loadFaceApi, type Face, type FindFaces } from './face-api.ts'

/** The longer side at which faces are looked for, in pixels: more takes more memory and finds no more. */
const LONGEST_SIDE = 1000

/** Two pictures of our own: a selfie, and the document that shows whose it should be. */
export interface FaceTask {
  readonly selfie: Uint8Array
  readonly document: Uint8Array
}

let loading: Promise<FindFaces> | undefined

/** Compares the person in the selfie with the one on the document. Fails where the library is not there. */
export async function compare({ selfie, document }: FaceTask): Promise<FaceHint> {
  loading ??= loadFaceApi()
  const find = await loading
  const person = await facesIn(selfie, find)
  return person.length === 0 ? 'unclear' : compareFaces(person, await facesIn(document, find))
}

async function facesIn(jpeg: Uint8Array, find: FindFaces): Promise<Face[]> {
  const { data, info } = await sharp(jpeg)
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return find(data, info.width, info.height)
}
