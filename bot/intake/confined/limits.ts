import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** What a child process may use. */
export interface Limits {
  /** processor seconds, whole ones; the kernel ends it then (SIGXCPU), even where nobody is left to do so */
  readonly cpuSeconds: number
  /** megabytes of writable memory (RLIMIT_DATA); what Node sets aside at its start counts (`NODE_RESERVE`) */
  readonly megabytes: number
}

/** Megabytes that Node sets aside when it starts, of which it uses next to nothing: 512 are room for compiled code. */
export const NODE_RESERVE = 600

/** A child that is written to and read from; what it says beside its answer is dropped, for it may quote the file. */
export type LimitedChild = ChildProcessByStdio<Writable, Readable, null>

// POSIX sh: its built-in ulimit is everywhere, prlimit is not. Nothing of a command is ever part of the script. Where the
// system already allows less than is asked for, that stays. No core: it would hold the citizen's document.
const SCRIPT = 'ulimit -c 0; ulimit -St "$1"; ulimit -Ht "$2"; ulimit -d "$3"; ulimit -f 0; shift 3; exec "$@"'

/**
 * Starts a command under limits that the kernel keeps: processor time, memory, no file written, no core dumped, and an
 * empty environment, so that no key of ours is in it. `file`: a further open file, which the child has as number 3.
 */
export function spawnLimited(
  { cpuSeconds, megabytes }: Limits,
  command: readonly [string, ...string[]],
  { file, env = {} }: { readonly file?: number; readonly env?: Readonly<Record<string, string>> } = {},
): LimitedChild {
  const args = ['-c', SCRIPT, 'sh', String(cpuSeconds), String(cpuSeconds + 1), String(megabytes * 1024), ...command]
  const child = spawn('/bin/sh', args, {
    stdio: ['pipe', 'pipe', 'ignore', ...(file === undefined ? [] : [file])],
    env,
    cwd: '/',
  })
  return child as LimitedChild
}
