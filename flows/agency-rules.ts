import { documentMisfits } from './agency-documents.ts'
import { selfieMisfits } from './agency-selfie.ts'
import type { AgencyData } from './agency-schema.ts'
import type { Misfit } from './agency-misfit.ts'
import type { Path } from './agency-yaml.ts'

const levels = ['province', 'regency', 'district', 'village'] as const

function repeated<T>(list: readonly T[], path: Path, name: string, of: (item: T) => string | undefined): Misfit[] {
  const first = new Map<string, number>()
  return list.flatMap((item, index) => {
    const value = of(item)
    if (value === undefined) return []
    const before = first.get(value)
    if (before === undefined) {
      first.set(value, index)
      return []
    }
    return [{ path: [...path, index, name], problem: `"${value}" is used twice (also number ${before + 1})` }]
  })
}

/** What each question of the form needs of the questions before it. */
function formMisfits(fields: AgencyData['registration']['fields']): Misfit[] {
  return fields.flatMap((field, index): Misfit[] => {
    const path = ['registration', 'fields', index]
    const earlier = fields.slice(0, index)
    if (field.field === 'password-again' && !earlier.some(({ id, field: kind }) => id === field.of && kind === 'password'))
      return [{ path: [...path, 'of'], problem: `"${field.of}" is not a password question before this one` }]
    if (field.field !== 'region') return []
    const above = levels[levels.indexOf(field.level) - 1]
    if (above === undefined)
      return field.within === undefined ? [] : [{ path: [...path, 'within'], problem: 'a province is not within another region' }]
    if (field.within === undefined) return [{ path: [...path, 'within'], problem: `is missing: the ${above} question's id` }]
    return earlier.some((other) => other.id === field.within && other.field === 'region' && other.level === above)
      ? []
      : [{ path: [...path, 'within'], problem: `"${field.within}" is not a ${above} question before this one` }]
  })
}

/** Checks that the values of an agency fit together: ids used once, references that lead somewhere, sensible times. */
export function misfits(agency: AgencyData): Misfit[] {
  const fields = agency.registration.fields
  const ids = new Set(fields.map(({ id }) => id))
  const groups = new Set(agency.groups.map(({ id }) => id))
  const roles = new Set(agency.roles.map(({ id }) => id))
  const found: Misfit[] = [
    ...repeated(agency.holidays, ['holidays'], 'date', ({ date }) => date),
    ...repeated(agency.groups, ['groups'], 'id', ({ id }) => id),
    ...repeated(agency.services, ['services'], 'id', ({ id }) => id),
    ...repeated(agency.services, ['services'], 'prefix', ({ prefix }) => prefix),
    ...repeated(agency.information, ['information'], 'id', ({ id }) => id),
    ...repeated(agency.roles, ['roles'], 'id', ({ id }) => id),
    ...repeated(agency.reasons, ['reasons'], 'code', ({ code }) => code),
    ...repeated(fields, ['registration', 'fields'], 'id', ({ id }) => id),
    ...repeated(fields, ['registration', 'fields'], 'slot', (field) => (field.field === 'document' ? field.slot : undefined)),
    ...repeated(agency.documents, ['documents'], 'id', ({ id }) => id),
    ...formMisfits(fields),
    ...documentMisfits(agency),
    ...selfieMisfits(agency),
  ]
  agency.services.forEach(({ group }, index) => {
    if (!groups.has(group)) found.push({ path: ['services', index, 'group'], problem: `there is no group "${group}"` })
  })
  agency.reasons.forEach(({ marks }, index) =>
    marks.forEach((mark, at) => {
      if (!ids.has(mark)) found.push({ path: ['reasons', index, 'marks', at], problem: `there is no question "${mark}"` })
    }),
  )
  for (const decision of ['reject', 'repair'] as const)
    if (!agency.reasons.some(({ decisions, cases }) => decisions.includes(decision) && cases.includes('registration')))
      found.push({ path: ['reasons'], problem: `no reason fits the decision "${decision}"` })
  for (const kind of ['correction', 'phone'] as const)
    if (!agency.reasons.some(({ decisions, cases }) => decisions.includes('reject') && cases.includes(kind)))
      found.push({ path: ['reasons'], problem: `no reason fits rejecting a request of the kind "${kind}"` })
  const { workingDays, usualWorkingDays: usual } = agency.promise
  if (usual !== undefined && usual.from > usual.to)
    found.push({ path: ['promise', 'usualWorkingDays', 'to'], problem: 'must not be less than "from"' })
  if (usual !== undefined && usual.to > workingDays)
    found.push({
      path: ['promise', 'usualWorkingDays', 'to'],
      problem: `must not be more than the ${workingDays} working days that are promised`,
    })
  const { document } = agency.requests
  if (!fields.some(({ id, field }) => id === document && field === 'document'))
    found.push({ path: ['requests', 'document'], problem: `there is no document question "${document}"` })
  if (!agency.roles.some(({ can }) => can.includes('decide'))) found.push({ path: ['roles'], problem: 'no role may decide' })
  const special = agency.groups.findIndex(
    ({ id, audience }) => audience === 'groups' && agency.services.some(({ group }) => group === id),
  )
  if (special >= 0 && !agency.roles.some(({ can }) => can.includes('mandate')))
    found.push({ path: ['groups', special], problem: 'has services for groups only, and no role may give a mandate for them' })
  agency.demo.officers.forEach(({ role }, index) => {
    if (!roles.has(role)) found.push({ path: ['demo', 'officers', index, 'role'], problem: `there is no role "${role}"` })
  })
  const { nudgeMinutes, draftHours, expireDays } = agency.idle
  if (nudgeMinutes >= draftHours * 60) found.push({ path: ['idle', 'draftHours'], problem: 'must be longer than nudgeMinutes' })
  if (draftHours >= expireDays * 24) found.push({ path: ['idle', 'expireDays'], problem: 'must be longer than draftHours' })
  return found
}
