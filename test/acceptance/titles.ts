// Reads, from the sources of the tests, which acceptance ids their titles name.
import { parseAst } from 'vitest/node'

/** A test as its source states it. `ids`: every acceptance id that its title names, in order. */
export interface TitledTest {
  title: string
  ids: string[]
}

/** The parts of a syntax tree that are looked at. */
interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/**
 * The tests of one source file that name acceptance ids. A title counts where it is written out
 * (`it('SIN-43 …')`) and where a table fills it in: in `it.each(table)('%s …')` the ids of the
 * table count, be it written there or a constant of the same file. In "SIN-28..43" only SIN-28 is
 * named, so a range is nobody's proof: `RANGE` finds such titles.
 */
export function titledTests(source: string): TitledTest[] {
  const program = parseAst(source, { lang: 'ts' }) as unknown as Node
  const constants = new Map<unknown, string>()
  const found: TitledTest[] = []
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' && isNode(node['id']) && isNode(node['init']))
      constants.set(node['id']['name'], textOf(node['init'], source))
  })
  visit(program, (node) => {
    if (node.type !== 'CallExpression' || !isNode(node['callee'])) return
    const [first] = node['arguments'] as Node[]
    if (!first || !isTest(node['callee'])) return
    const title = titleOf(first, source)
    if (title === undefined) return
    const ids = idsIn(title)
    if (/%[a-z]|\$/.test(title)) ids.push(...idsIn(tableOf(node['callee'], source, constants)))
    if (ids.length > 0) found.push({ title, ids: [...new Set(ids)] })
  })
  return found
}

/** Every acceptance id in `text`. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(/\b(?:SIN|DPM|INS|EXP|EREG)-\d+\b/g)].map(([id]) => id)
}

/** A range of ids, which names none of those between its ends. */
export const RANGE = /\b(?:SIN|DPM|INS|EXP|EREG)-\d+\s*(?:\.\.+|…|–|—|-|s\.d\.?|to)\s*(?:[A-Z]+-)?\d/

/** `it(…)`, `test(…)`, and what hangs on them: `it.each(table)(…)`, `` it.each`table`(…) ``, `it.concurrent(…)`. */
function isTest(callee: Node): boolean {
  if (callee.type === 'Identifier') return callee['name'] === 'it' || callee['name'] === 'test'
  const inner = callee['object'] ?? callee['callee'] ?? callee['tag']
  return isNode(inner) && isTest(inner)
}

function titleOf(node: Node, source: string): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'TemplateLiteral') return textOf(node, source).slice(1, -1)
  return undefined
}

/** The source text of the table of an `each`: empty where there is none. */
function tableOf(callee: Node, source: string, constants: Map<unknown, string>): string {
  if (callee.type === 'TaggedTemplateExpression' && isNode(callee['quasi'])) return textOf(callee['quasi'], source)
  if (callee.type !== 'CallExpression') return ''
  const [table] = callee['arguments'] as Node[]
  if (!table) return ''
  return table.type === 'Identifier' ? (constants.get(table['name']) ?? '') : textOf(table, source)
}

function textOf(node: Node, source: string): string {
  return source.slice(node.start, node.end)
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, look)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
