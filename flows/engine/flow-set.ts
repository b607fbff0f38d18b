import type { Flow, Step } from './flow.ts'
import { matchesPhrase } from './words.ts'

/** The flows of one installation, with what is looked up at every message worked out beforehand. */
export class FlowSet<P> {
  readonly all: readonly Flow<P>[]
  readonly #byId: ReadonlyMap<string, Flow<P>>
  readonly #byPhrase: ReadonlyMap<string, string>
  readonly #places = new Map<Flow<P>, ReadonlyMap<string, number>>()

  constructor(flows: readonly Flow<P>[]) {
    this.all = flows
    this.#byId = new Map(flows.map((flow) => [flow.id, flow]))
    this.#byPhrase = new Map(flows.flatMap((flow) => (flow.words ?? []).map((phrase) => [phrase, flow.id] as const)))
    for (const flow of flows) this.#places.set(flow, new Map(flow.steps.map((step, place) => [step.id, place])))
  }

  get(id: string): Flow<P> | undefined {
    return this.#byId.get(id)
  }

  /** The step of a flow and its place; place -1 when the flow has no such step. */
  find(flow: Flow<P>, id: string): { readonly step: Step<P> | undefined; readonly index: number } {
    const index = this.#places.get(flow)?.get(id) ?? -1
    return { step: flow.steps[index], index }
  }

  /** The flow that these normalised words name to the letter. */
  named(words: string): string | undefined {
    return this.#byPhrase.get(words)
  }

  /** The flow that a whole text of this shape starts. */
  shaped(text: string): string | undefined {
    return this.all.find((flow) => flow.pattern?.test(text.trim()))?.id
  }

  /** The flow that these normalised words name loosely: with other words around it, or a letter wrong. */
  meant(words: string): string | undefined {
    if (words === '') return undefined
    return this.named(words) ?? this.all.find((flow) => matchesPhrase(words, flow.words ?? []))?.id
  }
}
