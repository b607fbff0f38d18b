import { engineTexts } from './engine-texts.ts'
import type { AskStep, Flow, Step } from './flow.ts'
import { keepsAnswer, type Landmarks } from './flow-set.ts'
import { normalise, understand } from './words.ts'

/** A mistake in the declaration of a flow. */
export interface Problem {
  /** the flow's id; `engine` when no flow in particular is to blame */
  readonly flow: string
  readonly step?: string
  readonly problem: string
}

/** What the flows are checked against. */
export interface Surroundings extends Landmarks {
  /** whether there is such a message, in every language */
  hasText(key: string): boolean
}

/** Ids stand in message keys, in tokens and behind the `/` of commands. */
const ID = /^[a-z][a-z0-9-]{0,39}$/
/** Words that mean something at every question, and so start no flow. */
const COMMANDS: readonly string[] = ['back', 'cancel', 'restart', 'help', 'skip']

/**
 * Finds what is wrong with a set of flows before anybody talks to them: names twice or unknown, steps that are never
 * reached, flows that never end or run in circles, questions whose dependencies do not exist, messages that are missing.
 */
export function lintFlows(flows: readonly Flow<never>[], around: Surroundings): Problem[] {
  const ids = new Set(flows.map(({ id }) => id))
  const problems: Problem[] = twice(flows.map(({ id }) => id)).map((flow) => ({
    flow,
    problem: 'there are two flows of this id',
  }))
  for (const role of ['home', 'human'] as const)
    if (!ids.has(around[role])) problems.push({ flow: around[role], problem: `leads ${role} and does not exist` })
  for (const { id, flow, reply } of around.smallTalk ?? []) {
    if (flow !== undefined && !ids.has(flow))
      problems.push({ flow: 'engine', problem: `small talk "${id}" leads to "${flow}", which does not exist` })
    if (reply !== undefined && !around.hasText(reply))
      problems.push({ flow: 'engine', problem: `message "${reply}" of small talk "${id}" is missing` })
  }
  for (const key of engineTexts)
    if (!around.hasText(key)) problems.push({ flow: 'engine', problem: `message "${key}" is missing` })
  const called = new Set(flows.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'call' ? [step.flow] : []))))
  for (const flow of flows) {
    const report = (problem: string, step?: string): void =>
      void problems.push({ flow: flow.id, ...(step !== undefined && { step }), problem })
    lintIds(flow, report)
    lintOptions(flow, report)
    if (called.has(flow.id)) lintCalled(flow, report)
    else lintEnd(flow, report)
    lintWay(flow, report)
    for (const step of flow.steps)
      for (const other of leadsTo(step)) if (!ids.has(other)) report(`there is no flow "${other}"`, step.id)
    for (const [place, step] of flow.steps.entries()) if (step.kind === 'ask') lintAsk(flow, step, place, report)
    for (const { key, step } of textsOf(flow)) if (!around.hasText(key)) report(`message "${key}" is missing`, step)
  }
  return [...problems, ...lintPhrases(flows), ...lintCircles(flows)]
}

type Report = (problem: string, step?: string) => void

function lintIds({ id, steps }: Flow<never>, report: Report): void {
  const named = (step: Step<never>) => keepsAnswer(step) || step.kind === 'review'
  for (const step of twice(steps.filter(named).map((one) => one.id)))
    report('there are two questions, calls or jobs of this id', step)
  if (!ID.test(id)) report('an id is of small letters, digits and dashes, at most 40')
  for (const step of steps) if (!ID.test(step.id)) report('an id is of small letters, digits and dashes, at most 40', step.id)
}

function lintOptions({ form, pattern, unmistakable, version }: Flow<never>, report: Report): void {
  if (!Number.isSafeInteger(version) || version < 1) report('the version is a whole number from 1')
  if (form !== undefined && !(0 < form.nudge && form.nudge < form.draft && form.draft < form.expire))
    report('an idle form is nudged, then kept as a draft, then forgotten: in this order')
  for (const shape of [pattern, unmistakable]) {
    if (shape === undefined) continue
    if (shape.global || shape.sticky) report('a pattern with the flag g or y remembers where it was')
    if (!shape.source.startsWith('^') || !shape.source.endsWith('$')) report('a pattern is for a whole text: ^…$')
  }
}

function lintCalled({ form, steps }: Flow<never>, report: Report): void {
  if (form !== undefined) report('is called by another flow and cannot be a form of its own')
  for (const step of steps)
    if (step.kind === 'end' && step.may.length > 0) report('is called by another flow and cannot go elsewhere', step.id)
}

// Whether every step can be reached, and the end is not behind a turn back that is always taken.
function lintWay({ steps }: Flow<never>, report: Report): void {
  const stop = steps.findIndex((step) => (step.kind === 'end' || step.kind === 'retry') && step.when === undefined)
  const last = steps[stop]
  if (last !== undefined) for (const step of steps.slice(stop + 1)) report(`is never reached: "${last.id}" comes before`, step.id)
  if (last?.kind === 'retry' && !steps.slice(0, stop).some((step) => step.kind === 'end')) report('never ends', last.id)
  for (const [place, step] of steps.entries())
    if (step.kind === 'retry' && !steps.slice(0, place).some((one) => one.kind === 'ask' && one.id === step.to))
      report(`goes back to "${step.to}", which is no earlier question`, step.id)
    else if (step.kind === 'review' && !steps.slice(0, place).some((one) => one.kind === 'ask' && !one.passing))
      report('has nothing to show', step.id)
}

// After the last answer something must be said.
function lintEnd({ steps }: Flow<never>, report: Report): void {
  const last = steps.findLastIndex((step) => ['ask', 'review', 'job'].includes(step.kind))
  const speaks = (step: Step<never>) => ['say', 'send', 'call', 'retry'].includes(step.kind) || leadsTo(step).length > 0
  if (!steps.slice(last + 1).some(speaks)) report(last < 0 ? 'never says anything' : 'ends without a word', steps[last]?.id)
}

function lintAsk({ steps }: Flow<never>, { id, field, optional, passing }: AskStep, place: number, report: Report): void {
  const earlier = new Set(
    steps
      .slice(0, place)
      .filter(keepsAnswer)
      .map((step) => step.id),
  )
  for (const other of field.dependsOn ?? [])
    if (!earlier.has(other)) report(`depends on "${other}", which is not asked before`, id)
  if ((field.dependsOn ?? []).length > 0 && field.holds === undefined)
    report('depends on other answers and cannot tell whether it still holds', id)
  if (optional && passing) report('is optional, and asked again whenever it is passed', id)
}

function lintPhrases(flows: readonly Flow<never>[]): Problem[] {
  const problems: Problem[] = []
  const owners = new Map<string, string>()
  for (const { id, words = [] } of flows)
    for (const phrase of words) {
      const plain = normalise(phrase)
      const owner = owners.get(plain)
      const meaning = understand(phrase)
      if (plain === '') problems.push({ flow: id, problem: `phrase "${phrase}" has no letters or digits` })
      else if (owner !== undefined && owner !== id)
        problems.push({ flow: id, problem: `phrase "${phrase}" starts "${owner}" already` })
      else if (meaning !== undefined && COMMANDS.includes(meaning))
        problems.push({ flow: id, problem: `phrase "${phrase}" means "${meaning}" at every question` })
      owners.set(plain, owner ?? id)
    }
  return problems
}

// Flows that call each other for ever, or that go to each other without ever waiting for a person.
function lintCircles(flows: readonly Flow<never>[]): Problem[] {
  const calls = new Map(flows.map(({ id, steps }) => [id, steps.flatMap((step) => (step.kind === 'call' ? [step.flow] : []))]))
  const waits = ({ steps }: Flow<never>) => steps.some((step) => ['ask', 'review', 'job', 'call'].includes(step.kind))
  const goes = new Map(flows.filter((flow) => !waits(flow)).map(({ id, steps }) => [id, steps.flatMap((step) => leadsTo(step))]))
  return flows.flatMap(({ id }) => [
    ...(reaches(calls, id, id) ? [{ flow: id, problem: 'calls itself, by itself or through other flows' }] : []),
    ...(reaches(goes, id, id) ? [{ flow: id, problem: 'goes to itself again without a question' }] : []),
  ])
}

function reaches(edges: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const todo = [...(edges.get(from) ?? [])]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next === to) return true
    if (!seen.has(next)) todo.push(...(edges.get(next) ?? []))
    seen.add(next)
  }
  return false
}

/** The flows that a step may lead to. */
export function leadsTo(step: Step<never>): readonly string[] {
  return step.kind === 'call' ? [step.flow] : step.kind === 'end' ? step.may : []
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}

// The messages that a flow names; those that depend on answers are known only when it runs.
function textsOf({ title, steps }: Flow<never>): { readonly key: string; readonly step?: string }[] {
  const isReviewed = steps.some((step) => step.kind === 'review')
  const keysOf = (step: Step<never>): readonly (string | undefined)[] => {
    switch (step.kind) {
      case 'ask':
        return [step.prompt, step.help, isReviewed && !step.passing ? step.label : undefined, ...step.field.texts]
      case 'say':
        return [step.key, step.subject]
      case 'send':
        return [step.caption]
      case 'job':
        return [step.meanwhile]
      case 'review':
        return [step.prompt]
      default:
        return []
    }
  }
  const named = steps.flatMap((step) =>
    [...new Set(keysOf(step))].flatMap((key) => (key === undefined ? [] : [{ key, step: step.id }])),
  )
  return [{ key: title }, ...named]
}
