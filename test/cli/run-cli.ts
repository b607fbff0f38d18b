import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { written } from '../support/written.ts'

const LAUNCH = join(import.meta.dirname, '../../bot/launch.mjs')

/** What a command left behind. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `npm run loket -- …` as it is run by people, in a process of its own, on the data in `folder`. */
export function runCli(folder: string, ...args: readonly string[]): Promise<Ran> {
  return runCliWith('', folder, ...args)
}

/** The same, with something on its standard input. */
export function runCliWith(input: string, folder: string, ...args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, NODE_ENV: 'development', LOKET_DATA: folder, FORCE_COLOR: '0' }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LAUNCH, 'cli', ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // Most commands end without reading it.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  createInterface({ input: child.stderr }).on('line', written)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

/** An empty data folder, gone after the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
