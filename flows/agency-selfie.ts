import type { Agency, DocumentSlot, FormField } from './agency.ts'
import type { AgencyData } from './agency-schema.ts'
import type { Misfit } from './agency-misfit.ts'

/** The question whether a selfie may be compared, and the place of the selfie; also the ids of their answers. */
export const SELFIE_CONSENT = 'selfie-consent'
export const SELFIE = 'selfie'

type Selfie = NonNullable<AgencyData['selfie']>

/** Takes what any photo may be. That it is legible is judged by edges and light; nothing is read from it. */
const slot: DocumentSlot = {
  slot: SELFIE,
  kind: 'any',
  types: ['jpeg', 'png', 'webp', 'heic'],
  maxBytes: 10 * 1024 * 1024,
  maxPages: 1,
  shrink: true,
  checks: ['legible'],
  label: 'selfie-photo-label',
}

/**
 * A form with the two questions about a selfie behind the one for the document that it is compared with: a consent of its
 * own (UU 27/2022 article 4: biometric data are specific personal data), then the photo. As it is where no selfie is asked for.
 */
export function withSelfie(fields: readonly FormField[], selfie: Selfie | undefined): readonly FormField[] {
  if (selfie === undefined) return fields
  const questions: readonly FormField[] = [
    {
      id: SELFIE_CONSENT,
      field: 'face-consent',
      entry: 'chat',
      version: selfie.version,
      prompt: 'selfie-consent',
      label: 'selfie-consent-label',
      help: 'selfie-consent-help',
    },
    {
      id: SELFIE,
      field: 'document',
      slot: SELFIE,
      entry: 'chat',
      prompt: 'selfie-photo',
      label: 'selfie-photo-label',
      help: 'selfie-photo-help',
    },
  ]
  return fields.flatMap((field) =>
    field.field === 'document' && field.slot === selfie.document ? [field, ...questions] : [field],
  )
}

/** The documents of an agency with the place of the selfie, where one is asked for. */
export function withSelfieSlot(documents: readonly DocumentSlot[], selfie: Selfie | undefined): readonly DocumentSlot[] {
  return selfie === undefined ? documents : [...documents, slot]
}

/** Whether a question of a form is about a selfie. */
export function isAboutSelfie(question: FormField): boolean {
  return question.field === 'face-consent' || (question.field === 'document' && question.slot === SELFIE)
}

/** Whether somebody agreed to have their face compared, by what they answered. */
export function agreedToSelfie(answers: { readonly [id: string]: unknown }): boolean {
  const answer = answers[SELFIE_CONSENT]
  return typeof answer === 'object' && answer !== null && 'given' in answer && answer.given === true
}

/** The version of the text about selfies; undefined where none is asked for. */
export function selfieText({ selfie }: Pick<Agency, 'selfie'>): { readonly key: string; readonly version: string } | undefined {
  return selfie === undefined ? undefined : { key: SELFIE_CONSENT, version: selfie.version }
}

/** What does not fit between the selfie and the documents and questions of an agency. */
export function selfieMisfits({ selfie, documents, registration }: AgencyData): Misfit[] {
  if (selfie === undefined) return []
  const found: Misfit[] = []
  const asked = registration.fields.some((field) => field.field === 'document' && field.slot === selfie.document)
  const isCard = documents.some(({ id, kind }) => id === selfie.document && kind === 'ktp')
  if (!asked || !isCard) found.push({ path: ['selfie', 'document'], problem: `the form asks for no KTP "${selfie.document}"` })
  documents.forEach(({ id }, index) => {
    if (id === SELFIE) found.push({ path: ['documents', index, 'id'], problem: `"${SELFIE}" is the place of the selfie itself` })
  })
  registration.fields.forEach(({ id }, index) => {
    if (id === SELFIE || id === SELFIE_CONSENT)
      found.push({ path: ['registration', 'fields', index, 'id'], problem: `"${id}" is asked by \`selfie\` itself` })
  })
  return found
}
