import type { FormField } from './agency.ts'
import type { Counter } from './counter.ts'
import type { Field } from './engine/field.ts'
import type { Json } from './engine/json.ts'
import { t, type Text } from './engine/text.ts'
import { birthDate } from './fields/birth-date.ts'
import { captcha } from './fields/captcha.ts'
import { consent } from './fields/consent.ts'
import { document } from './fields/document.ts'
import { email } from './fields/email.ts'
import { kk, numbersSwapped } from './fields/kk.ts'
import { name } from './fields/name.ts'
import { birthDateOfNik, nik } from './fields/nik.ts'
import { password, passwordAgain } from './fields/password.ts'
import { phone } from './fields/phone.ts'
import { place } from './fields/place.ts'
import { region } from './fields/region.ts'

const MEGABYTE = 1024 * 1024

/** The field type that a question of an agency's form names. */
export function fieldFor(question: FormField, { agency, regions }: Counter): Field {
  // What is typed on a page of its own is not shown in the chat either.
  const masked = question.entry === 'secure-page'
  switch (question.field) {
    case 'nik':
      return nik({ masked })
    case 'name':
      return name()
    case 'mother-name':
      return name({ masked })
    case 'kk':
      return kk({ nik: 'nik', masked })
    case 'place':
      return place()
    case 'birth-date':
      return birthDate()
    case 'phone':
      return phone()
    case 'email':
      return email()
    case 'region':
      return region(regions, question.level, question.within === undefined ? {} : { within: question.within })
    case 'document':
      return document({ slot: question.slot, maxBytes: question.maxMegabytes * MEGABYTE, job: 'intake' })
    case 'consent':
      return consent()
    case 'password':
      return password({ about: idsOf(agency.registration.fields, ABOUT_A_PERSON), words: [agency.name, agency.office] })
    case 'password-again':
      return passwordAgain(question.of)
    case 'captcha':
      return captcha()
  }
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
