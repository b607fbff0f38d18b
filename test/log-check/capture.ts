// Runs before each test file: keeps every line that is written, for the check after the run.
import { tracingChannel } from 'node:diagnostics_channel'
import { format } from 'node:util'
import { afterAll, expect, inject } from 'vitest'
import { onWritten, written } from '../support/written.ts'
import { namedSecrets } from '../support/secrets.ts'
import { RunFolder } from './run-folder.ts'

const WAYS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const

const folder = new RunFolder(inject('logFolder'))
let lines: string[] = []
let isOver = false

onWritten((text) => {
  lines.push(text.endsWith('\n') ? text : `${text}\n`)
  if (isOver || lines.length >= 1000) keep()
})

// Every line of every pino logger (pino/lib/tools.js), whatever it writes to.
tracingChannel<{ result?: unknown }>('pino_asJson').subscribe({
  start: () => undefined,
  end: ({ result }) => typeof result === 'string' && written(result),
  asyncStart: () => undefined,
  asyncEnd: () => undefined,
  error: () => undefined,
})

for (const way of WAYS) {
  const say = console[way].bind(console)
  console[way] = (...words: unknown[]) => {
    written(format(...words))
    say(...words)
  }
}

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    written(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    return write(chunk, ...rest)
  }
}

// Registered first, so it runs last; not at all where a test file's own end fails.
folder.keepFile(expect.getState().testPath ?? '', [])
afterAll(end)
process.once('exit', end)

// What is written even later is kept at once.
function end(): void {
  isOver = true
  keep()
  folder.keepFile(expect.getState().testPath ?? '', namedSecrets())
}

function keep(): void {
  folder.keepLines(lines)
  lines = []
}
