import type { FaceHint } from '../../../flows/fields/document-findings.ts'
import type { Face } from './face-api.ts'

/** Distance of two descriptors below which the faces are called alike; face-api itself suggests 0.6. */
const ALIKE = 0.55
/** Pixels of the shorter side below which a face says nothing. */
const SMALLEST = 48
/** The face on the card that somebody holds is at most this much of their own, in height. */
const ON_CARD = 0.5

/**
 * Whether the person in the selfie looks like the one on the document. Only ever a reason to call them alike: where there
 * is none (no face, several people, a small or blurred one, a difference) it is `unclear`, and an officer compares.
 */
export function compareFaces(selfie: readonly Face[], document: readonly Face[]): FaceHint {
  const person = personIn(selfie)
  const [holder, ...others] = document
  if (person === undefined || holder === undefined || others.length > 0 || isSmall(holder)) return 'unclear'
  return distance(person.descriptor, holder.descriptor) < ALIKE ? 'alike' : 'unclear'
}

// The person's face, beside which there may be the one on the card that they hold, which is too small to be compared.
function personIn(faces: readonly Face[]): Face | undefined {
  const [person, card, ...others] = faces.toSorted((one, other) => other.height - one.height)
  if (person === undefined || others.length > 0 || isSmall(person)) return undefined
  return card === undefined || card.height <= ON_CARD * person.height ? person : undefined
}

function isSmall({ width, height }: Face): boolean {
  return Math.min(width, height) < SMALLEST
}

function distance(one: Float32Array, other: Float32Array): number {
  return Math.hypot(...one.map((value, i) => value - (other[i] ?? Number.NaN)))
}
