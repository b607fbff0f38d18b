// The rules of the house that the linter has no rule for, or cannot see because the file is no code.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const TOP = fileURLToPath(new URL('../../', import.meta.url))
const THIS_FOLDER = /^test\/quality\//

interface Source {
  path: string
  lines: string[]
}

/** The files under `folders` that `wanted` matches, without what is generated. */
function sources(folders: string[], wanted: RegExp): Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(TOP, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(TOP.length).replaceAll('\\', '/')),
    )
    .filter((path) => wanted.test(path) && !path.startsWith('storage/generated/') && !THIS_FOLDER.test(path))
    .map((path) => ({ path, lines: readFileSync(join(TOP, path), 'utf8').split('\n') }))
}

/** `path:line` of every line that `pattern` matches. */
function hits(files: Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  )
}

const CODE = sources(['bot', 'flows', 'storage', 'test', 'bench', 'prisma'], /\.(ts|mjs|js|css)$/)
const WRITING = sources(['bot', 'flows', 'storage', 'test', 'bench', 'prisma', 'docs'], /\.(ftl|ya?ml|md|prisma|sql|html|sh)$/)

const RULES: [rule: string, files: Source[], pattern: RegExp, bad: string, good: string][] = [
  ['puts nothing off', [...CODE, ...WRITING], /\b(TODO|FIXME|XXX)\b/, '# TODO: texts', '# all texts'],
  [
    'never gives up on types',
    CODE,
    /(: any\b|\bas any\b|<any>|@ts-(ignore|expect-error|nocheck))/,
    'const a: any = 1',
    'const any = 1',
  ],
  [
    're-exports no file wholesale',
    CODE,
    /^\s*export \* (as \w+ )?from\b/,
    `export * from './a.ts'`,
    `export { a } from './a.ts'`,
  ],
  [
    'silences the linter only with a reason',
    CODE,
    /(ox|es)lint-disable(?!.* -- \S)/,
    '// oxlint-disable-next-line no-console',
    '// oxlint-disable-next-line no-console -- the only output of this command',
  ],
  [
    // a fake platform may be slow: that is what it plays
    'sleeps in no test',
    CODE.filter(({ path }) => path.startsWith('test/') && !/^test\/(?:simulation|fakes)\//.test(path)),
    /\bawait (sleep|delay|pause)\(|setTimeout\((resolve|r|done|ok)\b|timers\/promises/,
    'await new Promise((resolve) => setTimeout(resolve, 100))',
    'await vi.waitFor(() => expect(sent).toHaveLength(1))',
  ],
]

describe('the tree', () => {
  it.each(RULES)('%s', (_rule, files, pattern, bad, good) => {
    expect(pattern.test(bad)).toBe(true)
    expect(pattern.test(good)).toBe(false)
    expect(hits(files, pattern)).toEqual([])
  })

  it('is looked at as a whole', () => {
    expect(CODE.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['bot/launch.mjs', 'flows/ports.ts', 'storage/database.ts']),
    )
    expect(WRITING.map(({ path }) => path)).toContain('prisma/schema.prisma')
  })

  it('keeps code out of the agencies: they are data', () => {
    expect(sources(['flows/agencies'], /\.[cm]?[jt]sx?$/).map(({ path }) => path)).toEqual([])
  })
})
