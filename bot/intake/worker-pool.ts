import { Tinypool } from 'tinypool'
import type { PhotoTask } from './pipeline.ts'
import { refused, type Refused } from './problem.ts'
import type { Photo } from './reencode.ts'

const PHOTO_WORKER = new URL('./worker.ts', import.meta.url)
/** An idle thread is let go after this many milliseconds, and its memory with it. */
const IDLE = 60_000

/** How photos are worked on. */
export interface PoolSettings {
  /** photos at the same time; each is one thread */
  readonly threads: number
  /** milliseconds of work after which a thread is killed */
  readonly timeout: number
  /** is told why a thread died or failed, for the log */
  readonly onFailure: (error: unknown) => void
  /** the module that runs in the thread: `worker.ts`, or a test's stand-in */
  readonly worker?: URL
}

/** Loket is stopping: the photo is to be looked at after the next start. */
export class PoolClosed extends Error {
  constructor() {
    super('the pool of worker threads is closed')
    this.name = 'PoolClosed'
  }
}

/**
 * Decodes photos in worker threads, away from the event loop that answers people. A thread that hangs is killed, one
 * that dies is replaced; the photo it had is answered for, and the others are not touched. Threads start with the first
 * photo, so that starting Loket costs nothing.
 */
export class WorkerPool {
  readonly #pool: Tinypool
  readonly #worker: string
  readonly #timeout: number
  readonly #onFailure: (error: unknown) => void
  readonly #waiting: (() => void)[] = []
  #free: number
  #closed = false

  constructor({ threads, timeout, onFailure, worker = PHOTO_WORKER }: PoolSettings) {
    this.#pool = new Tinypool({ minThreads: 0, maxThreads: threads, idleTimeout: IDLE })
    // A thread that dies while idle has no photo to answer for; the next photo starts another.
    this.#pool.on('error', onFailure)
    // Named with each photo, not once for the pool: a module that cannot be loaded then fails the photo at once.
    this.#worker = worker.href
    this.#onFailure = onFailure
    this.#timeout = timeout
    this.#free = threads
  }

  /**
   * Works on one photo. A death of the thread is `undecided`, a kill is `timeout`.
   * Fails with PoolClosed, and with nothing else: then the photo was not looked at.
   */
  async run(task: PhotoTask): Promise<Photo | Refused> {
    await this.#turn()
    const kill = new AbortController()
    const timer = setTimeout(() => kill.abort(), this.#timeout)
    try {
      if (this.#closed) throw new PoolClosed()
      const running = this.#pool.run(task, { filename: this.#worker, signal: kill.signal }) as Promise<Photo | Refused>
      return await running
    } catch (error) {
      if (this.#closed) throw new PoolClosed()
      this.#onFailure(error)
      return refused(kill.signal.aborted ? 'timeout' : 'undecided')
    } finally {
      clearTimeout(timer)
      this.#done()
    }
  }

  /** Ends all threads; `run` fails for the photos under way, so that their jobs are done again after the next start. */
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
