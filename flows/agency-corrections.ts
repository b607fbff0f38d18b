import type { Agency, FormField } from './agency.ts'

/** Something about a person that can be corrected as one: a question of the form, or a whole chain of regions. */
export interface Datum {
  /** id of its (first) question */
  readonly id: string
  readonly fields: readonly FormField[]
  /** more than one question: a place of living, from the widest region to the narrowest */
  readonly isAddress: boolean
}

/**
 * What of the form is not corrected at a person's wish: the NIK never changes (PP 40/2019 art. 30), consent and secrets
 * are no data of this kind, a phone number is changed by proving the new one, a document is only evidence.
 */
const NOT_CORRECTED: ReadonlySet<FormField['field']> = new Set([
  'nik',
  'consent',
  'face-consent',
  'password',
  'password-again',
  'captcha',
  'phone',
  'document',
])

/** What an agency's applicants can have corrected (UU 27/2022 art. 6), in the order of its form. */
export function correctableData({ registration }: Agency): readonly Datum[] {
  const fields = registration.fields.filter(({ field }) => !NOT_CORRECTED.has(field))
  const within = (field: FormField): string | undefined => (field.field === 'region' ? field.within : undefined)
  const chain = (from: FormField): FormField[] => {
    const next = fields.find((one) => within(one) === from.id)
    return next === undefined ? [from] : [from, ...chain(next)]
  }
  // A narrower region holds only within the wider one, so that it is asked for together with it.
  return fields
    .filter((field) => within(field) === undefined)
    .map((field) => ({ id: field.id, fields: chain(field), isAddress: field.field === 'region' }))
}
