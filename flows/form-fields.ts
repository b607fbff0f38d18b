import type { FormField } from './agency.ts'
import type { Counter } from './counter.ts'
import type { Field } from './engine/field.ts'
import type { Json } from './engine/json.ts'
import { birthDate } from './fields/birth-date.ts'
import { captcha } from './fields/captcha.ts'
import { consent } from './fields/consent.ts'
import { document } from './fields/document.ts'
import { email } from './fields/email.ts'
import { kk } from './fields/kk.ts'
import { name } from './fields/name.ts'
import { nik } from './fields/nik.ts'
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
      return general(nik({ masked }))
    case 'name':
      return general(name())
    case 'mother-name':
      return general(name({ masked }))
    case 'kk':
      return general(kk({ nik: 'nik', masked }))
    case 'place':
      return general(place())
    case 'birth-date':
      return general(birthDate())
    case 'phone':
      return general(phone())
    case 'email':
      return general(email())
    case 'region':
      return general(region(regions, question.level, question.within === undefined ? {} : { within: question.within }))
    case 'document':
      return general(document({ slot: question.slot, maxBytes: question.maxMegabytes * MEGABYTE, job: 'intake' }))
    case 'consent':
      return general(consent())
    case 'password':
      return general(password({ about: idsOf(agency.registration.fields, ABOUT_A_PERSON), words: [agency.name, agency.office] }))
    case 'password-again':
      return general(passwordAgain(question.of))
    case 'captcha':
      return general(captcha())
  }
}

/** Fields whose answers a password must not be made of. */
const ABOUT_A_PERSON: readonly FormField['field'][] = ['nik', 'name', 'birth-date', 'phone', 'email']

function idsOf(fields: readonly FormField[], kinds: readonly FormField['field'][]): string[] {
  return fields.filter(({ field }) => kinds.includes(field)).map(({ id }) => id)
}

// A form read from data holds fields of every kind side by side; what each keeps is known to the field alone.
function general<T extends Json>(field: Field<T>): Field {
  return field as unknown as Field
}
