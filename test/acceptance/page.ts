// docs/acceptance.md: every check of the five source guides, and the test that proves it.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { titledTests, type TitledTest } from './titles.ts'

const TOP = fileURLToPath(new URL('../../', import.meta.url))

/** Where the page is kept. */
export const PAGE = join(TOP, 'docs', 'acceptance.md')

/** One line of docs/acceptance-checks.tsv. */
export interface Check {
  id: string
  text: string
}

/** A test that names acceptance ids, and the file it is in (from the top of the repository). */
export interface Proof extends TitledTest {
  file: string
}

const GUIDES: Record<string, string> = {
  SIN: 'SINTREN (Disdukcapil Kabupaten Pekalongan)',
  DPM: 'DPMPTSP permits',
  INS: 'INSW account registration',
  EXP: 'Export Portal upload',
  EREG: 'e-registration',
}

/** All checks, in the order of the guides. */
export function checks(): Check[] {
  const lines = readFileSync(join(TOP, 'docs', 'acceptance-checks.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  return lines.map((line) => {
    const [id, text] = line.split('\t')
    if (!id || !text) throw new Error(`docs/acceptance-checks.tsv: not "id<tab>text": ${line}`)
    return { id, text }
  })
}

/** All tests of the tree that name acceptance ids, by file. */
export function proofs(): Proof[] {
  const files = readdirSync(join(TOP, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('test/acceptance/'))
    .sort()
  return files.flatMap((file) => titledTests(readFileSync(join(TOP, file), 'utf8')).map((test) => ({ file, ...test })))
}

/** The page as Markdown: totals for each guide, then each check with what proves it, or "—". */
export function page(all: Check[], proven: Proof[]): string {
  const byId = new Map<string, Proof[]>()
  for (const proof of proven) for (const id of proof.ids) byId.set(id, [...(byId.get(id) ?? []), proof])
  const guide = (id: string): string => id.slice(0, id.indexOf('-'))
  const total = (of: Check[]): string => `${of.filter(({ id }) => byId.has(id)).length} | ${of.length}`
  const names = Object.keys(GUIDES)
  const of = (name: string): Check[] => all.filter(({ id }) => guide(id) === name)
  return [
    '# Acceptance',
    '',
    'Every check of the five source guides and the test that proves it: a test proves a check by naming its id in its',
    'title. Written by `npm run acceptance`; a test keeps it up to date.',
    '',
    '| Guide | Proven | Checks |',
    '| --- | ---: | ---: |',
    ...names.map((name) => `| ${name}: ${GUIDES[name] ?? ''} | ${total(of(name))} |`),
    `| All | ${total(all)} |`,
    ...names.flatMap((name) => [
      '',
      `## ${name}: ${GUIDES[name] ?? ''}`,
      '',
      '| Id | Check | Proven by |',
      '| --- | --- | --- |',
      ...of(name).map(({ id, text }) => {
        const by = byId.get(id)?.map(({ file, title }) => `${cell(file)} › ${cell(title)}`)
        return `| ${id} | ${cell(text)} | ${by?.join('<br>') ?? '—'} |`
      }),
    ]),
    '',
  ].join('\n')
}

/** Text as one Markdown table cell shows it. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
