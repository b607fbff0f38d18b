import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FrameError, framesOf, type Frame } from './frames.ts'
import { NODE_RESERVE, spawnLimited, type LimitedChild } from './limits.ts'

const TOP = fileURLToPath(new URL('../../../', import.meta.url))
/** All that a program may read beside its own folder. Not the data folder, not the keys, not the settings. */
const READABLE = ['bot/intake/confined/*', 'node_modules/*', 'package.json'].map((path) => `${TOP}${path}`)

/** How a program is run. */
export interface Confinement {
  /** whole seconds of a processor until the kernel ends it */
  readonly cpuSeconds: number
  /** seconds until we do, be the machine as busy as it may */
  readonly seconds: number
  /** megabytes of memory beyond what Node itself sets aside */
  readonly megabytes: number
  /** the most bytes of one frame's body */
  readonly maxBody: number
}

/**
 * How a program ended. `done`: by itself; `timeout`: it took too long; `died`: it broke down on what it was given (memory,
 * a fault of the decoder); `unavailable`: it never ran, fails whatever it is given, or was killed by somebody else.
 */
export type ConfinedEnd = 'done' | 'timeout' | 'died' | 'unavailable'

// One at a time: each may take some hundred megabytes, and people at an office's counter have few processors.
let last: Promise<unknown> = Promise.resolve()

/**
 * Runs a program of ours on a file that may be hostile, in a Node process of its own: it may read its own code and nothing
 * else, write nothing, start nothing, load no native code; processor time and memory are limited by the kernel. The file
 * goes in by standard input, `args` as the program's arguments, frames come out and are handed to `take` in their order.
 * One process for each file: nothing of one citizen's document is there when the next one's is opened. The time does not
 * run while it waits for its turn. Fails when `take` does; the process is then killed.
 */
export function runConfined(
  program: URL,
  input: Uint8Array,
  args: readonly string[],
  confinement: Confinement,
  take: (frame: Frame) => Promise<void>,
): Promise<ConfinedEnd> {
  const run = last.then(() => runNow(program, input, args, confinement, take))
  last = run.catch(() => undefined)
  return run
}

async function runNow(
  program: URL,
  input: Uint8Array,
  args: readonly string[],
  { cpuSeconds, seconds, megabytes, maxBody }: Confinement,
  take: (frame: Frame) => Promise<void>,
): Promise<ConfinedEnd> {
  const file = fileURLToPath(program)
  const readable = [`${dirname(file)}/*`, ...READABLE].map((path) => `--allow-fs-read=${path}`)
  const flags = ['--permission', ...readable, '--no-warnings', `--max-old-space-size=${megabytes}`]
  const child = spawnLimited({ cpuSeconds, megabytes: NODE_RESERVE + megabytes }, [process.execPath, ...flags, file, ...args])
  const ended = endOf(child)
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, seconds * 1000)
  try {
    // It may die before it has read everything; how it ended says so.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    for await (const frame of framesOf(child.stdout, maxBody)) await take(frame)
  } catch (error) {
    child.kill('SIGKILL')
    await ended
    if (!(error instanceof FrameError)) throw error
    return late ? 'timeout' : 'died'
  } finally {
    clearTimeout(timer)
  }
  const end = await ended
  return late ? 'timeout' : end
}

// Waited for in any case, so that no dead process is left in the system's table.
function endOf(child: LimitedChild): Promise<ConfinedEnd> {
  return new Promise((resolve) => {
    child.once('error', () => resolve('unavailable'))
    child.once('close', (code, signal) => {
      if (code === 0) resolve('done')
      // A decoder that breaks down aborts, and the kernel's limits have signals of their own: this says nothing of the file.
      else if (signal === null || signal === 'SIGKILL') resolve('unavailable')
      else resolve(signal === 'SIGXCPU' ? 'timeout' : 'died')
    })
  })
}
