import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { written } from '../support/written.ts'

const LAUNCH = join(import.meta.dirname, '../../bot/launch.mjs')

/** A real Loket in a process of its own, as `npm start` runs it, that can be killed and started again on the same data. */
export class ChildLoket {
  readonly port: number
  readonly #dataFolder: string
  readonly #settings: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  /** what it wrote to its error output, all lives together */
  errors = ''

  /** `settings`: more than it needs to run, by the names of their environment variables. */
  constructor(dataFolder: string, port: number, settings: Readonly<Record<string, string>> = {}) {
    this.#dataFolder = dataFolder
    this.#settings = settings
    this.port = port
  }

  /** Starts it; resolves when it says that it is ready. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      LOKET_DATA: this.#dataFolder,
      LOKET_PORT: String(this.port),
      LOKET_LOG_LEVEL: 'warn',
      ...this.#settings,
    }
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LAUNCH, 'main'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', written)
    child.stderr.on('data', (text: Buffer) => (this.errors += text.toString()))
    const gone = once(child, 'exit').then(() => {
      throw new Error(`Loket ended while starting:\n${this.errors.slice(-2000)}`)
    })
    await Promise.race([once(child.stdout, 'data'), gone])
    gone.catch(() => undefined)
  }

  /** SIGKILL: no chance to tidy up. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  /** SIGTERM; resolves with the exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined) return null
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const [code] = (await gone) as [number | null]
    return code
  }
}

/** A port that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
