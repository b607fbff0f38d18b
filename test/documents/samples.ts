import type { DocumentKind, PhotoFault, TypedIdentity } from '../../flows/fields/document-outcome.ts'
import { drivingLicence } from './driving-licence.ts'
import type { Drawn } from './drawn.ts'
import { faultKinds, type Fault } from './fault.ts'
import { kk } from './kk.ts'
import { ktp } from './ktp.ts'
import { isLegible } from './legibility.ts'
import { letter } from './letter.ts'
import { noDocument } from './no-document.ts'
import { passport } from './passport.ts'
import { photograph, type Photograph, type Shot } from './photograph.ts'
import { seeded } from './seeded.ts'

/** A photo with one thing wrong, or nothing, and what should be said of it. */
export interface Sample {
  readonly shows: string
  /** the slot that it is sent for */
  readonly slot: DocumentKind
  readonly typed: TypedIdentity
  readonly photo: Photograph
  /** undefined: nothing is wrong with it */
  readonly fault: PhotoFault | undefined
  /** whether the number on it can be read by anybody */
  readonly legible: boolean
}

const NAMED = {
  dark: 'dark',
  defocus: 'blurred',
  motion: 'blurred',
  glare: 'glare',
  'cut-off': 'cut-off',
  'too-small': 'too-small',
} as const satisfies Record<Fault['kind'], PhotoFault>

/** One person's photos: a good one, each fault in so many strengths, other documents in the KTP's slot, other slots. */
export async function* samples(seed: number, strengths: number): AsyncGenerator<Sample> {
  const random = seeded(seed * 7919)
  const card = await ktp({ seed })
  const typed = { nik: card.truth.nik, name: card.truth.name }
  const shoot = async (
    shows: string,
    drawn: Drawn<unknown>,
    shot: Omit<Shot, 'seed'>,
  ): Promise<Pick<Sample, 'shows' | 'photo'>> => ({
    shows,
    photo: await photograph(drawn, { seed: random.integer(1, 1_000_000), ...shot }),
  })
  const fine = { fault: undefined, legible: true, slot: 'ktp', typed } as const
  yield { ...(await shoot('KTP, nothing wrong', card, {})), ...fine }
  yield { ...(await shoot('KTP, turned', card, { turned: random.pick([90, 180, 270]) })), ...fine }
  for (const kind of faultKinds) {
    for (let step = 0; step < strengths; step++) {
      const fault = { kind, strength: (step + random.number()) / strengths }
      const shot = await shoot(`KTP, ${kind}`, card, { fault })
      yield { ...shot, slot: 'ktp', typed, fault: NAMED[kind], legible: isLegible(shot.photo, fault) }
    }
  }
  const family = await kk({ seed })
  const book = await passport({ seed })
  const wrong = { fault: 'wrong-document', legible: true, slot: 'ktp', typed } as const
  yield { ...(await shoot('family card for a KTP', family, {})), ...wrong }
  yield { ...(await shoot('passport for a KTP', book, {})), ...wrong }
  yield { ...(await shoot('driving licence for a KTP', await drivingLicence({ seed }), {})), ...wrong }
  yield { ...(await shoot('letter for a KTP', await letter({ seed }), {})), ...wrong }
  yield { ...(await shoot('no document', noDocument({ seed }), {})), ...wrong, fault: 'no-document' }
  const { kk: number, head } = family.truth
  yield {
    ...(await shoot('family card', family, {})),
    ...fine,
    slot: 'kk',
    typed: { kk: number, nik: head.nik, name: head.name },
  }
  yield { ...(await shoot('passport', book, {})), ...fine, slot: 'passport', typed: { name: book.truth.name } }
}
