import { fork } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { median, type Figures, type Load } from './measurement.ts'

/** One line of a table: a subject under a load. */
export interface Scenario {
  readonly name: string
  /** path of a module that exports `run` (see `Run`), relative to bench/ */
  readonly module: string
  readonly load: Omit<Load, 'directory'>
  /** takes minutes: it is run once, and has so long, s */
  readonly onceWithin?: number
}

/** A scenario that hangs is stopped after this long unless it says otherwise, and the whole run fails. */
const hangSeconds = 180

/** Inside the project, because a temporary directory may be memory, where a durable write costs nothing. */
const scratch = fileURLToPath(new URL('../data/bench/', import.meta.url))

/**
 * Runs every scenario `repetitions` times, each time in a fresh process, one at a time. The repetitions
 * go round the scenarios, so that a change in the machine's mood is spread over all of them.
 * Resolves with the medians, in the order of the scenarios. Fails if one fails.
 */
export async function runAll(
  scenarios: readonly Scenario[],
  repetitions: number,
  progress: (scenario: Scenario, repetition: number, figures: Figures) => void,
): Promise<readonly Figures[]> {
  const seen: Figures[][] = scenarios.map(() => [])
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const [index, scenario] of scenarios.entries()) {
      if (repetition > 1 && scenario.onceWithin !== undefined) continue
      const figures = await runOnce(scenario)
      seen[index]?.push(figures)
      progress(scenario, repetition, figures)
    }
  }
  return seen.map(medians)
}

async function runOnce(scenario: Scenario): Promise<Figures> {
  await mkdir(scratch, { recursive: true })
  const directory = await mkdtemp(scratch)
  try {
    return await inChild(scenario, { ...scenario.load, directory })
  } finally {
    await rm(directory, { recursive: true })
  }
}

function inChild(scenario: Scenario, load: Load): Promise<Figures> {
  const { promise, resolve, reject } = Promise.withResolvers<Figures>()
  const child = fork(
    fileURLToPath(new URL('child.ts', import.meta.url)),
    [new URL(scenario.module, import.meta.url).href, JSON.stringify(load)],
    { timeout: (scenario.onceWithin ?? hangSeconds) * 1000, killSignal: 'SIGKILL' },
  )
  child.once('message', (figures) => resolve(figures as Figures))
  child.once('error', reject)
  child.once('exit', (code, signal) => reject(new Error(`${scenario.name} (${scenario.module}) ended with ${signal ?? code}`)))
  return promise
}

function medians(runs: readonly Figures[]): Figures {
  const names = Object.keys(runs[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]))
}
