import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agenciesFolder } from '../../bot/agencies.ts'
import { parseAgency } from '../../flows/agency-parse.ts'
import { isForGroups } from '../../flows/agency-services.ts'
import { isLocked, mayApplyFor, MODE_RULES, modeOf, servicesFor } from '../../flows/citizen/mode-rules.ts'
import type { Group } from '../../flows/ports/modes.ts'

const agency = parseAgency(readFileSync(join(agenciesFolder, 'sintren/agency.yaml'), 'utf8'), 'agency.yaml')
const ids = agency.services.map(({ id }) => id)
const general = ids.filter((id) => !isForGroups(agency, id))
const group = (services: readonly string[]): Group => ({ mandate: 'M1', name: 'Desa', region: 'R', services, lastDay: null })

describe('Tabel 2', () => {
  it('is as the guide has it', () => {
    expect(MODE_RULES).toEqual({
      personal: { forWhom: ['self', 'family'], locked: ['kk', 'phone', 'email', 'region'], special: false },
      group: { forWhom: ['anyone'], locked: [], special: true },
    })
  })

  it.each(['kk', 'phone', 'email', 'region'] as const)('locks %s for oneself only', (datum) => {
    expect(isLocked(datum, 'personal')).toBe(true)
    expect(isLocked(datum, 'group')).toBe(false)
  })

  it('follows the group acted for', () => {
    expect(modeOf(null)).toBe('personal')
    expect(modeOf(group([]))).toBe('group')
  })
})

describe('the services of a mode', () => {
  it('for oneself are the general ones', () => {
    expect(servicesFor(agency, null).map(({ id }) => id)).toEqual(general)
    expect(general).toHaveLength(9)
  })

  it('for a group are the general ones and exactly those granted, whatever a mandate may say', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...ids), fc.string())), (granted) => {
        const open = servicesFor(agency, group(granted)).map(({ id }) => id)
        expect(open).toEqual(ids.filter((id) => general.includes(id) || granted.includes(id)))
      }),
    )
  })

  it('none is open that is not the agency’s', () => {
    for (const strange of ['', '__proto__', 'constructor', 'x'.repeat(10_000)]) {
      expect(mayApplyFor(strange, agency, null)).toBe(false)
      expect(mayApplyFor(strange, agency, group([strange]))).toBe(false)
      expect(isForGroups(agency, strange)).toBe(false)
    }
  })
})
