import type { Agency, FormField, TextKey } from './agency.ts'
import { isAboutSelfie, SELFIE } from './agency-selfie.ts'

/** Messages that every agency has: who it is, when and how it is reached, what it does with data. */
export const commonAgencyTexts = [
  /** copyright line; `$year`, `$office` */
  'agency-about',
  /** when applications are worked on; `$hours` */
  'agency-hours',
  /** `$whatsapp` (wa.me address), `$email`, `$address` */
  'agency-contact',
  /** how to tell this bot from a false one (CEK RESMI); `$channels`, `$pages` (where our pages begin), `$address` */
  'agency-official',
  /** what is kept, why, how long, and a person's rights (UU 27/2022); `$email`, `$address` */
  'agency-privacy',
  /** where applications are handed in as long as that is not possible here */
  'agency-applications-closed',
] as const

/** The placeholders that field types give to their question (`Opening.args` in flows/fields/). */
const fieldPlaceholders: Readonly<Partial<Record<FormField['field'], readonly string[]>>> = {
  captcha: ['sum'],
  region: ['within'],
}

/** The placeholders that messages of an agency are given, by key; any other message is given none. */
export function placeholdersGiven(agency: Agency): ReadonlyMap<TextKey, readonly string[]> {
  return new Map<TextKey, readonly string[]>([
    ['agency-about', ['year', 'office']],
    ['agency-hours', ['hours']],
    ['agency-contact', ['whatsapp', 'email', 'address']],
    ['agency-official', ['channels', 'pages', 'address']],
    ['agency-privacy', ['email', 'address']],
    ...agency.registration.fields.map(({ field, prompt }) => [prompt, fieldPlaceholders[field] ?? []] as const),
    ...agency.information.filter(({ nature }) => nature === 'system').map(({ body }) => [body, ['date', 'holiday']] as const),
  ])
}

/** A message that an agency's data calls for, and the value that does. */
export interface NeededText {
  readonly key: TextKey
  readonly path: readonly (string | number)[]
}

/** Every message that an agency's data calls for. Those about selfies are Loket's own (flows/text/), and may be replaced. */
export function textsNeeded(agency: Agency): NeededText[] {
  const fields = agency.registration.fields.filter((question) => !isAboutSelfie(question))
  const documents = agency.documents.filter(({ slot }) => slot !== SELFIE)
  const of = <T>(list: readonly T[], path: readonly string[], keys: (item: T) => readonly TextKey[]): NeededText[] =>
    list.flatMap((item, index) => keys(item).map((key) => ({ key, path: [...path, index] })))
  return [
    ...commonAgencyTexts.map((key) => ({ key, path: ['id'] })),
    ...of(fields, ['registration', 'fields'], ({ prompt, label, help }) => [prompt, label, help]),
    ...of(documents, ['documents'], ({ label, note }) => [label, ...(note === undefined ? [] : [note])]),
    ...of(agency.groups, ['groups'], ({ label, about }) => [label, about]),
    ...of(agency.services, ['services'], ({ label, requirements, process }) => [label, requirements, process]),
    ...of(agency.information, ['information'], ({ title, body }) => [title, body]),
    ...of(agency.roles, ['roles'], ({ label }) => [label]),
    ...of(agency.reasons, ['reasons'], ({ label, fix }) => [label, fix]),
  ]
}
