import type { Scenario } from './harness.ts'
import type { Figures } from './measurement.ts'

/** A table of the report: its scenarios are its lines. */
export interface Table {
  readonly title: string
  /** what the figures mean, one paragraph */
  readonly note: string
  /** names of figures, in the order of the columns */
  readonly columns: readonly (keyof typeof columns)[]
  readonly scenarios: readonly Scenario[]
}

/** The heading of every figure and the decimals it is shown with. */
export const columns = {
  conversations: { heading: 'asleep', decimals: 0 },
  citizens: { heading: 'citizens', decimals: 0 },
  turns: { heading: 'turns', decimals: 0 },
  minutes: { heading: 'minutes', decimals: 1 },
  kills: { heading: 'kills', decimals: 0 },
  backMs: { heading: 'back after, ms', decimals: 0 },
  cameTwice: { heading: 'came twice', decimals: 0 },
  cameLate: { heading: 'came late', decimals: 0 },
  sentAgain: { heading: 'sent again', decimals: 0 },
  seenTwice: { heading: 'seen twice', decimals: 0 },
  turnsPerSecond: { heading: 'turns/s', decimals: 0 },
  cpuMicrosPerTurn: { heading: 'CPU µs/turn', decimals: 0 },
  p50Ms: { heading: 'p50 ms', decimals: 2 },
  p95Ms: { heading: 'p95 ms', decimals: 2 },
  nikSame: { heading: 'NIK verified', decimals: 0 },
  nikDifferent: { heading: 'NIK called another', decimals: 0 },
  typos: { heading: 'typos', decimals: 0 },
  typosSame: { heading: 'verified', decimals: 0 },
  typosDifferent: { heading: 'told', decimals: 0 },
  nameSame: { heading: 'name verified', decimals: 0 },
  nameDifferent: { heading: 'name called another', decimals: 0 },
  valuesRead: { heading: 'values read', decimals: 0 },
  valuesRight: { heading: 'right, %', decimals: 1 },
  photos: { heading: 'photos', decimals: 0 },
  photoKb: { heading: 'KB', decimals: 0 },
  fastCpuMs: { heading: 'fast path, CPU ms', decimals: 0 },
  aloneCpuMs: { heading: 'sharp alone, CPU ms', decimals: 0 },
  fastToAlone: { heading: 'ratio', decimals: 2 },
  kindRight: { heading: 'kind right', decimals: 0 },
  allSame: { heading: 'all typed found', decimals: 0 },
  readingCpuMs: { heading: 'reading, CPU ms', decimals: 0 },
  blockMs: { heading: 'event loop late, ms', decimals: 1 },
  busiestMs: { heading: 'its longest work, CPU ms', decimals: 1 },
  residentMb: { heading: 'resident MB', decimals: 0 },
  firstMicros: { heading: 'first, CPU µs', decimals: 0 },
  lastMicros: { heading: 'hundredth, CPU µs', decimals: 0 },
  lastToFirst: { heading: 'ratio', decimals: 2 },
} as const

/** A table in Markdown; `found` has the figures of every scenario. Fails if a figure is missing. */
export function markdown(table: Table, found: ReadonlyMap<Scenario, Figures>): string {
  const headings = ['', ...table.columns.map((name) => columns[name].heading)]
  const lines = table.scenarios.map((scenario) => [
    scenario.name,
    ...table.columns.map((name) => {
      const value = found.get(scenario)?.[name]
      if (value === undefined) throw new Error(`${scenario.name} did not report ${name}`)
      return value.toLocaleString('en', {
        maximumFractionDigits: columns[name].decimals,
        minimumFractionDigits: columns[name].decimals,
      })
    }),
  ])
  const widths = headings.map((heading, column) => Math.max(3, heading.length, ...lines.map((line) => line[column]?.length ?? 0)))
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [`### ${table.title}`, '', table.note, '', row(headings), rule, ...lines.map(row)].join('\n')
}
