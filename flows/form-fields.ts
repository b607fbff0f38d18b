import { exampleId, slotOf, type Agency, type FormField } from './agency.ts'
import type { Counter } from './counter.ts'
import type { Field } from './engine/field.ts'
import type { Json } from './engine/json.ts'
import { t, type Text } from './engine/text.ts'
import { address } from './fields/address.ts'
import { birthDate } from './fields/birth-date.ts'
import { captcha } from './fields/captcha.ts'
import { consent } from './fields/consent.ts'
import { document } from './fields/document.ts'
import type { AddressPart } from './fields/document-address.ts'
import { aboutOf } from './fields/document-identity.ts'
import type { DocumentOptions } from './fields/document-options.ts'
import { email } from './fields/email.ts'
import { kk, numbersSwapped } from './fields/kk.ts'
import { name } from './fields/name.ts'
import { birthDateOfNik, nik } from './fields/nik.ts'
import { orPhoto } from './fields/or-photo.ts'
import { password, passwordAgain } from './fields/password.ts'
import { phone } from './fields/phone.ts'
import { place } from './fields/place.ts'
import { printedAnswers, type PrintedQuestions } from './fields/printed-identity.ts'
import { region } from './fields/region.ts'

/** How a flow asks for a document: what it knows to compare it with, and what it knows of earlier ones. */
export type AskedDocument = Pick<DocumentOptions, 'typed' | 'revisable' | 'earlier'>

/** What a question `question` for one of the agency's documents wants. */
export function documentOptions(agency: Agency, slot: string, question: string, asked: AskedDocument = {}): DocumentOptions {
  const { label, note: _note, example, ifExpired, ...rules } = slotOf(agency, slot)
  return {
    rules,
    label: t(label),
    question,
    job: 'intake',
    ...(example !== undefined && { example: { file: exampleId(slot), name: example } }),
    ...(ifExpired !== undefined && { takesExpired: true }),
    ...asked,
  }
}

// In the agency's form a document is compared with the answers before it, whose questions can be asked again.
function inForm(agency: Agency, question: string): AskedDocument {
  const { fields } = agency.registration
  const before = fields.slice(
    0,
    Math.max(
      0,
      fields.findIndex(({ id }) => id === question),
    ),
  )
  const idOf = (kind: FormField['field']) => before.find(({ field }) => field === kind)?.id
  const [nikId, nameId, kkId] = [idOf('nik'), idOf('name'), idOf('kk')]
  const typed = {
    ...(nikId !== undefined && { nik: nikId }),
    ...(nameId !== undefined && { name: nameId }),
    ...(kkId !== undefined && { kk: kkId }),
    ...(comparesAddress(agency, question) && addressIn(before)),
  }
  return { typed, revisable: Object.values(typed) }
}

function comparesAddress(agency: Agency, question: string): boolean {
  const asked = agency.registration.fields.find(({ id }) => id === question)
  return asked?.field === 'document' && slotOf(agency, asked.slot).checks.includes('address')
}

// The questions for the parts of an address.
function addressIn(fields: readonly FormField[]): { readonly [Part in AddressPart]?: string } {
  return Object.fromEntries(
    fields.flatMap((one) =>
      one.field === 'region' ? [[one.level, one.id]] : one.field === 'address' ? [['address', one.id]] : [],
    ),
  )
}

/** The field type that a question of an agency's form names; `asked`: how the flow asks for its documents. */
export function fieldFor(question: FormField, counter: Counter, asked: AskedDocument = {}): Field {
  const { agency, regions } = counter
  // What is typed on a page of its own is not shown in the chat either.
  const masked = question.entry === 'secure-page'
  switch (question.field) {
    case 'nik':
      return question.photo === undefined ? nik({ masked }) : nikOrPhoto(question.id, question.photo, counter)
    case 'name':
      return name()
    case 'mother-name':
      return name({ masked })
    case 'kk':
      return kk({ nik: 'nik', masked })
    case 'place':
      return place()
    case 'address':
      return address()
    case 'birth-date':
      return birthDate()
    case 'phone':
      return phone()
    case 'email':
      return email()
    case 'region':
      return region(regions, question.level, {
        ...(question.within !== undefined && { within: question.within }),
        // Most people who come live where the office is. Of the regencies none is first: a number on them is a place and a code.
        ...(question.level === 'province' && { own: agency.region.province }),
      })
    case 'document':
      return document(documentOptions(agency, question.slot, question.id, { ...inForm(agency, question.id), ...asked }))
    case 'consent':
    case 'face-consent':
      return consent()
    case 'password':
      return password({ about: idsOf(agency.registration.fields, ABOUT_A_PERSON), words: [agency.name, agency.office] })
    case 'password-again':
      return passwordAgain(question.of)
    case 'captcha':
      return captcha()
  }
}

// The first question takes a photo of the KTP as well: what is read from it answers the other questions of the form.
function nikOrPhoto(own: string, photo: string, counter: Counter): Field {
  const { agency, regions } = counter
  const { fields } = agency.registration
  const target = fields.find(({ id }) => id === photo)
  if (target?.field !== 'document') throw new Error(`no document question ${photo}`)
  const options = documentOptions(agency, target.slot, photo, inForm(agency, photo))
  const typed = fields.filter(({ entry }) => entry === 'chat')
  const idOf = (kind: FormField['field']) => typed.find(({ field }) => field === kind)?.id
  const [name, birthPlace, birthDate, address] = [idOf('name'), idOf('place'), idOf('birth-date'), idOf('address')]
  const questions: PrintedQuestions = {
    nik: own,
    ...(name !== undefined && { name }),
    ...(birthPlace !== undefined && { birthPlace }),
    ...(birthDate !== undefined && { birthDate }),
    ...(address !== undefined && { address }),
    regions: Object.fromEntries(typed.flatMap((one) => (one.field === 'region' ? [[one.level, one.id]] : []))),
  }
  return orPhoto(nik(), {
    own,
    document: options,
    answers: (read, context) => printedAnswers(read, questions, regions, context),
    shown: (answers, context) =>
      fields.flatMap((one) => {
        const value = answers[one.id]
        if (value === undefined) return []
        const field = one.id === own ? nik() : fieldFor(one, counter)
        return [t('field-photo-row', { label: t(one.label), value: field.show(value, context) })]
      }),
    about: (answers, context) => aboutOf(options.rules, options.typed ?? {}, { ...context, answers }),
  })
}

/** Fields whose answers a password must not be made of. */
const ABOUT_A_PERSON: readonly FormField['field'][] = ['nik', 'name', 'birth-date', 'phone', 'email']

function idsOf(fields: readonly FormField[], kinds: readonly FormField['field'][]): string[] {
  return fields.filter(({ field }) => kinds.includes(field)).map(({ id }) => id)
}

/** Message keys: NIK and KK number look swapped; the date differs from the NIK's. */
interface DoubtTexts {
  readonly swapped: string
  readonly differs: string
}

/**
 * What to ask about a birth date that does not fit the NIK. It may be right all the same (a NIK never changes, PP
 * 40/2019 art. 30): ask, do not refuse.
 */
export function birthDateDoubt({ agency }: Counter, texts: DoubtTexts) {
  const idOf = (field: FormField['field']) => agency.registration.fields.find((one) => one.field === field)?.id ?? ''
  return (value: Json, answers: { readonly [id: string]: Json }): Text | undefined => {
    const own = answers[idOf('nik')]
    const family = answers[idOf('kk')]
    if (typeof own !== 'string' || typeof value !== 'string') return undefined
    if (typeof family === 'string' && numbersSwapped({ nik: own, kk: family, birthDate: value })) return t(texts.swapped)
    // Any day of the right century fits: the date in a NIK has two figures for its year.
    return birthDateOfNik(own, Date.parse(value), value) === value ? undefined : t(texts.differs)
  }
}
