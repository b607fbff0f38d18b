import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agenciesFolder } from '../../bot/agencies.ts'
import { correctableData } from '../../flows/agency-corrections.ts'
import { parseAgency } from '../../flows/agency-parse.ts'

const sintren = readFileSync(join(agenciesFolder, 'sintren/agency.yaml'), 'utf8')
const agency = parseAgency(sintren, 'agency.yaml')

function mistakes(from: string | RegExp, to: string | ((found: string) => string)): string {
  const changed = sintren.replace(from, (found) => (typeof to === 'string' ? to : to(found)))
  expect(changed).not.toBe(sintren)
  try {
    parseAgency(changed, 'a.yaml')
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}

describe('what can be corrected', () => {
  it('is the person’s data, an address as one; no NIK, consent, secret, phone number or document', () => {
    const data = correctableData(agency)
    expect(data.map(({ id }) => id)).toEqual(['name', 'kk', 'birth-place', 'birth-date', 'mother-name', 'province', 'email'])
    expect(data.find(({ isAddress }) => isAddress)?.fields.map(({ id }) => id)).toEqual([
      'province',
      'regency',
      'district',
      'village',
    ])
  })
})

describe('an agency’s requests', () => {
  it('need a document question that there is', () => {
    expect(mistakes('requests: { document: ktp', 'requests: { document: kk')).toMatch(
      /requests\.document: there is no document question "kk"/,
    )
    expect(mistakes(/^requests: .*$/m, '')).toMatch(/requests: is missing/)
  })

  it('need a reason to be rejected for, of either kind', () => {
    expect(mistakes(/, phone\]|\[phone\]/g, (found) => (found === '[phone]' ? '[correction]' : ']'))).toMatch(
      /no reason fits rejecting a request of the kind "phone"/,
    )
    expect(mistakes('cases: [phone]', 'cases: [telephone]')).toMatch(/must be "registration" or "correction" or "phone"/)
  })
})
