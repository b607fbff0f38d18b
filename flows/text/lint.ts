import {
  FluentParser,
  type FunctionReference,
  lineOffset,
  type Message,
  type MessageReference,
  type Term,
  type TermReference,
  type VariableReference,
  Visitor,
} from '@fluent/syntax'
import type { Language } from '../engine/text.ts'
import type { TextResource } from './resource.ts'

/** A mistake in a file of messages. */
export interface TextProblem {
  readonly file: string
  /** 1-based */
  readonly line: number
  readonly key: string
  readonly problem: string
}

/** What a message or term stands on. */
class Needs extends Visitor {
  readonly variables = new Set<string>()
  readonly entries = new Set<string>()
  readonly functions = new Set<string>()
  override visitVariableReference = (node: VariableReference): void => void this.variables.add(node.id.name)
  override visitFunctionReference = (node: FunctionReference): void => {
    this.functions.add(node.id.name)
    this.genericVisit(node)
  }
  override visitMessageReference = (node: MessageReference): void => void this.entries.add(node.id.name)
  override visitTermReference = (node: TermReference): void => void this.entries.add(`-${node.id.name}`)
}

interface Found {
  readonly file: string
  readonly line: number
  readonly overlay: boolean
  readonly needs: Needs
}

type Entries = Map<string, Found>

const knownFunctions = new Set(['NUMBER', 'DATETIME'])

/** The variables of an entry, those of the messages and terms it refers to included. */
function placeholdersOf(key: string, entries: Entries, seen = new Set<string>()): Set<string> {
  const entry = entries.get(key)
  if (entry === undefined || seen.has(key)) return new Set()
  seen.add(key)
  const variables = new Set(entry.needs.variables)
  for (const other of entry.needs.entries)
    if (!other.startsWith('-')) for (const name of placeholdersOf(other, entries, seen)) variables.add(name)
  return variables
}

function read(resource: TextResource, entries: Entries): TextProblem[] {
  const problems: TextProblem[] = []
  const lineAt = (position: number): number => lineOffset(resource.content, position) + 1
  for (const entry of new FluentParser({ withSpans: true }).parse(resource.content).body) {
    const line = lineAt(entry.span?.start ?? 0)
    const report = (key: string, problem: string, at = line): void =>
      void problems.push({ file: resource.name, line: at, key, problem })
    if (entry.type === 'Junk') {
      const [note] = entry.annotations
      const key = /^-?[a-zA-Z][\w-]*/.exec(entry.content)?.[0] ?? ''
      report(
        key,
        `not Fluent syntax: ${note?.message ?? 'unreadable'}`,
        note?.span === undefined ? line : lineAt(note.span.start),
      )
    } else if (entry.type === 'Message' || entry.type === 'Term') add(entry, line, report)
  }
  return problems

  function add(entry: Message | Term, line: number, report: (key: string, problem: string) => void): void {
    const key = entry.type === 'Term' ? `-${entry.id.name}` : entry.id.name
    // a comment belongs to its entry's span
    const at = entry.comment?.span === undefined ? line : lineAt(entry.id.span?.start ?? 0)
    if (entry.value === null) return report(key, 'has no text')
    if (entry.attributes.length > 0) report(key, 'has attributes, which are never shown')
    const before = entries.get(key)
    if (before !== undefined && (before.file === resource.name || resource.overlay !== true))
      report(key, `stands already at ${before.file}:${before.line}`)
    const needs = new Needs()
    needs.visit(entry)
    entries.set(key, { file: resource.name, line: at, overlay: resource.overlay === true, needs })
  }
}

/** A message of one resource and the placeholders that it is to be given, as `$name` without the sign. */
export interface Placeholders {
  readonly key: string
  /** 1-based */
  readonly line: number
  readonly names: ReadonlySet<string>
}

/** The messages that a resource holds, with the placeholders of each; what cannot be read is left out. */
export function placeholdersIn(resource: TextResource): Placeholders[] {
  const entries: Entries = new Map()
  read(resource, entries)
  return [...entries]
    .filter(([key]) => !key.startsWith('-'))
    .map(([key, { line }]) => ({ key, line, names: placeholdersOf(key, entries) }))
}

/**
 * Finds what is wrong with a set of resources that are used together: bad syntax, a message twice, a message that one
 * language lacks, other placeholders in one language than in the other, a reference to nothing. Sorted by file and line.
 */
export function lintTexts(resources: readonly TextResource[]): TextProblem[] {
  const problems: TextProblem[] = []
  const byLanguage: Readonly<Record<Language, Entries>> = { id: new Map(), en: new Map() }
  for (const resource of resources) problems.push(...read(resource, byLanguage[resource.language]))
  for (const [language, other] of [
    ['id', 'en'],
    ['en', 'id'],
  ] as const) {
    for (const [key, { file, line, needs }] of byLanguage[language]) {
      const report = (problem: string): void => void problems.push({ file, line, key, problem })
      for (const reference of needs.entries)
        if (!byLanguage[language].has(reference)) report(`refers to "${reference}", which is not there`)
      for (const name of needs.functions) if (!knownFunctions.has(name)) report(`calls ${name}(), which is not a function`)
      if (key.startsWith('-')) continue
      if (!byLanguage[other].has(key)) report(`is missing in "${other}"`)
      else if (language === 'id') {
        const here = placeholdersOf(key, byLanguage.id)
        const there = placeholdersOf(key, byLanguage.en)
        const apart = [...here, ...there].filter((name) => !here.has(name) || !there.has(name)).sort()
        if (apart.length > 0) report(`has other placeholders in "id" than in "en": ${apart.map((name) => `$${name}`).join(', ')}`)
      }
    }
  }
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
}
