import type { AgencyData } from './agency-schema.ts'
import type { Misfit } from './agency-misfit.ts'

/** What does not fit among the documents of an agency, and between them and the questions that ask for them. */
export function documentMisfits({
  documents,
  registration,
  services,
}: Pick<AgencyData, 'documents' | 'registration' | 'services'>): Misfit[] {
  const { fields } = registration
  const slots = new Map(documents.map((one) => [one.id, one]))
  const found: Misfit[] = []
  documents.forEach(({ id, kind, also = [], checks, types, shrink, ifExpired }, index) => {
    const at = (key: string) => ['documents', index, key]
    for (const check of ['kind', 'expiry', 'identity'] as const)
      if (kind === 'any' && checks.includes(check))
        found.push({ path: at('checks'), problem: `"${check}" needs a kind of document that is known, not "any"` })
    if (checks.includes('address')) {
      if (![kind, ...also].includes('ktp')) found.push({ path: at('checks'), problem: '"address" is only for a KTP' })
      const asked = fields.findIndex((field) => field.field === 'document' && field.slot === id)
      if (!fields.slice(0, Math.max(0, asked)).some(({ field }) => field === 'address' || field === 'region'))
        found.push({ path: at('checks'), problem: '"address" needs a question for an address or a region before its document' })
    }
    if (kind === 'any' && also.length > 0)
      found.push({ path: at('also'), problem: 'needs a kind of document that is known, not "any"' })
    const twice = also.find((one, place) => one === kind || also.indexOf(one) < place)
    if (twice !== undefined) found.push({ path: at('also'), problem: `"${twice}" is named twice` })
    if (checks.includes('expiry') && ![kind, ...also].includes('passport'))
      found.push({ path: at('checks'), problem: '"expiry" is only for a passport: a KTP holds for life' })
    if (shrink && types.every((type) => type === 'pdf'))
      found.push({ path: at('shrink'), problem: 'must be false where only PDFs are taken: a PDF is not made smaller' })
    if (ifExpired === undefined) return
    if (ifExpired === id || !slots.has(ifExpired))
      found.push({ path: at('ifExpired'), problem: `there is no other document "${ifExpired}"` })
    if (!checks.includes('expiry')) found.push({ path: at('ifExpired'), problem: 'needs the check "expiry"' })
    const asked = fields.findIndex((field) => field.field === 'document' && field.slot === id)
    const later = fields.findIndex((field) => field.field === 'document' && field.slot === ifExpired)
    if (asked >= 0 && later < asked)
      found.push({ path: at('ifExpired'), problem: `"${ifExpired}" must be asked for after "${id}" in the form` })
  })
  fields.forEach((field, index) => {
    const at = (key: string) => ['registration', 'fields', index, key]
    if (field.field === 'document' && !slots.has(field.slot))
      found.push({ path: at('slot'), problem: `there is no document "${field.slot}"` })
    if (field.field !== 'nik' || field.photo === undefined) return
    const target = fields.find(({ id }) => id === field.photo)
    if (target?.field !== 'document' || slots.get(target.slot)?.kind !== 'ktp')
      found.push({ path: at('photo'), problem: `"${field.photo}" is not a question for a KTP` })
    else if (fields.indexOf(target) < index)
      found.push({ path: at('photo'), problem: `"${field.photo}" must be asked after this question` })
    if (field.entry !== 'chat') found.push({ path: at('entry'), problem: 'must be chat: a page takes no photo' })
  })
  services.forEach((service, index) =>
    service.documents.forEach(({ slot }, place) => {
      const path = ['services', index, 'documents', place, 'slot']
      const before = service.documents.findIndex((other) => other.slot === slot)
      if (!slots.has(slot)) found.push({ path, problem: `there is no document "${slot}"` })
      else if (before < place) found.push({ path, problem: `"${slot}" is used twice (also number ${before + 1})` })
    }),
  )
  return found
}
