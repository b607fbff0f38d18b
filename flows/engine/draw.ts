import type { Flow, Step } from './flow.ts'

/** How much of a text stands in a drawing, in characters. */
const LONGEST = 60

/** How a drawing names things. */
export interface DrawOptions {
  /** the words for a message key; without it the keys themselves are drawn */
  readonly label?: (key: string) => string
}

/**
 * Draws one flow as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html) from its declaration. A step
 * that takes place only sometimes hangs on dashed edges; a turn back and a flow that follows are drawn as arrows too.
 */
export function drawFlow(flow: Flow<never>, options: DrawOptions = {}): string {
  return ['flowchart TD', ...drawSteps(flow, options, 's').lines.map((line) => `  ${line}`)].join('\n')
}

/** Draws all flows in one chart, each in a box, with the calls and passages between them. */
export function drawAll(flows: readonly Flow<never>[], options: DrawOptions = {}): string {
  const lines = ['flowchart TD']
  const passages: string[] = []
  const boxes = new Map(flows.map(({ id }, i) => [id, `f${i}`]))
  for (const flow of flows) {
    const box = boxes.get(flow.id) ?? ''
    const { lines: inner, leaving } = drawSteps(flow, options, `${box}s`)
    lines.push(`  subgraph ${box}["${words(titleOf(flow, options))}"]`, ...inner.map((line) => `    ${line}`), '  end')
    for (const { node, to } of leaving) if (boxes.has(to)) passages.push(`  ${node} -.-> ${boxes.get(to)}`)
  }
  return [...lines, ...passages].join('\n')
}

interface Drawn {
  readonly lines: readonly string[]
  /** nodes that lead to other flows */
  readonly leaving: readonly { readonly node: string; readonly to: string }[]
}

/** Where the way goes on from: a node, and how the edge begins. */
interface Exit {
  readonly node: string
  readonly edge: string
}

function drawSteps({ steps, ...flow }: Flow<never>, options: DrawOptions, prefix: string): Drawn {
  const lines: string[] = [`${prefix}start(["${words(titleOf(flow, options))}"])`]
  const leaving: { node: string; to: string }[] = []
  let exits: readonly Exit[] = [{ node: `${prefix}start`, edge: '-->' }]
  let isEnded = false
  const enter = (node: string): void => {
    for (const exit of exits) lines.push(`${exit.node} ${exit.edge} ${node}`)
  }
  for (const [i, step] of steps.entries()) {
    const node = `${prefix}${i}`
    let around: readonly Exit[] = []
    if (step.when !== undefined) {
      lines.push(`${node}if{"?"}`)
      enter(`${node}if`)
      around = [{ node: `${node}if`, edge: '-.->|no|' }]
      exits = [{ node: `${node}if`, edge: '-.->|yes|' }]
    }
    lines.push(shape(node, step, options))
    enter(node)
    if (step.kind === 'retry') {
      const target = steps.findIndex((one) => one.kind === 'ask' && one.id === step.to)
      if (target >= 0) lines.push(`${node} ==> ${prefix}${target}`)
      exits = around
    } else if (step.kind === 'end') {
      for (const to of step.may) leaving.push({ node, to })
      exits = around
    } else {
      if (step.kind === 'call') leaving.push({ node, to: step.flow })
      exits = [{ node, edge: '-->' }, ...around]
    }
    isEnded = exits.length === 0
  }
  if (!isEnded) {
    lines.push(`${prefix}end((("end")))`)
    enter(`${prefix}end`)
  }
  return { lines, leaving }
}

function shape(node: string, step: Step<never>, { label = (key) => key }: DrawOptions): string {
  const name = (key: string) => words(label(key))
  switch (step.kind) {
    case 'ask':
      return `${node}[/"${name(step.prompt)}<br>(${words(step.field.type)})"/]`
    case 'say':
      return `${node}("${name(step.key)}")`
    case 'send':
      return `${node}>"${step.caption === undefined ? words(step.id) : name(step.caption)}"]`
    case 'do':
      return `${node}["${words(step.id)}"]`
    case 'job':
      return `${node}[("${words(step.job)}")]`
    case 'review':
      return `${node}{{"${name(step.prompt)}"}}`
    case 'call':
      return `${node}[["${words(step.flow)}"]]`
    case 'language':
    case 'clear':
      return `${node}["${words(step.id)}"]`
    case 'retry':
      return `${node}(["↩ ${words(step.to)}"])`
    case 'end':
      return `${node}((("${step.may.length === 0 ? words(step.id) : words(step.may.join(' / '))}")))`
  }
}

function titleOf(flow: { readonly title: string }, { label = (key) => key }: DrawOptions): string {
  return label(flow.title)
}

// Text as it may stand within the quotes of a node: nothing in it is syntax or markup.
function words(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim()
  const short = [...plain].length > LONGEST ? `${[...plain].slice(0, LONGEST - 1).join('')}…` : plain
  return short.replace(/[#"<>&`\\]/gu, (sign) => `#${sign.codePointAt(0)};`)
}
