import type { Env, FieldContext, Opening } from './field.ts'
import type { AskStep, DoStep, Flow, Step } from './flow.ts'
import type { FlowSet } from './flow-set.ts'
import type { Json, JsonObject } from './json.ts'
import type { Choice, Effect, Reply } from './reply.ts'
import type { AnswerChange, Aside, Frame, Head, Session } from './state.ts'
import { t, type Text } from './text.ts'

/** Flows nest at most so deep; the oldest gives way. */
const DEPTH = 6
/** How long the page behind a secure question stays open. */
const SECURE_ENTRY_MINUTES = 30
/** A turn that goes through more steps than this is a flow that runs in a circle. */
const STEPS = 1000

/** Where a turn stands after as many steps as could be taken: finished, or in need of a port's result. */
export type Pause<P> = { readonly step: DoStep<P>; readonly answers: JsonObject } | undefined

/**
 * One turn's working copy of a conversation. The session given is not changed; every change makes a new
 * object where it happens, so that a turn costs the same however long the form is.
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
    return this.answers[frame.seq] ?? {}
  }

  context(frame: Frame): FieldContext {
    return { env: this.env, language: this.head.language, answers: this.answersOf(frame) }
  }

  /** The open step of `frame` and its place; place -1 when the flow no longer has it. */
  openStep(frame: Frame): { step: Step<P> | undefined; index: number } {
    return this.flows.find(this.flowOf(frame), frame.step)
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
  say(text: Text, extra: { choices?: readonly Choice[]; about?: string; protect?: boolean; subject?: Text } = {}): void {
    const lines = [...this.#preface, text]
    this.#preface = []
    const [only] = lines
    this.replies.push({
      kind: 'message',
      text: lines.length === 1 && only !== undefined ? only : { lines: between(lines) },
      ...extra,
    })
  }

  /** Sends what is still to be said when no question follows. */
  flush(): void {
    const last = this.#preface.pop()
    if (last !== undefined) this.say(last)
  }

  /** Asks with choices that belong to this question alone. */
  ask(text: Text, choices: readonly Choice[] = []): void {
    const question = this.head.question + 1
    this.setHead({ question })
    this.say(
      text,
      choices.length === 0
        ? {}
        : { choices: choices.map((c) => (c.id.startsWith('/') ? c : { ...c, id: `${question}.${c.id}` })) },
    )
  }

  /** Begins `flow` on top of the stack; its parameters are its first answers. */
  push(flow: Flow<P>, params: JsonObject = {}): Frame {
    const seq = this.head.nextSeq
    const frame: Frame = { seq, flow: flow.id, version: flow.version, step: '', tries: 0, reached: 0 }
    this.setHead({ nextSeq: seq + 1, stack: [...this.head.stack, frame] })
    for (const [name, value] of Object.entries(params)) this.setAnswer(frame, name, value)
    const oldest = this.head.stack.length > DEPTH ? this.head.stack[0] : undefined
    if (oldest !== undefined) this.remove(oldest)
    return frame
  }

  /** Takes `frame` off the stack and forgets its answers. */
  remove(frame: Frame): void {
    this.setHead({ stack: this.head.stack.filter((one) => one.seq !== frame.seq) })
    this.forgetFrame(frame)
  }

  /** Goes through the top flow's steps from `index` until a question, a job or the end; stops for a port. */
  advance(index: number): Pause<P> {
    let at = index
    for (let n = 0; n < STEPS; n++) {
      const frame = this.top
      if (frame === undefined) return undefined
      const step = this.flowOf(frame).steps[at]
      if (step === undefined) {
        const next = this.#end(frame)
        if (next === undefined) return undefined
        at = next
        continue
      }
      if (step.when !== undefined && !step.when(this.answersOf(frame))) {
        if (step.kind === 'ask') this.forgetAnswer(frame, step.id)
        at++
        continue
      }
      const next = this.#take(frame, step, at)
      if (typeof next !== 'number') return next === 'stop' ? undefined : next
      at = next
    }
    throw new Error(`flow ${this.top?.flow ?? '?'} runs in a circle`)
  }

  // One step: the place of the next, `stop` where the conversation waits, or the port call to make.
  #take(frame: Frame, step: Step<P>, at: number): number | 'stop' | { step: DoStep<P>; answers: JsonObject } {
    const answers = this.answersOf(frame)
    switch (step.kind) {
      case 'ask':
        if (answers[step.id] !== undefined && this.holds(frame, step)) return at + 1
        this.open(frame, step)
        return 'stop'
      case 'say':
        if (at < frame.reached) return at + 1
        this.setFrame({ ...frame, reached: at + 1 })
        this.say(t(step.key, step.args?.(answers, this.head.language)), {
          ...(step.choices && { choices: step.choices(answers) }),
          ...(step.about && { about: step.about(answers) }),
          ...(step.protect && { protect: true }),
          ...(step.subject && { subject: t(step.subject) }),
        })
        return at + 1
      case 'send': {
        const file = at < frame.reached ? null : step.file(answers)
        if (file === null) return at + 1
        this.setFrame({ ...frame, reached: at + 1 })
        this.flush()
        this.replies.push({
          kind: 'file',
          ...file,
          ...(step.caption && { caption: t(step.caption) }),
          ...(step.about && { about: step.about(answers) }),
        })
        return at + 1
      }
      case 'do':
        this.setFrame({ ...frame, step: step.id })
        return { step, answers }
      case 'job': {
        const token = this.startJob(frame, step.id, step.job, step.payload(answers))
        this.setFrame({ ...frame, step: step.id, waiting: token })
        this.say(t(step.meanwhile))
        return 'stop'
      }
      case 'review': {
        const gap = this.firstGap(frame, at)
        if (gap !== undefined) this.open(frame, gap)
        else this.#review(frame, step.id, step.prompt)
        return 'stop'
      }
      case 'call': {
        if (answers[step.id] !== undefined) return at + 1
        const called = this.flows.get(step.flow)
        if (called === undefined) throw new Error(`no flow ${step.flow}`)
        this.setFrame({ ...frame, step: step.id })
        this.push(called, step.params(answers))
        return 0
      }
      case 'language':
        this.setHead({ language: step.choose(answers) })
        return at + 1
      case 'retry':
        return this.rewind(frame, step.to)
      case 'end': {
        const next = step.next?.(answers) ?? undefined
        const follows = next && this.flows.get(next.flow)
        if (next === undefined || follows === undefined) return this.#end(frame) ?? 'stop'
        this.remove(frame)
        this.push(follows, next.params)
        return 0
      }
    }
  }

  /** Forgets the answers from step `to` on; returns its place. */
  rewind(frame: Frame, to: string): number {
    const { steps } = this.flowOf(frame)
    const target = steps.findIndex((step) => step.id === to)
    for (const step of steps.slice(target)) this.forgetAnswer(frame, step.id)
    this.setFrame({ ...frame, reached: target })
    return target
  }

  // Ends the innermost flow. The flow below goes on: after a call with its result, after a digression
  // with its open question. Undefined: nothing more to do now.
  #end(frame: Frame): number | undefined {
    const result = this.answersOf(frame)
    this.remove(frame)
    const below = this.top
    if (below === undefined) return undefined
    const { step, index } = this.openStep(below)
    if (step?.kind === 'call' && step.flow === frame.flow) {
      this.setAnswer(below, step.id, result)
      return index + 1
    }
    if (below.settled) {
      const { settled: _seen, ...frame } = below
      this.setFrame(frame)
      return index + 1
    }
    if (this.flowOf(below).form === undefined) return undefined
    this.prefix(t('engine-resume', { title: t(this.flowOf(below).title) }))
    this.reopen(below)
    return undefined
  }

  /** Asks the open question of `frame` again. */
  reopen(frame: Frame): void {
    if (frame.waiting !== undefined) return this.flush()
    if (frame.aside !== undefined) return this.askAside(frame, frame.aside)
    const { step } = this.openStep(frame)
    if (step?.kind === 'ask') this.open(frame, step)
    else if (step?.kind === 'review') this.#review(frame, step.id, step.prompt)
    else this.flush()
  }

  /** Opens a question; `opening` replaces what the field would begin with. */
  open(frame: Frame, step: AskStep, opening: Opening = step.field.open?.(this.context(frame)) ?? {}, tries = 0): void {
    const answers = this.answersOf(frame)
    const choices = [...(opening.choices ?? [])]
    if (step.optional) choices.push({ id: '~skip', label: t('engine-skip') })
    const prompt = t(step.prompt, { ...step.args?.(answers, this.head.language), ...opening.args })
    this.setFrame({ ...bare(frame), step: step.id, tries, ...(opening.scratch !== undefined && { scratch: opening.scratch }) })
    const question = this.#progress(frame, step, prompt)
    if (step.entry === 'chat') return this.ask(question, choices)
    const link = {
      purpose: 'answer',
      subject: step.id,
      minutes: SECURE_ENTRY_MINUTES,
      data: { frame: frame.seq, flow: frame.flow },
    }
    this.ask({ lines: between([question, t('engine-secure-entry', { page: { link } })]) }, choices)
  }

  /** Asks the engine's own yes-or-no question about `frame`. */
  askAside(frame: Frame, aside: Aside): void {
    this.setFrame({ ...this.#current(frame), aside })
    const title = t(this.flowOf(frame).title)
    this.ask(t(`engine-aside-${aside}`, { title }), [
      { id: 'yes', label: t(`engine-aside-${aside}-yes`) },
      { id: 'no', label: t(`engine-aside-${aside}-no`) },
    ])
  }

  /** Asks for a job; its result is known by the token returned. */
  startJob(frame: Frame, step: string, job: string, payload: JsonObject): string {
    const token = `${frame.seq}.${step}.${this.head.question}`
    this.effects.push({ kind: 'job', job, token, payload })
    return token
  }

  /** Whether a kept answer is still acceptable beside the others. */
  holds(frame: Frame, step: AskStep): boolean {
    const value = this.answersOf(frame)[step.id]
    if (value === undefined || step.passing) return false
    if (value === null) return step.optional
    if (step.field.holds?.(value, this.context(frame)) === false) return false
    return step.check?.(value, this.answersOf(frame)) === undefined
  }

  /** The first question before place `until` that should have an answer and has none that holds. */
  firstGap(frame: Frame, until: number): AskStep | undefined {
    for (const step of this.flowOf(frame).steps.slice(0, until))
      if (step.kind === 'ask' && step.when?.(this.answersOf(frame)) !== false && !step.passing && !this.holds(frame, step))
        return step
    return undefined
  }

  /** The questions whose answers a review shows, in order. */
  reviewable(frame: Frame): AskStep[] {
    const answers = this.answersOf(frame)
    return this.flowOf(frame).steps.filter(
      (step): step is AskStep =>
        step.kind === 'ask' && !step.passing && answers[step.id] !== undefined && answers[step.id] !== null,
    )
  }

  #review(frame: Frame, step: string, prompt: string): void {
    const context = this.context(frame)
    const rows = this.reviewable(frame).map((ask, i) => {
      const value = context.answers[ask.id] ?? null
      return t('engine-review-row', {
        n: i + 1,
        label: t(ask.label),
        value: ask.field.secret ? '••••••••' : ask.field.show(value, context),
      })
    })
    this.setFrame({ ...bare(frame), step, tries: 0 })
    this.ask({ lines: [t(prompt), '', ...rows, '', t('engine-review-how')] }, [
      { id: 'yes', label: t('engine-review-yes') },
      { id: 'edit', label: t('engine-review-edit') },
      { id: 'cancel', label: t('engine-review-cancel') },
    ])
  }

  #progress(frame: Frame, step: AskStep, prompt: Text): Text {
    const flow = this.flowOf(frame)
    if (flow.form === undefined || step.passing) return prompt
    const answers = this.answersOf(frame)
    let n = 0
    let total = 0
    for (const one of flow.steps) {
      if (one.kind !== 'ask' || one.passing || one.when?.(answers) === false) continue
      total++
      if (one.id === step.id) n = total
    }
    return t('engine-progress', { n, total, prompt })
  }

  #current(frame: Frame): Frame {
    return this.head.stack.find((one) => one.seq === frame.seq) ?? frame
  }
}

/** The frame without what belongs to its last question. */
export function bare(frame: Frame): Frame {
  const { scratch: _s, aside: _a, doubt: _d, waiting: _w, settled: _e, ...rest } = frame
  return rest
}

/** Puts an empty line between texts. */
function between(texts: readonly Text[]): Text[] {
  return texts.flatMap((text, i) => (i === 0 ? [text] : ['', text]))
}
