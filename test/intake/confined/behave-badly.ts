// A confined program that does what it is told to; see run.test.ts.
import { createConnection } from 'node:net'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { answer, limitWasmMemory, readInput } from '../../../bot/intake/confined/program.ts'

const TRIALS: Readonly<Record<string, () => unknown>> = {
  'read a setting': () => readFileSync(new URL('../../../.env.example', import.meta.url)),
  'read the password file': () => readFileSync('/etc/passwd'),
  'write a file': () => writeFileSync('/tmp/loket-confined', 'x'),
  'start a program': () => execFileSync('/bin/true'),
  'start a thread': () => new Worker('0', { eval: true }),
  'load native code': () => process.dlopen({ exports: {} }, '/lib/x.node'),
}

const REFUSED = new Set<unknown>(['ERR_ACCESS_DENIED', 'ERR_DLOPEN_DISABLED'])

const [what = ''] = process.argv.slice(2)
const input = await readInput()
if (what === 'echo') await answer({ size: input.length }, input)
else if (what === 'environment') await answer(Object.keys(process.env))
else if (what === 'try') await answer(Object.keys(TRIALS).filter((name) => succeeds(TRIALS[name])))
else if (what === 'many') for (let n = 0; n < 20; n++) await answer({ n }, Buffer.alloc(n * 10_000, n))
else if (what === 'spin') for (;;) input.fill(0)
else if (what === 'sleep') createConnection({ host: '127.0.0.1', port: 1 }).on('error', () => setInterval(() => undefined, 1000))
else if (what === 'fill memory') for (const all: Buffer[] = []; ;) all.push(Buffer.alloc(2 ** 20, 1))
else if (what === 'grow WebAssembly') await growWasm()
else if (what === 'be killed') process.kill(process.pid, 'SIGKILL')
else if (what === 'throw') throw new Error(input.toString())
else if (what === 'say too much') await answer({}, Buffer.alloc(200_000))
else if (what === 'break off') process.stdout.write(Buffer.from([0, 0, 0, 2, 0, 0, 0, 200, 0x7b, 0x7d]))

function succeeds(trial: (() => unknown) | undefined): boolean {
  try {
    trial?.()
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && REFUSED.has(error.code))
  }
}

async function growWasm(): Promise<void> {
  limitWasmMemory(1)
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 32_768 })
  memory.grow(15)
  try {
    memory.grow(1)
    await answer('it grew')
  } catch (error) {
    await answer(error instanceof RangeError && memory.buffer.byteLength)
  }
}
