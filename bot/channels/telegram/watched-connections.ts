import { AsyncLocalStorage } from 'node:async_hooks'
import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import type { Duplex } from 'node:stream'

/** After its connection has ended, a whole answer is read within this, ms. */
const LEFT_TO_READ = 250

/** Connections are kept for so long as Node's own: longer, and the server is often quicker in closing one. */
const KEPT = { keepAlive: true, timeout: 5000 }

/**
 * Connections for a client on node-fetch 2, which waits for ever when one ends in the middle of an answer: then the call
 * on it is ended from here. Connections are kept for further calls.
 */
export class WatchedConnections {
  readonly agent: Agent
  readonly #underWay = new AsyncLocalStorage<() => void>()
  /** how to end the last call on each connection */
  readonly #ends = new WeakMap<Duplex, () => void>()

  /** For calls to this origin. */
  constructor(origin: string) {
    this.agent = origin.startsWith('https:') ? new SecureAgent(KEPT) : new Agent(KEPT)
    this.#watch(this.agent)
  }

  /** Does a call on a connection of the agent's; it is ended by its signal after so many ms, with `signal`, or with its connection. */
  async call<T>(patience: number, signal: AbortSignal | undefined, work: (end: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    const end = (): void => controller.abort()
    if (signal?.aborted) end()
    const alarm = setTimeout(end, patience)
    signal?.addEventListener('abort', end, { once: true })
    try {
      return await this.#underWay.run(end, () => work(controller.signal))
    } finally {
      clearTimeout(alarm)
      signal?.removeEventListener('abort', end)
    }
  }

  #watch(agent: Agent): void {
    const create = agent.createConnection.bind(agent)
    const reuse = agent.reuseSocket.bind(agent)
    agent.createConnection = (options, done) => {
      const connection = create(options, done)
      if (!connection) return connection
      this.#take(connection)
      connection.once('close', () => setTimeout(() => this.#ends.get(connection)?.(), LEFT_TO_READ).unref())
      return connection
    }
    agent.reuseSocket = (connection, request) => {
      this.#take(connection)
      reuse(connection, request)
    }
  }

  #take(connection: Duplex): void {
    const end = this.#underWay.getStore()
    if (end !== undefined) this.#ends.set(connection, end)
  }
}
