import type { ChildLoket } from '../../test/simulation/child-loket.ts'

/** How long a counter lives at least that took longer to start than it should live, ms. */
const LEAST_LIFE = 1000

/** Kills a counter and starts it again, again and again. */
export class Killing {
  kills = 0
  /** from each SIGKILL to the counter that is ready again, ms */
  readonly pauses: number[] = []
  readonly #over = new AbortController()
  readonly #done: Promise<void>

  /** A SIGKILL every `period` ms. */
  constructor(loket: ChildLoket, period: number) {
    this.#done = this.#run(loket, period)
  }

  /** Rejects when the counter does not start any more. */
  get done(): Promise<void> {
    return this.#done
  }

  /** Ends it; the counter is up then. */
  async end(): Promise<void> {
    this.#over.abort()
    await this.#done
  }

  async #run(loket: ChildLoket, period: number): Promise<void> {
    for (let next = performance.now() + period; ; next = Math.max(next + period, performance.now() + LEAST_LIFE)) {
      await this.#until(next)
      if (this.#over.signal.aborted) return
      const killed = performance.now()
      this.kills++
      await loket.kill()
      await loket.start()
      this.pauses.push(performance.now() - killed)
    }
  }

  #until(at: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, at - performance.now()))
      this.#over.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    })
  }
}
