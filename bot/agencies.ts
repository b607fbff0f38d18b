import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseAgency, lineInAgency } from '../flows/agency-parse.ts'
import { placeholdersGiven, textsNeeded } from '../flows/agency-texts.ts'
import { type Agency, AgencyError, type AgencyProblem, exampleId } from '../flows/agency.ts'
import { type Holiday, parseHolidays } from '../flows/calendar/holidays.ts'
import { type WorkingCalendar, workingCalendar, yearsWithoutHolidays } from '../flows/calendar/working-time.ts'
import { lintTexts, placeholdersIn } from '../flows/text/lint.ts'
import type { TextResource } from '../flows/text/resource.ts'
import { createTexts, type Texts } from '../flows/text/texts.ts'
import { shownPath } from './texts.ts'

/** An agency, ready to serve. */
export interface LoadedAgency {
  readonly agency: Agency
  /** common messages with the agency's own on top */
  readonly texts: Texts
  readonly calendar: WorkingCalendar
  /** pictures that show how a document should look, by the id that they are sent by */
  readonly examples: ReadonlyMap<string, ExamplePicture>
}

/** A picture of the agency's own. */
export interface ExamplePicture {
  readonly bytes: Uint8Array
  readonly mime: string
}

/** Where the agencies of this installation stand when nothing else is said. */
export const agenciesFolder = join(import.meta.dirname, '../flows/agencies')

const holidaysFile = join(import.meta.dirname, '../flows/calendar/holidays-id-2026-2027.csv')

// Far above any agency's file: what is larger was put there by mistake and is not read.
const maxBytes = 1024 * 1024

/**
 * The public holidays that Loket knows.
 * @throws Error that names file and line
 */
export function loadHolidays(file: string = holidaysFile): Holiday[] {
  return parseHolidays(readFileSync(file, 'utf8'), shownPath(file))
}

/**
 * Reads every agency in a folder: `<folder>/<id>/agency.yaml` and `<folder>/<id>/texts/{id,en}.ftl`.
 * @param common the messages that all agencies share
 * @throws AgencyError with every mistake in all of them at once, common messages included
 */
export function loadAgencies(
  common: readonly TextResource[],
  holidays: readonly Holiday[],
  folder: string = agenciesFolder,
): LoadedAgency[] {
  const problems: AgencyProblem[] = lintTexts(common)
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name))
    .sort()
  if (folders.length === 0) problems.push({ file: shownPath(folder), line: 1, key: '', problem: 'holds no agency' })
  const shared = new Set(common.flatMap(placeholdersIn).map(({ key }) => key))
  const loaded = folders.flatMap((path) => {
    const agency = loadAgency(path, common, shared, problems)
    if (agency === undefined) return []
    const calendar = workingCalendar({ ...agency.agency, holidays: [...holidays, ...agency.agency.holidays] })
    return [{ ...agency, calendar }]
  })
  if (problems.length > 0) throw new AgencyError(problems)
  return loaded
}

/** Warns of the years, from now to 90 days ahead, in which promises would count weekends only. */
export function calendarWarnings(agencies: readonly LoadedAgency[], now: number): string[] {
  return agencies.flatMap(({ agency, calendar }) =>
    yearsWithoutHolidays(calendar, now, now + 90 * 86_400_000).map(
      (year) => `${agency.id}: the public holidays of ${year} are not known; its working days count weekends only`,
    ),
  )
}

function readInto(path: string, problems: AgencyProblem[]): string | undefined {
  const refuse = (problem: string): undefined => {
    problems.push({ file: shownPath(path), line: 1, key: '', problem })
  }
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return refuse('is missing')
  if (!found.isFile()) return refuse('is not a file')
  return found.size > maxBytes ? refuse(`is larger than ${maxBytes} bytes`) : readFileSync(path, 'utf8')
}

function loadAgency(
  path: string,
  common: readonly TextResource[],
  shared: ReadonlySet<string>,
  problems: AgencyProblem[],
): Omit<LoadedAgency, 'calendar'> | undefined {
  const own = (['id', 'en'] as const).flatMap((language): TextResource[] => {
    const file = join(path, 'texts', `${language}.ftl`)
    const content = readInto(file, problems)
    return content === undefined ? [] : [{ language, name: shownPath(file), content, overlay: true }]
  })
  const names = new Set(own.map(({ name }) => name))
  if (own.length === 2) problems.push(...lintTexts([...common, ...own]).filter(({ file }) => names.has(file)))

  const file = join(path, 'agency.yaml')
  const content = readInto(file, problems)
  if (content === undefined) return undefined
  try {
    const agency = parseAgency(content, shownPath(file))
    if (agency.id !== basename(path)) {
      const problem = `"${agency.id}" must be the name of its folder, "${basename(path)}"`
      problems.push({ file: shownPath(file), line: lineInAgency(content, ['id']), key: 'id', problem })
    }
    problems.push(...textProblems(agency, content, shownPath(file), own, shared))
    const examples = readExamples(agency, path, content, problems)
    return { agency, texts: createTexts([...common, ...own]), examples }
  } catch (error) {
    if (!(error instanceof AgencyError)) throw error
    problems.push(...error.problems)
    return undefined
  }
}

/** By their first bytes, which say what a picture is (ITU-T T.81; ISO/IEC 15948). */
const PICTURES: readonly (readonly [start: string, mime: string])[] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
]

function readExamples(
  agency: Agency,
  folder: string,
  content: string,
  problems: AgencyProblem[],
): ReadonlyMap<string, ExamplePicture> {
  const examples = new Map<string, ExamplePicture>()
  for (const [index, { slot, example }] of agency.documents.entries()) {
    if (example === undefined) continue
    const path = ['documents', index, 'example']
    const refuse = (problem: string): void =>
      void problems.push({
        file: shownPath(join(folder, 'agency.yaml')),
        line: lineInAgency(content, path),
        key: `documents[${index}].example`,
        problem: `"examples/${example}" ${problem}`,
      })
    const file = join(folder, 'examples', example)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found?.isFile() !== true) refuse('is missing')
    else if (found.size > maxBytes) refuse(`is larger than ${maxBytes} bytes`)
    else {
      const bytes = readFileSync(file)
      const mime = PICTURES.find(([start]) => bytes.toString('hex', 0, 8).startsWith(start))?.[1]
      if (mime === undefined) refuse('is not a JPG or PNG')
      else examples.set(exampleId(slot), { bytes, mime })
    }
  }
  return examples
}

/** What an agency's data and its texts want of each other. */
function textProblems(
  agency: Agency,
  content: string,
  file: string,
  own: readonly TextResource[],
  shared: ReadonlySet<string>,
): AgencyProblem[] {
  const problems: AgencyProblem[] = []
  const needed = textsNeeded(agency)
  const keys = new Set(needed.map(({ key }) => key))
  const given = placeholdersGiven(agency)
  const written = own.map((resource) => ({ name: resource.name, messages: placeholdersIn(resource) }))
  const present = new Set(written.flatMap(({ messages }) => messages.map(({ key }) => key)))
  for (const { key, path } of needed)
    if (!present.has(key))
      problems.push({ file, line: lineInAgency(content, path), key, problem: 'this text is missing in texts/' })
  for (const { name, messages } of written)
    for (const { key, line, names } of messages) {
      const report = (problem: string): void => void problems.push({ file: name, line, key, problem })
      if (shared.has(key)) continue
      if (!keys.has(key)) report('nothing in agency.yaml asks for this text, and it is no common one')
      else
        for (const each of names)
          if (given.get(key)?.includes(each) !== true) report(`the placeholder $${each} is not given here`)
    }
  return problems
}
