import type { Agency, Service } from '../agency.ts'
import { isForGroups } from '../agency-services.ts'
import type { Group } from '../ports/modes.ts'

/** How whoever is logged in acts: for himself (Pemohon Pribadi) or for a group. */
export type Mode = 'personal' | 'group'

/** Whose application it may be: one's own, a member's of one's own family (same family card), anybody's. */
export type ForWhom = 'self' | 'family' | 'anyone'

/** Data of an applicant that a mode may lock to the account's own. */
export type ApplicantDatum = 'kk' | 'phone' | 'email' | 'region'

/** What a mode allows. */
export interface ModeRule {
  readonly forWhom: readonly ForWhom[]
  readonly locked: readonly ApplicantDatum[]
  /** whether the services for groups that the mandate grants are open, besides the general ones */
  readonly special: boolean
}

/** "Tabel 2. Perbedaan Antara Grup Pemohon" of the SINTREN guide (B.4). */
export const MODE_RULES: Readonly<Record<Mode, ModeRule>> = {
  personal: { forWhom: ['self', 'family'], locked: ['kk', 'phone', 'email', 'region'], special: false },
  group: { forWhom: ['anyone'], locked: [], special: true },
}

/** The mode of somebody who acts for this group, or (null) for himself. */
export function modeOf(group: Group | null): Mode {
  return group === null ? 'personal' : 'group'
}

/** Whether a datum is locked to the account's own. */
export function isLocked(datum: ApplicantDatum, mode: Mode): boolean {
  return MODE_RULES[mode].locked.includes(datum)
}

/** The services that may be applied for, in the agency's order. */
export function servicesFor(agency: Agency, group: Group | null): readonly Service[] {
  const special = MODE_RULES[modeOf(group)].special ? (group?.services ?? []) : []
  return agency.services.filter(({ id }) => !isForGroups(agency, id) || special.includes(id))
}

/** Whether this service may be applied for. */
export function mayApplyFor(service: string, agency: Agency, group: Group | null): boolean {
  return servicesFor(agency, group).some(({ id }) => id === service)
}
