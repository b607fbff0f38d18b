import type { Agency } from '../../flows/agency.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { maskedNumber } from '../../flows/fields/identity-number.ts'
import { parseKk } from '../../flows/fields/kk.ts'
import { maskedEmail, maskedPhone } from '../../flows/fields/masks.ts'
import type { Applicant } from '../../flows/ports/modes.ts'
import { Attempts } from './attempts.ts'
import { openObject, openText } from './columns.ts'
import { profileText } from './form.ts'
import type { Desk } from './scope.ts'

/** Levels of regions, narrowest first. */
const LEVELS = ['village', 'district', 'regency', 'province'] as const

interface PersonRow {
  readonly id: string
  readonly nik: Uint8Array
  readonly name: Uint8Array
  readonly profile: Uint8Array
}

/** A person's own data, masked, as an application shows them. */
export function ownData({ sealer, agency }: Desk, person: PersonRow): Omit<Applicant, 'account' | 'mandate'> {
  const profile = openObject(sealer, person.profile, 'person.profile')
  const [kk, phone, email] = [profileText(agency, profile, 'kk'), profileText(agency, profile, 'phone'), emailOf(agency, profile)]
  const region = regionNames(agency, profile)
  return {
    name: openText(sealer, person.name, 'person.name'),
    nik: maskedNumber(openText(sealer, person.nik, 'person.nik')),
    kk: kk === undefined ? null : maskedNumber(kk),
    phone: phone === undefined ? null : maskedPhone(phone),
    email: email === undefined ? null : maskedEmail(email),
    region: region === '' ? null : region,
  }
}

/** The e-mail address among a person's data. */
export function emailOf(agency: Agency, profile: JsonObject): string | undefined {
  return profileText(agency, profile, 'email')
}

/** Compares a family card number with that of an account's owner; wrong tries are counted for the account. */
export async function isOwnFamily(
  { tx, sealer, agency, now }: Desk,
  { id, person }: { readonly id: string; readonly person: PersonRow },
  typed: string,
): Promise<'same' | 'other' | 'locked'> {
  const attempts = new Attempts(tx, sealer, 'family', id, agency.lockout, now)
  if (await attempts.locked()) return 'locked'
  const own = profileText(agency, openObject(sealer, person.profile, 'person.profile'), 'kk')
  const found = parseKk(typed)
  if ('kk' in found && found.kk === own) {
    await attempts.forget()
    return 'same'
  }
  return (await attempts.miss()) ? 'locked' : 'other'
}

function regionNames({ registration }: Agency, profile: JsonObject): string {
  const names = LEVELS.flatMap((level) => {
    const question = registration.fields.find((one) => one.field === 'region' && one.level === level)
    const value = question === undefined ? undefined : profile[question.id]
    return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? [value.name] : []
  })
  return names.join(', ')
}
