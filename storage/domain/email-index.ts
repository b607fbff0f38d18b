import type { JsonObject } from '../../flows/engine/json.ts'
import { emailOf } from './applicant.ts'
import type { Desk } from './scope.ts'

/** The blind index of the e-mail address among a person's data (`Person.emailIndex`); null where there is none. */
export function emailIndexIn({ sealer, agency }: Pick<Desk, 'sealer' | 'agency'>, profile: JsonObject): string | null {
  const address = emailOf(agency, profile)
  return address === undefined ? null : emailIndex({ sealer }, address)
}

/** The blind index that `Person.emailIndex` has for an address; upper and lower case are the same mailbox. */
export function emailIndex({ sealer }: Pick<Desk, 'sealer'>, address: string): string {
  return sealer.index(address.toLowerCase(), 'email')
}
