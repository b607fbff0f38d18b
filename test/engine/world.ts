import { deepEqual } from 'node:assert/strict'
import { Engine, type Progress, type Turn } from '../../flows/engine/engine.ts'
import type { Env } from '../../flows/engine/field.ts'
import type { Flow } from '../../flows/engine/flow.ts'
import type { Landmarks } from '../../flows/engine/flow-set.ts'
import type { Event, IncomingFile } from '../../flows/engine/input.ts'
import type { Json, JsonObject } from '../../flows/engine/json.ts'
import type { Choice, Effect, Reply } from '../../flows/engine/reply.ts'
import { newSession, type AnswerChange, type Frame, type Head, type Session } from '../../flows/engine/state.ts'
import type { Text, TextArg } from '../../flows/engine/text.ts'

/** Noon in Jakarta on 1 July 2026. */
const noon = Date.UTC(2026, 6, 1, 5)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

type Job = Effect & { kind: 'job' }

/**
 * One conversation with its storage. Between every two turns the head is written as JSON and the answers are written
 * by the turn's changes alone, as the tables do; every turn is taken twice from a frozen session and must come out
 * the same.
 */
export class World<P> {
  readonly ports: P
  now = noon
  /** jobs asked for and not yet answered */
  readonly jobs: Job[] = []
  readonly timers = new Map<string, number>()
  last: Turn | undefined
  #engine: Engine<P>
  #landmarks: Landmarks
  #head: string
  #answers: { readonly frame: number; readonly step: string; readonly value: string }[] = []
  #turns = 0

  constructor(flows: readonly Flow<P>[], landmarks: Landmarks, ports: P) {
    this.#engine = new Engine<P>(flows, landmarks)
    this.#landmarks = landmarks
    this.ports = ports
    this.#head = JSON.stringify(newSession('id').head)
  }

  /** The session as it would be read from the database. */
  get session(): Session {
    const answers: { [seq: number]: { [step: string]: Json } } = {}
    for (const { frame, step, value } of this.#answers) (answers[frame] ??= {})[step] = JSON.parse(value) as Json
    return { head: JSON.parse(this.#head) as Head, answers }
  }

  get stack(): readonly Frame[] {
    return this.session.head.stack
  }

  get top(): Frame | undefined {
    return this.stack.at(-1)
  }

  /** The ids of the flows under way, the innermost last. */
  get open(): readonly string[] {
    return this.stack.map(({ flow }) => flow)
  }

  /** The answers of the innermost (or the named) flow. */
  answers(flow?: string): JsonObject {
    const { stack, drafts } = this.session.head
    const frame = flow === undefined ? this.top : [...stack, ...drafts].find((one) => one.flow === flow)
    return (frame && this.session.answers[frame.seq]) ?? {}
  }

  /** The same conversation once more, to see what would happen. */
  copy(): World<P> {
    const twin = new World<P>([], this.#landmarks, this.ports)
    twin.#engine = this.#engine
    twin.#head = this.#head
    twin.#answers = this.#answers
    twin.#turns = this.#turns
    twin.now = this.now
    twin.last = this.last
    twin.jobs.push(...this.jobs)
    for (const [name, at] of this.timers) twin.timers.set(name, at)
    return twin
  }

  /** A newer release takes over the live session. */
  upgrade(flows: readonly Flow<P>[]): void {
    this.#engine = new Engine<P>(flows, this.#landmarks)
  }

  /** Takes one event. */
  async send(event: Event): Promise<Turn> {
    const before = frozen(this.session)
    this.#turns++
    const results: Json[] = []
    const first = await this.#run(before, event, async (call) => {
      const result = JSON.parse(JSON.stringify(await call(this.ports))) as Json
      results.push(result)
      return result
    })
    const replay = [...results]
    const second = await this.#run(before, event, async () => replay.shift() ?? null)
    deepEqual(second, first)
    this.#store(first)
    this.last = first
    return first
  }

  async #run(session: Session, event: Event, ask: (call: (ports: P) => Promise<Json>) => Promise<Json>): Promise<Turn> {
    let progress: Progress<P> = this.#engine.step(session, event, this.#env(session))
    while (!progress.done) {
      const waiting = progress
      progress = waiting.resume(await ask((ports) => waiting.call(ports)))
    }
    return progress.turn
  }

  #env(session: Session): Env {
    let seed = this.#turns
    return {
      now: this.now,
      language: session.head.language,
      random: () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647,
      seal: (secret) => `sealed-${secret.length}`,
      fingerprint,
    }
  }

  #store({ session, changes, effects }: Turn): void {
    this.#head = JSON.stringify(session.head)
    for (const change of changes) this.#write(change)
    // What the engine holds in memory is what the changes left in the tables.
    deepEqual(withoutEmpty(this.session), withoutEmpty(JSON.parse(JSON.stringify(session)) as Session))
    for (const effect of effects)
      if (effect.kind === 'job') this.jobs.push(effect)
      else if (effect.kind === 'timer') this.timers.set(effect.name, effect.at)
      else this.timers.delete(effect.name)
  }

  #write({ frame, step, value }: AnswerChange): void {
    this.#answers = this.#answers.filter((row) => row.frame !== frame || (step !== undefined && row.step !== step))
    if (step !== undefined && value !== undefined) this.#answers.push({ frame, step, value: JSON.stringify(value) })
  }

  say(text: string): Promise<Turn> {
    return this.send({ kind: 'text', text })
  }

  /** Says several things one after the other; returns the last turn. */
  async chat(...texts: string[]): Promise<Turn> {
    let turn: Turn | undefined
    for (const text of texts) turn = await this.say(text)
    if (turn === undefined) throw new Error('nothing to say')
    return turn
  }

  photo(file: Partial<IncomingFile> = {}): Promise<Turn> {
    return this.send({ kind: 'file', file: { ref: 'r-1', as: 'photo', ...file } })
  }

  /** Taps the choice whose id, without its question's number, is `id`. */
  tap(id: string): Promise<Turn> {
    const found = choicesOf(this.last).find((choice) => choice.id === id || choice.id.replace(/^\d+\./u, '') === id)
    if (found === undefined)
      throw new Error(
        `no choice ${id} among ${choicesOf(this.last)
          .map((one) => one.id)
          .join(' ')}`,
      )
    return this.send({ kind: 'choice', id: found.id })
  }

  /** The oldest job ends with this outcome; without one it is given up. */
  finish(...outcome: [Json?]): Promise<Turn> {
    const job = this.jobs.shift()
    if (job === undefined) throw new Error('no job to finish')
    return this.result(job.token, ...outcome)
  }

  result(token: string, ...[value]: [Json?]): Promise<Turn> {
    return this.send({ kind: 'result', token, ...(value !== undefined && { value }) })
  }

  notice(notice: string, data: JsonObject = {}): Promise<Turn> {
    return this.send({ kind: 'notice', notice, data })
  }

  /** Time passes; a timer that is due goes off, once. */
  async wait(ms: number): Promise<Turn | undefined> {
    this.now += ms
    const due = [...this.timers].find(([, at]) => at <= this.now)
    if (due === undefined) return undefined
    this.timers.delete(due[0])
    return this.send({ kind: 'timer', name: due[0] })
  }
}

function withoutEmpty({ head, answers }: Session): Session {
  return { head, answers: Object.fromEntries(Object.entries(answers).filter(([, one]) => Object.keys(one).length > 0)) }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

/** A fingerprint that a test can read back. */
export function fingerprint(secret: string): string {
  return Buffer.from(secret).toString('base64url')
}

/** Every choice of a turn's messages. */
export function choicesOf(turn: Turn | undefined): readonly Choice[] {
  return (turn?.replies ?? []).flatMap((reply) => (reply.kind === 'message' ? (reply.choices ?? []) : []))
}

/** The choices' ids of a turn, without their questions' numbers. */
export function offered(turn: Turn | undefined): readonly string[] {
  return choicesOf(turn).map(({ id }) => id.replace(/^\d+\./u, ''))
}

/** The message keys (and plain words) of a text, in the order in which they are read; progress is left out. */
export function keysOf(text: TextArg): readonly string[] {
  if (typeof text === 'string') return text === '' ? [] : [text]
  if (typeof text === 'number' || 'link' in text) return []
  if ('lines' in text) return text.lines.flatMap(keysOf)
  const inner = Object.values(text.args ?? {}).filter((arg) => typeof arg === 'object')
  return [...(text.key === 'engine-progress' ? [] : [text.key]), ...inner.flatMap(keysOf)]
}

/** What a turn says: the keys of each message, or the name of another reply. */
export function said(turn: Turn | undefined): readonly string[] {
  return (turn?.replies ?? []).map((reply) => (reply.kind === 'message' ? keysOf(reply.text).join(' ') : reply.kind))
}

/** The messages of a turn whose text holds `key`, nested ones included. */
export function argsOf(turn: Turn | undefined, key: string): Readonly<Record<string, TextArg>> {
  const search = (text: Text | TextArg): Readonly<Record<string, TextArg>> | undefined => {
    if (typeof text !== 'object' || 'link' in text) return undefined
    if ('lines' in text) return firstOf(text.lines.map(search))
    return text.key === key ? (text.args ?? {}) : firstOf(Object.values(text.args ?? {}).map(search))
  }
  const found = firstOf((turn?.replies ?? []).map((reply: Reply) => (reply.kind === 'message' ? search(reply.text) : undefined)))
  if (found === undefined) throw new Error(`${key} is not said: ${said(turn).join(' | ')}`)
  return found
}

function firstOf<T>(items: readonly (T | undefined)[]): T | undefined {
  return items.find((item) => item !== undefined)
}
