// What the pages say that there is, there is: links, files, commands, settings.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingNames } from '../../bot/config.ts'

const TOP = join(import.meta.dirname, '../..')
const text = (path: string): string => readFileSync(join(TOP, path), 'utf8')
const inFolder = (folder: string) =>
  readdirSync(join(TOP, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
const PAGES = ['README.md', 'bench/README.md', ...inFolder('docs'), ...inFolder('docs/decisions')]
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }

/** Settings of benches, which no counter knows. */
const BENCHES: readonly string[] = ['LOKET_CORPUS']

/** Every match of the first group of `pattern` in the pages, with the page that it is on. */
function found(pattern: RegExp, pages: readonly string[] = PAGES): { readonly page: string; readonly what: string }[] {
  return pages.flatMap((page) => [...text(page).matchAll(pattern)].map(([, what = '']) => ({ page, what })))
}

/** The anchor that a heading gets: small letters and digits, a hyphen for each space. */
function anchorsOf(path: string): string[] {
  return [...text(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('README and docs', () => {
  it('link to files and headings that are there', () => {
    const links = found(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)
    expect(links.length).toBeGreaterThan(60)
    const broken = links.filter(({ page, what }) => {
      const [file = '', anchor] = what.split('#')
      const path = file === '' ? page : join(dirname(page), file)
      if (!existsSync(join(TOP, path))) return true
      return anchor !== undefined && !anchorsOf(path).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  it('name files that are there', () => {
    const named = found(/`((?:bot|flows|storage|test|bench|prisma|docs|\.ci)\/[\w./-]+)`/g)
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter(({ what }) => !existsSync(join(TOP, what)))).toEqual([])
  })

  it('name scripts of package.json', () => {
    const named = found(/\bnpm run (?:--silent )?([\w:-]+)/g)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(({ what }) => !(what in scripts))).toEqual([])
  })

  it('name commands that `npm run loket` knows', () => {
    // Commands of commands too: `.command('officer')`, `.command('invite')`.
    const known = [...text('bot/cli.ts').matchAll(/\.command\('([\w-]+)'\)/g)].map(([, name]) => name)
    const named = found(/\bnpm run loket -- ([a-z]+(?: [a-z]+)?)/g)
    expect(named.length).toBeGreaterThan(10)
    const unknown = named.filter(({ what }) => {
      // The second word may be the argument of a command that has no commands of its own.
      const [first, second = first] = what.split(' ')
      return !known.includes(first) || !known.includes(second)
    })
    expect(unknown).toEqual([])
  })

  it('name settings that there are', () => {
    const named = found(/\b((?:LOKET|TELEGRAM|WHATSAPP|SMTP)_[A-Z\d_]*[A-Z\d])\b/g)
    expect(named.length).toBeGreaterThan(40)
    const known: readonly string[] = [...settingNames, ...BENCHES]
    expect(named.filter(({ what }) => !known.includes(what))).toEqual([])
  })

  it('README names every setting', () => {
    const named = found(/`([A-Z][A-Z\d_]+)`/g, ['README.md']).map(({ what }) => what)
    expect(settingNames.filter((name) => !named.includes(name))).toEqual([])
  })

  it('every page is linked from README or from a page that is', () => {
    const reached = new Set(['README.md'])
    for (const page of reached)
      for (const { what } of found(/\]\((?!https?:|mailto:)([^)\s#]+\.md)/g, [page])) reached.add(join(dirname(page), what))
    expect(PAGES.filter((page) => !reached.has(page))).toEqual([])
  })
})

describe('docs/loket.service', () => {
  it('starts the counter as `npm start` does', () => {
    const [, program, options] = /^ExecStart=(\S+)\/node_modules\/\.bin\/node (.+)$/m.exec(text('docs/loket.service')) ?? []
    expect(`node ${options}`).toBe(scripts['start'])
    expect(text('docs/loket.service')).toContain(`WorkingDirectory=${program}\n`)
  })
})
