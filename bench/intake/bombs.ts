// Files that are small until they are opened. While each is dealt with, somebody else sends one honest photo after another.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openPools } from '../../bot/intake/pools.ts'
import { receive } from '../../bot/intake/receive.ts'
import { anyFile } from './any-file.ts'
import { children, withPeak } from './processes.ts'
import { tableOf } from './table.ts'

const RULES = anyFile(20)
const HONEST = 'honest.jpg'
const scratch = fileURLToPath(new URL('../../data/bench/', import.meta.url))
const MAKE = fileURLToPath(new URL('make-bombs.ts', import.meta.url))

/** Opens them one after the other; a line for each. */
export async function bombsReport(): Promise<string> {
  await mkdir(scratch, { recursive: true })
  const folder = await mkdtemp(scratch)
  const pools = openPools((error) => console.error(error))
  try {
    await promisify(execFile)(process.execPath, ['--no-warnings', MAKE, folder])
    const honest = await readFile(join(folder, HONEST))
    const names = (await readdir(folder)).filter((name) => name !== HONEST).sort()
    // The threads, and all that they load, are there before the first bomb.
    await receive(new Uint8Array(honest), RULES, pools.pictures)
    const lines: string[][] = []
    for (const name of names) lines.push(await open(name, await readFile(join(folder, name)), honest))
    const headings = [
      'file',
      'KB',
      'ended as',
      'ms',
      'process MB',
      'with children MB',
      'others served',
      'slowest of them ms',
      'event loop ms',
    ]
    return `${tableOf(headings, lines)}\n${children().length} processes are left over.`
  } finally {
    await pools.close()
    await rm(folder, { recursive: true })
  }

  async function open(name: string, bytes: Buffer, honest: Buffer): Promise<string[]> {
    const kilobytes = String(Math.round(bytes.length / 1024))
    const beat = heartbeat()
    const start = performance.now()
    let isOver = false
    const { result, peak } = await withPeak(async () => {
      const bomb = receive(new Uint8Array(bytes), RULES, pools.pictures).finally(() => {
        isOver = true
      })
      const others: number[] = []
      while (!isOver) {
        const sent = performance.now()
        const served = await receive(new Uint8Array(honest), RULES, pools.pictures)
        if (!served.ok) throw new Error(`an honest photo was refused beside ${name}: ${served.problem}`)
        others.push(performance.now() - sent)
      }
      return { outcome: await bomb, others }
    })
    const { outcome, others } = result
    const times = [performance.now() - start, peak.own, peak.all, others.length, Math.max(...others), beat()]
    return [
      name.replace(/\.\w+$/, ''),
      kilobytes,
      outcome.ok ? 'taken' : outcome.problem,
      ...times.map((n) => String(Math.round(n))),
    ]
  }
}

/** Listens to the event loop; the function that it gives ends that and says how long it was not free at most, ms. */
function heartbeat(): () => number {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 5)
    last = now
  }, 5)
  return () => {
    clearInterval(timer)
    return longest
  }
}
