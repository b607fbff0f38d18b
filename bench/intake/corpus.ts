// The corpus: every file of it goes through the intake as if a citizen had sent it, and must end as its manifest says.
import { performance } from 'node:perf_hooks'
import { openPools } from '../../bot/intake/pools.ts'
import type { Refused } from '../../bot/intake/problem.ts'
import { receive, type Received } from '../../bot/intake/receive.ts'
import { besidePixels } from '../../test/intake/plain-jpeg.ts'
import { anyFile } from './any-file.ts'
import { readCorpus, type CorpusFile } from './corpus-file.ts'
import { tableOf } from './table.ts'

const RULES = anyFile(50)
/** No file may take longer, in milliseconds. */
const LONGEST = 6000

interface Seen {
  readonly file: CorpusFile
  readonly outcome: Received | Refused
  readonly milliseconds: number
  /** what is wrong with how it ended; empty: nothing */
  readonly wrong: readonly string[]
}

/** Runs them all; the table by expected class, and below it every file that did not end as it should. */
export async function corpusReport(): Promise<string> {
  const files = readCorpus(process.env.LOKET_CORPUS)
  const failures: unknown[] = []
  const pools = openPools((error) => failures.push(error))
  const seen: Seen[] = []
  try {
    for (const file of files) seen.push(await look(file))
  } finally {
    await pools.close()
  }
  const classes = [...new Set(files.map(({ expected }) => expected))].sort()
  const table = tableOf(
    ['expected', 'files', 'as expected', 'ended as', 'slowest ms'],
    classes.map((name) =>
      line(
        name,
        seen.filter(({ file }) => file.expected === name),
      ),
    ),
  )
  const wrong = seen.flatMap(({ file, wrong: faults }) => faults.map((fault) => `- ${file.path} (${file.expected}): ${fault}`))
  return [table, ...wrong, `${wrong.length} faults, ${failures.length} threads that failed.`].join('\n')

  async function look(file: CorpusFile): Promise<Seen> {
    const start = performance.now()
    // The bytes of a photo are given away.
    const outcome = await receive(new Uint8Array(file.bytes), RULES, pools.pictures)
    const milliseconds = performance.now() - start
    const late = milliseconds > LONGEST ? [`took ${Math.round(milliseconds)} ms`] : []
    return { file, outcome, milliseconds, wrong: [...late, ...faultsOf(file, outcome)] }
  }
}

function line(name: string, seen: readonly Seen[]): string[] {
  const ends = seen.map(({ outcome }) => endOf(outcome))
  const counted = [...new Set(ends)].sort().map((end) => `${end} ${ends.filter((one) => one === end).length}`)
  const right = seen.filter(({ wrong }) => wrong.length === 0).length
  return [name, `${seen.length}`, `${right}`, counted.join(', '), `${Math.round(Math.max(...seen.map((s) => s.milliseconds)))}`]
}

function endOf(outcome: Received | Refused): string {
  if (!outcome.ok) return outcome.problem
  return outcome.pdf === undefined ? 'taken' : `taken (${outcome.pdf.signature})`
}

function faultsOf(file: CorpusFile, outcome: Received | Refused): string[] {
  const must = expectationOf(file)
  if (!outcome.ok) return must.refused?.includes(outcome.problem) === true ? [] : [`refused: ${outcome.problem}`]
  if (must.refused !== undefined) return [`taken, and not refused: ${must.refused.join(' or ')}`]
  const jpegs = [outcome.picture, outcome.thumbnail, ...(outcome.pdf?.furtherPages ?? [])]
  const { width, height } = outcome.picture
  return [
    ...jpegs.flatMap(({ jpeg }) => besidePixels(jpeg)).map((part) => `a picture has ${part}`),
    ...(must.isUpright?.(width, height) === false ? [`${width} x ${height} is not upright`] : []),
    ...(outcome.pdf && must.signature?.(outcome.pdf.signature) === false ? [`signature: ${outcome.pdf.signature}`] : []),
  ]
}

interface Expectation {
  /** the reasons that are right; absent: it must be taken */
  readonly refused?: readonly string[]
  readonly isUpright?: (width: number, height: number) => boolean
  readonly signature?: (state: string) => boolean
}

/** What the manifest's classes mean here. A lock is a lock, even where the empty password opens it. */
function expectationOf({ expected, note, bytes }: CorpusFile): Expectation {
  if (expected === 'reject-corrupt') return { refused: ['damaged', 'not-an-image', 'undecided'] }
  if (expected === 'encrypted') return { refused: ['pdf-encrypted'] }
  if (expected === 'encrypted-see-qpdf') return bytes.includes('/Encrypt ') ? { refused: ['pdf-encrypted'] } : {}
  if (expected === 'signature-present') return { signature: (state) => state !== 'none' && state !== 'invalid' }
  if (expected === 'signature-coverage-anomaly') return { signature: (state) => state !== 'none' && state !== 'valid' }
  if (expected === 'accept-unsigned' || expected === 'see-note') return { signature: (state) => state === 'none' }
  if (note.includes('taller than wide')) return { isUpright: (width, height) => height > width }
  if (note.includes('wider than tall')) return { isUpright: (width, height) => width > height }
  if (expected === 'accept' || expected === 'accept-convert') return {}
  throw new Error(`the manifest expects "${expected}", which nothing here knows`)
}
