import { readFileSync, readdirSync } from 'node:fs'

/** Megabytes that are resident at most, while something runs. */
export interface Peak {
  /** of this process, all its threads included */
  readonly own: number
  /** of this process and of those that it has started */
  readonly all: number
}

/** Runs something and looks every 20 ms how much memory is resident (Linux: from /proc). */
export async function withPeak<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly peak: Peak }> {
  let own = 0
  let all = 0
  const look = (): void => {
    const mine = resident(String(process.pid))
    own = Math.max(own, mine)
    all = Math.max(all, mine + children().reduce((sum, pid) => sum + resident(pid), 0))
  }
  look()
  const timer = setInterval(look, 20)
  try {
    return { result: await work(), peak: { own, all } }
  } finally {
    clearInterval(timer)
  }
}

/** Process ids of what this process has started and is still in the system's table, dead or alive. */
export function children(): string[] {
  const parent = String(process.pid)
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && field(name, 'PPid') === parent)
}

function resident(pid: string): number {
  return Number(field(pid, 'VmRSS')?.split(' ')[0] ?? 0) / 1024
}

// A process may end between being listed and being looked at.
function field(pid: string, name: string): string | undefined {
  try {
    return new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}
