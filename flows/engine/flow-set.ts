import type { AskStep, Flow, Step } from './flow.ts'
import { SmallTalkSet, type SmallTalk } from './small-talk.ts'
import { matchesPhrase, normalise } from './words.ts'

/** Longer texts are no code and no command. */
const LONGEST_CODE = 200

/** The two flows that the engine itself leads to. */
export interface Landmarks {
  /** the flow that greets and shows the menu, when nothing is open */
  readonly home: string
  /**
   * the flow that leads to a human; its parameter `doing` tells what was talked about: message keys `title` and
   * `question` (or null), and whether a `form` waits
   */
  readonly human: string
  /** what people say beside the point */
  readonly smallTalk?: readonly SmallTalk[]
}

/** The questions that a form counts: where each stands, and those that may fall away. */
interface Counted {
  readonly ordinals: ReadonlyMap<string, number>
  readonly asks: readonly AskStep[]
  readonly guarded: readonly AskStep[]
}

/** Whether a step leaves an answer under its id. */
export function keepsAnswer<P>({ kind }: Step<P>): boolean {
  return kind === 'ask' || kind === 'do' || kind === 'job' || kind === 'call'
}

/** The flows of one installation, with what is looked up at every message worked out beforehand. */
export class FlowSet<P> {
  readonly all: readonly Flow<P>[]
  readonly home: string
  readonly human: string
  readonly smallTalk: SmallTalkSet
  readonly #byId: ReadonlyMap<string, Flow<P>>
  readonly #byPhrase: ReadonlyMap<string, string>
  readonly #places = new Map<Flow<P>, ReadonlyMap<string, number>>()
  readonly #counted = new Map<Flow<P>, Counted>()

  constructor(flows: readonly Flow<P>[], { home, human, smallTalk = [] }: Landmarks) {
    this.all = flows
    this.home = home
    this.human = human
    this.smallTalk = new SmallTalkSet(smallTalk)
    this.#byId = new Map(flows.map((flow) => [flow.id, flow]))
    this.#byPhrase = new Map(flows.flatMap((flow) => (flow.words ?? []).map((phrase) => [normalise(phrase), flow.id] as const)))
    for (const flow of flows) {
      const places = flow.steps
        .map((step, place) => ({ step, place }))
        .filter(({ step }) => keepsAnswer(step) || step.kind === 'review')
      this.#places.set(flow, new Map(places.map(({ step, place }) => [step.id, place])))
      const asks = flow.steps.filter((step): step is AskStep => step.kind === 'ask' && !step.passing)
      const ordinals = new Map(asks.map((ask, i) => [ask.id, i + 1]))
      this.#counted.set(flow, { ordinals, asks, guarded: asks.filter((ask) => ask.when !== undefined) })
    }
  }

  get(id: string): Flow<P> | undefined {
    return this.#byId.get(id)
  }

  /** The question, call, job or review of a flow and its place; place -1 when the flow has no such step. */
  find(flow: Flow<P>, id: string): { readonly step: Step<P> | undefined; readonly index: number } {
    const index = this.#places.get(flow)?.get(id) ?? -1
    return { step: flow.steps[index], index }
  }

  /**
   * Which question of how many `ask` is, as far as `takesPlace` can tell; 0 when it is not counted. `brought` = questions
   * that are not asked this time, because they were answered before the form began.
   */
  count(
    flow: Flow<P>,
    ask: string,
    brought: readonly string[],
    takesPlace: (step: AskStep) => boolean,
  ): { readonly n: number; readonly total: number } {
    const counted = this.#counted.get(flow)
    const ordinal = counted?.ordinals.get(ask)
    if (counted === undefined || ordinal === undefined) return { n: 0, total: 0 }
    let n = ordinal
    let total = counted.ordinals.size
    for (const step of brought.length === 0 ? counted.guarded : counted.asks) {
      if (step.id === ask || (!brought.includes(step.id) && takesPlace(step))) continue
      total--
      if ((counted.ordinals.get(step.id) ?? 0) < ordinal) n--
    }
    return { n, total }
  }

  /** The flow that a command names by its id or by its phrase; notices are nobody's to start. */
  commanded(name: string): string | undefined {
    const flow = this.#byId.get(name)
    if (flow?.notice) return undefined
    return flow?.id ?? this.named(normalise(name))
  }

  /** The flow that these normalised words name to the letter. */
  named(words: string): string | undefined {
    return this.#byPhrase.get(words)
  }

  /** The flow that a whole text of this shape starts; `isFree` = nothing is asked to which it may be the answer. */
  shaped(text: string, isFree: boolean): string | undefined {
    if (text.length > LONGEST_CODE) return undefined
    const code = text.trim()
    return this.all.find((flow) => flow.unmistakable?.test(code) === true || (isFree && flow.pattern?.test(code) === true))?.id
  }

  /**
   * The flows that these normalised words may name, by the best kind of match: to the letter, with polite words around
   * it, with a letter wrong. Several = ask which, never guess.
   */
  meant(words: string): readonly string[] {
    if (words === '') return []
    const named = this.named(words)
    if (named !== undefined) return [named]
    const naming = (exactly: boolean): string[] =>
      this.all.filter((flow) => matchesPhrase(words, flow.words ?? [], exactly)).map(({ id }) => id)
    const polite = naming(true)
    return polite.length > 0 ? polite : naming(false)
  }

  /** The flow that these normalised words start when they reply to a message about something. */
  replied(words: string): string | undefined {
    if (words === '') return undefined
    return this.all.find((flow) => matchesPhrase(words, flow.replyWords ?? []))?.id
  }
}
