import { z } from 'zod'

/** The documents whose look and content are known. */
export const knownKinds = ['ktp', 'kk', 'passport'] as const
export type KnownKind = (typeof knownKinds)[number]

/** What a slot may ask for; `any` = nothing is expected of it but to be legible. */
export const documentKinds = [...knownKinds, 'any'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Every kind of document that a slot takes. */
export function kindsOf({ kind, also = [] }: Pick<SlotRules, 'kind' | 'also'>): readonly DocumentKind[] {
  return [kind, ...also]
}

/** What kinds of file a slot may take. */
export const fileTypes = ['jpeg', 'png', 'webp', 'heic', 'pdf'] as const
export type FileType = (typeof fileTypes)[number]

/** What the agency's data say of one document that is asked for. */
export interface SlotRules {
  readonly slot: string
  readonly kind: DocumentKind
  /** kinds that do as well */
  readonly also?: readonly KnownKind[]
  readonly types: readonly FileType[]
  readonly maxBytes: number
  /** of one PDF, and photos of one document */
  readonly maxPages: number
  /** a photo beyond `maxBytes` is made smaller instead of being refused */
  readonly shrink: boolean
  /** `legible`: faults of a photo are named; `kind`: it must be this kind of document; `identity`: compared with what was typed; `address`: so is the address on a KTP; `expiry` */
  readonly checks: readonly DocumentCheck[]
}

export const documentChecks = ['legible', 'kind', 'identity', 'address', 'expiry'] as const
export type DocumentCheck = (typeof documentChecks)[number]

/** What may be wrong with a photo that can be opened; one is named, and the person may send it all the same later. */
export const photoFaults = [
  'dark',
  'blurred',
  'glare',
  'cut-off',
  'too-small',
  /** a document, but not the one that is asked for */
  'wrong-document',
  /** no document at all */
  'no-document',
] as const
export type PhotoFault = (typeof photoFaults)[number]

/** Why nothing was kept of a file. */
export const refusalReasons = [
  'empty',
  'too-large',
  'pixels',
  'type',
  'svg',
  'pdf',
  'pdf-only',
  'app',
  'not-an-image',
  'damaged',
  'pdf-active',
  'pdf-encrypted',
  'pdf-damaged',
  'pages',
  'malware',
  'timeout',
  'unavailable',
  'undecided',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Whether what was read is what was typed; `unsure` is for an officer to see. */
const comparison = z.enum(['same', 'different', 'unsure'])
export type Comparison = z.infer<typeof comparison>

const text = z.string().max(200).exactOptional()

/** What was read from a document; dates as yyyy-mm-dd. Never shown unmasked to anybody but who sent it and officers. */
export const documentText = z.object({
  nik: text,
  name: text,
  birthPlace: text,
  birthDate: text,
  address: text,
  /** names as printed */
  village: text,
  district: text,
  regency: text,
  province: text,
  kk: text,
  passport: text,
  country: text,
  expires: text,
})
export type DocumentText = z.infer<typeof documentText>

const kept = {
  ok: z.literal(true),
  /** id of the stored picture, or of the first page's picture */
  file: z.string().min(1),
  /** the further pages' pictures, in order */
  pages: z.array(z.string().min(1)).max(100),
  /** id of a small picture of it */
  thumbnail: z.string().min(1),
  /** id of the PDF itself, where that is what was sent */
  original: z.string().min(1).exactOptional(),
}

/** Comparison with what was typed, by what was typed. */
export const comparisons = z.object({
  nik: comparison.exactOptional(),
  name: comparison.exactOptional(),
  kk: comparison.exactOptional(),
  /** the whole of it, street to province, as far as it was read for sure */
  address: comparison.exactOptional(),
  /** a passport's or KTP's term; `expired` is never named for a KTP, which holds for life */
  expiry: z.enum(['valid', 'expired', 'unsure']).exactOptional(),
})

/**
 * How the intake ends. `good`: nothing is wrong with it; `fault`: one thing is, named; `undecided`: the machine could not
 * tell, an officer will. A file that is kept can be handed in, whatever the verdict.
 */
export const outcomeSchema = z.union([
  z.object({
    ...kept,
    verdict: z.enum(['good', 'fault', 'undecided']),
    fault: z.enum(photoFaults).exactOptional(),
    checks: comparisons,
    read: documentText,
  }),
  z.object({ ok: z.literal(false), problem: z.enum(refusalReasons) }),
])
export type DocumentOutcome = z.infer<typeof outcomeSchema>

/** What was typed, for the comparison. */
export interface TypedIdentity {
  readonly nik?: string
  readonly name?: string
  readonly kk?: string
}
