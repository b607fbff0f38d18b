import type { Agency, FormField } from '../../flows/agency.ts'
import { agreedToSelfie, isAboutSelfie, SELFIE_CONSENT, selfieText } from '../../flows/agency-selfie.ts'
import type { Json, JsonObject } from '../../flows/engine/json.ts'
import { readStored, sheetsOf, type StoredDocument } from '../../flows/fields/document-value.ts'
import { parseNik } from '../../flows/fields/nik.ts'

/** Questions whose answers are not kept with the registration: a secret is hashed, a sum has served. */
const NOT_KEPT: ReadonlySet<FormField['field']> = new Set(['password', 'password-again', 'captcha'])
/** Questions whose answers are not the person's data either: they have rows of their own. */
const NO_PROFILE: ReadonlySet<FormField['field']> = new Set(['nik', 'name', 'consent', 'face-consent', 'document'])

/** A file of a document: its place in the case, which sheet of it, how its sender's phone called it. */
export interface FiledDocument {
  readonly slot: string
  readonly file: string
  /** from 1 */
  readonly page: number
  readonly name?: string
}

/** A consent as it is to be kept: which text, and the reply in the person's words. */
export interface GivenConsent {
  readonly key: string
  readonly version: string
  readonly reply: string
}

/** A filled form, as far as the counter itself must understand it. */
export interface FilledForm {
  readonly nik: string
  readonly name: string
  /** yyyy-mm-dd */
  readonly birthDate?: string
  /** E.164 */
  readonly phone?: string
  readonly email?: string
  /** sealed with purpose `secret`; only a job opens it */
  readonly password?: string
  /** absent when the agency asks for none, or it was not given */
  readonly consent?: GivenConsent
  /** the consent of its own to having one's face compared; absent where there is no selfie */
  readonly faceConsent?: GivenConsent
  readonly documents: readonly FiledDocument[]
  /** every answer that stays with the registration */
  readonly kept: JsonObject
  /** what is known of the person besides NIK and name */
  readonly profile: JsonObject
}

/**
 * Reads a form's answers by the agency's declaration of its questions. The conversation has checked each answer
 * already, so what is missing here is a mistake in a program, and an Error.
 */
export function readForm(agency: Agency, answers: JsonObject): FilledForm {
  const { fields } = agency.registration
  const agreed = agreedToSelfie(answers)
  const answered = fields.flatMap((field) => {
    const value = answers[field.id]
    // Whoever thought better of it leaves no selfie.
    return value === undefined || value === null || (isAboutSelfie(field) && !agreed) ? [] : [{ field, value }]
  })
  const text = (kind: FormField['field']) =>
    answered.map(({ field, value }) => (field.field === kind && typeof value === 'string' ? value : undefined)).find(Boolean)
  const nik = parseNik(text('nik') ?? '')
  const name = text('name')
  if (!('nik' in nik) || name === undefined) throw new Error('a registration needs a NIK and a name')
  const [birthDate, phone, email] = [text('birth-date'), text('phone'), text('email')]
  const password = answered
    .map(({ field, value }) => (field.field === 'password' ? part(value, 'sealed') : undefined))
    .find(Boolean)
  const consent = readConsent(fields, answers)
  const hasSelfie = answered.some(({ field }) => field.field === 'document' && isAboutSelfie(field))
  const about = hasSelfie ? selfieText(agency) : undefined
  const faceConsent = about && { ...about, reply: part(answers[SELFIE_CONSENT], 'reply') ?? '' }
  const keep = (left: (kind: FormField['field']) => boolean): JsonObject =>
    Object.fromEntries(answered.filter(({ field }) => left(field.field)).map(({ field, value }) => [field.id, value]))
  return {
    nik: nik.nik,
    name,
    ...(birthDate !== undefined && { birthDate }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(password !== undefined && { password }),
    ...(consent !== undefined && { consent }),
    ...(faceConsent !== undefined && { faceConsent }),
    documents: answered.flatMap(({ field, value }) => {
      const document = field.field === 'document' ? readStored(value) : undefined
      return field.field === 'document' && document !== undefined ? filed(field.slot, document) : []
    }),
    kept: keep((kind) => !NOT_KEPT.has(kind)),
    profile: keep((kind) => !NOT_KEPT.has(kind) && !NO_PROFILE.has(kind)),
  }
}

function filed(slot: string, document: StoredDocument): FiledDocument[] {
  return sheetsOf(document).map(({ file, name }, i) => ({ slot, file, page: i + 1, ...(name !== undefined && { name }) }))
}

/** The mother's name among a person's data. */
export function motherName(agency: Agency, profile: JsonObject): string | undefined {
  return profileText(agency, profile, 'mother-name')
}

/** What was answered to the question of this kind, among a person's data. */
export function profileText(agency: Agency, profile: JsonObject, kind: FormField['field']): string | undefined {
  const id = agency.registration.fields.find(({ field }) => field === kind)?.id
  const value = id === undefined ? undefined : profile[id]
  return typeof value === 'string' ? value : undefined
}

/** Whether the agency asks for consent; then nothing may be kept without it (UU 27/2022 article 20). */
export function asksConsent(agency: Agency): boolean {
  return consentQuestion(agency.registration.fields) !== undefined
}

/** The text that an agency asks consent to; undefined when it asks none. */
export function consentText({ registration }: Agency): { readonly key: string; readonly version: string } | undefined {
  const question = consentQuestion(registration.fields)
  return question === undefined ? undefined : { key: question.prompt, version: question.version }
}

function consentQuestion(fields: readonly FormField[]) {
  return fields.find((field) => field.field === 'consent')
}

function readConsent(fields: readonly FormField[], answers: JsonObject): FilledForm['consent'] {
  const question = consentQuestion(fields)
  if (question === undefined) return undefined
  const answer = answers[question.id]
  const given = typeof answer === 'object' && answer !== null && 'given' in answer && answer.given === true
  if (!given) return undefined
  return { key: question.prompt, version: question.version, reply: part(answer, 'reply') ?? '' }
}

function part(value: Json | undefined, name: string): string | undefined {
  const found = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject)[name] : undefined
  return typeof found === 'string' ? found : undefined
}
