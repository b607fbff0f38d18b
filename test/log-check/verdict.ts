import { SecretFinder } from './find-secrets.ts'
import type { KeptFile } from './run-folder.ts'

/** Findings that are shown. */
const SHOWN = 20
/** From so many test files on there must be so many lines for each of them: else nothing is captured any more. */
const MANY = { files: 50, lines: 3 }

/** What a run's lines come to. */
export interface Verdict {
  /** for people */
  readonly report: string
  readonly isGood: boolean
}

/** Looks at every line that `ran` test files have written; `files` are those that left word. */
export function verdict(lines: readonly string[], files: readonly KeptFile[], ran: number): Verdict {
  const finder = new SecretFinder(files.flatMap(({ secrets }) => secrets))
  const found = new Map<string, number>()
  for (const line of lines)
    for (const { what, line: shown } of finder.findings(line)) {
      const finding = `  ${what}: ${shown.replace(/"time":"[^"]*",?/, '')}`
      found.set(finding, (found.get(finding) ?? 0) + 1)
    }
  const problems = [
    ...[...found].slice(0, SHOWN).map(([finding, times]) => (times === 1 ? finding : `${finding} (${times} times)`)),
    ...(found.size > SHOWN ? [`  and ${found.size - SHOWN} more`] : []),
    ...(files.length < ran ? [`  of ${ran} test files only ${files.length} were listened to`] : []),
    ...(ran >= MANY.files && lines.length < ran * MANY.lines
      ? ['  that is too little: something writes where nobody listens']
      : []),
  ]
  const looked = `log lines: ${lines.length} of ${files.length} test files looked at for secrets`
  return {
    report: problems.length === 0 ? `${looked}, none found` : `${looked}.\nA log must hold ids only:\n${problems.join('\n')}`,
    isGood: problems.length === 0,
  }
}
