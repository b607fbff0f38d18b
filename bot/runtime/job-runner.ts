import type { Event } from '../../flows/engine/input.ts'
import type { Json, JsonObject } from '../../flows/engine/json.ts'
import type { Clock, Random } from '../../flows/ports.ts'
import type { DueJob, JobEnd, Store } from '../../storage/store.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'

/** Jobs under way at once. */
const AT_ONCE = 8
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 10 * 60_000

/** How one kind of job is done. */
export interface JobHandler {
  /** tries before it is given up */
  readonly attempts: number
  /** how long one try may take before another process may think it dead, ms */
  readonly leaseMs: number
  /** Does it; the value is told to the conversation that asked. May run more than once: must be harmless twice. */
  run(payload: JsonObject, job: DueJob): Promise<Json | undefined>
}

/** What the runner needs. */
export interface JobParts {
  readonly store: Store
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly random: Random
  readonly handlers: Readonly<Record<string, JobHandler>>
  /** a job ended: its conversation may have an event */
  ended(): void
  observe(job: {
    readonly id: number
    readonly kind: string
    readonly outcome: string
    readonly ms: number
    readonly error?: unknown
  }): void
}

/** Runs the jobs that are due: leased, tried again with growing pauses, given up with an event that says so. */
export class JobRunner {
  readonly #parts: JobParts
  readonly #running = new Set<Promise<void>>()
  readonly #longestLease: number
  #wanted = false
  #taking: Promise<void> | undefined
  #stopped = false

  constructor(parts: JobParts) {
    this.#parts = parts
    this.#longestLease = Math.max(60_000, ...Object.values(parts.handlers).map(({ leaseMs }) => leaseMs))
  }

  /** Jobs may be due. */
  wake(): void {
    this.#wanted = true
    // When all places are taken, whoever ends first looks again.
    if (!this.#stopped && this.#running.size < AT_ONCE) this.#taking ??= this.#take()
  }

  /** Takes no more; resolves when those under way have ended. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#taking
    await Promise.all(this.#running)
  }

  // Never rejects: a database that fails is reported, and the next wake-up tries again.
  async #take(): Promise<void> {
    const { store, unitOfWork, clock, observe } = this.#parts
    while (this.#wanted && !this.#stopped && this.#running.size < AT_ONCE) {
      this.#wanted = false
      try {
        const free = AT_ONCE - this.#running.size
        const jobs = await unitOfWork.run((tx) => store.takeJobs(tx, clock.now(), free, this.#longestLease))
        for (const job of jobs) this.#start(job)
        if (jobs.length === free) this.#wanted = true
      } catch (error) {
        observe({ id: 0, kind: 'take', outcome: 'failed', ms: 0, error })
      }
    }
    this.#taking = undefined
  }

  #start(job: DueJob): void {
    const running = this.#run(job).finally(() => {
      this.#running.delete(running)
      if (this.#wanted) this.wake()
    })
    this.#running.add(running)
  }

  async #run(job: DueJob): Promise<void> {
    const { store, unitOfWork, clock, handlers, ended, observe } = this.#parts
    const begun = clock.now()
    const handler = handlers[job.kind]
    let end: JobEnd
    let failure: unknown
    try {
      if (handler === undefined) throw new Error(`no handler for jobs of kind ${job.kind}`)
      // Every try before this one ended with the process it ran in, or outlived its lease.
      if (job.attempts > handler.attempts) throw new Error(`the last try of a job of kind ${job.kind} never ended`)
      end = { is: 'done', event: result(job, await handler.run(job.payload, job)) }
    } catch (error) {
      failure = error
      end = this.#afterFailure(job, handler?.attempts ?? 1)
    }
    const told = { id: job.id, kind: job.kind, outcome: end.is, ms: clock.now() - begun }
    try {
      const isOurs = await unitOfWork.run((tx) => store.endJob(tx, job, end, clock.now()))
      const outcome = isOurs ? end.is : 'superseded'
      observe(failure === undefined ? { ...told, outcome } : { ...told, outcome, error: failure })
    } catch (error) {
      // The lease runs out and the job is tried again.
      observe({ ...told, outcome: 'unnoted', error })
    }
    ended()
  }

  #afterFailure(job: DueJob, attempts: number): JobEnd {
    const { clock, random } = this.#parts
    if (job.attempts >= attempts) return { is: 'given-up', event: result(job, undefined), error: 'failed' }
    const pause = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (job.attempts - 1)) * (0.5 + random.number() / 2)
    return { is: 'again', at: Math.round(clock.now() + pause), error: 'failed' }
  }
}

function result(job: DueJob, value: Json | undefined): Event {
  return { kind: 'result', token: job.token, ...(value !== undefined && { value }) }
}
