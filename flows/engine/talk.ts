import type { Env, FieldContext } from './field.ts'
import type { DoStep, Flow, Idle, Step } from './flow.ts'
import type { FlowSet } from './flow-set.ts'
import type { Json, JsonObject } from './json.ts'
import type { Choice, Effect, Reply } from './reply.ts'
import { silencesUntil, type AnswerChange, type Frame, type Head, type Session } from './state.ts'
import type { Text } from './text.ts'

/** Flows lie on top of each other at most so deep; the lowest gives way. */
const DEPTH = 6

const nothing: JsonObject = {}
const none: readonly string[] = []

/** Where a turn stands after as many steps as could be taken: finished, or in need of a port's result. */
export type Pause<P> = { readonly step: DoStep<P>; readonly index: number; readonly answers: JsonObject } | undefined

/**
 * One turn's working copy of a conversation. The session given is not changed; every change makes a new
 * object where it happens, so that a turn costs about the same however long the form is.
 */
export class Talk<P> {
  readonly flows: FlowSet<P>
  readonly env: Env
  head: Head
  answers: { [seq: number]: JsonObject }
  readonly replies: Reply[] = []
  readonly effects: Effect[] = []
  readonly changes: AnswerChange[] = []
  /** said before the next question, in the same message */
  #preface: Text[] = []
  /** what was heard needs no answer of its own */
  answered = false

  constructor(flows: FlowSet<P>, session: Session, env: Env) {
    this.flows = flows
    this.env = env
    this.head = session.head
    this.answers = { ...session.answers }
  }

  get top(): Frame | undefined {
    return this.head.stack.at(-1)
  }

  flowOf(frame: Frame): Flow<P> {
    const flow = this.flows.get(frame.flow)
    if (flow === undefined) throw new Error(`no flow ${frame.flow}`)
    return flow
  }

  answersOf(frame: Frame): JsonObject {
    return this.answers[frame.seq] ?? nothing
  }

  context(frame: Frame): FieldContext {
    return { env: this.env, language: this.head.language, answers: this.answersOf(frame) }
  }

  /** The open step of `frame` and its place; place -1 when the flow no longer has it. */
  openStep(frame: Frame): { step: Step<P> | undefined; index: number } {
    return this.flows.find(this.flowOf(frame), frame.step)
  }

  /** The flow that `frame` is a part of: itself, or the one that called it (and so on). */
  root(frame: Frame): Frame {
    const { stack } = this.head
    let place = stack.findIndex((one) => one.seq === frame.seq)
    let root = frame
    for (let below = stack[--place]; below !== undefined && this.#calls(below, root); below = stack[--place]) root = below
    return root
  }

  /** The idle rules of the form that `frame` is a part of; undefined when it is no form. */
  form(frame: Frame): Idle | undefined {
    return this.flowOf(this.root(frame)).form
  }

  #calls(below: Frame, frame: Frame): boolean {
    const { step } = this.openStep(below)
    return step?.kind === 'call' && step.flow === frame.flow
  }

  setHead(change: Partial<Head>): void {
    this.head = { ...this.head, ...change }
  }

  /** Replaces the frame with the same seq. */
  setFrame(frame: Frame): void {
    this.setHead({ stack: this.head.stack.map((one) => (one.seq === frame.seq ? frame : one)) })
  }

  setAnswer(frame: Frame, step: string, value: Json): void {
    this.answers[frame.seq] = { ...this.answersOf(frame), [step]: value }
    this.changes.push({ frame: frame.seq, step, value })
  }

  forgetAnswer(frame: Frame, step: string): void {
    const { [step]: gone, ...rest } = this.answersOf(frame)
    if (gone === undefined) return
    this.answers[frame.seq] = rest
    this.changes.push({ frame: frame.seq, step })
  }

  forgetFrame(frame: Frame): void {
    delete this.answers[frame.seq]
    this.changes.push({ frame: frame.seq })
  }

  /** Says `text` at the head of the next message. */
  prefix(text: Text): void {
    this.#preface.push(text)
  }

  /** Sends a message, with what was to be said before it. */
  say(
    text: Text,
    extra: { choices?: readonly Choice[]; contact?: true; about?: string; protect?: boolean; subject?: Text } = {},
  ): void {
    const lines = [...this.#preface, text]
    this.#preface = []
    this.replies.push({ kind: 'message', text: lines.length === 1 ? text : { lines: between(lines) }, ...extra })
  }

  /** Sends what is still to be said when no question follows. */
  flush(): void {
    const last = this.#preface.pop()
    if (last !== undefined) this.say(last)
  }

  /** Asks with choices that belong to this question alone; without `text`, what is to be said already is the question. */
  ask(text: Text | undefined, choices: readonly Choice[] = [], contact = false): void {
    const question = this.head.question + 1
    this.setHead({ question, offered: choices.length === 0 ? none : choices.map(({ id }) => id) })
    this.say(text ?? this.#preface.pop() ?? '', {
      ...(choices.length > 0 && {
        choices: choices.map((c) => (c.id.startsWith('/') ? c : { ...c, id: `${question}.${c.id}` })),
      }),
      ...(contact && { contact }),
    })
  }

  /** Begins `flow` on top of the stack; its parameters are its first answers. */
  push(flow: Flow<P>, params: JsonObject = {}): void {
    const seq = this.head.nextSeq
    const isQuestion = (id: string): boolean => flow.steps.some((step) => step.kind === 'ask' && step.id === id)
    const brought = flow.corrects?.(params) ? Object.keys(params).filter(isQuestion) : []
    const begun: Frame = { seq, flow: flow.id, version: flow.version, step: '', tries: 0, reached: 0 }
    const frame = brought.length === 0 ? begun : { ...begun, brought }
    this.setHead({ nextSeq: seq + 1 })
    for (const [name, value] of Object.entries(params)) this.setAnswer(frame, name, value)
    this.#lay(frame)
  }

  /** Takes a form that was put aside up again. */
  takeUp(draft: Frame): void {
    this.setHead({ drafts: this.head.drafts.filter((one) => one.seq !== draft.seq) })
    this.#lay(draft)
  }

  #lay(frame: Frame): void {
    this.setHead({ stack: [...this.head.stack, frame] })
    if (this.head.stack.length > DEPTH) this.#yieldLowest(frame)
  }

  // The lowest flow makes way, with what it called; a form is put aside, not thrown away.
  #yieldLowest(newest: Frame): void {
    const [lowest] = this.head.stack
    if (lowest === undefined || this.root(newest).seq === lowest.seq) return
    const part = this.head.stack.filter((one) => this.root(one).seq === lowest.seq)
    this.setHead({ stack: this.head.stack.filter((one) => !part.includes(one)) })
    for (const one of part)
      if (this.flowOf(one).form === undefined) this.forgetFrame(one)
      else this.setHead({ drafts: [...this.head.drafts, bare(one)] })
  }

  /** Takes `frame` off the stack, with what it called, and forgets their answers. */
  remove(frame: Frame): void {
    const gone = this.head.stack.filter((one) => one.seq === frame.seq || this.root(one).seq === frame.seq)
    this.setHead({ stack: this.head.stack.filter((one) => !gone.includes(one)) })
    for (const one of gone) this.forgetFrame(one)
  }

  /** Forgets every flow but the one that `frame` is a part of, and every draft; gives a form that was among them. */
  forgetOthers(frame: Frame): Flow<P> | undefined {
    const { seq } = this.root(frame)
    const { stack, drafts } = this.head
    const others = [...stack.filter((one) => this.root(one).seq !== seq), ...drafts].map((one) => this.flowOf(one))
    for (const one of this.head.stack) if (this.root(one).seq !== seq) this.remove(one)
    for (const draft of this.head.drafts) this.forgetFrame(draft)
    this.setHead({ drafts: [] })
    return others.find(({ form }) => form !== undefined)
  }

  /** Notes that the person says something now, and the silence before it when it was long. */
  heard(): void {
    const silences = silencesUntil(this.head, this.env.now)
    this.setHead({ at: this.env.now, ...(silences.length > 0 && { silences }) })
  }

  /** Asks for a job; its result is known by the token returned. */
  startJob(frame: Frame, step: string, job: string, payload: JsonObject): string {
    const first = `${frame.seq}.${step}.${this.head.question}`
    // One job after the other may look at the answer to one question.
    const before = frame.waiting?.startsWith(first) === true ? Number(frame.waiting.slice(first.length + 1) || 1) : 0
    const token = before === 0 ? first : `${first}.${before + 1}`
    this.effects.push({ kind: 'job', job, token, payload })
    return token
  }
}

/** The frame without what belongs to its last question, at `step`. */
export function bare(frame: Frame, step = frame.step, tries = 0): Frame {
  const { seq, flow, version, reached, migrated, brought } = frame
  const plain: Frame = { seq, flow, version, step, tries, reached }
  return { ...plain, ...(migrated && { migrated }), ...(brought !== undefined && { brought }) }
}

/** The frame without the engine's own question in its way. */
export function withoutAside(frame: Frame): Frame {
  const { aside: _aside, doubt: _doubt, ...rest } = frame
  return rest
}

/** Puts an empty line between texts. */
export function between(texts: readonly Text[]): Text[] {
  return texts.flatMap((text, i) => (i === 0 ? [text] : ['', text]))
}
