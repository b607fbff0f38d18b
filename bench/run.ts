/**
 * `npm run bench`: measures everything in scenarios.ts, prints it, and rewrites the figures in README.md.
 * `npm run bench -- quality`: how well photos of documents are judged; rewrites the figures in docs/documents.md.
 * `npm run bench -- corpus`, `npm run bench -- bombs`: how files of all kinds end in the intake, and such as do harm.
 * `npm run bench -- grammy`: only the scenarios whose name, module or table has the word; README.md stays.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { runAll } from './harness.ts'
import { markdown } from './report.ts'
import { tables } from './scenarios.ts'

const repetitions = 3
const readme = new URL('README.md', import.meta.url)

const words = process.argv.slice(2).map((word) => word.toLowerCase())
if (words.join(' ') === 'quality') {
  const { writeQuality } = await import('./intake/quality.ts')
  await writeQuality()
  process.exit()
}
if (words.join(' ') === 'corpus' || words.join(' ') === 'bombs') {
  const report =
    words[0] === 'corpus' ? (await import('./intake/corpus.ts')).corpusReport : (await import('./intake/bombs.ts')).bombsReport
  console.log(`${await machine()}\n\n${await report()}`)
  process.exit()
}
const selected = tables
  .map((table) => ({
    ...table,
    scenarios: table.scenarios.filter(({ name, module }) =>
      words.every((word) => `${table.title} ${name} ${module}`.toLowerCase().includes(word)),
    ),
  }))
  .filter((table) => table.scenarios.length > 0)
if (selected.length === 0) throw new Error(`no scenario matches ${words.join(' ')}`)

const scenarios = selected.flatMap((table) => table.scenarios)
const figures = await runAll(scenarios, repetitions, ({ name, load }, repetition, seen) => {
  const shown = Object.entries(seen).map(([key, value]) => `${key} ${value.toFixed(2)}`)
  console.error(`${repetition}/${repetitions} ${name}, ${load.kind} ${load.chats} x ${load.questions}: ${shown.join(', ')}`)
})
const found = new Map(scenarios.map((scenario, index) => [scenario, figures[index] ?? {}]))
const report = [await machine(), ...selected.map((table) => markdown(table, found))].join('\n\n')
console.log(report)
if (words.length === 0) await rewriteReadme(report)

/** One line on what the figures were measured with. */
async function machine(): Promise<string> {
  const versions = await Promise.all(
    ['grammy', '@grammyjs/conversations', 'telegraf', 'better-sqlite3'].map(async (name) => {
      const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url)
      return `${name} ${(JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version}`
    }),
  )
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${cpus().length} cores of ${cpus()[0]?.model.trim()}, ${memory}, Node ${process.versions.node}; ${versions.join(', ')}. Medians of ${repetitions} runs unless said otherwise.`
}

async function rewriteReadme(figuresText: string): Promise<void> {
  const text = await readFile(readme, 'utf8')
  const [before, rest] = text.split('<!-- figures -->\n')
  const after = rest?.split('<!-- end of figures -->')[1]
  if (before === undefined || after === undefined) throw new Error('bench/README.md has lost its figures marks')
  await writeFile(readme, `${before}<!-- figures -->\n\n${figuresText}\n\n<!-- end of figures -->${after}`)
}
