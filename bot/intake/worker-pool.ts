import { Tinypool } from 'tinypool'

/** An idle thread is let go after this many milliseconds, and its memory with it. */
const IDLE = 60_000

/** How work is done. */
export interface PoolSettings {
  /** the module that runs in the threads: its exported functions are what can be asked of it */
  readonly module: URL
  /** tasks at the same time; each is one thread, or one process */
  readonly threads: number
  /**
   * In processes of their own instead of threads, without any of our settings: for code that takes the whole process with it
   * when its thread is ended. What is moved to them is copied.
   */
  readonly apart?: boolean
  /** milliseconds of work after which a thread is killed */
  readonly timeout: number
  /** milliseconds after which an idle thread is let go */
  readonly idle?: number
  /** is told why a thread died or failed, for the log */
  readonly onFailure: (error: unknown) => void
}

/** Loket is stopping: the task is to be done after the next start. */
export class PoolClosed extends Error {
  constructor() {
    super('the pool of worker threads is closed')
    this.name = 'PoolClosed'
  }
}

/** The thread died of the task, or was killed because it took too long. */
export class WorkFailed extends Error {
  readonly reason: 'died' | 'timeout'
  constructor(reason: WorkFailed['reason']) {
    super(`work in a thread failed: ${reason}`)
    this.name = 'WorkFailed'
    this.reason = reason
  }
}

type Tasks<Module> = { [Name in keyof Module & string]: Module[Name] extends (task: infer Task) => unknown ? Task : never }
type Results<Module> = {
  [Name in keyof Module & string]: Module[Name] extends (task: never) => infer Result ? Awaited<Result> : never
}

/**
 * Does work in threads, away from the event loop that answers people. A thread that hangs is killed, one that dies is
 * replaced; the task it had is answered for, and the others are not touched. Threads start with the first task, so that
 * starting Loket costs nothing. `Module` is the type of the threads' module.
 */
export class WorkerPool<Module> {
  readonly #pool: Tinypool
  readonly #module: string
  readonly #timeout: number
  readonly #onFailure: (error: unknown) => void
  readonly #waiting: (() => void)[] = []
  #free: number
  #closed = false

  constructor({ module, threads, apart = false, timeout, idle = IDLE, onFailure }: PoolSettings) {
    const place = apart ? ({ runtime: 'child_process', serialization: 'advanced' } as const) : {}
    this.#pool = new Tinypool({ minThreads: 0, maxThreads: threads, idleTimeout: idle, ...place })
    // A thread that dies while idle has no task to answer for; the next task starts another.
    this.#pool.on('error', onFailure)
    // Named with each task, not once for the pool: a module that cannot be loaded then fails the task at once.
    this.#module = module.href
    this.#onFailure = onFailure
    this.#timeout = timeout
    this.#free = threads
  }

  /**
   * Calls the module's function `name` with `task` in a thread. What `move` lists goes over instead of being copied, and
   * is empty here afterwards. Fails with WorkFailed, or with PoolClosed: then nothing was done.
   */
  async run<Name extends keyof Module & string>(
    name: Name,
    task: Tasks<Module>[Name],
    move: readonly ArrayBuffer[] = [],
  ): Promise<Results<Module>[Name]> {
    await this.#turn()
    const kill = new AbortController()
    const timer = setTimeout(() => kill.abort(), this.#timeout)
    try {
      if (this.#closed) throw new PoolClosed()
      const order = { filename: this.#module, name, signal: kill.signal, transferList: [...move] }
      return (await this.#pool.run(task, order)) as Results<Module>[Name]
    } catch (error) {
      if (this.#closed) throw new PoolClosed()
      this.#onFailure(error)
      throw new WorkFailed(kill.signal.aborted ? 'timeout' : 'died')
    } finally {
      clearTimeout(timer)
      this.#done()
    }
  }

  /** Ends all threads; `run` fails for the tasks under way, so that their jobs are done again after the next start. */
  close(): Promise<void> {
    this.#closed = true
    return this.#pool.destroy()
  }

  // Tinypool's own queue is not used: after the death of its last thread it would start none for those who wait,
  // and their time would run while they wait.
  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #done(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free++
    else next()
  }
}
