import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { agenciesFolder } from '../../bot/agencies.ts'
import { AgencyError } from '../../flows/agency.ts'
import { parseAgency } from '../../flows/agency-parse.ts'

/** The agency.yaml that is delivered. */
export const sintren = readFileSync(join(agenciesFolder, 'sintren/agency.yaml'), 'utf8')

/** What is wrong with an agency.yaml, a line for each mistake; fails when nothing is. */
export function mistakes(yaml: string): string {
  try {
    parseAgency(yaml, 'a.yaml')
  } catch (error) {
    if (error instanceof AgencyError) return error.message
    throw error
  }
  throw new Error('no mistake was found')
}
