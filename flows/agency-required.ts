import type { Agency, FormField } from './agency.ts'
import { isAboutSelfie } from './agency-selfie.ts'
import type { JsonObject } from './engine/json.ts'
import { readStored } from './fields/document-value.ts'

type Rules = Pick<Agency, 'documents' | 'registration'>
/** A question for a document. */
export type DocumentQuestion = FormField & { readonly field: 'document' }

/**
 * Whether a document of the form must be there, as far as the answers tell: all must but a selfie, and one that stands in for
 * another that has run out only where that has.
 */
export function isRequired(question: DocumentQuestion, answers: JsonObject, agency: Rules): boolean {
  if (isAboutSelfie(question)) return false
  const { slot } = question
  const expiring = agency.documents.filter(({ ifExpired }) => ifExpired === slot).map((one) => one.slot)
  return expiring.length === 0 || documentQuestions(agency).some((one) => expiring.includes(one.slot) && hasExpired(one, answers))
}

/** The documents that must be there. */
export function requiredDocuments(agency: Rules, answers: JsonObject): readonly DocumentQuestion[] {
  return documentQuestions(agency).filter((question) => isRequired(question, answers, agency))
}

function documentQuestions({ registration }: Rules): readonly DocumentQuestion[] {
  return registration.fields.filter((field): field is DocumentQuestion => field.field === 'document')
}

function hasExpired({ id }: DocumentQuestion, answers: JsonObject): boolean {
  return readStored(answers[id])?.checks.expiry === 'expired'
}
