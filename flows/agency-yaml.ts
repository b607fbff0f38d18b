import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { AgencyError, type AgencyProblem } from './agency.ts'

/** The path of a value in a YAML file. */
export type Path = readonly (string | number)[]

/** A YAML file as plain data, and where its values stand. */
export interface YamlFile {
  readonly data: unknown
  /** the 1-based line of a value, or of the innermost thing around it when it is missing */
  lineOf(path: Path): number
}

// An agency's data is a few hundred lines; what is larger is not one, and need not be parsed to know it.
const maxLength = 256 * 1024

/** A path as people write it: `registration.fields[3].entry`. */
export function showPath(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')
}

function positionOf(document: Document.Parsed, path: Path): number {
  let position = 0
  let node: unknown = document.contents
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (pair === undefined || !isNode(pair.key)) break
      position = pair.key.range?.[0] ?? position
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step]
      if (!isNode(item)) break
      position = item.range?.[0] ?? position
      node = item
    } else break
  }
  return position
}

/**
 * Reads a YAML 1.2 file as plain data. Aliases are refused: they are how a small file becomes a huge one, and a file
 * that people maintain reads better without them.
 * @throws AgencyError with every mistake in the syntax
 */
export function readYaml(content: string, file: string): YamlFile {
  const refuse = (line: number, problem: string): AgencyProblem => ({ file, line, key: '', problem })
  if (content.length > maxLength) throw new AgencyError([refuse(1, `is larger than ${maxLength / 1024} KiB`)])
  const lines = new LineCounter()
  const lineAt = (position: number): number => Math.max(1, lines.linePos(position).line)
  const document = parse(content, lines)
  if (document === undefined) throw new AgencyError([refuse(1, 'is nested too deeply')])
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => refuse(lineAt(pos[0]), message))
  visit(document, (_key, node) => {
    if (isAlias(node))
      problems.push(refuse(lineAt(node.range?.[0] ?? 0), `the alias *${node.source} is not allowed: write the value out`))
  })
  if (problems.length > 0) throw new AgencyError(problems)
  return { data: document.toJS(), lineOf: (path) => lineAt(positionOf(document, path)) }
}

function parse(content: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(content, { lineCounter, prettyErrors: false, stringKeys: true })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
