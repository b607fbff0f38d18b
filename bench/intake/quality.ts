import { readFile, writeFile } from 'node:fs/promises'
import { LIMITS } from '../../bot/intake/quality/photo-fault.ts'
import { photoFaults } from '../../flows/fields/document-outcome.ts'
import { judged } from '../../test/documents/judged.ts'
import { samples } from '../../test/documents/samples.ts'
import { bestReadings, type ReadingTable } from './best-reading.ts'

/** Seeds that no limit was chosen with: those were below 100. */
const SEEDS = { from: 2001, to: 2010 }
const STRENGTHS = 3
const page = new URL('../../docs/documents.md', import.meta.url)
const verdicts = ['good', 'undecided', ...photoFaults] as const

/** How the photos of each row were judged. */
interface Confusion {
  readonly rows: Map<string, Map<string, number>>
  illegible: number
  illegibleAsGood: number
  refused: number
  namedRight: number
  photos: number
}

/** `npm run bench -- quality`: judges photos of unseen seeds and writes the figures into docs/documents.md. */
export async function writeQuality(): Promise<void> {
  const found: Confusion = { rows: new Map(), illegible: 0, illegibleAsGood: 0, refused: 0, namedRight: 0, photos: 0 }
  for (let seed = SEEDS.from; seed <= SEEDS.to; seed++) {
    for await (const sample of samples(seed, STRENGTHS)) {
      const { verdict, fault } = await judged(sample)
      const said = fault ?? verdict
      const row = found.rows.get(sample.shows) ?? new Map<string, number>()
      found.rows.set(sample.shows, row.set(said, (row.get(said) ?? 0) + 1))
      found.photos++
      if (!sample.legible) found.illegible++
      if (!sample.legible && said === 'good') found.illegibleAsGood++
      if (sample.fault === undefined || said === 'good') continue
      found.refused++
      if (said === sample.fault) found.namedRight++
    }
    console.error(`seed ${seed}: ${found.namedRight} of ${found.refused} named right`)
  }
  const text = report(found, await bestReadings())
  console.log(text)
  await rewrite(text)
}

function report(found: Confusion, best: ReadingTable): string {
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
  const { illegible, illegibleAsGood, refused, namedRight, photos } = found
  return [
    `${photos} photos, seeds ${SEEDS.from} to ${SEEDS.to}.`,
    '',
    `- Illegible photos passed as good: ${illegibleAsGood} of ${illegible} (${percent(illegibleAsGood, illegible)}; at most 5 % is asked).`,
    `- Photos with one fault that could not be verified: the right fault was named in ${namedRight} of ${refused} (${percent(namedRight, refused)}; at least 90 % is asked).`,
    '',
    ...table(
      ['the photo shows', ...verdicts],
      [...found.rows].map(([shows, row]) => [shows, ...verdicts.map((verdict) => String(row.get(verdict) ?? ''))]),
    ),
    '',
    'Limits in use (`bot/intake/quality/photo-fault.ts`):',
    '',
    ...table(
      ['limit', 'value'],
      Object.entries(LIMITS).map(([name, value]) => [name, String(value)]),
    ),
    '',
    `Digits of the NIK that even the best reading gets wrong, median of ${best.cards} cards:`,
    '',
    ...table(['strength', ...best.strengths.map(String)], best.rows),
  ].join('\n')
}

function table(headings: readonly string[], lines: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(headings), row(headings.map((_, column) => (column === 0 ? '---' : '--:'))), ...lines.map(row)]
}

async function rewrite(figures: string): Promise<void> {
  const text = await readFile(page, 'utf8')
  const [before, rest] = text.split('<!-- quality -->\n')
  const after = rest?.split('<!-- end of quality -->')[1]
  if (before === undefined || after === undefined) throw new Error('docs/documents.md has lost its quality marks')
  await writeFile(page, `${before}<!-- quality -->\n\n${figures}\n\n<!-- end of quality -->${after}`)
}
