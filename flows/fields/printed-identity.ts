import type { FieldContext } from '../engine/field.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { parseAddress } from './address.ts'
import { parseBirthDate } from './birth-date.ts'
import type { DocumentText } from './document-outcome.ts'
import { parseName } from './name.ts'
import { parseNik } from './nik.ts'
import { parsePlace } from './place.ts'
import { regionLevels, shownName, type RegionDirectory, type RegionLevel } from './region-directory.ts'

/** The questions of a form that a KTP answers, by their ids. */
export interface PrintedQuestions {
  readonly nik: string
  readonly name?: string
  readonly birthPlace?: string
  readonly birthDate?: string
  readonly address?: string
  readonly regions: { readonly [Level in RegionLevel]?: string }
}

/**
 * What was read from a KTP as answers of a form, each in the form's own way of keeping it. What was not read, or is no
 * possible answer, is left out; a region only where the directory has exactly one of that name.
 */
export function printedAnswers(
  read: DocumentText,
  questions: PrintedQuestions,
  directory: RegionDirectory,
  { env }: FieldContext,
): JsonObject {
  const nik = parseNik(read.nik ?? '')
  const name = parseName(read.name ?? '')
  const place = parsePlace(read.birthPlace ?? '')
  const living = parseAddress(read.address ?? '')
  const date = parseBirthDate(read.birthDate?.split('-').reverse().join('-') ?? '', env.now)
  const found: readonly (readonly [question: string | undefined, value: Json | undefined])[] = [
    [questions.nik, 'nik' in nik ? nik.nik : undefined],
    [questions.name, 'name' in name ? name.name : undefined],
    [questions.birthPlace, 'place' in place ? place.place : undefined],
    [questions.birthDate, 'iso' in date ? date.iso : undefined],
    [questions.address, 'address' in living ? living.address : undefined],
    ...printedRegions(read, directory).map(([level, region]) => [questions.regions[level], region] as const),
  ]
  return Object.fromEntries(
    found.flatMap(([question, value]) => (question === undefined || value === undefined ? [] : [[question, value]])),
  )
}

// From the top down: below a name that is not sure nothing is.
function printedRegions(read: DocumentText, directory: RegionDirectory) {
  const found: (readonly [RegionLevel, { code: string; name: string }])[] = []
  let parent = ''
  for (const level of regionLevels) {
    const printed = read[level]
    if (printed === undefined) break
    const { regions, sure } = directory.search(printed, directory.within(level, parent))
    const [only, ...others] = regions
    if (only === undefined || others.length > 0 || !(sure || isNearly(printed, only.name))) break
    found.push([level, { code: only.code, name: shownName(only.name) }])
    parent = only.code
  }
  return found
}

// A letter read wrong is forgiven; a name of which only a part was read is not guessed at.
function isNearly(printed: string, name: string): boolean {
  return Math.abs(shownName(printed).length - shownName(name).length) <= 2
}
