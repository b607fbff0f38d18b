import type { Env, Field } from './field.ts'
import type { Json, JsonObject } from './json.ts'
import type { Choice, SentFile } from './reply.ts'
import type { Language, Text, TextArg } from './text.ts'

type Args<A> = (answers: A, language: Language) => Readonly<Record<string, TextArg>>

/** Asks one question. */
export interface AskStep extends Guarded {
  readonly kind: 'ask'
  readonly field: Field
  /** message keys: the question, its short label in a review, more help */
  readonly prompt: string
  readonly label: string
  readonly help?: string
  readonly args?: Args<JsonObject>
  readonly check?: (value: Json, answers: JsonObject) => Text | undefined
  readonly doubt?: (value: Json, answers: JsonObject) => Text | undefined
  readonly entry: 'chat' | 'secure-page'
  readonly optional: boolean
  /** left out of the review and never kept when the form is corrected (a sum) */
  readonly passing: boolean
}

/** Says something. */
export interface SayStep extends Guarded {
  readonly kind: 'say'
  readonly key: string
  readonly args?: Args<JsonObject>
  readonly choices?: (answers: JsonObject) => readonly Choice[]
  readonly about?: (answers: JsonObject) => string
  readonly protect: boolean
  /** message key of the subject line, where the channel has one (e-mail) */
  readonly subject?: string
}

/** Sends a stored file, or several together. */
export interface SendStep extends Guarded {
  readonly kind: 'send'
  readonly file: (answers: JsonObject, language: Language) => SentFile | readonly SentFile[] | null
  readonly caption?: string
  readonly about?: (answers: JsonObject) => string
}

/** Asks or tells the world through a port, within the turn's transaction; its result is an answer. */
export interface DoStep<P> extends Guarded {
  readonly kind: 'do'
  readonly run: (ports: P, answers: JsonObject, env: Env) => Promise<Json>
}

/** Starts a job and waits for its outcome, which is an answer (`null` = given up). */
export interface JobStep extends Guarded {
  readonly kind: 'job'
  readonly job: string
  readonly payload: (answers: JsonObject) => JsonObject
  /** message key: what is said while the job runs */
  readonly meanwhile: string
  /** makes the answer of the outcome; `null` when the job was given up or its outcome is not one that was agreed on */
  readonly read: (outcome: Json | undefined) => Json
}

/** Shows all answers of the form; goes on with yes, corrects one with `ubah N`. */
export interface ReviewStep extends Guarded {
  readonly kind: 'review'
  readonly prompt: string
}

/** Runs another flow; its answers become this step's answer. */
export interface CallStep extends Guarded {
  readonly kind: 'call'
  readonly flow: string
  readonly params: (answers: JsonObject) => JsonObject
}

/** Goes on in another language, from the next message. */
export interface LanguageStep extends Guarded {
  readonly kind: 'language'
  readonly choose: (answers: JsonObject) => Language
}

/** Forgets every other flow under way and every draft: what was talked about before was somebody else's. */
export interface ClearStep extends Guarded {
  readonly kind: 'clear'
  /** whoever filled in a form that goes with it is to know */
  readonly tells?: boolean
}

/** Goes back to an earlier question, forgetting the answers from there on. */
export interface RetryStep extends Guarded {
  readonly kind: 'retry'
  readonly to: string
}

/** Ends the flow; `next` starts another in its place. */
export interface EndStep extends Guarded {
  readonly kind: 'end'
  readonly next?: (answers: JsonObject) => { readonly flow: string; readonly params?: JsonObject } | null
  /** every flow that `next` may name, for the linter and the diagram */
  readonly may: readonly string[]
}

interface Guarded {
  readonly id: string
  readonly when?: (answers: JsonObject) => boolean
}

/** One step of a flow. */
export type Step<P> =
  AskStep | SayStep | SendStep | DoStep<P> | JobStep | ReviewStep | CallStep | LanguageStep | ClearStep | RetryStep | EndStep

/** What a flow is apart from its steps. */
export interface FlowOptions {
  /** raise it when questions change; live sessions are carried over by answer names */
  readonly version: number
  /** message key of its name, as in "kita lanjutkan *pendaftaran*" */
  readonly title: string
  /** phrases that start it, in any language */
  readonly words?: readonly string[]
  /** phrases that start it as a reply to a message about something, which becomes its parameter `arg` */
  readonly replyWords?: readonly string[]
  /** a whole text of this shape starts it too (an invitation code), as its parameter `arg` */
  readonly pattern?: RegExp
  /** a whole text of this shape is no answer to anything: it starts the flow whatever is open; has the parameter `arg` too */
  readonly unmistakable?: RegExp
  /** told by the office, never started by a person: no button or word leads to it */
  readonly notice?: true
  /** a form shows progress, asks before it is thrown away, is nudged and kept as a draft */
  readonly form?: Idle
  /** whether a form that begins with these answers puts right what was sent before: then it counts only what it asks */
  readonly corrects?: (params: JsonObject) => boolean
}

/** When an idle form is nudged, put aside as a draft, and forgotten: ms after the last message. */
export interface Idle {
  readonly nudge: number
  readonly draft: number
  readonly expire: number
}

/** A flow, ready to run. */
export interface Flow<P> extends FlowOptions {
  readonly id: string
  readonly steps: readonly Step<P>[]
}

interface When<A> {
  /** whether the step takes place, by the answers so far */
  readonly when?: (answers: A) => boolean
}

interface AskOptions<A, T> {
  readonly prompt?: string
  readonly label?: string
  readonly help?: string
  readonly args?: Args<A>
  /** refuses a value that contradicts another answer: says why */
  readonly check?: (value: T, answers: A) => Text | undefined
  /** asks "is that right?" about a value that looks wrong but may be right */
  readonly doubt?: (value: T, answers: A) => Text | undefined
  readonly entry?: 'chat' | 'secure-page'
  readonly optional?: boolean
  readonly passing?: boolean
}

interface SayOptions<A> extends When<A> {
  readonly key?: string
  readonly args?: Args<A>
  readonly choices?: (answers: A) => readonly Choice[]
  readonly about?: (answers: A) => string
  readonly protect?: boolean
  readonly subject?: string
}

type With<A, Id extends string, T> = A & { readonly [K in Id]: T }
type Maybe<A, Id extends string, T> = A & { readonly [K in Id]?: T }

/**
 * Declares a flow step by step. The answers' types are inferred: a guard that names a question that was
 * not asked before it does not compile. A flow is used as it is; there is no final call.
 * `P` = the ports that `do` steps may use, `A` = the answers so far.
 */
export class FlowBuilder<P, A> implements Flow<P> {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly words?: readonly string[]
  readonly replyWords?: readonly string[]
  readonly pattern?: RegExp
  readonly unmistakable?: RegExp
  readonly notice?: true
  readonly form?: Idle
  readonly corrects?: (params: JsonObject) => boolean
  readonly steps: readonly Step<P>[]

  constructor(id: string, options: FlowOptions, steps: readonly Step<P>[] = []) {
    this.id = id
    this.version = options.version
    this.title = options.title
    if (options.words !== undefined) this.words = options.words
    if (options.replyWords !== undefined) this.replyWords = options.replyWords
    if (options.pattern !== undefined) this.pattern = options.pattern
    if (options.unmistakable !== undefined) this.unmistakable = options.unmistakable
    if (options.notice !== undefined) this.notice = options.notice
    if (options.form !== undefined) this.form = options.form
    if (options.corrects !== undefined) this.corrects = options.corrects
    this.steps = steps
  }

  /** Asks a question; the message is `<flow>-<id>`, its label `<flow>-<id>-label`, unless named otherwise. */
  ask<const Id extends string, T extends Json>(
    id: Id,
    field: Field<T>,
    options: AskOptions<A, T> & Required<When<A>>,
  ): FlowBuilder<P, Maybe<A, Id, T>>
  ask<const Id extends string, T extends Json>(
    id: Id,
    field: Field<T>,
    options?: AskOptions<A, T>,
  ): FlowBuilder<P, With<A, Id, T>>
  ask<const Id extends string, T extends Json>(
    id: Id,
    field: Field<T>,
    options: AskOptions<A, T> & When<A> = {},
  ): FlowBuilder<P, With<A, Id, T>> {
    const {
      prompt = `${this.id}-${id}`,
      label = `${this.id}-${id}-label`,
      entry = 'chat',
      optional = false,
      passing = false,
    } = options
    return this.#add({ ...options, kind: 'ask', id, field, prompt, label, entry, optional, passing })
  }

  /** Says message `<flow>-<id>`, or `options.key`. */
  say(id: string, options: SayOptions<A> = {}): FlowBuilder<P, A> {
    const { key = `${this.id}-${id}`, protect = false, ...rest } = options
    return this.#add({ ...rest, kind: 'say', id, key, protect })
  }

  /** Sends a stored file, where there is one, or several together. */
  send(
    id: string,
    file: (answers: A, language: Language) => SentFile | readonly SentFile[] | null,
    options: When<A> & { caption?: string; about?: (answers: A) => string } = {},
  ): FlowBuilder<P, A> {
    return this.#add({ ...options, kind: 'send', id, file })
  }

  /** Calls a port within the turn's transaction; the result is the answer `id`. */
  do<const Id extends string, T extends Json>(
    id: Id,
    run: (ports: P, answers: A, env: Env) => Promise<T>,
    options: Required<When<A>>,
  ): FlowBuilder<P, Maybe<A, Id, T>>
  do<const Id extends string, T extends Json>(
    id: Id,
    run: (ports: P, answers: A, env: Env) => Promise<T>,
  ): FlowBuilder<P, With<A, Id, T>>
  do<const Id extends string, T extends Json>(
    id: Id,
    run: (ports: P, answers: A, env: Env) => Promise<T>,
    options: When<A> = {},
  ): FlowBuilder<P, With<A, Id, T>> {
    return this.#add({ ...options, kind: 'do', id, run })
  }

  /** Starts `job` and waits; its outcome, read by `read`, is the answer `id`. */
  job<const Id extends string, T extends Json>(
    id: Id,
    job: string,
    payload: (answers: A) => JsonObject,
    options: { readonly meanwhile: string; readonly outcome: { parse(value: unknown): T } },
  ): FlowBuilder<P, With<A, Id, T | null>> {
    const { meanwhile, outcome } = options
    return this.#add({ kind: 'job', id, job, payload, meanwhile, read: (value: Json | undefined) => parsed(outcome, value) })
  }

  /** Shows all answers and waits for a yes. */
  review(id: string, options: When<A> & { prompt?: string } = {}): FlowBuilder<P, A> {
    const { prompt = `${this.id}-${id}` } = options
    return this.#add({ ...options, kind: 'review', id, prompt })
  }

  /** Runs another flow inside this one. */
  call<const Id extends string>(
    id: Id,
    flow: string,
    params: (answers: A) => JsonObject,
    options: When<A> = {},
  ): FlowBuilder<P, With<A, Id, JsonObject>> {
    return this.#add({ ...options, kind: 'call', id, flow, params })
  }

  /** Goes on in the language chosen. */
  language(id: string, choose: (answers: A) => Language): FlowBuilder<P, A> {
    return this.#add({ kind: 'language', id, choose })
  }

  /** Forgets whatever else is under way or was put aside in this conversation; with `tells`, says which form that was. */
  clear(id: string, options: When<A> & { readonly tells?: boolean } = {}): FlowBuilder<P, A> {
    return this.#add({ ...options, kind: 'clear', id })
  }

  /** Goes back to question `to` when `when` holds. */
  retry(id: string, to: keyof A & string, when: (answers: A) => boolean): FlowBuilder<P, A> {
    return this.#add({ kind: 'retry', id, to, when })
  }

  /** Ends the flow here, when `when` holds. */
  end(id: string, options: When<A> = {}): FlowBuilder<P, A> {
    return this.#add({ ...options, kind: 'end', id, may: [] })
  }

  /** Ends the flow here and starts another in its place: one of `may`. */
  goto(
    id: string,
    may: readonly string[],
    next: (answers: A) => { flow: string; params?: JsonObject } | null,
    options: When<A> = {},
  ): FlowBuilder<P, A> {
    return this.#add({ ...options, kind: 'end', id, next, may })
  }

  // The steps see plain JSON; the types that callers see were checked when the flow was written.
  #add<B>(step: object): FlowBuilder<P, B> {
    return new FlowBuilder<P, B>(this.id, this, [...this.steps, step as Step<P>])
  }
}

function parsed<T extends Json>(outcome: { parse(value: unknown): T }, value: Json | undefined): T | null {
  try {
    return value === undefined ? null : outcome.parse(value)
  } catch {
    return null
  }
}

/** Begins a flow that is started with the answers `A` (its parameters). */
export function flow<P, A = unknown>(id: string, options: FlowOptions): FlowBuilder<P, A> {
  return new FlowBuilder<P, A>(id, options)
}
